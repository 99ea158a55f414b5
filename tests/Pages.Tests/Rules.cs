using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>A counting rule is proposed, refused where it can't be, and agreed to by a second person: click by click.</summary>
[Collection(AtHome.Name)]
public sealed class Rules(OpenHouse house)
{
    [SkippableFact]
    public async Task The_office_proposes_a_rule_and_the_supervisor_agrees()
    {
        OpenHouse.NeedBrowser();
        await using var officer = await house.Page("officer");
        await officer.Go("/assistance/rules");
        await officer.Page.SelectOptionAsync("#rule-figure", "OwnGuide");
        await officer.Page.GetByRole(AriaRole.Checkbox, new() { Name = "个人" }).UncheckAsync();
        await officer.Page.FillAsync("#rule-from", "2027-12");
        await Press(officer, "提交，等第二人同意");
        await officer.Page.Locator(".refusal", new() { HasText = "依据应为 2 至 200 字" }).WaitForAsync();
        await officer.Page.FillAsync("#rule-ground", "机关党委会议纪要第 3 号");
        await Press(officer, "提交，等第二人同意");
        await officer.Page.GetByText("已提出，等第二人同意").WaitForAsync();
        await officer.Shot("rules-proposed");
        Assert.Empty(await officer.Axe());
        Assert.Equal(0, await officer.Page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).CountAsync());

        await using var supervisor = await house.Page("supervisor", ScreenSize.Phone);
        await supervisor.Go("/todo");
        await supervisor.Page.Locator("main a", new() { HasText = "定计数口径（内部指导数，第 2 版）" }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("#rule-reason");
        await supervisor.Shot("rules-phone");
        Assert.Empty(await supervisor.Axe());
        Assert.True(await supervisor.Overflow() <= 0);
        await Press(supervisor, "同意");
        await supervisor.Page.GetByText("已同意").First.WaitForAsync();
        await supervisor.Page.Locator("main summary").ClickAsync();
        Assert.Contains("食堂、职工福利；两村的货", await supervisor.Page.Locator("main table").Last.InnerTextAsync(), StringComparison.Ordinal);
        await supervisor.Shot("rules-agreed");

        await officer.Go("/assistance/guides");
        Assert.Contains("口径（第1版，最初）", await officer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(officer.Errors.Concat(supervisor.Errors));
    }

    private static Task Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
