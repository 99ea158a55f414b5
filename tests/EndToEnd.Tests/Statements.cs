using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>A page costs at most one SQL statement per level, however many rows it has.</summary>
[Collection(OneHost.Name)]
public sealed class Statements(RunningHost host)
{
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

    [Theory]
    [InlineData("officer", Orders, 5)]
    [InlineData("officer", Orders, 100)]
    [InlineData("officer", Ledger, 5)]
    [InlineData("officer", Ledger, 100)]
    public async Task A_page_costs_one_statement_per_level_at_the_most(string role, string query, int rows)
    {
        var api = await host.SignIn(role);
        await api.Data(query, new { n = rows });

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
