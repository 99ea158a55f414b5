using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Commerce.Walkthrough;

/// <summary>One signed-in person at the public API. Knows nothing of the server but its address.</summary>
internal sealed class GraphClient(HttpClient http, string? userName = null, string? password = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SemaphoreSlim SigningIn = new(1, 1);

    private string? token;

    /// <summary>Asks and gives <c>data</c>.</summary>
    /// <exception cref="GraphRefusedException">The server answered with <c>errors</c>: a bug in the question or a missing right.</exception>
    /// <exception cref="HttpRequestException">No answer, or none that can be relied on (5xx).</exception>
    public async Task<JsonElement> Ask(string query, object? variables = null, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var used = await Token(ct);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }, options: Json) };
            if (used is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", used);
            }

            using var response = await http.SendAsync(request, ct);
            if (response.StatusCode == HttpStatusCode.Unauthorized && userName is not null && attempt == 1)
            {
                Forget(used);
                continue;
            }

            if ((int)response.StatusCode >= 500)
            {
                throw new HttpRequestException($"HTTP {(int)response.StatusCode}", null, response.StatusCode);
            }

            var text = await response.Content.ReadAsStringAsync(ct);
            var answer = Parse(text, response.StatusCode);
            if (answer.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
            {
                var code = errors[0].TryGetProperty("extensions", out var x) && x.TryGetProperty("code", out var c) ? c.GetString() ?? "" : "";
                if (code == "UNAUTHENTICATED" && userName is not null && attempt == 1)
                {
                    Forget(used);
                    continue;
                }

                throw new GraphRefusedException(code, $"{code}: {errors[0].GetProperty("message").GetString()} ({query[..Math.Min(120, query.Length)]})");
            }

            return answer.GetProperty("data");
        }
    }

    /// <summary>Calls a mutation; its input type is named after it.</summary>
    /// <param name="field">Such as <c>orderCreate</c>.</param>
    /// <param name="input">With its idempotency key.</param>
    /// <param name="selection">What is wanted beside errors and replayed, such as <c>order { id }</c>.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Payload> Mutate(string field, object input, string selection, CancellationToken ct = default)
    {
        var data = await Ask(
            $"mutation M($input: {char.ToUpperInvariant(field[0])}{field[1..]}Input!) {{ {field}(input: $input) {{ {selection} errors {{ code message }} replayed }} }}",
            new { input },
            ct);
        return new Payload(data.GetProperty(field));
    }

    /// <summary>The access token in use; signs in when there is none.</summary>
    public async Task<string> CurrentToken(CancellationToken ct = default) => (await Token(ct))!;

    private static JsonElement Parse(string text, HttpStatusCode status)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            throw new HttpRequestException($"HTTP {(int)status} with a body that isn't JSON: {text[..Math.Min(200, text.Length)]}", null, status);
        }
    }

    private async Task<string?> Token(CancellationToken ct)
    {
        if (userName is null || token is { } known)
        {
            return token;
        }

        await SigningIn.WaitAsync(ct);
        try
        {
            if (token is null)
            {
                using var response = await http.PostAsJsonAsync("/account/login", new { userName, password }, Json, ct);
                if (response.StatusCode == HttpStatusCode.Unauthorized)
                {
                    throw new GraphRefusedException("UNAUTHENTICATED", $"{userName} 登录被拒绝");
                }

                response.EnsureSuccessStatusCode();
                token = (await response.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("accessToken").GetString();
            }

            return token;
        }
        finally
        {
            SigningIn.Release();
        }
    }

    private void Forget(string? used) => Interlocked.CompareExchange(ref token, null, used);
}

/// <summary>The answer to a mutation.</summary>
internal sealed record Payload(JsonElement Body)
{
    public bool Replayed => Body.GetProperty("replayed").GetBoolean();

    public string? ErrorCode => Body.GetProperty("errors") is var e && e.GetArrayLength() > 0 ? e[0].GetProperty("code").GetString() : null;

    public string? ErrorMessage => Body.GetProperty("errors") is var e && e.GetArrayLength() > 0 ? e[0].GetProperty("message").GetString() : null;

    public JsonElement this[string name] => Body.GetProperty(name);
}

/// <summary>The server refused to run the question at all.</summary>
internal sealed class GraphRefusedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>Reading answers with few words.</summary>
internal static class Answers
{
    public static string Text(this JsonElement e, string name) => e.GetProperty(name).GetString()!;

    public static string Id(this JsonElement e) => e.GetProperty("id").GetString()!;

    public static int Number(this JsonElement e, string name) => e.GetProperty(name).GetInt32();

    /// <summary>Money in fen. Amounts come as exact decimal text; no floating point on the way.</summary>
    public static long Fen(this JsonElement money) => Scaled(money.Text("amount"), 2);

    /// <summary>An exact decimal text as a whole number of its smallest parts.</summary>
    public static long Scaled(string text, int places)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < places; i++)
        {
            value *= 10;
        }

        return value == decimal.Truncate(value) ? (long)value : throw new FormatException($"{text} has more than {places} places.");
    }
}
