using Commerce.Platform.Documents;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>A counter's day: written on a phone, sent back, put right, confirmed by somebody else, and seen in the villages' income.</summary>
[Collection(AtHome.Name)]
public sealed class DaySheets(OpenHouse house)
{
    [SkippableFact]
    public async Task A_days_sales_are_written_confirmed_and_stand_in_the_villages_income()
    {
        OpenHouse.NeedBrowser();
        await using var clerk = await house.Page("clerk", ScreenSize.Phone);
        await clerk.Go("/assistance/daysheets");
        await clerk.Shot("daysheets-phone");
        Assert.Empty(await clerk.Axe());
        await clerk.Page.SelectOptionAsync("#ds-outlet", new SelectOptionValue { Label = "石头口门服务区专柜（长春方向）" });
        await clerk.Page.FillAsync("#ds-day", "2026-06-05");
        await clerk.Page.ClickAsync("#ds-begin");
        await clerk.Page.WaitForSelectorAsync("#ds-goods-1");
        await clerk.Page.SelectOptionAsync("#ds-goods-1", new SelectOptionValue { Label = "明东大米" });
        await clerk.Page.FillAsync("#ds-quantity-1", "2");
        await clerk.Page.SelectOptionAsync("#ds-unit-1", "Bag");
        await clerk.Page.ClickAsync("#ds-save");
        await clerk.Page.Locator(".refusal").WaitForAsync(); // no amount
        await clerk.Page.FillAsync("#ds-amount-1", "116");
        await clerk.Page.ClickAsync("#ds-add");
        await clerk.Page.SelectOptionAsync("#ds-goods-2", new SelectOptionValue { Index = 1 });
        await clerk.Page.FillAsync("#ds-name-2", "矿泉水");
        await clerk.Page.FillAsync("#ds-amount-2", "24");
        await clerk.Page.ClickAsync("#ds-add");
        await clerk.Page.SelectOptionAsync("#ds-goods-3", new SelectOptionValue { Label = "智新小米" });
        await clerk.Page.FillAsync("#ds-quantity-3", "1");
        await clerk.Page.SelectOptionAsync("#ds-unit-3", "Kg");
        await clerk.Page.FillAsync("#ds-amount-3", "14.4");
        await clerk.Shot("daysheet-write-phone");
        Assert.Empty(await clerk.Axe());
        Assert.True(await clerk.Overflow() <= 0);
        await clerk.Page.ClickAsync("#ds-save");
        await clerk.Page.ClickAsync("#ds-handin");
        await clerk.Page.GetByText("已提交，等另一位同志确认。").WaitForAsync();
        var path = new Uri(clerk.Page.Url).AbsolutePath;

        await using var officer = await house.Page("officer");
        await officer.Go("/assistance/villages");
        var before = await officer.Page.Locator("main table").First.InnerTextAsync();
        await officer.Go(path);
        await officer.Page.FillAsync("#ds-reason", "不");
        await officer.Page.ClickAsync("#ds-back");
        await officer.Page.Locator(".refusal").WaitForAsync();
        await officer.Shot("daysheet-confirm");
        Assert.Empty(await officer.Axe());
        await officer.Page.ClickAsync("#ds-confirm");
        await officer.Page.GetByText("已确认，已计入台账。").WaitForAsync();
        await officer.Go("/assistance/villages");
        await officer.Shot("villages");
        Assert.NotEqual(before, await officer.Page.Locator("main table").First.InnerTextAsync());
        Assert.Empty(await officer.Axe());
        await TheCountersStock(clerk);
        Assert.Empty(clerk.Errors.Concat(officer.Errors));
    }

    // 2 bags left the counter; what was sold by the kilogram isn't kept there by weight, and isn't guessed.
    private async Task TheCountersStock(Visit phone)
    {
        await phone.Go("/counters/stock");
        for (var looks = 0; looks < 20 && await phone.Page.Locator("#unmatched").CountAsync() == 0; looks++)
        {
            await phone.Page.ReloadAsync();
            await phone.Settled();
        }

        await phone.Shot("stock-daysheets-phone");
        Assert.Empty(await phone.Axe());
        Assert.True(await phone.Overflow() <= 0);
        await using var desk = await house.Page("clerk");
        await desk.Go("/counters/stock");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "石头口门服务区专柜（长春方向）" }).ClickAsync();
        await desk.Page.WaitForSelectorAsync("h2:text-is('库存')");
        await desk.Shot("stock-daysheets");
        Assert.Contains("请盘点", await desk.Page.Locator("section[aria-labelledby=unmatched] tr", new() { HasText = "智新小米" }).InnerTextAsync(), StringComparison.Ordinal);
        await desk.Page.Locator("tr", new() { HasText = "明东大米" }).Last.GetByRole(AriaRole.Button).ClickAsync();
        await desk.Page.ClickAsync("text=最近的变动");
        await desk.Page.Locator("li", new() { HasText = "售出 −2 袋 日销售单 DS-20260605" }).WaitForAsync();
        Assert.Empty(desk.Errors);
    }

    [SkippableFact]
    public async Task A_days_sales_out_of_a_workbook_are_mended_and_become_a_draft()
    {
        OpenHouse.NeedBrowser();
        await using var visit = await house.Page("clerk", ScreenSize.Phone);
        var page = visit.Page;
        await visit.Go("/assistance/daysheets");
        await page.GetByRole(AriaRole.Link, new() { Name = "用表格导入" }).ClickAsync();
        await page.WaitForURLAsync("**/assistance/daysheets/import");
        await visit.Settled();
        var form = await page.RunAndWaitForDownloadAsync(() => page.GetByText("下载表格", new() { Exact = true }).ClickAsync());
        var outlet = form.SuggestedFilename.Replace("日销售.xlsx", "", StringComparison.Ordinal);

        await Offer(visit, Book([outlet, "2026-06-04", "", "明东大米", "代购", "2", "袋", 116m]));
        await page.GetByText("“货源”要写：代销、经销").WaitForAsync();
        Assert.True(await page.Locator("#save").IsDisabledAsync());
        await visit.Shot("daysheets-import-wrong");
        await Offer(visit, Book([outlet, "2026-06-04", "", "明东大米", "代销", "2", "袋", 116m], [outlet, "2026-06-04", "目录外", "矿泉水", "", "", "", 24m]));
        await page.GetByText("116.00 元，2026-06-04：新的草稿").WaitForAsync();
        await visit.Shot("daysheets-import-preview");
        Assert.Empty(await visit.Axe());
        Assert.True(await visit.Overflow() <= 0);
        await page.ClickAsync("#save");
        await page.WaitForURLAsync("**/assistance/daysheets?state=draft");
        await page.Locator("tr", new() { HasText = "140.00" }).First.WaitForAsync();
        Assert.Empty(visit.Errors);
    }

    private static byte[] Book(params PaperCell[][] rows) => XlsxFile.Of(new PaperTable(
        "现金销售",
        [new("销售点", 20), new("日期", 20), new("商品编号", 20), new("商品", 20), new("货源", 20), new("数量", 20), new("计量", 20), new("金额（元）", 20, PaperFigure.Money)],
        rows.Select(r => new PaperRow(r))));

    private static async Task Offer(Visit visit, byte[] content)
    {
        await visit.Page.SetInputFilesAsync("#sheet", new FilePayload { Name = "销售.xlsx", MimeType = "application/octet-stream", Buffer = content });
        await visit.Page.WaitForSelectorAsync(".refusal, #preview");
    }
}
