using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests.Streams;

/// <summary>Reads a stream as it comes over the wire, message by message; a comment is a message without an event.</summary>
internal sealed class Listener : IAsyncDisposable
{
    public const string Query = "subscription($outlet: ID!) { offerChanged(outletId: $outlet) { id price { amount } stockState } }";
    private readonly StreamReader reader;

    private Listener(HttpResponseMessage answer, Stream body) => (Answer, reader) = (answer, new StreamReader(body));

    public HttpResponseMessage Answer { get; }

    /// <summary>Asks; the answer may be a refusal.</summary>
    public static async Task<Listener> Ask(Api api, object body, string accept = "text/event-stream", HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, "/graphql/stream");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        var answer = await api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new(answer, await answer.Content.ReadAsStreamAsync());
    }

    public static Task<Listener> To(Api api, string outlet) => Ask(api, new { query = Query, variables = new { outlet } });

    /// <summary>The refusal's code, and its status.</summary>
    public async Task<(int Status, string Code)> Refusal()
    {
        var body = JsonSerializer.Deserialize<JsonElement>(await reader.ReadToEndAsync());
        return ((int)Answer.StatusCode, body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!);
    }

    /// <summary>The next message; fails when none comes in time.</summary>
    public async Task<(string Event, JsonElement Data)> Next(double seconds = 2)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var (name, data) = ("", default(JsonElement));
        while (await reader.ReadLineAsync(patience.Token) is { Length: > 0 } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal) && line.Length > "data: ".Length)
            {
                data = JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]);
            }
        }

        return (name, data);
    }

    /// <summary>The offer of the next event.</summary>
    public async Task<JsonElement> Offer(double seconds = 2)
    {
        while (true)
        {
            if (await Next(seconds) is { Event: "next" } message)
            {
                return message.Data.GetProperty("data").GetProperty("offerChanged");
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        Answer.Dispose();
        return default;
    }
}

/// <summary>The reference client of the protocol, in a process of its own; skipped by name without Node.</summary>
internal sealed class ReferenceClient : IDisposable
{
    private readonly Process process;

    private ReferenceClient(Process process) => this.process = process;

    public static ReferenceClient Start(Uri host, string outlet)
    {
        var programs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "Judges"));
        var start = new ProcessStartInfo("node", ["stream.js", new Uri(host, "/graphql/stream").ToString(), JsonSerializer.Serialize(new { query = Listener.Query, variables = new { outlet } })])
        {
            WorkingDirectory = programs,
            RedirectStandardOutput = true,
        };
        return new(Process.Start(start)!);
    }

    /// <summary>What happens next: connected, next, error or complete.</summary>
    public async Task<JsonElement> Next(double seconds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        return JsonSerializer.Deserialize<JsonElement>((await process.StandardOutput.ReadLineAsync(patience.Token))!);
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static string Here([CallerFilePath] string here = "") => here;
}
