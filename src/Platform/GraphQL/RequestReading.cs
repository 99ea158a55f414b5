using System.Text;
using System.Text.Json;
using Commerce.Platform.GraphQL.Limits;
using GraphQL;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Commerce.Platform.GraphQL;

/// <summary>Reads a GraphQL request from HTTP, or says why it can't be read. Nothing that a client sends makes it throw.</summary>
internal static class RequestReading
{
    private const string Json = "application/json";
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 32 };

    public static Task<(GraphQLRequest? Request, GraphRefusal? Refusal)> Read(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? Task.FromResult(ReadQuery(request)) : ReadBody(request);

    private static (GraphQLRequest? Request, GraphRefusal? Refusal) ReadQuery(HttpRequest request)
    {
        try
        {
            return Whole(
                new GraphQLRequest
                {
                    Query = request.Query["query"].ToString(),
                    OperationName = request.Query["operationName"].ToString() is { Length: > 0 } name ? name : null,
                    Variables = ReadObject(request.Query["variables"]),
                    Extensions = ReadObject(request.Query["extensions"]),
                });
        }
        catch (Exception e) when (Malformed(e))
        {
            return (null, GraphRefusals.NotObjects);
        }
    }

    private static Inputs? ReadObject(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        using var json = JsonDocument.Parse(text, Shallow);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.Object => ToInputs(json.RootElement),
            JsonValueKind.Null => null,
            _ => throw new JsonException("Not an object."),
        };
    }

    private static async Task<(GraphQLRequest? Request, GraphRefusal? Refusal)> ReadBody(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, GraphRefusals.MediaType);
        }

        if (request.ContentLength > GraphLimits.BodyBytes)
        {
            return (null, GraphRefusals.BodyTooLarge);
        }

        try
        {
            var body = await ReadLimited(request);
            if (body is null)
            {
                return (null, GraphRefusals.BodyTooLarge);
            }

            using var json = JsonDocument.Parse(body.Value, Shallow);
            return Read(json.RootElement);
        }
        catch (BadHttpRequestException)
        {
            return (null, GraphRefusals.BrokenBody);
        }
        catch (Exception e) when (Malformed(e))
        {
            return (null, GraphRefusals.NotJson);
        }
    }

    private static bool Malformed(Exception e) => e is JsonException or DecoderFallbackException or InvalidOperationException or FormatException;

    private static async Task<ReadOnlyMemory<byte>?> ReadLimited(HttpRequest request)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[8 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > GraphLimits.BodyBytes)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static (GraphQLRequest? Request, GraphRefusal? Refusal) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, body.ValueKind == JsonValueKind.Array ? GraphRefusals.Batch : GraphRefusals.NotAnObject);
        }

        if (body.TryGetProperty("query", out var query) && query.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            return (null, GraphRefusals.QueryMissing);
        }

        string? operation = null;
        if (body.TryGetProperty("operationName", out var name) && name.ValueKind != JsonValueKind.Null)
        {
            if (name.ValueKind != JsonValueKind.String)
            {
                return (null, GraphRefusals.OperationName);
            }

            operation = name.GetString() is { Length: > 0 } given ? given : null;
        }

        var objects = new Inputs?[2];
        foreach (var (member, index) in new[] { ("variables", 0), ("extensions", 1) })
        {
            if (body.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                if (value.ValueKind != JsonValueKind.Object)
                {
                    return (null, GraphRefusals.NotObjects);
                }

                objects[index] = ToInputs(value);
            }
        }

        return Whole(new GraphQLRequest { Query = query.ValueKind == JsonValueKind.String ? query.GetString() : null, OperationName = operation, Variables = objects[0], Extensions = objects[1] });
    }

    /// <summary>A text, or the hash of one, must be there.</summary>
    private static (GraphQLRequest? Request, GraphRefusal? Refusal) Whole(GraphQLRequest request) =>
        string.IsNullOrEmpty(request.Query) && request.Extensions?.ContainsKey("persistedQuery") != true ? (null, GraphRefusals.QueryMissing) : (request, null);

    private static Inputs ToInputs(JsonElement element) => new((Dictionary<string, object?>)ToValue(element)!);

    private static object? ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => ToValue(g.Last().Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(ToValue).ToList(),
        JsonValueKind.String => element.GetString() is { } text && TokenGate.Storable(text) ? text : throw new JsonException("Characters that no database takes."),
        JsonValueKind.Number => element.TryGetInt32(out var i) ? i : element.TryGetInt64(out var l) ? l : element.TryGetDecimal(out var d) ? d : Finite(element.GetDouble()),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => throw new JsonException(),
    };

    private static double Finite(double number) => double.IsFinite(number) ? number : throw new JsonException("No such number.");
}
