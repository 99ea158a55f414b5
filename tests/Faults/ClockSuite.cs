using System.Globalization;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>Second signatures before and after midnight of 31 December in China, which is 16:00 UTC: each counts in its month. Then the clock is set back an hour.</summary>
/// <remarks>N acceptances on each side.</remarks>
internal sealed class ClockSuite(int n, int seed, string hostDll, SetUp setUp) : Suite("clock", n, seed, hostDll, setUp)
{
    private const int SecondsBefore = 75;
    private readonly System.Diagnostics.Stopwatch sinceStart = new();

    protected override async Task Begin(Server server, Place place)
    {
        // First the sample data in ordinary time; then a start shortly before the new year.
        await server.Start();
        await server.Stop();
        var midnight = new DateTime(2026, 12, 31, 16, 0, 0, DateTimeKind.Utc);
        sinceStart.Start();
        Clock.Set(server, $"@{midnight.AddSeconds(-SecondsBefore):yyyy-MM-dd HH:mm:ss}");
        await server.Start();
    }

    protected override async Task Play(Server server, Place place, string folder)
    {
        var scene = await Scene.Set(server, offers: 1, year: 2026);
        await scene.Adjust(scene.Offers[0], 100_000_000, "scene-stock");
        var waiting = new Queue<(string Acceptance, long Fen)>();
        for (var i = 0; i < 2 * N; i++)
        {
            waiting.Enqueue(await Weighed(scene, i));
        }

        var signed = new List<(DateTimeOffset At, long Fen)>();
        for (var i = 0; i < N; i++)
        {
            signed.Add(await Sign(scene, waiting.Dequeue()));
        }

        if (signed.Count(s => s.At.ToOffset(TimeSpan.FromHours(8)).Month == 12) != N)
        {
            Problems.Add("the machine is too slow for this run: midnight came before the first signatures");
        }

        var left = TimeSpan.FromSeconds(SecondsBefore + 3) - sinceStart.Elapsed;
        await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        while (waiting.Count > 0)
        {
            signed.Add(await Sign(scene, waiting.Dequeue()));
        }

        await scene.Settle(TimeSpan.FromSeconds(60));
        await Compare(scene, signed);

        // An hour back: nothing moves, and the sequence goes on.
        await server.Stop();
        Clock.Set(server, $"@{new DateTime(2026, 12, 31, 15, 5, 0, DateTimeKind.Utc):yyyy-MM-dd HH:mm:ss}");
        await server.Start();
        scene = await Scene.Set(server, offers: 1, year: 2026);
        signed.Add(await Sign(scene, await Weighed(scene, 1000)));
        await scene.Settle(TimeSpan.FromSeconds(60));
        await Compare(scene, signed);
        Figures["signed in December"] = signed.Count(s => Arithmetic.Month(s.At) == "2026-12");
        Figures["signed in January"] = signed.Count(s => Arithmetic.Month(s.At) == "2027-01");
        if (Figures["signed in January"] < N)
        {
            Problems.Add("midnight never came");
        }
    }

    private async Task Compare(Scene scene, List<(DateTimeOffset At, long Fen)> signed)
    {
        foreach (var (month, year) in new[] { ("2026-12", 2026), ("2027-01", 2027) })
        {
            var rows = (await Scene.All(scene.People["officer"], "ledgerEntries", $", year: {year}", "month sequence amount { amount }")).Where(r => r.Text("month") == month).ToList();
            var right = signed.Where(s => Arithmetic.Month(s.At) == month).Sum(s => s.Fen);
            if (rows.Sum(r => r.GetProperty("amount").Fen()) != right)
            {
                Problems.Add($"the ledger has {rows.Sum(r => r.GetProperty("amount").Fen())} fen in {month}, {right} would be right");
            }
        }
    }

    private async Task<(string Acceptance, long Fen)> Weighed(Scene scene, int i)
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

    private async Task<(DateTimeOffset At, long Fen)> Sign(Scene scene, (string Acceptance, long Fen) weighed)
    {
        var signed = await Do(scene, "purchaser", "acceptanceSign", 0, new() { ["acceptanceId"] = weighed.Acceptance }, "acceptance", "id acceptedAt", weighed.Acceptance);
        return (DateTimeOffset.Parse(signed["acceptance"].Text("acceptedAt"), CultureInfo.InvariantCulture), weighed.Fen);
    }

    private async Task<Payload> Do(Scene scene, string role, string field, int i, Dictionary<string, object> input, string result, string selection, string? key = null)
    {
        input["idempotencyKey"] = $"clock-{Seed}-{i}-{field}-{key}";
        var answer = await scene.People[role].Mutate(field, input, $"{result} {{ {selection} }}");
        return answer.ErrorCode is { } code ? throw new SuiteFailedException($"{field} was refused: {code} {answer.ErrorMessage}") : answer;
    }
}
