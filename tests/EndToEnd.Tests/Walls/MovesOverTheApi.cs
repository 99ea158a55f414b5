using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>A purchase that counts for the wrong unit, asked for by one and agreed to by the other, through the API.</summary>
[Collection(TwoUnits.Name)]
public sealed class MovesOverTheApi(RunningHost host)
{
    private const string Shown = "move { id state amount { amount } lines { product amount { amount } } ledgerEntries { kind unit { name } amount { amount } month } }";

    [Fact]
    public async Task One_unit_asks_the_other_agrees_and_both_totals_move_by_the_same()
    {
        var line = new TheLine(host);
        var buyer = await host.SignIn("buyer");
        var order = await line.Order(buyer, (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!, 20);
        var acceptance = (await line.Accept(order, await line.Deliver(order, 20), 10)).GetProperty("id").GetString();
        await line.UntilCounted();
        var (ours, theirs) = (await line.UnitOf(buyer), await Newcomer.UnitId(buyer, "运输局"));
        var leader = await Newcomer.Create(host, "leader." + Guid.NewGuid().ToString("N")[..8], "运输局", "APPROVER");
        var officer = await host.SignIn("officer");
        var (before, there) = (await Total(officer, ours), await Total(officer, theirs));
        var number = (await buyer.Data("query($id: ID!) { node(id: $id) { ... on Acceptance { number } } }", new { id = acceptance })).GetProperty("node").GetProperty("number").GetString();

        var asked = (await buyer.Do("purchaseMoveAsk", "move { id state lines { amount { amount } } amount { amount } }", new { idempotencyKey = Api.Key(), number, fromUnitId = ours, toUnitId = theirs, reason = "代运输局订的货" })).GetProperty("move");
        Assert.Equal(("ASKED", JsonValueKind.Null), (asked.GetProperty("state").GetString(), asked.GetProperty("amount").ValueKind));
        var moved = (await leader.Api.Do("purchaseMoveDecide", Shown, new { idempotencyKey = Api.Key(), moveId = asked.GetProperty("id").GetString(), agree = true })).GetProperty("move");

        Assert.Equal("AGREED", moved.GetProperty("state").GetString());
        var amount = decimal.Parse(moved.GetProperty("amount").GetProperty("amount").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(amount > 0);
        Assert.Equal(("MOVED_IN", "运输局"), (moved.GetProperty("ledgerEntries")[0].GetProperty("kind").GetString(), moved.GetProperty("ledgerEntries")[0].GetProperty("unit").GetProperty("name").GetString()));
        Assert.Equal((before - amount, there + amount), (await Total(officer, ours), await Total(officer, theirs)));
        await line.UntilCounted();
        Assert.True((await officer.Data("{ assistanceTotals(year: 2026, by: [UNIT]) { reconciled } }")).GetProperty("assistanceTotals").GetProperty("reconciled").GetBoolean());
    }

    private static async Task<decimal> Total(Api api, string unit) => (await api.Data(
        "query($units: [ID!]) { assistanceTotals(year: 2026, by: [], filter: {unitIds: $units}) { rows { amount { amount } } } }", new { units = new[] { unit } }))
        .GetProperty("assistanceTotals").GetProperty("rows").EnumerateArray().Sum(r => decimal.Parse(r.GetProperty("amount").GetProperty("amount").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
}
