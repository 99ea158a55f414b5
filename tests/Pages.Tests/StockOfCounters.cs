using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>库存与损耗: goods come with a last day, some are lost, a count in two steps, and the month's shrinkage.</summary>
[Collection(AtHome.Name)]
public sealed class StockOfCounters(OpenHouse house)
{
    [SkippableFact]
    public async Task Goods_come_are_lost_and_counted_and_the_month_says_how_much_is_gone()
    {
        await using var team = await house.Page("supplier");
        await team.Go("/counters/stock");
        await team.Shot("stock");
        await team.Page.GetByRole(AriaRole.Link, new() { Name = "抚松服务区专柜（鹤岗方向）" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("h2:has-text('库存')");
        await team.Page.Locator("tr", new() { HasText = "人参饮料" }).GetByRole(AriaRole.Button).ClickAsync();
        await team.Page.FillAsync("#act-quantity", "100");
        await team.Page.FillAsync("#act-end", "2026-06-20");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "登记进货" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=进货已登记");
        await team.Page.WaitForSelectorAsync("text=还有 10 天");

        await team.Page.SelectOptionAsync("#act-kind", "lose");
        await team.Page.FillAsync("#act-quantity", "9999");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "登记损耗" }).ClickAsync();
        await team.Page.WaitForSelectorAsync(".refusal");
        await team.Page.FillAsync("#act-quantity", "4");
        await team.Page.SelectOptionAsync("#act-cause", "Damaged");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "登记损耗" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=损耗已登记");

        await team.Page.SelectOptionAsync("#act-kind", "count");
        await team.Page.FillAsync("#act-quantity", "590");
        await team.Page.WaitForSelectorAsync("text=比账面少");
        await team.Shot("stock-count");
        Assert.Empty(await team.Axe());
        await team.Page.SelectOptionAsync("#act-cause", "Missing");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "确认盘点" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=盘点已记账");

        // 100 came, 4 were lost and 6 are missing.
        Assert.Contains("10 %", await team.Page.Locator("tbody tr", new() { HasText = "抚松服务区专柜（鹤岗方向）" }).First.InnerTextAsync(), StringComparison.Ordinal);
        await using var phone = await house.Page("supplier", ScreenSize.Phone);
        await phone.Go(new Uri(team.Page.Url).PathAndQuery);
        await phone.Shot("stock-phone");
        Assert.Empty(await phone.Axe());
        Assert.True(await phone.Overflow() <= 0);
        Assert.Empty(team.Errors);
    }
}
