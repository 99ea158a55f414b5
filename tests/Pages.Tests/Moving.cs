using System.Globalization;
using Commerce.Pages.Tests.Months;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>A purchase was counted for the wrong unit: the one that should have it asks, the other agrees, and the totals of both move.</summary>
[Collection(AtHome.Name)]
public sealed class Moving(OpenHouse house)
{
    [SkippableFact]
    public async Task One_unit_asks_with_the_paper_in_hand_the_other_agrees_and_both_totals_show_it()
    {
        OpenHouse.NeedBrowser();
        var sack = new SackOfRice(house);
        await sack.Arrives();
        var number = await Acceptance(sack.Order);
        var (ours, theirs) = (await Total("公路局"), await Total("运输局"));
        await using (var visit = await house.Page("buyer2", ScreenSize.Phone))
        {
            await visit.Go("/assistance/moves");
            await visit.Page.ClickAsync("#ask summary");
            await visit.Page.SelectOptionAsync("#mv-way", "theirs");
            await visit.Page.SelectOptionAsync("#mv-other", new SelectOptionValue { Label = "公路局" });
            await visit.Page.FillAsync("#mv-number", number);
            await visit.Page.FillAsync("#mv-amount", "544.31");
            await visit.Page.FillAsync("#mv-reason", "这批米是代我们食堂订的");
            await visit.Page.ClickAsync("#mv-ask");
            await visit.Page.GetByText("没有这张验收单").WaitForAsync();
            await visit.Shot("moves-refused-phone");
            Assert.Empty(await visit.Axe());
            await visit.Page.FillAsync("#mv-amount", "544.32");
            await visit.Page.ClickAsync("#mv-ask");
            await visit.Page.Locator("p.done").WaitForAsync();
            Assert.True(await visit.Overflow() <= 0);
            Assert.Empty(visit.Errors);
        }

        await using (var visit = await house.Page("approver"))
        {
            await visit.Go("/todo");
            await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^答复改计单位申请") }).ClickAsync();
            await visit.Page.WaitForURLAsync("**/assistance/moves");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = number, Exact = true }).First.WaitForAsync();
            await visit.Shot("moves-asked");
            Assert.Empty(await visit.Axe());
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = number, Exact = true }).First.ClickAsync();
            await visit.Page.WaitForSelectorAsync("#decide-yes");
            Assert.Contains("544.32", await visit.Page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
            await visit.Shot("move-to-decide");
            Assert.Empty(await visit.Axe());
            await visit.Page.ClickAsync("#decide-yes");
            await visit.Page.Locator("p.done").WaitForAsync();
            await visit.Shot("move-agreed");
            await visit.Page.Locator("main a[href^='/ledger/']").ClickAsync();
            await visit.Page.WaitForSelectorAsync("#acceptance");
            await visit.Shot("row-of-a-move");
            Assert.Empty(await visit.Axe());
            Assert.Empty(visit.Errors);
        }

        await sack.Counted();
        await using (var visit = await house.Page("officer"))
        {
            await visit.Go("/assistance?by=unit");
            await visit.Shot("totals-after-a-move");
        }

        Assert.Equal((ours - 544.32m, theirs + 544.32m), (await Total("公路局"), await Total("运输局")));
    }

    private async Task<string> Acceptance(string order) => (await OpenHouse.Ask(await house.Api("buyer"), "{ purchaseOrders(first: 100) { nodes { number acceptances { number } } } }"))
        .GetProperty("purchaseOrders").GetProperty("nodes").EnumerateArray().First(o => o.GetProperty("number").GetString() == order).GetProperty("acceptances")[0].GetProperty("number").GetString()!;

    // As the reports say it to the office.
    private async Task<decimal> Total(string unit) => (await OpenHouse.Ask(await house.Api("officer"), "query($year: Int!) { assistanceTotals(year: $year, by: [UNIT]) { rows { keys { label } amount { amount } } } }", new { year = house.Clock.GetUtcNow().Year }))
        .GetProperty("assistanceTotals").GetProperty("rows").EnumerateArray().Where(r => r.GetProperty("keys")[0].GetProperty("label").GetString() == unit)
        .Sum(r => decimal.Parse(r.GetProperty("amount").GetProperty("amount").GetString()!, CultureInfo.InvariantCulture));
}
