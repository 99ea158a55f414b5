using Commerce.Platform.Documents;
using Commerce.SharedKernel;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>A unit records what it bought on paper and on the 832 platform; what looks like a double waits for the office, which says what it is.</summary>
[Collection(AtHome.Name)]
public sealed class BoughtElsewhere(OpenHouse house)
{
    [SkippableTheory]
    [InlineData("desk", "2024-03-05", "收2024001", "龙井甲公司")]
    [InlineData("phone", "2024-05-05", "收2024002", "龙井乙公司")]
    public async Task A_receipt_counts_its_double_waits_and_the_office_decides(string screen, string day, string number, string supplier)
    {
        var size = screen == "phone" ? ScreenSize.Phone : ScreenSize.Desktop;
        await using (var visit = await house.Page("buyer", size))
        {
            await visit.Go("/assistance/external");
            await Record(visit, day, number, supplier, upload: false);
            await visit.Page.GetByText("线下采购要上传凭证").WaitForAsync();
            await visit.Shot($"external-refused-{screen}");
            Assert.Empty(await visit.Axe());
            await Record(visit, day, number, supplier, upload: true);
            await visit.Page.Locator("p.done").WaitForAsync();
            await Record(visit, day, number + "甲", supplier, upload: true);
            await visit.Page.Locator("h2", new() { HasText = "疑似重复" }).WaitForAsync();
            await visit.Go($"/assistance/external?year=2024&text={supplier}");
            Assert.Equal([number + "甲", number], await visit.Page.Locator("tbody th a").AllInnerTextsAsync());
            await visit.Shot($"external-list-{screen}");
            Assert.Empty(await visit.Axe());
            Assert.True(await visit.Overflow() <= 0);
            Assert.Empty(visit.Errors);
        }

        await using (var visit = await house.Page("officer", size))
        {
            await visit.Go("/todo");
            await visit.Page.GetByText("判定疑似重复的外部采购").ClickAsync();
            await visit.Page.WaitForURLAsync("**/assistance/external");
            await visit.Settled();
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = number + "甲", Exact = true }).ClickAsync();
            await visit.Page.WaitForSelectorAsync("#judge-title");
            Assert.Contains(number, await visit.Page.Locator("main table").First.InnerTextAsync(), StringComparison.Ordinal);
            await visit.Shot($"external-record-{screen}");
            Assert.Empty(await visit.Axe());
            Assert.True(await visit.Overflow() <= 0);
            await visit.Page.FillAsync("#judge-reason", "两天送了两次，收据不是同一张");
            await visit.Page.ClickAsync("#judge-different");
            await visit.Page.Locator("p.done").WaitForAsync();
            await visit.Page.GetByText("两天送了两次").WaitForAsync();
            await visit.Shot($"external-judged-{screen}");
            await visit.Page.Locator("main a[href^='/ledger/']").ClickAsync();
            await visit.Page.GetByText("外部采购记录和凭证").WaitForAsync();
            Assert.Empty(await visit.Axe());
            Assert.Empty(visit.Errors);
        }
    }

    [SkippableTheory]
    [InlineData("desk", "83220240001")]
    [InlineData("phone", "83220240002")]
    public async Task Orders_of_the_832_platform_are_handed_in_mended_and_saved_once(string screen, string order)
    {
        await using var visit = await house.Page("buyer", screen == "phone" ? ScreenSize.Phone : ScreenSize.Desktop);
        var page = visit.Page;
        await visit.Go("/import/orders");
        var template = await page.RunAndWaitForDownloadAsync(() => page.GetByText("下载模板").ClickAsync());
        Assert.Equal("832订单.xlsx", template.SuggestedFilename);

        await Offer(visit, Book(order, "办公"));
        await page.GetByText("用途要写").WaitForAsync();
        Assert.True(await page.Locator("#save").IsDisabledAsync());
        await visit.Shot($"orders-wrong-{screen}");
        Assert.Empty(await visit.Axe());
        await Offer(visit, Book(order, "食堂"));
        await page.GetByText("新增：88.50 元").WaitForAsync();
        await visit.Shot($"orders-preview-{screen}");
        Assert.True(await visit.Overflow() <= 0);
        await page.ClickAsync("#save");
        await page.WaitForURLAsync("**/assistance/external");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{order}-1" }).WaitForAsync();
        await visit.Go("/import/orders");
        await Offer(visit, Book(order, "食堂"));
        await page.WaitForSelectorAsync("#nothing");
        Assert.Empty(visit.Errors);
    }

    private static async Task Record(Visit visit, string day, string number, string supplier, bool upload)
    {
        var page = visit.Page;
        if (!await page.Locator("#xp-supplier").IsVisibleAsync())
        {
            await page.ClickAsync("#record > summary");
        }

        await page.FillAsync("#xp-supplier", supplier);
        await page.FillAsync("#xp-goods", "木耳 2斤");
        await page.SelectOptionAsync("#xp-village", new SelectOptionValue { Index = 1 });
        await page.FillAsync("#xp-amount", "120.50");
        await page.FillAsync("#xp-day", day);
        await page.FillAsync("#xp-invoice", number);
        if (upload)
        {
            await page.SetInputFilesAsync("#xp-file", new FilePayload { Name = "收据.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
            await page.GetByText("已上传：收据.pdf").WaitForAsync();
        }

        await page.ClickAsync("#xp-save");
    }

    private static async Task Offer(Visit visit, byte[] book)
    {
        await visit.Page.SetInputFilesAsync("#sheet", new FilePayload { Name = "订单.xlsx", MimeType = "application/octet-stream", Buffer = book });
        await visit.Page.WaitForSelectorAsync(".refusal, #preview");
    }

    private static byte[] Book(string order, string purpose) => XlsxFile.Of(new PaperTable(
        "832订单",
        [.. new[] { "单位", "订单号", "行号", "下单日期", "供应商", "商品", "金额（元）", "用途" }.Select(h => new PaperColumn(h, 18, h.StartsWith("金额", StringComparison.Ordinal) ? PaperFigure.Money : PaperFigure.Text))],
        [new(["公路局", order, "1", "2024-04-08 10:20:30", "蒙山某公司", "黑木耳", Money.Of(88.5m), purpose])]));
}
