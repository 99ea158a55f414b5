using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;
using Xunit.Abstractions;

namespace Commerce.EndToEnd.Tests.GraphQL;

/// <summary>Ten thousand requests that are broken in every way: none breaks the server, hangs, or shows its inside.</summary>
[Collection(InProduction.Name)]
public sealed partial class MalformedRequests(ProductionHost host, ITestOutputHelper output)
{
    private const int Requests = 10_000;
    private const int Halves = 200;
    private const int Workers = 4;
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("COMMERCE_SEED"), out var given) ? given : 20260610;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(1);

    private static readonly string[] Operations =
    [
        JsonSerializer.Serialize(new { query = "query($n: Int!, $f: ProductFilter) { products(first: $n, filter: $f) { nodes { name variants { specification } } pageInfo { endCursor } } }", variables = new { n = 20, f = new { text = "人参", priceMax = "12.50" } } }),
        JsonSerializer.Serialize(new { query = "query($ids: [ID!]!, $after: String) { nodes(ids: $ids) { id } accounts(first: 10, after: $after) { nodes { userName roles { role unit { name } } } } }", variables = new { ids = new[] { "ou_x", "po_y" }, after = "abc" }, operationName = (string?)null }),
        JsonSerializer.Serialize(new { query = "mutation($input: UnitSaveInput!) { unitSave(input: $input) { unit { id } errors { code message path } replayed } }", variables = new { input = new { idempotencyKey = "k1", name = "测试处", kind = "OFFICE" } } }),
        JsonSerializer.Serialize(new { query = "mutation M($input: OfferSetPriceInput!) { offerSetPrice(input: $input) { errors { code message path } replayed } }", variables = new { input = new { idempotencyKey = "k2", offerId = "off_x", expectedVersion = 1, price = new { amount = "5.60", currency = "CNY" }, per = "JIN" } }, operationName = "M" }),
        JsonSerializer.Serialize(new { query = "query($y: Int!) { assistanceTotals(year: $y, by: [UNIT, MONTH], filter: {months: [\"2026-06\"]}) { rows { keys { label } amount { amount } } } programme(year: $y) { name } }", variables = new { y = 2026 } }),
        JsonSerializer.Serialize(new { query = "{ viewer { name units { name } capabilities } eventBacklog { pending parked { name } } orgUnits { ...u children { ...u } } } fragment u on OrgUnit { id name kind }" }),
    ];

    private static readonly string[] ContentTypes =
    [
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "application/json; charset=\"", "application/graphql",
        "application/json;;;", "json", "a/b/c", "application/json; charset=utf-8; charset=latin1",
    ];

    private static readonly string[] Accepts = ["text/html", "application/json;q=2", "*/*;q=0", ";;;", "application/graphql-response+json; charset=utf-7", "application/json;q=0, */*;q=nan", "\u0001"];

    private static readonly string[] Poison =
    [
        "42", "1e400", "-1e400", "1e-400", "99999999999999999999999999", "\"\\u0000\"", "\"\\ud800\"", "\"\\ud800\\u0000\"", "NaN", "-0", "[[[[[[]]]]]]", "{\"a\":{\"a\":{\"a\":{}}}}", "null", "true", "\"9999-99-99\"", "\"2026-13\"", "{}", "\"\"",
    ];

    [Fact]
    public async Task None_gets_a_5xx_hangs_or_sees_a_stack_trace()
    {
        output.WriteLine($"seed {Seed}");
        var administrator = (await host.SignIn()).Http;
        var nobody = host.Anybody().Http;
        var problems = new ConcurrentBag<string>();
        var slow = new ConcurrentBag<int>();
        var statuses = new ConcurrentDictionary<int, int>();
        GC.Collect();
        var memory = GC.GetTotalMemory(true);
        var clock = Stopwatch.GetTimestamp();

        await Parallel.ForEachAsync(Enumerable.Range(0, Requests - Halves), new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (number, _) =>
        {
            var (status, body, took) = await Send(number % 2 == 0 ? administrator : nobody, number);
            statuses.AddOrUpdate(status, 1, (_, n) => n + 1);
            Judge(number, status, body, problems);
            if (took > Hang)
            {
                slow.Add(number);
            }
        });
        for (var number = 0; number < Halves; number++)
        {
            var (answer, took) = await SendHalf(new Random(unchecked((Seed * 10_007) - number)));
            Judge(-number, answer.StartsWith("HTTP/1.1 5", StringComparison.Ordinal) ? 500 : 400, answer, problems);
            if (took > Hang)
            {
                problems.Add($"half body {number} hung for {took}");
            }
        }

        // A busy machine may pause once; what hangs, hangs again.
        foreach (var number in slow)
        {
            var (_, _, took) = await Send(administrator, number);
            if (took > Hang)
            {
                problems.Add($"request {number} hung for {took}");
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(clock);
        output.WriteLine($"{Requests} requests in {elapsed.TotalSeconds:0.0} s: {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Value} x {s.Key}"))}");
        Assert.Empty(problems.Take(10));
        Assert.DoesNotContain(host.Log, l => l.Contains("in the field", StringComparison.Ordinal) && !l.Contains("parked_events", StringComparison.Ordinal));
        Assert.True(statuses.GetValueOrDefault(400) > 1000 && statuses.GetValueOrDefault(200) > 1000, "the mix is not one");
        Assert.InRange(GC.GetTotalMemory(true) - memory, long.MinValue, 50_000_000);
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", (await host.Anybody().Send("{ __typename }")).ToString());
    }

    [GeneratedRegex(@"   at [A-Z]|Exception|\.cs:line|System\.|Microsoft\.|""INTERNAL""")]
    private static partial Regex Inside();

    private static void Judge(int number, int status, string body, ConcurrentBag<string> problems)
    {
        if (status >= 500 || Inside().IsMatch(body))
        {
            problems.Add($"request {number}: {status} {body[..Math.Min(300, body.Length)]}");
        }
    }

    private static async Task<(int Status, string Body, TimeSpan Took)> Send(HttpClient http, int number)
    {
        using var request = Make(new Random(unchecked((Seed * 10_007) + number)));
        var clock = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, body, Stopwatch.GetElapsedTime(clock));
    }

    private static HttpRequestMessage Make(Random random)
    {
        var body = Broken(random);
        if (random.Next(10) == 0)
        {
            var text = Encoding.UTF8.GetString(body);
            var query = Uri.EscapeDataString(text[..Math.Min(text.Length, 1500)].Replace("\uFFFD", "?", StringComparison.Ordinal));
            return new HttpRequestMessage(HttpMethod.Get, random.Next(3) switch
            {
                0 => $"/graphql?query={query}",
                1 => $"/graphql?query=%7B__typename%7D&variables={query}",
                _ => $"/graphql?query=%ff%00{query}&operationName=%00&extensions=1",
            });
        }

        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", random.Next(10) == 0 ? ContentTypes[random.Next(ContentTypes.Length)] : "application/json");
        if (random.Next(10) == 0)
        {
            request.Headers.TryAddWithoutValidation("Accept", Accepts[random.Next(Accepts.Length)]);
        }
        else if (random.Next(2) == 0)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        }

        switch (random.Next(20))
        {
            case 0:
                request.Content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
                break;
            case 1:
                request.Headers.TransferEncodingChunked = true;
                break;
            case 2:
                request.Headers.TryAddWithoutValidation("Accept-Language", "zz;q=9,,;en");
                break;
        }

        return request;
    }

    /// <summary>A real operation with one to four things wrong.</summary>
    private static byte[] Broken(Random random)
    {
        var text = Operations[random.Next(Operations.Length)];
        var poisoned = random.Next(2) == 0;
        if (poisoned)
        {
            text = Poisoned(random, text);
        }

        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var wrong = poisoned && random.Next(2) == 0 ? 0 : random.Next(5); wrong > 0; wrong--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(200))));
                    break;
                case 5:
                    bytes.InsertRange(at, [0xC3, 0x28, 0xFF]);
                    break;
                case 6:
                    bytes[at] = 0;
                    break;
                default:
                    bytes[at] = (byte)"{}[]\":,$!@()|&=#\\.0"[random.Next(19)];
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Still JSON, with a value that no field expects.</summary>
    private static string Poisoned(Random random, string text)
    {
        if (random.Next(4) == 0)
        {
            var deep = random.Next(20, 3000);
            return text[..^1] + ",\"variables\":{\"n\":" + string.Concat(Enumerable.Repeat("[", deep)) + string.Concat(Enumerable.Repeat("]", deep)) + "}}";
        }

        var poison = Poison[random.Next(Poison.Length)];
        var chosen = random.Next(Values().Count(text));
        return Values().Replace(text, m => chosen-- == 0 ? m.Groups[1].Value + poison : m.Value);
    }

    [GeneratedRegex("(\"(?:variables|input|n|f|ids|after|text|priceMax|idempotencyKey|name|kind|offerId|expectedVersion|price|amount|per|y|operationName)\":)(\"[^\"]*\"|[0-9]+|null)")]
    private static partial Regex Values();

    /// <summary>Promises more than it sends, and says no more.</summary>
    private async Task<(string Answer, TimeSpan Took)> SendHalf(Random random)
    {
        var body = Encoding.UTF8.GetBytes(Operations[random.Next(Operations.Length)]);
        var half = body[..random.Next(body.Length)];
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port);
        var stream = client.GetStream();
        var length = random.Next(3) switch { 0 => "Transfer-Encoding: chunked", 1 => "Content-Length: 99999999999999999999", _ => $"Content-Length: {body.Length}" };
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /graphql HTTP/1.1\r\nHost: {host.Address.Authority}\r\nContent-Type: application/json\r\n{length}\r\n\r\n"));
        await stream.WriteAsync(half);
        var clock = Stopwatch.GetTimestamp();
        client.Client.Shutdown(SocketShutdown.Send);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            using var reader = new StreamReader(stream);
            return (await reader.ReadToEndAsync(end.Token), Stopwatch.GetElapsedTime(clock));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return ("", Stopwatch.GetElapsedTime(clock));
        }
    }
}
