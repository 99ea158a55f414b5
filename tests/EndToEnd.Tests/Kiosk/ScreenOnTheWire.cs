using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Commerce.EndToEnd.Tests.Kiosk;

/// <summary>What a counter's screen fetches, over HTTP and without an account.</summary>
[Collection(OneHost.Name)]
public sealed class ScreenOnTheWire(RunningHost host)
{
    private static readonly string[] Parts = ["/kiosk", "/kiosk/kiosk.css", "/kiosk/kiosk.js", "/kiosk/goods.svg", "/kiosk/worker.js"];

    [Fact]
    public async Task A_first_look_costs_less_than_100_KB_with_all_goods()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var script = await http.GetStringAsync("/kiosk/kiosk.js");

        var bytes = 0;
        foreach (var part in Parts)
        {
            bytes += await Size(await http.GetAsync(part));
        }

        var query = Regex.Match(script, "const query = `(.*?)`;", RegexOptions.Singleline).Groups[1].Value;
        var variables = new { first = 40, after = default(string), filter = new { uses = new[] { "KIOSK" } }, outlet = default(string) };
        var answer = await http.GetAsync($"/graphql?query={Uri.EscapeDataString(query)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(variables))}");
        bytes += await Size(answer);

        var products = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("data").GetProperty("products");
        Assert.False(products.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.True(products.GetProperty("nodes").GetArrayLength() > 25);
        Assert.InRange(bytes, 20_000, 100_000);
    }

    [Fact]
    public async Task A_part_that_has_not_changed_is_not_sent_again()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var first = await http.GetAsync("/kiosk/kiosk.js");

        using var again = new HttpRequestMessage(HttpMethod.Get, "/kiosk/kiosk.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
    }

    private static async Task<int> Size(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length + Encoding.UTF8.GetByteCount($"{answer.Headers}{answer.Content.Headers}");
    }
}
