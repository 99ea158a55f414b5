using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>下架: goods whose paper has run out say so on their page and in the list, and come back with the renewed one.</summary>
[Collection(AtHome.Name)]
public sealed class OffTheShelf(OpenHouse house)
{
    [SkippableFact]
    public async Task A_good_says_why_it_is_off_the_shelf_and_comes_back_with_the_renewed_paper()
    {
        await using var team = await house.Page("supplier");
        await team.Go("/goods?q=%E5%A4%A7%E7%99%BD%E8%8F%9C");
        var address = await team.Page.Locator("tbody th a").First.GetAttributeAsync("href");
        await team.Go(address!);
        await Record(team, "2026-06-09");
        await team.Page.WaitForSelectorAsync("text=起自动下架：检疫证（JY-60）只到 2026-06-09 有效");
        await team.Shot("good-off-the-shelf");

        await using var reader = await house.Page("officer", ScreenSize.Phone);
        await reader.Go("/goods?q=%E5%A4%A7%E7%99%BD%E8%8F%9C");
        Assert.Contains("起下架：检疫证到期", await reader.Page.Locator("tbody").InnerTextAsync(), StringComparison.Ordinal);
        await reader.Shot("goods-off-the-shelf-phone");
        Assert.Empty(await reader.Axe());
        Assert.True(await reader.Overflow() <= 0);
        await reader.Go(address!);
        Assert.Empty(await reader.Axe());
        Assert.Empty(reader.Errors);

        await Record(team, "2027-06-09");
        await team.Page.WaitForSelectorAsync("text=起自动下架", new() { State = WaitForSelectorState.Detached });
        Assert.Empty(team.Errors);
    }

    private static async Task Record(Visit team, string to)
    {
        if (!await team.Page.Locator("#paper-kind").IsVisibleAsync())
        {
            await team.Page.Locator("summary", new() { HasText = "登记或续期证书" }).ClickAsync();
        }

        await team.Page.FillAsync("#paper-kind", "检疫证");
        await team.Page.FillAsync("#paper-number", "JY-60");
        await team.Page.FillAsync("#paper-issuer", "示例机构");
        await team.Page.FillAsync("#paper-to", to);
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "登记证书" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=证书已登记");
    }
}
