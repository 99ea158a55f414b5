using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>批次: put on record, corrected, recalled, its labels printed; and what a stranger's phone shows.</summary>
[Collection(AtHome.Name)]
public sealed class Batches(OpenHouse house)
{
    [SkippableFact]
    public async Task A_batch_gets_a_page_that_keeps_its_correction_and_says_when_it_was_recalled()
    {
        await using var team = await house.Page("supplier");
        await team.Go("/batches?good=yesheng-zhenmo");
        await team.Page.FillAsync("#batch-number", "ZM-0601");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "登记批次" }).ClickAsync();
        await team.Page.WaitForSelectorAsync(".refusal");
        await team.Page.FillAsync("#batch-made", "2026-06-01");
        await team.Page.FillAsync("#batch-end", "2027-06-01");
        await team.Page.FillAsync("#batch-place", "后山晾晒棚");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "登记批次" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("td:has-text('ZM-0601')");
        await team.Shot("batches");
        var address = (await team.Page.Locator("td a[href^='/trace/']").First.GetAttributeAsync("href"))!;
        var labels = (await team.Page.Locator("a[href$='/labels']").First.GetAttributeAsync("href"))!;

        await team.Page.GetByRole(AriaRole.Button, new() { Name = "更正、召回" }).ClickAsync();
        await team.Page.FillAsync("#batch-end-correct", "2026-06-15");
        await team.Page.FillAsync("#batch-reason-correct", "保质期抄错");
        await team.Shot("batches-correct");
        Assert.Empty(await team.Axe());
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=更正 1 次");

        await using var traveller = await house.Page(null, ScreenSize.Phone);
        await traveller.Page.GotoAsync(address);
        await traveller.Shot("trace-phone");
        var told = await traveller.Page.Locator("main").InnerTextAsync();
        Assert.All((string[])["还有 5 天", "保质期抄错", "2027年6月1日", "后山晾晒棚"], text => Assert.Contains(text, told, StringComparison.Ordinal));
        Assert.Empty(await traveller.Axe());
        Assert.True(await traveller.Overflow() <= 0);
        await traveller.Page.GotoAsync(address + "?lang=ko");
        await traveller.Shot("trace-phone-ko");
        Assert.Empty(await traveller.Axe());

        await team.Page.GotoAsync(labels);
        await team.Shot("labels");
        Assert.Equal(24, await team.Page.Locator(".label").CountAsync());

        await team.Go("/batches?good=yesheng-zhenmo");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "更正、召回" }).ClickAsync();
        await team.Page.GetByText("召回这个批次…").ClickAsync();
        await team.Page.FillAsync("#recall-reason", "抽检水分超标");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "召回", Exact = true }).ClickAsync();
        await team.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "召回", Exact = true }).ClickAsync();
        await team.Page.WaitForSelectorAsync("p.done");
        await traveller.Page.GotoAsync(address + "?lang=en");
        await traveller.Shot("trace-recalled");
        Assert.Contains("抽检水分超标", await traveller.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await traveller.Axe());
        await traveller.Page.GotoAsync("/trace/AAAAAAAAAA");
        await traveller.Shot("trace-unknown");
        Assert.Empty(await traveller.Axe());
        Assert.Empty(team.Errors);
    }
}
