using System.Globalization;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>Many at once: twenty for fifty units, orders of A and B against orders of B and A, twenty against a budget for ten.</summary>
internal sealed class CrowdSuite(int n, int seed, string hostDll, SetUp setUp) : Suite("crowd", n, seed, hostDll, setUp)
{
    private const int Buyers = 20;
    private int asked;

    protected override async Task Play(Server server, Place place, string folder)
    {
        var scene = await Scene.Set(server, offers: 2);
        if (scene.Offers.Count < 2)
        {
            throw new SuiteFailedException("the sample data has only one canteen offer that is priced as it is sold");
        }

        var (a, b) = (scene.Offers[0], scene.Offers[1]);
        using var history = new History(Path.Combine(folder, "history.jsonl"));
        var caller = new Caller(scene.People, history);
        for (var round = 1; round <= N; round++)
        {
            await FiftyUnits(scene, caller, a, round);
            await Crossed(scene, caller, a, b, round);
            await Budget(scene, caller, a, round);
        }

        Figures["rounds of each"] = N;
        Figures["orders asked for"] = asked;
        Figures["server errors"] = history.Faults;
        if (history.Faults > 0)
        {
            Problems.Add($"{history.Faults} questions were answered with a server error");
        }
    }

    /// <summary>Each of twenty wants three of fifty: sixteen get them, and two are left.</summary>
    private async Task FiftyUnits(Scene scene, Caller caller, OfferFacts offer, int round)
    {
        var unit = offer.MinimumMilli;
        await SetStock(scene, offer, 50 * unit, $"fifty-{round}");
        var answers = await Task.WhenAll(Enumerable.Range(0, Buyers).Select(i => Order(caller, scene, $"fifty-{round}-{i}", "buyer", (offer, (3 * unit)))));
        var won = answers.Count(x => x.ErrorCode is null);
        var left = await scene.Available(offer);
        if (won != 16 || left != 2 * unit || answers.Any(x => x.ErrorCode is not null and not "INSUFFICIENT_STOCK"))
        {
            Problems.Add($"round {round}: {won} of 20 got three of fifty, {Arithmetic.Text(left)} are left; {Strange(answers)}");
        }
    }

    /// <summary>One of A and one of B are there; half ask A then B, half B then A: one gets both, nobody gets one alone.</summary>
    private async Task Crossed(Scene scene, Caller caller, OfferFacts a, OfferFacts b, int round)
    {
        await SetStock(scene, a, a.MinimumMilli, $"cross-a-{round}");
        await SetStock(scene, b, b.MinimumMilli, $"cross-b-{round}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? Order(caller, scene, $"cross-{round}-{i}", "buyer", (a, a.MinimumMilli), (b, b.MinimumMilli))
            : Order(caller, scene, $"cross-{round}-{i}", "buyer", (b, b.MinimumMilli), (a, a.MinimumMilli))));
        var won = answers.Count(x => x.ErrorCode is null);
        var (leftA, leftB) = (await scene.Available(a), await scene.Available(b));
        if (won != 1 || leftA != 0 || leftB != 0 || answers.Any(x => x.ErrorCode is not null and not "INSUFFICIENT_STOCK"))
        {
            Problems.Add($"round {round}: {won} crossed orders went through, {Arithmetic.Text(leftA)} of A and {Arithmetic.Text(leftB)} of B are left; {Strange(answers)}");
        }
    }

    /// <summary>The neighbour's budget is for ten of the twenty orders.</summary>
    private async Task Budget(Scene scene, Caller caller, OfferFacts offer, int round)
    {
        var unit = offer.MinimumMilli;
        await SetStock(scene, offer, 100 * unit, $"budget-{round}");
        var cost = Arithmetic.Fen(offer.PriceTenThousandths, unit);
        var before = await scene.Budget(scene.OtherUnit);
        await scene.SetBudget(scene.OtherUnit, before.Reserved + before.Spent + (10 * cost), $"budget-limit-{Seed}-{round}");
        var answers = await Task.WhenAll(Enumerable.Range(0, Buyers).Select(i => Order(caller, scene, $"budget-{round}-{i}", "buyer2", (offer, unit))));
        var won = answers.Count(x => x.ErrorCode is null);
        var after = await scene.Budget(scene.OtherUnit);
        if (won != 10 || after.Reserved - before.Reserved != 10 * cost || answers.Any(x => x.ErrorCode is not null and not "BUDGET_EXCEEDED"))
        {
            Problems.Add($"round {round}: {won} of 20 orders went into a budget for ten, {after.Reserved - before.Reserved} fen are held, {10 * cost} would be right; {Strange(answers)}");
        }
    }

    private static string Strange(Payload[] answers) => string.Join(", ", answers.GroupBy(x => x.ErrorCode ?? "done").Select(g => $"{g.Count()} {g.Key}"));

    private async Task SetStock(Scene scene, OfferFacts offer, long milli, string key)
    {
        if (milli - await scene.Available(offer) is var change && change != 0)
        {
            await scene.Adjust(offer, change, string.Create(CultureInfo.InvariantCulture, $"stock-{Seed}-{key}"));
        }
    }

    private async Task<Payload> Order(Caller caller, Scene scene, string name, string buyer, params (OfferFacts Offer, long Milli)[] lines)
    {
        Interlocked.Increment(ref asked);
        var key = $"crowd-{Seed}-{name}";
        await Task.Yield();
        return await caller.Do(new Question(
            buyer,
            "orderCreate",
            key,
            new
            {
                idempotencyKey = key,
                unitId = buyer == "buyer" ? scene.Unit : scene.OtherUnit,
                purpose = "CANTEEN",
                lines = lines.Select(l => new { offerId = l.Offer.Id, quantity = Scene.Of(l.Milli, l.Offer.Unit) }).ToArray(),
                submit = true,
            },
            "order",
            "id"));
    }
}
