using Commerce.Platform.Documents;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>Whoever administers units fills in a workbook and hands it in: what is wrong is told row by row, what is right is saved at once.</summary>
[Collection(AtHome.Name)]
public sealed class Importing(OpenHouse house)
{
    [SkippableTheory]
    [InlineData("desk", "试验检测中心", "shen")]
    [InlineData("phone", "试验检测所", "shen2")]
    public async Task Units_and_accounts_are_handed_in_mended_and_saved_and_the_passwords_are_shown_once(string screen, string unit, string login)
    {
        await using var visit = await house.Page("admin", screen == "phone" ? ScreenSize.Phone : ScreenSize.Desktop);
        var page = visit.Page;
        await visit.Go("/import/units");
        var template = await page.RunAndWaitForDownloadAsync(() => page.GetByText("下载模板").ClickAsync());
        Assert.Equal("单位和账号.xlsx", template.SuggestedFilename);

        await Offer(visit, "名单.xlsx", Book(unit, login, "局长"));
        await page.GetByText("没有岗位“局长”").WaitForAsync();
        Assert.Contains("账号第 4 行", await page.Locator("#preview tbody tr").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator("#save").IsDisabledAsync());
        await visit.Shot($"import-wrong-{screen}");
        Assert.Empty(await visit.Axe());

        await Offer(visit, "名单.xlsx", Book(unit, login, "采购、保管员"));
        await page.GetByText("新开账号，在").WaitForAsync();
        await visit.Shot($"import-preview-{screen}");
        Assert.Empty(await visit.Axe());
        Assert.True(await visit.Overflow() <= 0);
        await page.ClickAsync("#save");
        await page.WaitForSelectorAsync("#take-passwords");
        await visit.Shot($"import-passwords-{screen}");
        Assert.Empty(await visit.Axe());
        var list = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#take-passwords"));
        Assert.Equal("初始密码.xlsx", list.SuggestedFilename);
        var password = await page.Locator("tbody code").First.InnerTextAsync();
        Assert.Equal(16, password.Length);

        await visit.Go("/import/units");
        Assert.Equal(0, await page.Locator("#take-passwords").CountAsync());
        await Offer(visit, "名单.xlsx", Book(unit, login, "采购、保管员"));
        await page.WaitForSelectorAsync("#nothing");
        Assert.True(await page.Locator("#save").IsDisabledAsync());
        await Offer(visit, "名单.xlsx", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        await page.GetByText("这是PNG文件").WaitForAsync();
        await visit.Go("/units");
        await page.GetByRole(AriaRole.Link, new() { Name = unit }).WaitForAsync();
        Assert.Empty(visit.Errors);
    }

    [SkippableTheory]
    [InlineData("desk", "2031")]
    [InlineData("phone", "2032")]
    public async Task Opening_budgets_are_handed_in_and_stand_on_the_page_of_budgets(string screen, string year)
    {
        await using var visit = await house.Page("officer", screen == "phone" ? ScreenSize.Phone : ScreenSize.Desktop);
        var page = visit.Page;
        await visit.Go("/budgets");
        await visit.Shot($"budgets-{screen}");
        await page.GetByRole(AriaRole.Link, new() { Name = "批量导入" }).ClickAsync();
        await page.WaitForURLAsync("**/budgets/import");
        await visit.Settled();

        await Offer(visit, "预算.xlsx", Budgets(year, "科研所", -1m));
        await page.GetByText("预算应是不小于零的数").WaitForAsync();
        Assert.True(await page.Locator("#save").IsDisabledAsync());
        await Offer(visit, "预算.xlsx", Budgets(year, "科研所", 88_000.5m));
        await page.GetByText("新增：88000.50 元").WaitForAsync();
        await visit.Shot($"budgets-preview-{screen}");
        Assert.Empty(await visit.Axe());
        await page.ClickAsync("#save");
        await page.WaitForURLAsync("**/budgets");
        await visit.Go($"/budgets?year={year}");
        Assert.Contains("88,000.50", await page.Locator("tbody tr", new() { HasText = "科研所" }).First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await visit.Overflow() <= 0);
        Assert.Empty(visit.Errors);
    }

    private static byte[] Budgets(string year, string unit, decimal limit) => XlsxFile.Of(new PaperTable(
        "年度预算", [new("单位", 20), new("年度", 20), new("资金来源", 20), new("预算（元）", 20, PaperFigure.Money)], [new([unit, year, "食堂经费", limit])]));

    private static byte[] Book(string unit, string login, string roles) => XlsxFile.Of(
    [
        new PaperTable("单位", [new("单位名称", 20), new("上级单位", 20), new("类型", 20)], [new([unit, "省交通运输厅", "厅直单位"])]),
        new PaperTable("账号", [new("用户名", 20), new("姓名", 20), new("所在单位", 20), new("岗位", 20)], [new([login, "沈试验", unit, roles])]),
    ]);

    private static async Task Offer(Visit visit, string name, byte[] content)
    {
        await visit.Page.SetInputFilesAsync("#sheet", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await visit.Page.WaitForSelectorAsync(".refusal, #preview");
    }
}
