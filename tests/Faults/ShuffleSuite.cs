using System.Globalization;
using System.Text.RegularExpressions;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>Five events of one order's life, two acceptances, a correction and a return among them, reach the ledger in every order of coming: the rows are the same each time.</summary>
/// <remarks>N orders of coming, each for an order of its own; all 120 when N is 120, then seeded ones.</remarks>
internal sealed partial class ShuffleSuite(int n, int seed, string hostDll, SetUp setUp) : Suite("shuffle", n, seed, hostDll, setUp)
{
    private static readonly string[] Names = ["OrderConfirmed", "GoodsAccepted", "GoodsReturned"];

    protected override async Task Play(Server server, Place place, string folder)
    {
        var scene = await Scene.Set(server, offers: 1);
        var order = await Play(scene);
        await scene.Settle(TimeSpan.FromSeconds(60));
        var facts = await Facts(place, order);
        Figures["events of the order"] = facts.Count;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var copies = await Told(place, facts);
        await scene.Settle(TimeSpan.FromSeconds(240));
        var rows = await Rows(scene);
        foreach (var (renamed, coming) in copies)
        {
            // Row by row: that of a line, and that of the line's copy.
            foreach (var (line, right) in rows.Where(r => renamed.ContainsKey(r.Key)))
            {
                if (rows.GetValueOrDefault(renamed[line]) is var seen && seen != right)
                {
                    Problems.Add($"coming as {coming} they make {seen ?? "nothing"}, {right} would be right");
                }
            }
        }

        Figures["rows of each"] = copies.Count == 0 ? 0 : rows.Keys.Count(copies[0].Renamed.ContainsKey);
        if (Figures["rows of each"] != 4 || rows.Count < 4 * (copies.Count + 1))
        {
            Problems.Add($"{Figures["rows of each"]} rows of the order itself are in the ledger, and {rows.Count} of all");
        }

        Figures["orders of coming"] = copies.Count;
        Figures["seconds until all were in"] = (long)watch.Elapsed.TotalSeconds;
    }

    /// <summary>One order, delivered in two parts; the first is corrected, and some of the second goes back.</summary>
    private async Task<string> Play(Scene scene)
    {
        var offer = scene.Offers[0];
        await scene.Adjust(offer, 100_000_000, "scene-stock");
        var step = 0;
        var half = offer.MinimumMilli + offer.StepMilli - (offer.MinimumMilli % offer.StepMilli);
        var made = (await Do("buyer", "orderCreate", new() { ["unitId"] = scene.Unit, ["purpose"] = "CANTEEN", ["submit"] = true, ["lines"] = new[] { new { offerId = offer.Id, quantity = Scene.Of(2 * half, offer.Unit) } } }, "order { id version lines { id } }"))["order"];
        var (id, line) = (made.Id(), made.GetProperty("lines")[0].Id());
        await Do("approver", "orderDecide", new() { ["orderId"] = id, ["expectedVersion"] = await Version(), ["decision"] = "APPROVED" }, "order { id }");
        await Do("supplier", "orderConfirm", new() { ["orderId"] = id, ["expectedVersion"] = await Version() }, "order { id }");
        var (first, delivery) = await Deliver();
        var (second, _) = await Deliver();
        var corrected = (await Do("keeper", "acceptanceRecord", new() { ["deliveryId"] = delivery, ["correctsAcceptanceId"] = first, ["lines"] = new[] { Weighed(half - 500) } }, "acceptance { id }"))["acceptance"].Id();
        await Do("purchaser", "acceptanceSign", new() { ["acceptanceId"] = corrected }, "acceptance { id }");
        await Do("keeper", "goodsReturn", new() { ["acceptanceId"] = second, ["lines"] = new[] { new { lineId = line, net = Scene.Of(500, offer.Unit) } }, ["reason"] = "品质不符" }, "order { id }");
        return id;

        async Task<(string Acceptance, string Delivery)> Deliver()
        {
            var sent = (await Do("supplier", "deliveryDispatch", new() { ["orderId"] = id, ["expectedVersion"] = await Version(), ["lines"] = new[] { new { lineId = line, quantity = Scene.Of(half, offer.Unit), batch = "S" } } }, "delivery { id }"))["delivery"].Id();
            var recorded = (await Do("keeper", "acceptanceRecord", new() { ["deliveryId"] = sent, ["lines"] = new[] { Weighed(half) } }, "acceptance { id }"))["acceptance"].Id();
            await Do("purchaser", "acceptanceSign", new() { ["acceptanceId"] = recorded }, "acceptance { id }");
            return (recorded, sent);
        }

        object Weighed(long milli) => offer.CatchWeight
            ? new { lineId = line, gross = Scene.Of(milli + 500, offer.Unit), tare = Scene.Of(500, offer.Unit), net = Scene.Of(milli, offer.Unit) }
            : new { lineId = line, net = Scene.Of(milli, offer.Unit) };

        async Task<int> Version() => (await scene.People["buyer"].Ask("query V($id: ID!) { node(id: $id) { ... on PurchaseOrder { version } } }", new { id })).GetProperty("node").Number("version");

        async Task<Payload> Do(string role, string field, Dictionary<string, object> input, string selection)
        {
            input["idempotencyKey"] = string.Create(CultureInfo.InvariantCulture, $"shuffle-{Seed}-{++step}");
            var answer = await scene.People[role].Mutate(field, input, selection);
            return answer.ErrorCode is { } code ? throw new SuiteFailedException($"{field} was refused: {code} {answer.ErrorMessage}") : answer;
        }
    }

