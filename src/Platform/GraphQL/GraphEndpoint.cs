using System.Text;
using System.Text.Json;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Commerce.Platform.GraphQL;

/// <summary>GraphQL over HTTP at /graphql: POST with JSON, GET for queries only.</summary>
internal sealed class GraphEndpoint(ISchema schema, IDocumentExecuter executer, IGraphQLTextSerializer serializer, DocumentCache cache, IAntiforgery antiforgery, ILogger<GraphEndpoint> log)
{
    private const int LargestBody = 64 * 1024;
    private const string Json = "application/json";
    private const string GraphResponse = "application/graphql-response+json";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task Serve(HttpContext http)
    {
        http.Response.Headers.Vary = "Accept";
        if (Negotiate(http.Request) is not { } mediaType)
        {
            await Refuse(http, Json, StatusCodes.Status406NotAcceptable, $"Accept must allow {Json} or {GraphResponse}.");
            return;
        }

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            await Refuse(http, mediaType, StatusCodes.Status405MethodNotAllowed, "Use GET or POST.");
            return;
        }

        // A browser sends its cookie by itself, also for another site's form; a token header it sends only for ours.
        if (http.User.Identity?.IsAuthenticated == true && !http.Request.Headers.ContainsKey(HeaderNames.Authorization) && !await antiforgery.IsRequestValidAsync(http))
        {
            await Refuse(http, mediaType, StatusCodes.Status400BadRequest, "Requests with a cookie need the antiforgery header RequestVerificationToken.");
            return;
        }

        var (request, status, problem) = HttpMethods.IsGet(http.Request.Method) ? ReadQuery(http.Request) : await ReadBody(http.Request);
        if (request is null)
        {
            await Refuse(http, mediaType, status, problem!);
            return;
        }

