using System.Globalization;
using System.Net;
using System.Text.Json;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>Each named metric is there and moves with what it counts; and not everybody may read it.</summary>
[Collection(BeingWatched.Name)]
public sealed class MetricsAreFed(Watched watched)
{
    private static readonly Uri Path = new("/metrics", UriKind.Relative);

    [Fact]
    public async Task Orders_rows_and_refusals_are_counted()
    {
        await watched.Host.Anybody().Send("{ nonsense }");
        var before = await Read();
        var line = new TheLine(watched.Host);
        var buyer = await watched.Host.SignIn("buyer");
        var offer = (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!;

        var order = await line.Order(buyer, offer, 2);
        await line.Accept(order, await line.Deliver(order, 2), 1);
        await line.UntilCounted();
        await watched.Host.Anybody().Send("{ nonsense }");

        var after = await Read();
        Assert.Equal(1, after["commerce_orders_submitted_total"] - before["commerce_orders_submitted_total"]);
        Assert.Equal(1, after["commerce_ledger_rows_total"] - before["commerce_ledger_rows_total"]);
        Assert.Equal(1, after["commerce_graphql_refused_total"] - before["commerce_graphql_refused_total"]);
    }

    [Fact]
    public async Task A_refused_order_and_a_replayed_one_count_nothing()
    {
        var line = new TheLine(watched.Host);
        var buyer = await watched.Host.SignIn("buyer");
        var offer = (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!;
        var unit = await line.UnitOf(buyer);
        object Input(string key, decimal value) =>
            new { idempotencyKey = key, unitId = unit, purpose = "CANTEEN", submit = true, lines = new[] { new { offerId = offer, quantity = new { value, unit = "JIN" } } } };
        var key = Api.Key();
        await buyer.Do("orderCreate", "order { id }", Input(key, 1));
        var before = await Read();

        Assert.True((await buyer.Do("orderCreate", "order { id }", Input(key, 1))).GetProperty("replayed").GetBoolean());
        await buyer.Refused("orderCreate", Input(Api.Key(), 99_999_999));

        Assert.Equal(before["commerce_orders_submitted_total"], (await Read())["commerce_orders_submitted_total"]);
    }

    [Fact]
    public async Task What_waits_and_what_is_parked_shows()
    {
        using var room = await Room.WithSample(DatabaseProvider.Sqlite);

        // One event opened again under a name that this version doesn't know: it waits for one that does. And one that is parked.
        Assert.Equal(1, await room.Execute("ordering", "UPDATE outbox SET ClosedAt = NULL, Name = 'Nobody.Knows.This' WHERE Sequence = (SELECT MAX(Sequence) FROM outbox)"));
        await room.Execute(
            "platform",
            """
            INSERT INTO parked_events (Id, EventId, Endpoint, Name, Body, OccurredAt, ReceivedAt, Reason, Waiting, Tries, NextTryAt)
            VALUES ('A0000000-0000-0000-0000-000000000001', 'A0000000-0000-0000-0000-000000000002', 'x', 'x', '{}', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 'of another life', 0, 0, '2026-01-01 00:00:00')
            """);
        await using var host = await HostProcess.Start(room, demo: false, settings: new Dictionary<string, string>
        {
            ["Commerce__FirstAdministrator__UserName"] = "first.admin",
            ["Commerce__FirstAdministrator__Password"] = "a-long-enough-pass",
        });

        var shown = await Read(host, m => m.GetValueOrDefault("commerce_outbox_oldest_seconds") > 0 && m["commerce_outbox_pending"] == 1 && m["commerce_events_parked"] == 1);
        var later = await Read(host, m => m.GetValueOrDefault("commerce_outbox_oldest_seconds") >= shown["commerce_outbox_oldest_seconds"] + 3);

        Assert.Equal((1, 1), (shown["commerce_outbox_pending"], shown["commerce_events_parked"]));
        Assert.Equal((1, 1), (later["commerce_outbox_pending"], later["commerce_events_parked"]));
    }

    [Fact]
    public async Task All_signals_reach_a_collector()
    {
        await watched.Host.Anybody().Data("{ __typename }");

        foreach (var signal in (string[])["/v1/traces", "/v1/metrics", "/v1/logs"])
        {
            await Until(() => watched.Exported.Any(e => e.Path == signal));
        }

        await Until(() => watched.Exported.Any(e => e.Path == "/v1/traces" && e.Bytes.Contains("graphql", StringComparison.Ordinal)));
        await Until(() => watched.Exported.Any(e => e.Path == "/v1/metrics" && e.Bytes.Contains("commerce_outbox_pending", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Logs_are_an_object_per_line_when_no_terminal_reads_them()
    {
        await watched.Host.Anybody().Data("{ __typename }");

        Assert.NotEmpty(watched.Host.Log);
        foreach (var line in watched.Host.Log.Where(l => l.Length > 0))
        {
            using var read = JsonDocument.Parse(line);
            Assert.True(read.RootElement.TryGetProperty("Category", out _), line);
        }
    }

    [Fact]
    public async Task Whoever_comes_through_a_proxy_may_not_read_metrics()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Add("X-Forwarded-For", "127.0.0.1");

        var answer = await watched.Host.Anybody().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("commerce_", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_token_set_only_who_brings_it_reads_metrics_also_on_this_machine()
    {
        using var room = await Room.Create(DatabaseProvider.Sqlite);
        await using var host = await HostProcess.Start(room, demo: false, settings: new Dictionary<string, string>
        {
            ["Commerce__FirstAdministrator__UserName"] = "first.admin",
            ["Commerce__FirstAdministrator__Password"] = "a-long-enough-pass",
            ["Commerce__Metrics__Token"] = "metrics-token-0123456789",
        });

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anybody().Http.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.With("wrong-token-0123456789").Http.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.With("metrics-token-0123456789").Http.GetAsync(Path)).StatusCode);
    }

    private Task<Dictionary<string, double>> Read() => Read(watched.Host, _ => true);

    /// <summary>The metrics, labels added up, once they are as expected.</summary>
    private static async Task<Dictionary<string, double>> Read(HostProcess host, Func<Dictionary<string, double>, bool> asExpected)
    {
        for (var i = 0; ; i++)
        {
            // The exporter keeps its answer for a moment.
            await Task.Delay(500);
            var text = await host.Anybody().Http.GetStringAsync(Path);
            var read = text.Split('\n').Where(l => l.StartsWith("commerce_", StringComparison.Ordinal)).Select(l => l.Split(' '))
                .GroupBy(l => l[0].Split('{')[0], l => double.Parse(l[1], CultureInfo.InvariantCulture)).ToDictionary(g => g.Key, g => g.Sum());
            if (asExpected(read) || i == 40)
            {
                return read;
            }
        }
    }

    private static async Task Until(Func<bool> reached)
    {
        for (var i = 0; i < 200 && !reached(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(reached());
    }
}
