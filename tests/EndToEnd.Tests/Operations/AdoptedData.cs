using System.Text.Json.Nodes;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>The broker's queues are never part of a backup: what they held is told again.</summary>
public sealed class AdoptedData
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task After_a_restore_what_no_module_has_taken_in_goes_out_again_and_counts_once(DatabaseProvider provider)
    {
        using var room = await Room.WithSample(provider);
        decimal before;
        string unit;
        await using (var host = await HostProcess.Start(room))
        {
            var line = new TheLine(host);
            var buyer = await host.SignIn("buyer");
            unit = await line.UnitOf(buyer);
            var order = await line.Order(buyer, (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!, 2);
            await line.Accept(order, await line.Deliver(order, 2), 1);
            await line.UntilCounted();
            before = await Ledger.Total(await host.SignIn("officer"), unit);
            Assert.Equal(0, await host.Stop());
        }

        // The queue is gone with the broker, and with it what the ledger hadn't taken in.
        Assert.Equal(1, await room.Execute(
            "assistance", "DELETE FROM inbox WHERE \"Endpoint\" LIKE '%countpurchase' AND \"TakenAt\" = (SELECT MAX(\"TakenAt\") FROM inbox WHERE \"Endpoint\" LIKE '%countpurchase')"));
        var adopted = await HostProcess.Verb(room, "restore", "--adopt");
        Assert.True(adopted.Code == 0, adopted.Said);
        Assert.Equal(1, JsonNode.Parse(adopted.Answer)!["reopened"]!.GetValue<int>());

        await using var again = await HostProcess.Start(room);
        await new TheLine(again).UntilCounted();
        Assert.Equal(before, await Ledger.Total(await again.SignIn("officer"), unit));
    }
}
