using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>The host dies at named points of its work, again and again, each time at another one, while eight workers order, accept and return.</summary>
/// <remarks>N deaths at each point. Needs the special build.</remarks>
internal sealed class PointsSuite(int n, int seed, string specialDll, SetUp setUp, params string[] only) : LoadedSuite("points", n, seed, specialDll, setUp)
{
    /// <summary>What is killed, and up to which time of coming by.</summary>
    private static readonly (string Point, int UpTo)[] All =
    [
        ("mutation.begun/CreateOrder", 6),
        ("mutation.saved/CreateOrder", 6),
        ("mutation.committed/CreateOrder", 6),
        ("mutation.saved/SignAcceptance", 4),
        ("mutation.committed/SignAcceptance", 4),
        ("mutation.saved/ReturnGoods", 2),
        ("mutation.committed/ReturnGoods", 2),
        ("relay.taken/GoodsAccepted", 4),
        ("relay.published/GoodsAccepted", 4),
        ("relay.published/OrderConfirmed", 4),
        ("relay.closed", 8),
        ("consumer.handled/CountPurchase", 4),
        ("consumer.committed/CountPurchase", 4),
        ("consumer.handled/CountReturn", 2),
        ("consumer.handled/RememberOrder", 4),
        ("consumer.parked/CountPurchase", 1),
        ("parked.tried/CountPurchase", 1),
        ("catalogue.committed", 1),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public static int Points => All.Length;

    protected override async Task Nemesis(Server server, Place place, History history, Salvo salvo)
    {
#pragma warning disable CA5394 // Seeded on purpose: a red run must be repeatable.
        var random = new Random(Seed);
        salvo.End();
        await server.Kill();
        for (var round = 1; round <= N; round++)
        {
            foreach (var (point, upTo) in All.Where(p => only.Length == 0 || only.Contains(p.Point)))
            {
                await DieAt(point, random.Next(1, upTo + 1), server, place, history, $"{round}");
            }
        }
#pragma warning restore CA5394

        server.Extra.Remove("COMMERCE_FAILPOINT");
        await server.Start();
    }

    private async Task DieAt(string point, int nth, Server server, Place place, History history, string round)
    {
        server.Extra["COMMERCE_FAILPOINT"] = $"{point}:{nth}";
        var provoked = await server.TryStart() ? Provoke(point, place, history, round) : Task.CompletedTask;
        if (!await server.Ended(Patience))
        {
            Problems.Add($"{point} was never reached for the {nth}. time");
            await server.Kill();
        }
        else if (server.ExitCode != 137)
        {
            Problems.Add($"at {point} the host ended with {server.ExitCode}");
        }
        else
        {
            Figures["deaths"] = Figures.GetValueOrDefault("deaths") + 1;
        }

        history.Note($"died at {point}", nth);
        Owed.Add(provoked);
    }

    /// <summary>Most points are come by in any order's life; these need something of their own.</summary>
    private async Task Provoke(string point, Place place, History history, string round)
    {
        if (point.StartsWith("consumer.parked", StringComparison.Ordinal))
        {
            // Of an order that nobody knows: it waits, in sight, and is tried again.
            await Forgery.Add(place, "GoodsAccepted", fact => fact["orderId"] = Guid.NewGuid().ToString());
            Scene.ExpectedParked++;
        }
        else if (point == "catalogue.committed")
        {
            await Reprice(history, round);
        }
    }

    /// <summary>The change was committed when the host died: the same question is then answered as one that was asked before, and the price shows.</summary>
    private async Task Reprice(History history, string round)
    {
        var supplier = Scene.People["supplier"];
        var change = await PriceChange.Of(supplier, $"points-{Seed}-{round}");
        var answer = await new Caller(Scene.People, history).Do(change.Question);
        if (!answer.Replayed || answer.ErrorCode is not null)
        {
            Problems.Add($"a price that was set before the death is answered with {answer.Body}");
        }

        if (await PriceChange.Shown(supplier, change.Offer) != change.Price)
        {
            Problems.Add("a price that was set before the death doesn't show after it");
        }
    }
}
