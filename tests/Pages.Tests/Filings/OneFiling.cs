using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Filings;

/// <summary>The 832 reserved share is filed, sent back, put right on a phone, reviewed and approved: click by click, by three people.</summary>
[Collection(AtHome.Name)]
public sealed class OneFiling(OpenHouse house)
{
    [SkippableFact]
    public async Task A_change_in_the_year_is_filed_sent_back_put_right_and_approved()
    {
        OpenHouse.NeedBrowser();
        await using var liaison = await house.Page("liaison");
        await liaison.Go("/assistance/filings");
        await liaison.Shot("filings");
        Assert.Contains("60,000.00", await liaison.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await liaison.Page.Locator("main table a", new() { HasText = "公路局" }).First.ClickAsync();
        await liaison.Page.WaitForSelectorAsync("#total");
        var address = new Uri(liaison.Page.Url).AbsolutePath;
        await liaison.Page.FillAsync("#from", "2026-06-01");
        await liaison.Page.FillAsync("#canteen-base", "700000");
        await liaison.Page.FillAsync("#total", "60000");
        await Press(liaison, "提交审核");
        await liaison.Page.Locator(".refusal", new() { HasText = "700000.00 × 10% = 70000.00" }).WaitForAsync();
        await liaison.Shot("filing-refused");
        Assert.Empty(await liaison.Axe());
        await liaison.Page.FillAsync("#total", "70000");
        await Press(liaison, "提交审核");
        await liaison.Page.GetByText("已提交，等审核。").WaitForAsync();

        await using var officer = await house.Page("officer");
        await officer.Go("/todo");
        await officer.Page.Locator("main a", new() { HasText = "审核 832 预留份额填报（公路局）" }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("#reason");
        await officer.Shot("filing-review");
        Assert.Empty(await officer.Axe());
        await Press(officer, "退回");
        await officer.Page.Locator(".refusal", new() { HasText = "退回须写明原因" }).WaitForAsync();
        await officer.Page.FillAsync("#reason", "基数请按决算核对");
        await Press(officer, "退回");
        await officer.Page.GetByText("已退回，单位改正后再提交。").WaitForAsync();

        await using var phone = await house.Page("liaison", ScreenSize.Phone);
        await phone.Go(address);
        Assert.Contains("基数请按决算核对", await phone.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await phone.Page.FillAsync("#canteen-base", "650000");
        await phone.Page.FillAsync("#total", "65000");
        await phone.Shot("filing-phone");
        Assert.Empty(await phone.Axe());
        Assert.True(await phone.Overflow() <= 0);
        await Press(phone, "提交审核");
        await phone.Page.GetByText("已提交，等审核。").WaitForAsync();

        await officer.Go(address);
        await Press(officer, "同意");
        await officer.Page.GetByText("审核同意，等办公室批准。").WaitForAsync();
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go(address);
        await Press(supervisor, "同意");
        await supervisor.Page.GetByText("已批准。").WaitForAsync();
        await supervisor.Shot("filing-approved");
        var text = await supervisor.Page.Locator("main").InnerTextAsync();
        Assert.Contains("65,000.00", text, StringComparison.Ordinal);
        Assert.Contains("60,000.00", text, StringComparison.Ordinal); // the first version stays readable
        Assert.Empty(liaison.Errors.Concat(officer.Errors).Concat(phone.Errors).Concat(supervisor.Errors));
    }

    [SkippableFact]
    public async Task The_office_enters_next_years_ratio_and_a_phone_shows_the_list_as_cards()
    {
        OpenHouse.NeedBrowser();
        await using var officer = await house.Page("officer");
        await officer.Go("/assistance/filings?year=2027");
        await officer.Page.FillAsync("#ratio", "0");
        await officer.Page.FillAsync("#ratio-basis", "财库〔2026〕1号");
        await Press(officer, "保存比例");
        await officer.Page.FillAsync("#ratio", "15");
        await Press(officer, "保存比例");
        await officer.Page.GetByText("已录入 2027 年预留比例。").WaitForAsync();
        Assert.Contains("15%", await officer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await officer.Axe());

        await using var phone = await house.Page("officer", ScreenSize.Phone);
        await phone.Go("/assistance/filings");
        await phone.Shot("filings-phone");
        Assert.Empty(await phone.Axe());
        Assert.True(await phone.Overflow() <= 0);
    }

    private static Task Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
