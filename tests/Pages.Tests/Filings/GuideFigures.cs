using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Filings;

/// <summary>The office enters a guide figure for a purpose, and changes it: the earlier one stays readable.</summary>
[Collection(AtHome.Name)]
public sealed class GuideFigures(OpenHouse house)
{
    [SkippableFact]
    public async Task A_figure_for_a_purpose_is_entered_and_changed_and_the_earlier_one_stays()
    {
        OpenHouse.NeedBrowser();
        await using var officer = await house.Page("officer");
        await officer.Go("/assistance/guides");
        await Enter(officer, "8000", "指导数已保存，以前的各版还在。");
        await Enter(officer, "9000", "指导数已保存，以前的各版还在。");
        await officer.Page.GetByText("9,000.00").First.WaitForAsync();
        await officer.Page.GetByText("以前各版", new() { Exact = true }).ClickAsync();
        await officer.Shot("guides");
        Assert.Contains("8,000.00", await officer.Page.Locator("details.behind").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await officer.Axe());

        await using var phone = await house.Page("liaison", ScreenSize.Phone);
        await phone.Go("/assistance/guides");
        await phone.Shot("guides-phone");
        Assert.Empty(await phone.Axe());
        Assert.True(await phone.Overflow() <= 0);
        Assert.Empty(officer.Errors.Concat(phone.Errors));
    }

    private static async Task Enter(Visit officer, string amount, string answer)
    {
        await officer.Page.SelectOptionAsync("#guide-unit", new SelectOptionValue { Label = "科研所" });
        await officer.Page.SelectOptionAsync("#guide-purpose", "Canteen");
        await officer.Page.FillAsync("#guide-target", amount);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "保存指导数", Exact = true }).ClickAsync();
        await officer.Page.Locator(".refusal, p.done", new() { HasText = answer }).First.WaitForAsync();
    }
}
