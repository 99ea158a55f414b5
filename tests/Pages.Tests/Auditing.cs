using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>The auditor's desk: who did what, and samples of the ledger.</summary>
[Collection(AtHome.Name)]
public sealed class Auditing(OpenHouse house)
{
    [SkippableFact]
    public async Task The_auditor_looks_up_an_act_and_draws_a_sample_that_its_link_draws_again()
    {
        await using var auditor = await house.Page("auditor");
        await auditor.Go("/audit");
        await auditor.Page.WaitForSelectorAsync("h1:has-text('操作记录')");
        await auditor.Page.Locator(".chips a:has-text('采购')").ClickAsync();
        await auditor.Page.WaitForURLAsync("**module=ordering**");
        await auditor.Page.WaitForSelectorAsync(".chips a[aria-current]:has-text('采购')");
        await auditor.Page.Locator("main details summary").First.ClickAsync();
        await auditor.Page.WaitForSelectorAsync("dl.changes ins");
        await auditor.Shot("audit-history");
        Assert.Empty(await auditor.Axe());

        await auditor.Go("/audit/sample");
        await auditor.Page.FillAsync("#seed", "2026-A");
        await auditor.Page.FillAsync("#size", "6");
        await auditor.Page.GetByRole(AriaRole.Button, new() { Name = "抽样" }).ClickAsync();
        await auditor.Page.WaitForSelectorAsync("text=这次抽样的链接");
        var drawn = await auditor.Page.Locator("table tbody").InnerTextAsync();
        await auditor.Shot("audit-sample");
        Assert.Empty(await auditor.Axe());
        await auditor.Page.ClickAsync("text=这次抽样的链接");
        await auditor.Page.WaitForURLAsync("**upto=**");
        Assert.Equal(drawn, await auditor.Page.Locator("table tbody").InnerTextAsync());
        Assert.Empty(auditor.Errors);

        await using var phone = await house.Page("auditor", ScreenSize.Phone);
        await phone.Go("/audit?module=ordering");
        await phone.Page.WaitForSelectorAsync("main details summary");
        await phone.Shot("audit-history-phone");
        Assert.True(await phone.Overflow() <= 0);
        Assert.Empty(await phone.Axe());
    }
}
