using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Tasks;

/// <summary>An inspection over some counties: opened, drawn, reported on, and a problem that it leads to. On a server of its own.</summary>
public sealed class InspectionsOfCounties(OpenHouse house) : IClassFixture<OpenHouse>
{
    [SkippableFact]
    public async Task It_is_opened_drawn_by_a_seed_reported_on_and_leads_to_a_problem()
    {
        OpenHouse.NeedBrowser();
        var path = await OpenAndDraw();
        await Report(path);
        await RecordProblem(path);
    }

    private async Task<string> OpenAndDraw()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/inspections");
        await supervisor.Page.ClickAsync("summary:text-is('开展检查')");
        await supervisor.Page.ClickAsync("#save-inspection");
        await supervisor.Page.WaitForSelectorAsync(".refusal");
        await supervisor.Page.SelectOptionAsync("#inspection-measure", new SelectOptionValue { Label = await Label(supervisor, "29、") });
        await supervisor.Page.FillAsync("#inspection-name", "硬化路路况排查");
        await supervisor.Page.FillAsync("#inspection-kind", "硬化路路况");
        await supervisor.Page.FillAsync("#inspection-unit", "条");
        await supervisor.Page.GetByLabel("省级抽查").CheckAsync();
        await supervisor.Page.FillAsync("#inspection-counties", "示例甲县\n示例乙县\n示例丙县\n示例丁县\n示例戊县");
        await supervisor.Shot("inspection-new");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("#save-inspection");
        await supervisor.Page.WaitForSelectorAsync("p.done");
        await supervisor.Page.ClickAsync("tbody a:text-is('硬化路路况排查')");
        await supervisor.Page.WaitForSelectorAsync("#draw");
        await supervisor.Page.FillAsync("#draw-count", "2");
        await supervisor.Page.FillAsync("#draw-seed", "2026061");
        await supervisor.Page.ClickAsync("#draw");
        await supervisor.Page.ClickAsync("button.grave:text-is('抽取')");
        await supervisor.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("现在重抽一遍，结果相同", await supervisor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await supervisor.Shot("inspection-drawn");
        Assert.Empty(await supervisor.Axe());
        Assert.Empty(supervisor.Errors);
        return new Uri(supervisor.Page.Url).AbsolutePath;
    }

    private async Task Report(string path)
    {
        await using var liaison = await house.Page("liaison", ScreenSize.Phone);
        await liaison.Go(path);
        await liaison.Page.ClickAsync("summary:text-is('填报检查数据')");
        await liaison.Page.SelectOptionAsync("#figure-county", "示例乙县");
        await liaison.Page.FillAsync("#figure-checked", "40");
        await liaison.Page.FillAsync("#figure-found", "3");
        await liaison.Page.FillAsync("#figure-mended", "4");
        await liaison.Page.FillAsync("#figure-evidence", "排查表第1号");
        await liaison.Page.ClickAsync("#report-figures");
        await liaison.Page.GetByText("已整改数不能多于发现问题数").WaitForAsync();
        await liaison.Page.FillAsync("#figure-mended", "2");
        await liaison.Shot("inspection-report-phone");
        Assert.Empty(await liaison.Axe());
        Assert.True(await liaison.Overflow() <= 0);
        await liaison.Page.ClickAsync("#report-figures");
        await liaison.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("查 40 条，发现 3，整改 2", await liaison.Page.InnerTextAsync("dl.figures"), StringComparison.Ordinal);
        await liaison.Shot("inspection-reported-phone");
        await liaison.Page.ClickAsync("summary:text-is('用合计填报措施29的数据')");
        Assert.Equal("3", await liaison.Page.GetByLabel("发现问题（个）").Last.InputValueAsync());
        await liaison.Shot("inspection-fill-phone");
        Assert.Empty(await liaison.Axe());
        await liaison.Page.ClickAsync("#fill-measure");
        await liaison.Page.GetByText("已填报到措施29").WaitForAsync();
        await liaison.Page.ClickAsync("a.button:text-is('措施29')");
        await liaison.Page.GetByText("检查：硬化路路况排查（县级排查）").First.WaitForAsync();
        await liaison.Shot("inspection-filled-phone");
        Assert.True(await liaison.Overflow() <= 0);
        Assert.Empty(liaison.Errors);
    }

    private async Task RecordProblem(string path)
    {
        await using var supervisor = await house.Page("supervisor", english: true);
        await supervisor.Go(path);
        await supervisor.Shot("inspection-en");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("text=Record a problem found here");
        await supervisor.Page.WaitForSelectorAsync("#county");
        await supervisor.Page.FillAsync("#text", "一段路面沉陷");
        await supervisor.Page.FillAsync("#kind", "路况");
        await supervisor.Page.SelectOptionAsync("#unit", new SelectOptionValue { Label = "公路局" });
        await supervisor.Page.SelectOptionAsync("#county", "示例乙县");
        await supervisor.Page.ClickAsync("#record");
        await supervisor.Page.WaitForSelectorAsync("h1:has-text('Problem WT-')");
        await supervisor.Page.ClickAsync("main dd a:text-is('硬化路路况排查')");
        await supervisor.Page.GetByText("1 problems recorded, 0 closed").WaitForAsync();
        var file = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "Export xlsx" }).ClickAsync());
        Assert.Equal("硬化路路况排查.xlsx", file.SuggestedFilename);
        Assert.Empty(supervisor.Errors);
    }

    private static async Task<string> Label(Visit visit, string start) =>
        (await visit.Page.Locator("#inspection-measure option").AllInnerTextsAsync()).First(t => t.StartsWith(start, StringComparison.Ordinal));
}
