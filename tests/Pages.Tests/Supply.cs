using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>供货: stations, freight agreed to, a lower price, the picking list and the delivery note.</summary>
[Collection(AtHome.Name)]
public sealed class Supply(OpenHouse house)
{
    [SkippableFact]
    public async Task Freight_is_settled_and_goods_go_through_a_station_click_by_click()
    {
        await using var team = await house.Page("supplier", ScreenSize.Phone);
        await team.Go("/stations");
        await team.Page.FillAsync("#station-name", "智新镇客货同站");
        await team.Page.SelectOptionAsync("#station-tier", "TownshipStation");
        await team.Page.FillAsync("#station-place", "龙井市智新镇");
        await team.Page.FillAsync("#station-days", "2");
        await team.Page.FillAsync("#station-cost", "12.5");
        await team.Page.CheckAsync("text=客货同站（随客车走）");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("th:has-text('智新镇客货同站')");
        await team.Shot("stations-phone");
        Assert.Empty(await team.Axe());
        Assert.True(await team.Overflow() <= 0);

        await using var buyer = await house.Page("buyer");
        await buyer.Go("/orders/new");
        await buyer.Page.EvaluateAsync("() => localStorage.clear()");
        await buyer.Go("/orders/new");
        await buyer.Page.FillAsync("#goods-text", "明东大米");
        await buyer.Page.WaitForFunctionAsync("p => [...document.querySelectorAll('.goods li')].every(l => l.textContent.includes(p))", "明东大米");
        await buyer.Page.Locator(".goods li", new() { HasText = "5.60 元/斤" }).First.GetByRole(AriaRole.Button).ClickAsync();
        await buyer.Page.GetByLabel("明东大米数量").First.FillAsync("10");
        await buyer.Page.Keyboard.PressAsync("Tab");
        await buyer.Page.Locator("#basket").GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await buyer.Page.WaitForURLAsync("**/orders/PO-*");
        var address = new Uri(buyer.Page.Url).AbsolutePath;
        await using var approver = await house.Page("approver");
        await approver.Go(address);
        await approver.Page.FillAsync("#comment", "同意");
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        await approver.Page.WaitForSelectorAsync("text=等供货单位确认");

        await team.Go(address);
        await team.Page.FillAsync("#proposed-freight", "20");
        await team.Page.FillAsync("#proposal-note", "路远");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "提出运费，请买方同意" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=已提出运费");
        await buyer.Go(address);
        await buyer.Shot("freight-proposed");
        Assert.Empty(await buyer.Axe());
        await buyer.Page.GetByRole(AriaRole.Button, new() { Name = "同意运费" }).ClickAsync();
        await buyer.Page.WaitForSelectorAsync("text=已同意运费");

        await team.Go(address);
        await team.Page.FillAsync("#freight", "20");
        await team.Page.ClickAsync("text=降价…");
        await team.Page.FillAsync("#price-0", "5.5");
        await team.Page.Keyboard.PressAsync("Tab");
        await team.Shot("confirm-phone");
        Assert.Empty(await team.Axe());
        Assert.True(await team.Overflow() <= 0);
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "确认供货" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=已确认，可以发货了");
        Assert.Contains("55.00", await team.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await using var desk = await house.Page("supplier");
        await desk.Go(address.Replace("/orders/", "/papers/", StringComparison.Ordinal) + "?kind=picking");
        Assert.Contains("拣货单", await desk.Page.Locator(".paper").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("10 斤", await desk.Page.Locator(".paper tbody").Last.InnerTextAsync(), StringComparison.Ordinal);
        await desk.Shot("picking-list");
        Assert.Empty(await desk.Axe());
        await team.Page.SelectOptionAsync("#station", new SelectOptionValue { Label = "智新镇客货同站，2 天，12.50 元" });
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "发货", Exact = true }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=经智新镇客货同站，预计 2026年6月12日 送达");
        var note = await team.Page.Locator("a:has-text('打印送货单')").GetAttributeAsync("href");

        await desk.Go(note!);
        Assert.Contains("智新镇客货同站", await desk.Page.Locator(".paper").InnerTextAsync(), StringComparison.Ordinal);
        await desk.Shot("delivery-note-station");
        Assert.Empty(team.Errors);
        Assert.Empty(buyer.Errors);
        Assert.Empty(desk.Errors);
    }
}
