using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>Two buyers want the last unit: one gets it, the other is told that there is no more.</summary>
internal sealed class RaceSuite(int n, int seed, string hostDll, SetUp setUp) : Suite("race", n, seed, hostDll, setUp)
{
    protected override async Task Play(Server server, Place place, string folder)
    {
        var scene = await Scene.Set(server, offers: 1);
        var offer = scene.Offers[0];
        await scene.Adjust(offer, offer.MinimumMilli - await scene.Available(offer), "scene-last");
        using var history = new History(Path.Combine(folder, "history.jsonl"));
        var caller = new Caller(scene.People, history);
        long oversold = 0, won = 0, none = 0;
        for (var round = 1; round <= N; round++)
        {
            if (round > 1)
            {
                await scene.Adjust(offer, offer.MinimumMilli, $"scene-last-{round}");
            }

            var answers = await Task.WhenAll(Order(caller, "buyer", scene.Unit, offer, round), Order(caller, "buyer2", scene.OtherUnit, offer, round));
            var winners = answers.Count(a => a.ErrorCode is null);
            won += winners == 1 ? 1 : 0;
            none += winners == 0 ? 1 : 0;
            oversold += winners == 2 ? 1 : 0;
            if (answers.FirstOrDefault(a => a.ErrorCode is not null and not "INSUFFICIENT_STOCK") is { } strange)
            {
                Problems.Add($"round {round}: a buyer was refused with {strange.ErrorCode} {strange.ErrorMessage}");
            }

            var left = await scene.Available(offer);
            if (left != (1 - winners) * offer.MinimumMilli)
            {
                Problems.Add($"round {round}: {winners} winners, {Arithmetic.Text(left)} {offer.Unit} left");
            }

            if (left != 0)
            {
                await scene.Adjust(offer, -left, $"scene-even-{round}");
            }
        }

        Figures["rounds"] = N;
        Figures["with exactly one winner"] = won;
        Figures["oversold"] = oversold;
        Figures["without a winner"] = none;
        Figures["server errors"] = history.Faults;
        if (oversold > 0)
        {
            Problems.Insert(0, $"oversold {oversold} times in {N} races for the last unit");
        }

        if (none > 0)
        {
            Problems.Add($"{none} of {N} races had no winner");
        }
    }

    private async Task<Payload> Order(Caller caller, string buyer, string unit, OfferFacts offer, int round)
    {
        var key = $"f{Seed}-race-{round}-{buyer}";
        await Task.Yield();
        return await caller.Do(new Question(
            buyer,
            "orderCreate",
            key,
            new { idempotencyKey = key, unitId = unit, purpose = "CANTEEN", lines = new[] { new { offerId = offer.Id, quantity = Scene.Of(offer.MinimumMilli, offer.Unit) } }, submit = true },
            "order",
            "id"));
    }
}
