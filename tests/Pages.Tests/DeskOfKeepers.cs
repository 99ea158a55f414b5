using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>工作台: what is to be done first, and from a row to the page where it is done.</summary>
[Collection(AtHome.Name)]
public sealed class DeskOfKeepers(OpenHouse house)
{
    [SkippableFact]
    public async Task A_keeper_finds_what_is_to_be_done_and_goes_from_a_row_to_its_stock()
    {
        OpenHouse.NeedBrowser();
        await using var desk = await house.Page("supplier");
        await desk.Go("/desk");
        await desk.Shot("desk");
        Assert.Empty(await desk.Axe());
        await desk.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^石头口门服务区专柜（长春方向）") }).First.ClickAsync();
        await desk.Page.WaitForURLAsync("**/desk?outlet=*");
        await desk.Page.Locator("tr", new() { HasText = "明东大米" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^进货、损耗、盘点") }).First.ClickAsync();
        await desk.Page.WaitForURLAsync("**/counters/stock?outlet=*");
        await desk.Page.Locator("section.act h2", new() { HasText = "明东大米" }).WaitForAsync();

        await using var phone = await house.Page("clerk", ScreenSize.Phone);
        await phone.Go("/desk?outlet=" + new Uri(desk.Page.Url).Query.Split("outlet=")[1].Split('&')[0]);
        await phone.Shot("desk-phone");
        Assert.Empty(await phone.Axe());
        Assert.True(await phone.Overflow() <= 0);
        Assert.Empty(desk.Errors.Concat(phone.Errors));
    }
}
