using System.Text.Json.Nodes;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>Events come twice, late and out of order while everybody works; then false ones come, and none of them counts.</summary>
/// <remarks>N rounds of opening closed events again: each of them goes out once more, behind younger ones.</remarks>
internal sealed class EventsSuite(int n, int seed, string hostDll, SetUp setUp) : LoadedSuite("events", n, seed, hostDll, setUp)
{
    private const int Between = 6;

    /// <summary>False: the ledger's rows lose their unique key first, as in a build that has none.</summary>
    public bool LedgerKey { get; init; } = true;

    protected override async Task Nemesis(Server server, Place place, History history, Salvo salvo)
    {
        salvo.End();
        if (!LedgerKey)
        {
            await place.Execute("assistance", "DROP INDEX \"IX_ledger_entries_SourceType_SourceLineId_Kind\"");
        }

        long again = 0;
        for (var i = 0; i < N; i++)
        {
            await history.Until("acceptanceSign", (i + 1) * Between);
            again += await place.Execute("ordering", $"UPDATE outbox SET \"ClosedAt\" = NULL, \"LeasedBy\" = NULL, \"LeasedUntil\" = NULL WHERE \"ClosedAt\" IS NOT NULL AND (\"Sequence\" % 5 = {i % 5} OR {N} = 1)");
            history.Note("events sent again", again);
            if (i > 0 && i == N / 2)
            {
                // From here on it is half an hour later: what is remembered must not be remembered for a while only.
                await server.Kill();
                _ = Clock.Library is null ? null : new Clock(server, Path.GetDirectoryName(place.Data)!, TimeSpan.FromMinutes(31));
                await server.Start();
            }
        }

        Figures["events sent again"] = again;
    }

    /// <summary>False facts, signed as our own: an order nobody knows, another amount, another price, another month, a return of nothing.</summary>
    protected override async Task After(Server server, Place place, Scene scene)
    {
        var forged = new List<string>();
        foreach (var forge in new Action<JsonNode>[]
        {
            fact => fact["orderId"] = Guid.NewGuid().ToString(),
            fact => fact.Line()["amount"] = (decimal)fact.Line()["amount"]! + 1,
            fact => fact.Line()["price"] = (decimal)fact.Line()["price"]! * 2,
            fact => fact["month"] = "2019-01",
        })
        {
            forged.Add(await Forgery.Add(place, "GoodsAccepted", forge));
        }

        forged.Add(await Forgery.Add(place, "GoodsReturned", fact => fact.Line()["originalLineId"] = Guid.NewGuid().ToString()));
        if (place.Broker is { } broker)
        {
            // What isn't even an event, and one of another database: straight into the queue of the ledger.
            await RawMessages.Send(broker.Port, broker.VirtualHost, "commerce.assistance.counting.countpurchase", "{\"this is\": no event");
            await RawMessages.Send(broker.Port, broker.VirtualHost, "commerce.assistance.counting.countpurchase", RawMessages.Envelope("Commerce.Contracts.Ordering:GoodsAccepted", await Forgery.Youngest(place, "GoodsAccepted")));
            forged.AddRange(["unreadable", "of another database"]);
        }

        scene.ExpectedParked = forged.Count;
        Figures["false events"] = forged.Count;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            await scene.Settle(TimeSpan.FromSeconds(60));
        }
        catch (SuiteFailedException late)
        {
            // Red already; what the ledger made of it is still worth telling.
            Problems.Add(late.Message);
        }

        var parked = (await scene.People["admin"].Ask("{ eventBacklog { parked { name reason waiting } } }")).GetProperty("eventBacklog").GetProperty("parked");
        foreach (var one in parked.EnumerateArray().Where(p => p.Text("reason").Length == 0))
        {
            Problems.Add($"a parked event says no reason: {one}");
        }

        Figures["ms until they were parked"] = watch.ElapsedMilliseconds;
    }
}
