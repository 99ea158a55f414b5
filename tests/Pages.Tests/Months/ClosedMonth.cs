using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Months;

/// <summary>A sack becomes a figure that leads back to two names; a closed month stays closed. On a server of its own, whose clock goes from June to July.</summary>
public sealed class ClosedMonth(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string June = "2026-06";
    private const string July = "2026-07";

    [SkippableFact]
    public async Task A_closed_month_stays_closed_and_a_return_shows_in_the_next_one()
    {
        var sack = new SackOfRice(house);
        house.Clock.Set(new DateTimeOffset(2026, 6, 20, 2, 0, 0, TimeSpan.Zero));
        var before = await MeasureFortySeven();
        await sack.Arrives();
        await FromTheFrontPageToTwoNames();
        Assert.Equal(544.32m, await MeasureFortySeven() - before);

        house.Clock.Set(new DateTimeOffset(2026, 7, 5, 2, 0, 0, TimeSpan.Zero));
        await using var officer = await house.Page("officer");
        await TheLeaderConfirms();
        await TwoPeopleClose();
        var first = await Export(officer, $"/?month={June}");
        await TenJinGoBack(sack);
        var second = await Export(officer, $"/?month={June}");

        Assert.Equal(first, second);
        Assert.Equal(first, await Export(officer, $"/months?month={June}", ".file"));
        await officer.Go($"/?month={July}");
        await officer.Shot("month-july");
        var adjustment = officer.Page.Locator(".adjustment");
        Assert.Contains("其中调整以前月份", await adjustment.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("公路局 2026年6月 -56.00", await adjustment.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("-56.00", await Figure(officer, "公路局", 4));

        await adjustment.GetByRole(AriaRole.Link).ClickAsync();
        await officer.Page.WaitForSelectorAsync("h1:text-is('台账明细')");
        await officer.Page.Locator("td a").First.ClickAsync();
        await officer.Page.WaitForSelectorAsync("#acceptance");
        await officer.Shot("row-of-a-return");
        Assert.Contains("采购 544.32", await officer.Page.Locator(".todos").InnerTextAsync(), StringComparison.Ordinal);
        await officer.Go($"/?month={June}");
        Assert.Equal("544.32", await Figure(officer, "公路局", 1));
        Assert.Empty(officer.Errors);
        await PicturesOfAll(officer);
    }

    private async Task FromTheFrontPageToTwoNames()
    {
        await using var officer = await house.Page("officer");
        await officer.Go("/");
        await officer.Shot("month-june");
        Assert.Equal(["544.32", "544.32", "544.32"], [await Figure(officer, "公路局", 1), await Figure(officer, "公路局", 4), await Figure(officer, "公路局", 5)]);

        await Row(officer, "公路局").Locator("td").Nth(0).GetByRole(AriaRole.Link).ClickAsync();
        await officer.Page.WaitForSelectorAsync("h1:text-is('台账明细')");
        await officer.Settled();
        await officer.Shot("ledger");
        await officer.Page.Locator("td a", new() { HasText = "544.32" }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("#acceptance");
        await officer.Shot("row");

        Assert.Equal(["王保管", "赵采购员"], await officer.Page.Locator(".signer").AllInnerTextsAsync());
    }

    // From the front page to the measure, to what it is made of, and back to a row of the ledger: the same figure everywhere.
    private async Task<decimal> MeasureFortySeven()
    {
        await using var officer = await house.Page("officer");
        await officer.Go("/");
        var link = await officer.Page.InnerTextAsync("a.measure");
        await officer.Page.ClickAsync("a.measure");
        await officer.Page.WaitForSelectorAsync("h1:text-is('措施47')");
        var figure = officer.Page.Locator(".known.reckoned a").First;
        var shown = (await figure.InnerTextAsync()).Split(' ')[0];
        Assert.Contains($"两村采购 {shown} ›", link, StringComparison.Ordinal);
        await officer.Shot("measure-47");

        await figure.ClickAsync();
        await officer.Page.WaitForSelectorAsync("h1:text-is('措施47的数是怎么来的')");
        await officer.Shot("measure-47-made-of");
        Assert.Empty(await officer.Axe());
        Assert.Equal($"{shown} 元", await officer.Page.Locator("dl.figures dd").First.InnerTextAsync());
        if (await officer.Page.Locator("td a", new() { HasText = "544.32" }).CountAsync() > 0)
        {
            await officer.Page.Locator("td a", new() { HasText = "544.32" }).First.ClickAsync();
            await officer.Page.WaitForSelectorAsync("#acceptance");
            Assert.Equal(["王保管", "赵采购员"], await officer.Page.Locator(".signer").AllInnerTextsAsync());
        }

        return decimal.Parse(shown, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task TheLeaderConfirms()
    {
        await using var leader = await house.Page("approver");
        await leader.Go("/todo");
        await leader.Shot("todo-confirm");
        await leader.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^确认2026年6月采购数") }).ClickAsync();
        await leader.Page.WaitForURLAsync($"**/months?month={June}");
        await leader.Page.ClickAsync("button.confirm");
        await leader.Page.WaitForSelectorAsync("p.done");
        await leader.Shot("confirmed");

        Assert.Contains("李审批", await Row(leader, "公路局").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(leader.Errors);
    }

    private async Task TwoPeopleClose()
    {
        await using var officer = await house.Page("officer");
        await officer.Go($"/months?month={June}");
        await officer.Page.ClickAsync("#sign");
        await officer.Page.WaitForSelectorAsync("p.done");
        Assert.Equal(0, await officer.Page.Locator("#countersign").CountAsync());
        await officer.Shot("signed-once");

        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/todo");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("第二人签字，结账：2026年6月") }).ClickAsync();
        await supervisor.Page.ClickAsync("#countersign");
        await supervisor.Page.WaitForSelectorAsync(".mud-dialog");
        await supervisor.Shot("closing-asks");
        await supervisor.Page.ClickAsync(".mud-dialog button.grave");
        await supervisor.Page.WaitForSelectorAsync("p.done");
        await supervisor.Shot("closed");

        Assert.Contains("已结账（第 1 版）", await supervisor.Page.Locator(".light").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(supervisor.Errors);
    }

    private async Task TenJinGoBack(SackOfRice sack)
    {
        await using var keeper = await house.Page("keeper");
        await keeper.Go($"/orders/{sack.Order}");
        await keeper.Page.GetByText("退货…").ClickAsync();
        var quantity = keeper.Page.GetByLabel("退多少");
        var kilograms = (await keeper.Page.Locator("label", new() { HasText = "退多少" }).InnerTextAsync()).Contains("公斤", StringComparison.Ordinal);
        await quantity.FillAsync(kilograms ? "5" : "10");
        await keeper.Page.FillAsync("#return-reason", "有霉点");
        await keeper.Page.GetByRole(AriaRole.Button, new() { Name = "退货", Exact = true }).ClickAsync();
        await keeper.Page.ClickAsync(".mud-dialog button.grave");
        await keeper.Page.WaitForSelectorAsync("p.done");
        await keeper.Shot("ten-jin-go-back");
        Assert.Empty(keeper.Errors);
        await sack.Counted();
    }

    private async Task PicturesOfAll(Visit officer)
    {
        foreach (var (name, path) in new[] { ("home", $"/?month={June}"), ("report", $"/assistance?month={June}&money=wan"), ("report-months", "/assistance?by=month"), ("report-flows", "/assistance?year=2026&show=flow"), ("reported", "/assistance/reported"), ("assistance", "/assistance?by=village,product"), ("ledger", "/ledger"), ("months", $"/months?month={June}") })
        {
            await officer.Go(path);
            Assert.Empty(await officer.Axe());
            Assert.Equal(0, await officer.Overflow());
            await officer.Shot($"{name}-desktop");
        }

        await using var phone = await house.Page("officer", ScreenSize.Phone);
        await using var english = await house.Page("officer", ScreenSize.Wide, english: true);
        foreach (var (name, path) in new[] { ("home", $"/?month={June}"), ("assistance", "/assistance?by=village"), ("reported", "/assistance/reported"), ("months", $"/months?month={June}") })
        {
            await phone.Go(path);
            Assert.Equal(0, await phone.Overflow());
            await phone.Shot($"{name}-phone");
            await english.Go(path);
            await english.Shot($"{name}-english");
        }

        await officer.Go($"/assistance?month={June}&money=wan");
        await File.WriteAllBytesAsync(Path.Combine(Artifacts(), "report-paper.pdf"), await officer.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = false }));
        await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.Locator(".take-away a").Nth(2).ClickAsync()).ContinueWith(d => d.Result.SaveAsAsync(Path.Combine(Artifacts(), "briefing.docx"))).Unwrap();
        await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.Locator(".take-away a").First.ClickAsync()).ContinueWith(d => d.Result.SaveAsAsync(Path.Combine(Artifacts(), "report.xlsx"))).Unwrap();
        await officer.Go($"/?month={June}");
        await File.WriteAllBytesAsync(Path.Combine(Artifacts(), "month-paper.pdf"), await officer.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = false }));
    }

    private static async Task<byte[]> Export(Visit visit, string path, string link = ".take-away a")
    {
        await visit.Go(path);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator(link).First.ClickAsync());
        var file = Path.Combine(Artifacts(), "month-table.xlsx");
        await download.SaveAsAsync(file);
        return await File.ReadAllBytesAsync(file);
    }

    private static ILocator Row(Visit visit, string unit) => visit.Page.Locator("tbody tr", new() { Has = visit.Page.Locator($"th:text-is('{unit}')") }).First;

    private static Task<string> Figure(Visit visit, string unit, int column) => Row(visit, unit).Locator("td").Nth(column - 1).InnerTextAsync();

    private static string Artifacts([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Directory.CreateDirectory(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "artifacts", "screenshots"))).FullName;
}
