using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>Events come twice, late and out of order while everybody works; then false ones come, and none of them counts.</summary>
/// <remarks>N rounds of opening closed events again: each of them goes out once more, behind younger ones.</remarks>
internal sealed class EventsSuite(int n, int seed, string hostDll, SetUp setUp) : LoadedSuite("events", n, seed, hostDll, setUp)
{
    protected override async Task Nemesis(Server server, Place place, History history, Salvo salvo)
    {
        salvo.End();
        long again = 0;
        for (var i = 0; i < N; i++)
        {
            await Task.Delay(250);
            again += await place.Execute("ordering", $"UPDATE outbox SET \"ClosedAt\" = NULL, \"LeasedBy\" = NULL, \"LeasedUntil\" = NULL WHERE \"ClosedAt\" IS NOT NULL AND \"Sequence\" % 5 = {i % 5}");
            history.Note("events sent again", again);
            if (i == N / 2)
            {
                await server.Kill();
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
            fact => Line(fact)["amount"] = (decimal)Line(fact)["amount"]! + 1,
            fact => Line(fact)["price"] = (decimal)Line(fact)["price"]! * 2,
            fact => fact["month"] = "2019-01",
        })
        {
            forged.Add(await Forge(place, "GoodsAccepted", forge));
        }

        forged.Add(await Forge(place, "GoodsReturned", fact => Line(fact)["originalLineId"] = Guid.NewGuid().ToString()));
        if (place.Broker is { } broker)
        {
            // What isn't even an event, and one of another database: straight into the queue of the ledger.
            await RawMessages.Send(broker.Port, broker.VirtualHost, "commerce.assistance.counting.countpurchase", "{\"this is\": no event");
            await RawMessages.Send(broker.Port, broker.VirtualHost, "commerce.assistance.counting.countpurchase", RawMessages.Envelope("Commerce.Contracts.Ordering:GoodsAccepted", await Body(place, "GoodsAccepted")));
            forged.AddRange(["unreadable", "of another database"]);
        }

        scene.ExpectedParked = forged.Count;
        Figures["false events"] = forged.Count;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await scene.Settle(TimeSpan.FromSeconds(60));
        var parked = (await scene.People["admin"].Ask("{ eventBacklog { parked { name reason waiting } } }")).GetProperty("eventBacklog").GetProperty("parked");
        foreach (var one in parked.EnumerateArray().Where(p => p.Text("reason").Length == 0))
        {
            Problems.Add($"a parked event says no reason: {one}");
        }

        Figures["ms until they were parked"] = watch.ElapsedMilliseconds;
    }

    private static JsonNode Line(JsonNode fact) => fact["lines"]!.AsArray()[0]!;

    private static async Task<string> Body(Place place, string name)
    {
        await using var db = await place.Open("ordering");
        await using var read = db.CreateCommand();
#pragma warning disable CA2100 // The names are ours.
        read.CommandText = $"SELECT \"Body\" FROM outbox WHERE \"Name\" = 'Commerce.Contracts.Ordering.{name}' ORDER BY \"Sequence\" DESC LIMIT 1";
#pragma warning restore CA2100
        return (string)(await read.ExecuteScalarAsync())!;
    }

    /// <summary>Puts a changed copy of the youngest event of a name into the outbox, under an id and line ids of its own.</summary>
    private static async Task<string> Forge(Place place, string name, Action<JsonNode> change)
    {
        var fact = JsonNode.Parse(await Body(place, name))!;
        foreach (var line in fact["lines"]!.AsArray())
        {
            line!["lineId"] = Guid.NewGuid().ToString();
        }

        change(fact);
        await using var db = await place.Open("ordering");
        await using var write = db.CreateCommand();
#pragma warning disable CA2100 // The names are ours.
        write.CommandText = $"INSERT INTO outbox (\"Id\", \"Name\", \"Body\", \"OccurredAt\") SELECT @id, \"Name\", @body, \"OccurredAt\" FROM outbox WHERE \"Name\" = 'Commerce.Contracts.Ordering.{name}' ORDER BY \"Sequence\" DESC LIMIT 1";
#pragma warning restore CA2100
        Add(write, "id", place.SetUp == SetUp.Embedded ? Guid.NewGuid().ToString().ToUpper(CultureInfo.InvariantCulture) : Guid.NewGuid());
        Add(write, "body", fact.ToJsonString());
        await write.ExecuteNonQueryAsync();
        return name;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
