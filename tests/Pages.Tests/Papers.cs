using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>证书到期: a paper that is near its end waits in the inbox, stands in the list, and names the open orders it touches.</summary>
[Collection(AtHome.Name)]
public sealed class Papers(OpenHouse house)
{
    [SkippableFact]
    public async Task A_paper_near_its_end_waits_in_the_inbox_stands_in_the_list_and_leads_to_its_renewal()
    {
        await using var team = await house.Page("supplier");
        await team.Go("/goods?q=%E6%98%8E%E4%B8%9C%E5%A4%A7%E7%B1%B3");
        var address = (await team.Page.Locator("tbody th a").First.GetAttributeAsync("href"))!;
        await team.Go(address);
        await Record(team, "2026-06-15");

        await using var officer = await house.Page("officer");
        await officer.Go("/todo");
        Assert.Equal(address, await officer.Page.Locator("a", new() { HasText = "续办检疫证" }).First.GetAttributeAsync("href"));
        await officer.Go("/goods/papers?state=week");
        Assert.Contains("还有 5 天到期", await officer.Page.Locator("tbody").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("自动下架", await officer.Page.Locator("tbody").InnerTextAsync(), StringComparison.Ordinal);
        await officer.Shot("goods-papers");
        Assert.Empty(await officer.Axe());
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "受影响的未发订单" }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("h1:has-text('证书到期影响的订单')");
        await officer.Settled();
        await officer.Shot("orders-papers");
        Assert.Empty(await officer.Axe());
        Assert.Empty(officer.Errors);

        await using var phone = await house.Page("supplier", ScreenSize.Phone);
        await phone.Go("/goods/papers?state=week");
        await phone.Shot("goods-papers-phone");
        Assert.True(await phone.Overflow() <= 0);
        await phone.Go("/orders/papers");
        await phone.Shot("orders-papers-phone");
        Assert.True(await phone.Overflow() <= 0);

        await Record(team, "2028-06-15");
        await officer.Go("/todo");
        Assert.Equal(0, await officer.Page.Locator("a", new() { HasText = "续办检疫证" }).CountAsync());
        Assert.Empty(team.Errors);
    }

    private static async Task Record(Visit team, string to)
    {
        if (!await team.Page.Locator("#paper-kind").IsVisibleAsync())
        {
            await team.Page.Locator("summary", new() { HasText = "登记或续期证书" }).ClickAsync();
        }

        await team.Page.FillAsync("#paper-kind", "检疫证");
        await team.Page.FillAsync("#paper-number", "JY-70");
        await team.Page.FillAsync("#paper-issuer", "示例机构");
        await team.Page.FillAsync("#paper-to", to);
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "登记证书" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=证书已登记");
    }
}
