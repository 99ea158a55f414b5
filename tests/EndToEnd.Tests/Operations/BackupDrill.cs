using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>A backup that nobody restored is a hope: taken under load, brought back elsewhere, compared with what was answered.</summary>
public sealed class BackupDrill
{
    private const string OrderOfKey = "order { id number status }";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_backup_under_load_comes_back_elsewhere_with_exactly_what_was_answered_by_then(DatabaseProvider provider)
    {
        using var here = await Room.WithSample(provider);
        using var elsewhere = await Room.Create(provider);
        var archive = here.PathOf("backup");
        await using var first = await HostProcess.Start(here);
        var line = new TheLine(first);
        var offer = (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!;
        var buyer = await first.SignIn("buyer");
        var token = buyer.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        var unit = await line.UnitOf(buyer);
        await line.UntilCounted();
        var untouched = await Ledger.Total(await first.SignIn("officer"), unit);
        var history = new ConcurrentBag<Ordered>();
        var accepted = new ConcurrentBag<(string OrderId, decimal Kilograms)>();
        using var enough = new CancellationTokenSource();
        var workers = Enumerable.Range(0, 3).Select(_ => Orders(first, offer, unit, history, enough.Token)).Append(Accepts(line, buyer, offer, accepted, enough.Token)).ToList();

        await Until(() => history.Count > 20 && !accepted.IsEmpty);
        var began = Stopwatch.GetTimestamp();
        var backup = await HostProcess.Verb(here, "backup", "--to", archive);
        var ended = Stopwatch.GetTimestamp();
        var duringBackup = history.Count;
        await Until(() => history.Count > duringBackup + 20);
        await enough.CancelAsync();
        await Task.WhenAll(workers);
        Assert.True(backup.Code == 0, backup.Said);

        var restored = await HostProcess.Verb(elsewhere, "restore", "--from", archive);
        Assert.True(restored.Code == 0, restored.Said);
        await using var second = await HostProcess.Start(elsewhere);
        await new TheLine(second).UntilCounted();
        var there = await Numbers(await second.SignIn("officer"));

        // Whole up to the moment, nothing from after it, no gap in the numbers.
        Assert.Contains(history, o => o.Answered < began);
        Assert.DoesNotContain(history, o => o.Answered < began && there.GetValueOrDefault(o.Id) != o.Number);
        Assert.DoesNotContain(history, o => o.Asked > ended && there.ContainsKey(o.Id));
        foreach (var series in there.Values.GroupBy(n => n[..^6], n => int.Parse(n[^6..], CultureInfo.InvariantCulture)))
        {
            Assert.Equal(Enumerable.Range(1, series.Count()), series.Order());
        }

        // The ledger is the sum of what is accepted there.
        var officer = await second.SignIn("officer");
        var counted = 0m;
        foreach (var (id, kilograms) in accepted.Where(a => there.ContainsKey(a.OrderId)))
        {
            counted += await IsAccepted(officer, id) ? Math.Round(kilograms * 2 * 5.60m, 2, MidpointRounding.AwayFromZero) : 0;
        }

        Assert.Equal(untouched + counted, await Ledger.Total(officer, unit));
        Assert.True(counted > 0);

        // Who was signed in still is; an answered key answers as before; a key from after the backup is new.
        var again = second.With(token);
        var before = history.First(o => o.Answered < began);
        var replay = await again.Do("orderCreate", OrderOfKey, Input(before.Key, unit, offer));
        Assert.True(replay.GetProperty("replayed").GetBoolean());
        Assert.Equal(before.Id, replay.GetProperty("order").GetProperty("id").GetString());
        var after = history.First(o => o.Asked > ended);
        Assert.False((await again.Do("orderCreate", OrderOfKey, Input(after.Key, unit, offer))).GetProperty("replayed").GetBoolean());

        var healthy = await HostProcess.Verb(elsewhere, "doctor");
        Assert.True(healthy.Code == 0, healthy.Said);
        Assert.Contains("\"good\":true", healthy.Answer, StringComparison.Ordinal);
    }

    private static async Task Orders(HostProcess host, string offer, string unit, ConcurrentBag<Ordered> history, CancellationToken enough)
    {
        var buyer = await host.SignIn("buyer");
        while (!enough.IsCancellationRequested)
        {
            var (key, asked) = (Api.Key(), Stopwatch.GetTimestamp());
            var order = (await buyer.Do("orderCreate", OrderOfKey, Input(key, unit, offer))).GetProperty("order");
            history.Add(new(key, order.GetProperty("id").GetString()!, order.GetProperty("number").GetString()!, asked, Stopwatch.GetTimestamp()));
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static async Task Accepts(TheLine line, Api buyer, string offer, ConcurrentBag<(string OrderId, decimal Kilograms)> accepted, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var order = await line.Order(buyer, offer, 2);
            await line.Accept(order, await line.Deliver(order, 2), 0.97m);
            accepted.Add((order.GetProperty("id").GetString()!, 0.97m));
        }
    }

    private static object Input(string key, string unit, string offer) =>
        new { idempotencyKey = key, unitId = unit, purpose = "CANTEEN", submit = true, lines = new[] { new { offerId = offer, quantity = new { value = 1, unit = "JIN" } } } };

    private static async Task<Dictionary<string, string>> Numbers(Api api)
    {
        var numbers = new Dictionary<string, string>();
        string? after = null;
        while (true)
        {
            var page = (await api.Data(
                "query($after: String) { purchaseOrders(first: 100, after: $after) { nodes { id number } pageInfo { hasNextPage endCursor } } }", new { after })).GetProperty("purchaseOrders");
            foreach (var order in page.GetProperty("nodes").EnumerateArray())
            {
                numbers.Add(order.GetProperty("id").GetString()!, order.GetProperty("number").GetString()!);
            }

            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return numbers;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    private static async Task<bool> IsAccepted(Api api, string orderId) =>
        (await api.Data("query($id: ID!) { node(id: $id) { ... on PurchaseOrder { acceptances { signatures { by } } } } }", new { id = orderId }))
        .GetProperty("node").GetProperty("acceptances").EnumerateArray().Any(a => a.GetProperty("signatures").GetArrayLength() == 2);

    private static async Task Until(Func<bool> reached)
    {
        for (var i = 0; i < 1200 && !reached(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(reached());
    }

    private sealed record Ordered(string Key, string Id, string Number, long Asked, long Answered);
}
