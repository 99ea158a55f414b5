using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>One key, one effect: fifty at once, after a restart and after a day; and what a misused key gets.</summary>
internal sealed class KeysSuite(int n, int seed, string hostDll, SetUp setUp) : Suite("keys", n, seed, hostDll, setUp)
{
    /// <summary>How many ask the same at once.</summary>
    public int AtOnce { get; init; } = 50;

    protected override async Task Play(Server server, Place place, string folder)
    {
        var scene = await Scene.Set(server, offers: 1);
        var offer = scene.Offers[0];
        await scene.Adjust(offer, 100_000_000, "scene-stock");
        var before = await Count(scene);
        using var history = new History(Path.Combine(folder, "history.jsonl"));
        var given = new Dictionary<string, string>();
        var caller = new Caller(scene.People, history);
        for (var i = 1; i <= N; i++)
        {
            var question = Order(scene, offer, $"keys-{Seed}-{i}", offer.MinimumMilli);
            var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => caller.Do(question)));
            var ids = answers.Select(a => Caller.IdOf(a, "order") ?? a.ErrorCode!).Distinct().ToList();
            if (ids.Count != 1 || answers.Count(a => !a.Replayed) != 1)
            {
                Problems.Add($"two effects of one key: {AtOnce} questions under key {i} made {answers.Count(a => !a.Replayed)} and got {string.Join(", ", ids)}");
            }

            given[question.Key] = ids[0];
        }

        await Misuse(scene, offer, given.Keys.First());
        await Again(scene, offer, history, given, "at once");
        await server.Stop();
        var clock = Clock.Library is null ? null : new Clock(server, folder);
        await server.Start();
        await Again(scene, offer, history, given, "after a restart");
        if (clock is not null)
        {
            await clock.Turn(TimeSpan.FromHours(25));
            scene = await Scene.Set(server, offers: 1);
            await Again(scene, offer, history, given, "a day later");
            Figures["hours later"] = 25;
        }

        // The neighbour's one order under a key of the buyer is the neighbour's own.
        var made = await Count(scene) - before;
        Figures["keys"] = N;
        Figures["questions at once"] = AtOnce;
        Figures["orders"] = made;
        if (made != N + 1)
        {
            Problems.Add($"{N} keys and one of a neighbour made {made} orders");
        }
    }

    private async Task Again(Scene scene, OfferFacts offer, History history, Dictionary<string, string> given, string when)
    {
        var caller = new Caller(scene.People, history);
        foreach (var (key, id) in given)
        {
            var answer = await caller.Do(Order(scene, offer, key, offer.MinimumMilli));
            if (!answer.Replayed || (Caller.IdOf(answer, "order") ?? answer.ErrorCode) != id)
            {
                Problems.Add($"{key} {when}: {answer.Body}, it was {id}");
            }
        }
    }

    private async Task Misuse(Scene scene, OfferFacts offer, string used)
    {
        var client = scene.People["buyer"];
        await Refused("KEY_REUSED", Order(scene, offer, used, offer.MinimumMilli + offer.StepMilli).Input);
        await Refused("INVALID", Order(scene, offer, new string('k', 256), offer.MinimumMilli).Input);
        await Refused("INVALID", Order(scene, offer, "", offer.MinimumMilli).Input);
        await Refused("INVALID", Order(scene, offer, "钥匙", offer.MinimumMilli).Input);

        // Somebody else's key is out of sight: the same word is a new key of one's own.
        var neighbour = await scene.People["buyer2"].Mutate("orderCreate", Order(scene, offer, used, offer.MinimumMilli, scene.OtherUnit).Input, "order { id }");
        if (neighbour.ErrorCode is not null || neighbour.Replayed)
        {
            Problems.Add($"a neighbour's order under the same word as key: {neighbour.Body}");
        }

        async Task Refused(string code, object input)
        {
            var answer = await client.Mutate("orderCreate", input, "order { id }");
            if (answer.ErrorCode != code)
            {
                Problems.Add($"a misused key should be refused with {code}: {answer.Body}");
            }
        }
    }

    private static async Task<int> Count(Scene scene) => (await Scene.All(scene.People["auditor"], "purchaseOrders", "", "id")).Count;

    private static Question Order(Scene scene, OfferFacts offer, string key, long milli, string? unit = null) => new(
        "buyer",
        "orderCreate",
        key,
        new { idempotencyKey = key, unitId = unit ?? scene.Unit, purpose = "CANTEEN", lines = new[] { new { offerId = offer.Id, quantity = Scene.Of(milli, offer.Unit) } }, submit = true },
        "order",
        "id");
}