    /// <summary>What each line of a document made in the ledger.</summary>
    private static async Task<Dictionary<string, string>> Rows(Scene scene) =>
        (await Scene.All(scene.People["officer"], "ledgerEntries", $", year: {Scene.Year}", "kind month amount { amount } quantity { base } source { id }"))
            .ToDictionary(r => Plain(r.GetProperty("source").Id()), r => $"{r.Text("kind")} {r.Text("month")} {r.GetProperty("amount").Text("amount")} {r.GetProperty("quantity").Text("base")}");

    private static async Task<List<(string Name, string Body)>> Facts(Place place, string order)
    {
        var facts = new List<(string, string)>();
        await using var db = await place.Open("ordering");
        await using var read = db.CreateCommand();
        read.CommandText = "SELECT \"Name\", \"Body\" FROM outbox ORDER BY \"Sequence\"";
        await using var reader = await read.ExecuteReaderAsync();
        var id = Plain(order);
        while (await reader.ReadAsync())
        {
            var (name, body) = (reader.GetString(0).Split('.')[^1], reader.GetString(1));
            if (Names.Contains(name) && body.Contains(id, StringComparison.OrdinalIgnoreCase))
            {
                facts.Add((name, body));
            }
        }

        return facts;
    }

    /// <summary>Puts the events of as many orders as there are orders of coming into the outbox, all at once.</summary>
    private async Task<List<(Dictionary<string, string> Renamed, string Coming)>> Told(Place place, List<(string Name, string Body)> facts)
    {
        // Ids that mean this order, its line, its acceptances and its return; what they have in common (offer, unit, product) stays.
        var own = facts.SelectMany(f => OwnIds().Matches(f.Body).Select(m => m.Groups[1].Value)).ToHashSet();
        var copies = new List<(Dictionary<string, string>, string)>();
        await using var db = await place.Open("ordering");
        await using var all = await db.BeginTransactionAsync();
        foreach (var coming in Comings(facts.Count).Take(N))
        {
            var renamed = own.ToDictionary(id => id, _ => Guid.NewGuid().ToString());
            foreach (var i in coming)
            {
                await Forgery.Insert(db, place, facts[i].Name, own.Aggregate(facts[i].Body, (body, id) => body.Replace(id, renamed[id], StringComparison.Ordinal)), all);
            }

            copies.Add((renamed, string.Join(',', coming.Select(i => facts[i].Name))));
        }

        await all.CommitAsync();
        return copies;
    }

    private IEnumerable<int[]> Comings(int count)
    {
        foreach (var one in Permutations([.. Enumerable.Range(0, count)], 0))
        {
            yield return one;
        }

#pragma warning disable CA5394 // Seeded on purpose: a red run must be repeatable.
        var random = new Random(Seed);
        while (true)
        {
            var again = Enumerable.Range(0, count).ToArray();
            random.Shuffle(again);
            yield return again;
        }
#pragma warning restore CA5394
    }

    private static IEnumerable<int[]> Permutations(int[] items, int from)
    {
        if (from == items.Length - 1)
        {
            yield return [.. items];
            yield break;
        }

        for (var i = from; i < items.Length; i++)
        {
            (items[from], items[i]) = (items[i], items[from]);
            foreach (var rest in Permutations(items, from + 1))
            {
                yield return rest;
            }

            (items[from], items[i]) = (items[i], items[from]);
        }
    }

    private static string Plain(string nodeId) => Guid.ParseExact(nodeId[(nodeId.IndexOf('_', StringComparison.Ordinal) + 1)..], "N").ToString();

    [GeneratedRegex("\"(?:orderId|orderLineId|lineId|originalLineId|acceptanceId|correctsId|returnId)\":\"([0-9a-f-]{36})\"")]
    private static partial Regex OwnIds();
}
