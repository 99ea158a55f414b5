using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>A page costs at most one SQL statement per level, however many rows it has.</summary>
[Collection(OneHost.Name)]
public sealed class Statements(RunningHost host) : IAsyncLifetime
{
    private const int Most = 100;

    private const string Orders =
        """
        query($n: Int!) { purchaseOrders(first: $n) { nodes { number unit { name } countsFor { name }
          lines { productName village { name } offer { id } }
          deliveries { number lines { batch } }
          acceptances { number signatures { by } lines { net { value } } } } } }
        """;

    private const string Ledger =
        """
        query($n: Int!) { ledgerEntries(year: 2026, first: $n) { nodes { amount { amount } unit { name } village { name } product { name } source { order { number } acceptance { number } } } } }
        """;

    /// <summary>Sees to it that there are as many orders and ledger rows as the longest page shows.</summary>
    public async Task InitializeAsync()
    {
        var officer = await host.SignIn("officer");
        var buyer = await host.SignIn("buyer2");
        var line = new TheLine(host);
        var unitId = await line.UnitOf(buyer);
        var offerId = (await line.Offer(TheLine.Rice)).GetProperty("id").GetString();
        for (var orders = await Rows(officer, "purchaseOrders(first: 100)"); orders < Most; orders++)
        {
            await buyer.Do(
                "orderCreate", "", new { idempotencyKey = Api.Key(), unitId, purpose = "CANTEEN", submit = false, lines = new[] { new { offerId, quantity = new { value = 1, unit = "JIN" } } } });
        }

        var rice = (await officer.Data("query($t: String!) { products(first: 1, filter: {text: $t}) { nodes { id producer { village { id } } } } }", new { t = TheLine.Rice }))
            .GetProperty("products").GetProperty("nodes")[0];
        for (var rows = await Rows(officer, "ledgerEntries(year: 2026, first: 100)"); rows < Most; rows++)
        {
            await officer.Do(
                "ledgerAdjust", "",
                new
                {
                    idempotencyKey = Api.Key(),
                    year = 2026,
                    unitId,
                    villageId = rice.GetProperty("producer").GetProperty("village").GetProperty("id").GetString(),
                    productId = rice.GetProperty("id").GetString(),
                    month = "2026-01",
                    amount = new { amount = "0.01", currency = "CNY" },
                    reason = "凑满一页",
                });
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("officer", Orders, 5)]
    [InlineData("officer", Orders, Most)]
    [InlineData("officer", Ledger, 5)]
    [InlineData("officer", Ledger, Most)]
    public async Task A_page_costs_one_statement_per_level_at_the_most(string role, string query, int rows)
    {
        var api = await host.SignIn(role);
        var page = await api.Data(query, new { n = rows });
        Assert.Equal(rows, page.EnumerateObject().Single().Value.GetProperty("nodes").GetArrayLength());

        var statements = await Count(api, query, new { n = rows });

        // Levels below the page that are their own tables: lines, deliveries, their lines, acceptances, theirs, signatures; or order and acceptance.
        var depth = query == Orders ? 6 : 2;
        Assert.InRange(statements, 1, 1 + depth);
    }

    [Fact]
    public async Task The_catalogue_costs_no_statement_at_all()
    {
        const string query = "query($n: Int!) { products(first: $n) { nodes { name producer { name village { name } } variants { specification offers { price { amount } outlet { name } } } } } }";

        Assert.Equal(0, await Count(host.Anybody(), query, new { n = 100 }));
    }

    private static async Task<int> Rows(Api api, string list) =>
        (await api.Data($"{{ {list} {{ nodes {{ id }} }} }}")).EnumerateObject().Single().Value.GetProperty("nodes").GetArrayLength();

    /// <summary>Statements that the server runs for one request, told from others by the trace that the client began.</summary>
    private static async Task<int> Count(Api api, string query, object variables)
    {
        var trace = ActivityTraceId.CreateRandom();
        var counted = 0;
        using var all = DiagnosticListener.AllListeners.Subscribe(new Watch<DiagnosticListener>(l =>
        {
            if (l.Name == "Microsoft.EntityFrameworkCore")
            {
                l.Subscribe(new Watch<KeyValuePair<string, object?>>(e =>
                {
                    if (e.Key == RelationalEventId.CommandExecuted.Name && Activity.Current?.TraceId == trace)
                    {
                        Interlocked.Increment(ref counted);
                    }
                }));
            }
        }));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        request.Headers.Authorization = api.Http.DefaultRequestHeaders.Authorization;
        var answer = await api.Http.SendAsync(request);
        Assert.DoesNotContain("\"errors\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return counted;
    }

    private sealed class Watch<T>(Action<T> see) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => see(value);
    }
}