        await Execute(http, request, mediaType);
    }

    private async Task Execute(HttpContext http, GraphQLRequest request, string mediaType)
    {
        var known = cache.Find(request.Query!);
        var options = new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            Document = known,
            OperationName = request.OperationName,
            Variables = request.Variables,
            RequestServices = http.RequestServices,
            CancellationToken = http.RequestAborted,
            Timeout = Limit,
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            UnhandledExceptionDelegate = Explain,
        };
        if (known is not null)
        {
            options.ValidationRules = options.CachedDocumentValidationRules ?? [];
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            options.ValidationRules = [.. options.ValidationRules ?? global::GraphQL.Validation.DocumentValidator.CoreRules, QueriesOnly.Rule];
        }

        var result = await executer.ExecuteAsync(options);
        if (known is null && result.Document is not null && result.Executed)
        {
            cache.Keep(request.Query!, result.Document);
        }

        var status = result.Errors?.Any(e => e is QueriesOnly.Refusal) == true ? StatusCodes.Status405MethodNotAllowed
            : result.Executed || mediaType == Json ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = "POST";
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType + "; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    private Task Explain(UnhandledExceptionContext context)
    {
        var actor = context.FieldContext?.RequestServices?.GetService<Actor>() ?? Actor.Anonymous;
        switch (context.OriginalException)
        {
            case BadCursorException:
                context.ErrorMessage = actor.Chinese ? "这个翻页游标不是本系统给出的，请去掉 after 重新开始。" : "The cursor was not given by this server. Start again without it.";
                context.Exception = new ExecutionError(context.ErrorMessage) { Code = "INVALID" };
                break;
            case UnknownIdException unknown:
                context.ErrorMessage = unknown.Error.Text(actor.Chinese);
                context.Exception = new ExecutionError(context.ErrorMessage) { Code = "NOT_FOUND" };
                break;
            default:
                var id = Guid.NewGuid().ToString("N")[..12];
                log.LogError(context.OriginalException, "Fault {FaultId} in the field {Field}", id, context.FieldContext?.FieldDefinition.Name);
                context.ErrorMessage = actor.Chinese ? $"系统出错了，编号 {id}；请稍后再试，或把编号告诉管理员。" : $"Something broke here, number {id}. Try again later, or tell the administrator the number.";
                context.Exception = new ExecutionError(context.ErrorMessage) { Code = "INTERNAL" };
                break;
        }

        return Task.CompletedTask;
    }

    private async Task Refuse(HttpContext http, string mediaType, int status, string problem)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType + "; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, new ExecutionResult(new ExecutionError(problem) { Code = "BAD_REQUEST" }), http.RequestAborted);
    }

    private static string? Negotiate(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return null;
        }

        foreach (var one in accepted.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1))
        {
            if (one.Charset.HasValue && !one.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (one.MediaType.Equals(GraphResponse, StringComparison.OrdinalIgnoreCase))
            {
                return GraphResponse;
            }

            if (one.MatchesAllTypes || one.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || one.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase))
            {
                return Json;
            }
        }

        return null;
    }

    private static (GraphQLRequest? Request, int Status, string? Problem) ReadQuery(HttpRequest request)
    {
        try
        {
            var query = request.Query["query"].ToString();
            if (query.Length == 0)
            {
                return (null, StatusCodes.Status400BadRequest, "The parameter query is missing.");
            }

            return (
                new GraphQLRequest
                {
                    Query = query,
                    OperationName = request.Query["operationName"].ToString() is { Length: > 0 } name ? name : null,
                    Variables = ReadObject(request.Query["variables"]),
                    Extensions = ReadObject(request.Query["extensions"]),
                },
                0,
                null);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest, "variables and extensions must be JSON objects.");
        }
    }

    private static Inputs? ReadObject(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        using var json = JsonDocument.Parse(text);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.Object => ToInputs(json.RootElement),
            JsonValueKind.Null => null,
            _ => throw new JsonException("Not an object."),
        };
    }

    private static async Task<(GraphQLRequest? Request, int Status, string? Problem)> ReadBody(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType, $"Send {Json} in UTF-8.");
        }

        if (request.ContentLength > LargestBody)
        {
            return (null, StatusCodes.Status413PayloadTooLarge, "The request is larger than 64 KB.");
        }

        try
        {
            var body = await ReadLimited(request);
            if (body is null)
            {
                return (null, StatusCodes.Status413PayloadTooLarge, "The request is larger than 64 KB.");
            }

            using var json = JsonDocument.Parse(body.Value, new JsonDocumentOptions { MaxDepth = 32 });
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException or FormatException)
        {
            return (null, StatusCodes.Status400BadRequest, "The body is not JSON of the form {\"query\": \"…\"}.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadLimited(HttpRequest request)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[8 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > LargestBody)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static (GraphQLRequest? Request, int Status, string? Problem) Read(JsonElement body)
    {
        (GraphQLRequest?, int, string?) Bad(string problem) => (null, StatusCodes.Status400BadRequest, problem);

        if (body.ValueKind != JsonValueKind.Object)
        {
            return Bad("The body must be one JSON object; batches are not taken.");
        }

        if (!body.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String || query.GetString() is not { Length: > 0 } text)
        {
            return Bad("query is missing or not a string.");
        }

        string? operation = null;
        if (body.TryGetProperty("operationName", out var name) && name.ValueKind != JsonValueKind.Null)
        {
            if (name.ValueKind != JsonValueKind.String)
            {
                return Bad("operationName must be a string.");
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
                    return Bad($"{member} must be an object.");
                }

                objects[index] = ToInputs(value);
            }
        }

        return (new GraphQLRequest { Query = text, OperationName = operation, Variables = objects[0], Extensions = objects[1] }, 0, null);
    }

    private static Inputs ToInputs(JsonElement element) => new((Dictionary<string, object?>)ToValue(element)!);

    private static object? ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => ToValue(g.Last().Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(ToValue).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt32(out var i) ? i : element.TryGetInt64(out var l) ? l : element.TryGetDecimal(out var d) ? d : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => throw new JsonException(),
    };
}
