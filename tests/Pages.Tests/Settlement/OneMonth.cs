using System.Runtime.CompilerServices;
using Commerce.Ordering.Statements;
using Commerce.Pages.Tests.Months;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Settlement;

/// <summary>A sack of rice is settled: its statement, a difference and its answer, both sides' word, an invoice with its file, a transfer in two parts.
/// On a server of its own, whose clock goes from June to August.</summary>
public sealed class OneMonth(OpenHouse house) : IClassFixture<OpenHouse>
{
    [SkippableFact]
    public async Task A_month_is_confirmed_invoiced_and_paid_click_by_click_and_what_is_late_is_shown()
    {
        OpenHouse.NeedBrowser();
        house.Clock.Set(new DateTimeOffset(2026, 6, 20, 2, 0, 0, TimeSpan.Zero));
        await new SackOfRice(house).Arrives();
        house.Clock.Set(new DateTimeOffset(2026, 7, 5, 2, 0, 0, TimeSpan.Zero));
        await Draw();

        var address = await TheUnitRaisesADifference();
        await TheTeamAnswersAndConfirms(address);
        await TheUnitConfirms(address);
        await TheInvoiceIsRegistered(address);
        await HalfIsPaid(address);

        house.Clock.Set(new DateTimeOffset(2026, 8, 1, 2, 0, 0, TimeSpan.Zero));
        await TheRestIsLate();
        await ThePaperIsPrinted(address);
    }

    private async Task Draw()
    {
        await using var scope = house.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DrawStatements>().Run(CancellationToken.None);
    }

    private async Task<string> TheUnitRaisesADifference()
    {
        await using var leader = await house.Page("approver");
        await leader.Go("/todo");
        await leader.Page.Locator("main a", new() { HasText = "确认对账单" }).First.ClickAsync();
        await leader.Page.WaitForSelectorAsync("h1:has-text('对账单 ST-')");
        await leader.Shot("statement-open");
        Assert.Empty(await leader.Axe());
        Assert.Contains("544.32", await leader.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await leader.Page.GetByText("有一行不对…").ClickAsync();
        await leader.Page.FillAsync("#difference-amount", "5.60");
        await leader.Page.FillAsync("#difference-reason", "有一斤受潮");
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "提出差异" }).ClickAsync();
        await leader.Page.WaitForSelectorAsync("p.done");
        await leader.Shot("statement-disputed");
        Assert.Contains("有差异暂不付 5.60 元", await leader.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(leader.Errors);
        return new Uri(leader.Page.Url).AbsolutePath;
    }

