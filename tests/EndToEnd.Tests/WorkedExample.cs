using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>Rice at 5.60 元/斤: 100 斤 ordered in June, 48.6 kg weighed, 10 斤 sent back in July.</summary>
[Collection(OneHost.Name)]
public sealed class WorkedExample(RunningHost host)
{
    private readonly TheLine line = new(host);

    [Fact]
    public async Task A_sack_becomes_a_number_and_a_return_lowers_the_month_it_happens_in()
    {
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 20, 2, 0, 0, TimeSpan.Zero));
        var buyer = await host.SignIn("buyer");
        var officer = await host.SignIn("officer");
        var unit = await line.UnitOf(buyer);
        Assert.Equal("10000.00", (await Budget(buyer, unit)).GetProperty("available").GetProperty("amount").GetString());
        var offer = await line.Offer(TheLine.Rice);
        Assert.Equal("5.60", offer.GetProperty("price").GetProperty("amount").GetString());

        var order = await line.Order(buyer, offer.GetProperty("id").GetString()!, 100);
        Assert.Equal("560.00", order.GetProperty("estimated").GetProperty("amount").GetString());
        Assert.Equal("560.00", (await Budget(buyer, unit)).GetProperty("reserved").GetProperty("amount").GetString());
        var acceptance = await line.Accept(order, await line.Deliver(order, 100), 48.6m);
        await line.UntilCounted();

        var budget = await Budget(buyer, unit);
        Assert.Equal(("544.32", "0.00", "9455.68"), (Amount(budget, "spent"), Amount(budget, "reserved"), Amount(budget, "available")));
        Assert.Equal("544.32", await Total(officer, unit, "2026-06"));
        await TheLedgerLeadsToTheAcceptance(officer, unit, acceptance);

        host.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 5, 2, 0, 0, TimeSpan.Zero));
        officer = await host.SignIn("officer");
        var keeper = await host.SignIn("keeper");
        await keeper.Do(
            "goodsReturn", "order { settled { amount } }",
            new
            {
                idempotencyKey = Api.Key(),
                acceptanceId = acceptance.GetProperty("id").GetString(),
                reason = "有霉点",
                lines = new[] { new { lineId = order.GetProperty("lines")[0].GetProperty("id").GetString(), net = new { value = 10, unit = "JIN" } } },
            });
        await line.UntilCounted();

        Assert.Equal("544.32", await Total(officer, unit, "2026-06"));
        Assert.Equal("-56.00", await Total(officer, unit, "2026-07"));
        Assert.Equal("488.32", await Total(officer, unit, null));
    }

    private static string Amount(JsonElement budget, string name) => budget.GetProperty(name).GetProperty("amount").GetString()!;

    private static async Task<JsonElement> Budget(Api api, string unit) =>
        (await api.Data("query($id: ID!) { node(id: $id) { ... on OrgUnit { budget(year: 2026) { limit { amount } reserved { amount } spent { amount } available { amount } } } } }", new { id = unit }))
        .GetProperty("node").GetProperty("budget");

    private static async Task<string> Total(Api officer, string unit, string? month)
    {
        var filter = month is null ? (object)new { unitIds = new[] { unit } } : new { unitIds = new[] { unit }, months = new[] { month } };
        var report = (await officer.Data("query($f: TotalsFilter) { assistanceTotals(year: 2026, by: [UNIT], filter: $f) { total { amount } reconciled } }", new { f = filter })).GetProperty("assistanceTotals");
        Assert.True(report.GetProperty("reconciled").GetBoolean());
        return report.GetProperty("total").GetProperty("amount").GetString()!;
    }

    private static async Task TheLedgerLeadsToTheAcceptance(Api officer, string unit, JsonElement acceptance)
    {
        var rows = (await officer.Data(
            """
            query($f: TotalsFilter) { ledgerEntries(year: 2026, first: 10, filter: $f) { nodes { amount { amount } month village { name } source { acceptance { number signatures { by } } } } } }
            """, new { f = new { unitIds = new[] { unit } } })).GetProperty("ledgerEntries").GetProperty("nodes");
        var row = Assert.Single(rows.EnumerateArray());
        Assert.Equal(("544.32", "2026-06", "明东村"), (row.GetProperty("amount").GetProperty("amount").GetString(), row.GetProperty("month").GetString(), row.GetProperty("village").GetProperty("name").GetString()));
        var source = row.GetProperty("source").GetProperty("acceptance");
        Assert.Equal(acceptance.GetProperty("number").GetString(), source.GetProperty("number").GetString());
        Assert.Equal(2, source.GetProperty("signatures").EnumerateArray().Select(s => s.GetProperty("by").GetString()).Distinct().Count());
    }
}
