using Commerce.Platform.Documents;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>批量导入: the catalogue comes down as a workbook, a wrong price is told its row, a right one is saved.</summary>
[Collection(AtHome.Name)]
public sealed class ImportingGoods(OpenHouse house)
{
    [SkippableFact]
    public async Task A_price_out_of_a_workbook_is_looked_at_mended_and_saved()
    {
        OpenHouse.NeedBrowser();
        await using var visit = await house.Page("supplier");
        var page = visit.Page;
        await visit.Go("/goods");
        await page.GetByRole(AriaRole.Link, new() { Name = "批量导入" }).First.ClickAsync();
        await page.WaitForURLAsync("**/goods/import");
        await visit.Settled();
        var form = await page.RunAndWaitForDownloadAsync(() => page.GetByText("下载现在的商品和价格", new() { Exact = true }).ClickAsync());
        await form.SaveAsAsync(Path.Combine(Path.GetTempPath(), "commerce-tests", "goods.xlsx"));
        await page.SetInputFilesAsync("#sheet", Path.Combine(Path.GetTempPath(), "commerce-tests", "goods.xlsx"));
        await page.WaitForSelectorAsync("#nothing");

        await Offer(visit, Book("贵"));
        await page.GetByText("“价格”一列：要写大于 0 的数").WaitForAsync();
        Assert.True(await page.Locator("#save").IsDisabledAsync());
        await visit.Shot("goods-import-wrong");
        await using var phone = await house.Page("supplier", ScreenSize.Phone);
        await phone.Go("/goods/import");
        await Offer(phone, Book("3.3"));
        await phone.Page.GetByText("3.20 元/斤 → 3.30 元/斤，现在起").WaitForAsync();
        await phone.Shot("goods-import-phone");
        Assert.Empty(await phone.Axe());
        Assert.True(await phone.Overflow() <= 0);
        await phone.Page.ClickAsync("#save");
        await phone.Page.WaitForURLAsync("**/goods");
        Assert.Empty(visit.Errors.Concat(phone.Errors));
    }

    private static byte[] Book(string price) => XlsxFile.Of(new PaperTable(
        "价格",
        [.. new[] { "商品", "规格", "销售点", "买方", "价格", "每", "从", "原因", "报价编号" }.Select(h => new PaperColumn(h, 14))],
        [new(["玉米碴", "散装", "外县供货点", "食堂", price, "斤", "", "新粮上市", ""])]));

    private static async Task Offer(Visit visit, byte[] content)
    {
        await visit.Page.SetInputFilesAsync("#sheet", new FilePayload { Name = "价格.xlsx", MimeType = "application/octet-stream", Buffer = content });
        await visit.Page.WaitForSelectorAsync(".refusal, #preview");
    }
}
