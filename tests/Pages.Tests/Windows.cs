using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>征订: the work team opens a window, a canteen fills in, the team closes and confirms.</summary>
[Collection(AtHome.Name)]
public sealed class Windows(OpenHouse house)
{
    [SkippableFact]
    public async Task A_window_is_opened_filled_in_closed_and_confirmed_click_by_click()
    {
        await using var team = await house.Page("supplier");
        await team.Go("/windows");
        await team.Page.GetByRole(AriaRole.Link, new() { Name = "开新的征订" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("#name");
        await team.Page.FillAsync("#name", "端午征订");
        await team.Page.FillAsync("#minimum", "100");

        // The search of the pages of goods; what was taken stays taken when something else is looked for.
        await team.Page.FillAsync("#goods-text", "mingdongdami");
        await team.Page.WaitForSelectorAsync("text=已选 0 种");
        Assert.Contains("元/公斤", await team.Page.Locator("tbody tr").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("◆ 帮扶认定", await team.Page.Locator("tbody tr").First.InnerTextAsync(), StringComparison.Ordinal);
        await team.Page.Locator("input[type=checkbox][aria-label^='选明东大米 散装']").First.CheckAsync();
        await team.Page.FillAsync("#goods-text", "没有这样的货");
        await team.Page.WaitForSelectorAsync("text=找到 0 种");
        Assert.Contains("已选 1 种", await team.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await team.Page.FillAsync("#goods-text", "");
        await team.Page.WaitForSelectorAsync("text=找到 0 种", new() { State = WaitForSelectorState.Hidden });
        await team.Shot("window-opening");
        Assert.Empty(await team.Axe());
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "开始征订" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("h1:has-text('端午征订')");
        Assert.Contains("离起运金额还差 100.00 元", await team.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var address = new Uri(team.Page.Url).AbsolutePath;

        await using var buyer = await house.Page("buyer", ScreenSize.Phone);
        await buyer.Go(address);
        await buyer.Page.Locator("input[aria-label^='明东大米']").FillAsync("30");
        await buyer.Page.Keyboard.PressAsync("Tab");
        await buyer.Shot("window-filling-in-phone");
        Assert.Empty(await buyer.Axe());
        Assert.True(await buyer.Overflow() <= 0);
        await buyer.Page.GetByRole(AriaRole.Button, new() { Name = "提交我们的数量" }).ClickAsync();
        await buyer.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("已够起运金额 100.00 元", await buyer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await team.Go(address);
        await team.Shot("window-table");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "现在截止" }).ClickAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "截止", Exact = true }).ClickAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "确认全部已同意的订单" }).ClickAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "确认", Exact = true }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=已确认，可以发货了");

        // Nobody approved the canteen's order in time: it was let go.
        await buyer.Go("/windows");
        await buyer.Shot("windows-phone");
        Assert.Contains("端午征订", await buyer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(team.Errors);
        Assert.Empty(buyer.Errors);
    }
}