    private async Task TheTeamAnswersAndConfirms(string address)
    {
        await using var team = await house.Page("supplier", ScreenSize.Phone);
        await team.Go(address);
        await team.Shot("statement-disputed-phone");
        Assert.Empty(await team.Axe());
        Assert.True(await team.Overflow() <= 0);
        await team.Page.Locator("textarea[id^=answer-]").FillAsync("已当面核对，照付");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "答复" }).ClickAsync();
        await team.Page.GetByText("已答复。").WaitForAsync();
        await Confirm(team);
        Assert.Contains("代办", await team.Page.Locator("p.state").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(team.Errors);
    }

    private async Task TheUnitConfirms(string address)
    {
        await using var leader = await house.Page("approver");
        await leader.Go(address);
        await Confirm(leader);
        Assert.Contains("双方已确认", await leader.Page.Locator("p.state").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task TheInvoiceIsRegistered(string address)
    {
        await using var purchaser = await house.Page("purchaser");
        await purchaser.Go(address);
        await purchaser.Page.GetByText("登记发票…").ClickAsync();
        await purchaser.Page.FillAsync("#invoice-number", "26222000000000009001");
        await purchaser.Page.FillAsync("#invoice-issuer", "明东村股份经济合作社");
        await purchaser.Page.FillAsync("#invoice-code", "93222400MA0000002R");
        await purchaser.Page.FillAsync("#invoice-gross-0", "544.33");
        await purchaser.Page.SetInputFilesAsync("#invoice-file", new FilePayload { Name = "发票.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n"u8.ToArray() });
        await purchaser.Page.GetByText("已上传：发票.pdf").WaitForAsync();
        await purchaser.Shot("invoice-form");
        Assert.Empty(await purchaser.Axe());
        await purchaser.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await purchaser.Page.Locator(".refusal", new() { HasText = "加上这张就超出了" }).WaitForAsync();

        await purchaser.Page.FillAsync("#invoice-gross-0", "544.32");
        await purchaser.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await purchaser.Page.GetByText("已登记发票 26222000000000009001。").WaitForAsync();
        await purchaser.Shot("invoice-registered");
        Assert.Contains("免税", await purchaser.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var file = await purchaser.Page.Locator("a[download][href^='/files/']").GetAttributeAsync("href");
        Assert.Equal(200, (await purchaser.Page.APIRequest.GetAsync(new Uri(house.Address, file).ToString())).Status);
        await using var team = await house.Page("supplier");
        Assert.Equal(200, (await team.Page.APIRequest.GetAsync(new Uri(house.Address, file).ToString())).Status);
        await using var stranger = await house.Page("buyer2");
        Assert.Equal(404, (await stranger.Page.APIRequest.GetAsync(new Uri(house.Address, file).ToString())).Status);

        await purchaser.Go("/invoices");
        await purchaser.Shot("invoices");
        Assert.Contains("26222000000000009001", await purchaser.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(purchaser.Errors);
    }

    private async Task HalfIsPaid(string address)
    {
        await using var leader = await house.Page("approver");
        await leader.Go(address);
        await leader.Page.GetByText("登记付款…").ClickAsync();
        await leader.Page.FillAsync("#pay-code", "20260000000");
        await leader.Page.FillAsync("#pay-amount", "300");
        await leader.Page.FillAsync("#pay-slip", "B20260705001");
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await leader.Page.Locator(".refusal", new() { HasText = "付款识别码不对" }).WaitForAsync();

        var code = await leader.Page.Locator("dt:has-text('付款识别码') + dd").InnerTextAsync();
        await leader.Page.FillAsync("#pay-code", code);
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await leader.Page.GetByText("已登记付款。").WaitForAsync();
        await leader.Shot("statement-part-paid");
        Assert.Contains("应付 244.32 元", await leader.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await leader.Axe());
        Assert.Empty(leader.Errors);
    }

    private async Task TheRestIsLate()
    {
        await using var leader = await house.Page("approver");
        await leader.Go("/payables?due=overdue");
        await leader.Shot("payables-overdue");
        Assert.Empty(await leader.Axe());
        var text = await leader.Page.Locator("main").InnerTextAsync();
        Assert.Contains("逾期 12 天：应在 2026年7月20日 前付款", text, StringComparison.Ordinal);
        Assert.Contains("244.32", text, StringComparison.Ordinal);
        await leader.Go("/todo");
        Assert.Contains("付款已逾期", await leader.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var export in new[] { "/statements/export", "/invoices/export", "/payables/export" })
        {
            Assert.Equal(200, (await leader.Page.APIRequest.GetAsync(new Uri(house.Address, export + ".xlsx").ToString())).Status);
            Assert.Contains("544.32", await (await leader.Page.APIRequest.GetAsync(new Uri(house.Address, export + ".csv").ToString())).TextAsync(), StringComparison.Ordinal);
        }

        await leader.Go("/payables/terms");
        await leader.Page.FillAsync("#term-days", "61");
        await leader.Page.FillAsync("#term-contract", "2026-采-7");
        await leader.Page.Keyboard.PressAsync("Tab");
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await leader.Page.WaitForSelectorAsync("text=付款期限应为 1 至 60 天");
        await leader.Page.FillAsync("#term-days", "60");
        await leader.Page.Keyboard.PressAsync("Tab");
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await leader.Page.WaitForSelectorAsync("text=账期已登记");
        await leader.Shot("payment-terms");
        Assert.Contains("2026-采-7", await leader.Page.Locator("table").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await leader.Axe());

        await leader.Go("/statements");
        await leader.Shot("statements");
        Assert.Empty(leader.Errors);
    }

    private async Task ThePaperIsPrinted(string address)
    {
        await using var leader = await house.Page("approver");
        await leader.Go("/papers" + address);
        await leader.Shot("paper-statement");
        Assert.Empty(await leader.Axe());
        Assert.Contains("伍佰肆拾肆元叁角贰分", await leader.Page.Locator("article").InnerTextAsync(), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Path.Combine(Artifacts(), "statement-paper.pdf"), await leader.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = false }));
    }

    private static async Task Confirm(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "核对无误，确认" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "确认", Exact = true }).ClickAsync();
        await visit.Page.GetByText("已确认。").WaitForAsync();
    }

    private static string Artifacts([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", "..", "..", "..", "artifacts", "screenshots"));
}
