using Commerce.Pages.Tests.Orders;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>召回清单: a batch is called back; the keeper of the unit that got it finds it in the inbox, the village's team sees who got it.</summary>
[Collection(AtHome.Name)]
public sealed class Recalling(OpenHouse house)
{
    [SkippableFact]
    public async Task A_recall_reaches_the_keeper_and_lists_who_got_the_goods()
    {
        OpenHouse.NeedBrowser();
        await new Prepared(house).Recalled(20, "MD-0601", "抽检水分超标");

        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        await keeper.Go("/todo");
        var item = keeper.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("停用并退回召回的.*MD-0601") });
        for (var looks = 0; looks < 20 && await item.CountAsync() == 0; looks++)
        {
            await keeper.Go("/todo");
        }

        await item.First.ClickAsync();
        await keeper.Page.WaitForURLAsync("**/orders/recall?batch=*");
        await keeper.Page.GetByText("在途，请拒收").First.WaitForAsync();
        await keeper.Shot("recall-phone");
        Assert.Empty(await keeper.Axe());
        Assert.True(await keeper.Overflow() <= 0);

        await using var team = await house.Page("supplier");
        await team.Go("/batches?good=mingdong-dami");
        await team.Page.Locator("tr", new() { HasText = "MD-0601" }).Locator("a[href^='/orders/recall']").ClickAsync();
        await team.Page.WaitForURLAsync("**/orders/recall?batch=*");
        await team.Page.GetByText("抽检水分超标").First.WaitForAsync();
        await team.Shot("recall");
        Assert.Empty(await team.Axe());
        Assert.Empty(keeper.Errors.Concat(team.Errors));
    }
}
