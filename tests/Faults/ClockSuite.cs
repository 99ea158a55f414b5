using System.Globalization;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>Second signatures ten seconds before and five seconds after the year ends in China, which is 16:00 UTC: each counts in its month. Then the
/// clock is turned back an hour and a day, and a month ahead.</summary>
/// <remarks>N acceptances at each time.</remarks>
internal sealed class ClockSuite(int n, int seed, string hostDll, SetUp setUp) : Suite("clock", n, seed, hostDll, setUp)
{
    private static readonly DateTimeOffset Midnight = new(Scene.Year, 12, 31, 16, 0, 0, TimeSpan.Zero);
    private readonly List<(string Acceptance, DateTimeOffset At, long Fen)> signed = [];
    private Clock clock = null!;
    private int last;

    protected override async Task Begin(Server server, Place place)
    {
        clock = new Clock(server, Path.GetDirectoryName(place.Data)!, Midnight.AddMinutes(-10) - DateTimeOffset.UtcNow);
        await server.Start();
    }

    protected override async Task Play(Server server, Place place, string folder)
    {
        var scene = await Scene.Set(server, offers: 1);
        await scene.Adjust(scene.Offers[0], 100_000_000, "scene-stock");
        var before = await Weighed(scene);
        var after = await Weighed(scene);
        await clock.TurnTo(Midnight.AddSeconds(-10));
        await Sign(scene, before);
        await clock.TurnTo(Midnight.AddSeconds(5));
        await Sign(scene, after);
        await Compare(scene, "around midnight");
        if (signed.Count(s => s.At < Midnight) != N)
        {
            Problems.Add("the machine is too slow for this run: midnight came before the first signatures");
        }

        // Whatever the clock does then: people sign in and go on.
        foreach (var (turn, what) in new[] { (TimeSpan.FromHours(-1), "an hour back"), (TimeSpan.FromDays(-1), "a day back"), (TimeSpan.FromDays(31), "a month ahead") })
        {
            await clock.Turn(clock.Ahead + turn);
            scene = await Scene.Set(server, offers: 1, Midnight.Year + (turn > TimeSpan.Zero ? 1 : 0));
            await Sign(scene, await Weighed(scene));
            await Compare(scene, what);
        }

        Figures["signed in December"] = signed.Count(s => Arithmetic.Month(s.At).EndsWith("-12", StringComparison.Ordinal));
        Figures["signed in January"] = signed.Count(s => Arithmetic.Month(s.At).EndsWith("-01", StringComparison.Ordinal));
    }

    /// <summary>Each signature stands in the ledger, with its amount, in the Chinese month of its instant.</summary>
    private async Task Compare(Scene scene, string when)
    {
        await scene.Settle(TimeSpan.FromSeconds(60));
        var rows = new Dictionary<string, (string Month, long Fen)>();
        foreach (var year in new[] { Midnight.Year, Midnight.Year + 1 })
        {
            foreach (var row in await Scene.All(scene.People["officer"], "ledgerEntries", $", year: {year}", "month amount { amount } source { acceptance { id } }"))
            {
                if (row.GetProperty("source").GetProperty("acceptance") is { ValueKind: System.Text.Json.JsonValueKind.Object } of)
                {
                    rows[of.Id()] = (row.Text("month"), row.GetProperty("amount").Fen());
                }
            }
        }

        foreach (var (acceptance, at, fen) in signed)
        {
            var right = Arithmetic.Month(at);
            if (!rows.TryGetValue(acceptance, out var row))
            {
                Problems.Add($"{when}: what was signed at {at:u} isn't in the ledger");
            }
            else if (row.Month != right)
            {
                Problems.Add($"in the wrong month, {when}: signed at {at:u}, which is {right} in China, and counted in {row.Month}");
            }
            else if (row.Fen != fen)
            {
                Problems.Add($"{when}: {row.Fen} fen are in the ledger, {fen} would be right");
            }
        }
    }

    /// <summary>N acceptances that lack the second signature.</summary>
    private async Task<List<(string Acceptance, long Fen)>> Weighed(Scene scene)
    {
        var weighed = new List<(string, long)>();
        for (var i = 0; i < N; i++)
        {
            weighed.Add(await Weigh(scene, ++last));
        }

        return weighed;
    }

    private async Task<(string Acceptance, long Fen)> Weigh(Scene scene, int i)
    {
        var offer = scene.Offers[0];
        var made = await Do(scene, "buyer", "orderCreate", i, new() { ["unitId"] = scene.Unit, ["purpose"] = "CANTEEN", ["submit"] = true, ["lines"] = new[] { new { offerId = offer.Id, quantity = Scene.Of(offer.MinimumMilli, offer.Unit) } } }, "order", "id version lines { id }");
        var order = made["order"];
        var line = order.GetProperty("lines")[0].Id();
        var decided = await Do(scene, "approver", "orderDecide", i, new() { ["orderId"] = order.Id(), ["expectedVersion"] = order.Number("version"), ["decision"] = "APPROVED" }, "order", "id version");
        var confirmed = await Do(scene, "supplier", "orderConfirm", i, new() { ["orderId"] = order.Id(), ["expectedVersion"] = decided["order"].Number("version") }, "order", "id version");
        var sent = await Do(scene, "supplier", "deliveryDispatch", i, new() { ["orderId"] = order.Id(), ["expectedVersion"] = confirmed["order"].Number("version"), ["lines"] = new[] { new { lineId = line, quantity = Scene.Of(offer.MinimumMilli, offer.Unit), batch = "Y" } } }, "delivery", "id");
        var net = Scene.Of(offer.MinimumMilli, offer.Unit);
        object weighed = offer.CatchWeight ? new { lineId = line, gross = Scene.Of(offer.MinimumMilli + 500, offer.Unit), tare = Scene.Of(500, offer.Unit), net } : new { lineId = line, net };
        var recorded = await Do(scene, "keeper", "acceptanceRecord", i, new() { ["deliveryId"] = sent["delivery"].Id(), ["lines"] = new[] { weighed } }, "acceptance", "id");
        return (recorded["acceptance"].Id(), Arithmetic.Fen(offer.PriceTenThousandths, offer.MinimumMilli));
    }

    private async Task Sign(Scene scene, List<(string Acceptance, long Fen)> weighed)
    {
        foreach (var (acceptance, fen) in weighed)
        {
            var answer = await Do(scene, "purchaser", "acceptanceSign", ++last, new() { ["acceptanceId"] = acceptance }, "acceptance", "id acceptedAt");
            signed.Add((acceptance, DateTimeOffset.Parse(answer["acceptance"].Text("acceptedAt"), CultureInfo.InvariantCulture), fen));
        }
    }

    private async Task<Payload> Do(Scene scene, string role, string field, int i, Dictionary<string, object> input, string result, string selection)
    {
        input["idempotencyKey"] = $"clock-{Seed}-{i}-{field}";
        var answer = await scene.People[role].Mutate(field, input, $"{result} {{ {selection} }}");
        return answer.ErrorCode is { } code ? throw new SuiteFailedException($"{field} was refused: {code} {answer.ErrorMessage}") : answer;
    }
}
