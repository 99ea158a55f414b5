using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Tasks;

/// <summary>A measure from its first report to its closing, and deadlines that are kept, moved and missed. On a server of its own, whose clock goes from June to November.</summary>
public sealed class OneMeasure(OpenHouse house) : IClassFixture<OpenHouse>
{
    [SkippableFact]
    public async Task Reports_are_sent_back_accepted_and_closed_and_an_extended_day_keeps_the_original()
    {
        await Report("路面病害排查完成三成。", withFile: true);
        await SendBack();
        await ReportAgainAsDone();
        await AcceptAndClose();
        await TypeAFigure();
        await AskForMoreTime();
        await ApproveIt();

        house.Clock.Set(new DateTimeOffset(2026, 11, 10, 2, 0, 0, TimeSpan.Zero));
        await using var supervisor = await house.Page("supervisor");
        await Finish(supervisor, 4, "2026-10-20", "按期办结（10月20日）");
        await Finish(supervisor, 5, "2026-11-10", "按期办结(延期)（11月10日）");
        await Finish(supervisor, 7, "2026-11-10", "逾期办结（11月10日）");
        Assert.Empty(supervisor.Errors);
    }

    [SkippableFact]
    public async Task A_cooperating_unit_reports_but_cannot_say_that_it_is_done()
    {
        await using var liaison = await house.Page("liaison");
        await liaison.Go("/tasks/2026/measure/5");

        Assert.Contains("您单位是配合单位", await liaison.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await liaison.Page.Locator("#done-on").CountAsync());
        Assert.Equal(0, await liaison.Page.GetByText("申请延期").CountAsync());
        await liaison.Page.FillAsync("#narrative", "已报送资料。");
        await liaison.Page.ClickAsync("text=提交上报");
        await liaison.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("已报送资料。", await liaison.Page.Locator(".papers").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(liaison.Errors);
    }

    [SkippableFact]
    public async Task Who_only_reads_sees_no_forms_and_no_other_units_reports()
    {
        await using var auditor = await house.Page("auditor");
        await auditor.Go("/tasks/2026/measure/29");

        Assert.Equal(0, await auditor.Page.Locator("main form, main textarea, main input, main .act").CountAsync());
        await auditor.Go("/tasks/import");
        Assert.Contains("您的岗位不能打开这个页面", await auditor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await auditor.Go("/tasks/2026/measure/999");
        Assert.Contains("清单里没有这条措施", await auditor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task Report(string narrative, bool withFile)
    {
        await using var liaison = await house.Page("liaison", ScreenSize.Phone);
        await liaison.Go("/tasks?unit=mine");
        await liaison.Page.Locator("#m29 a").First.ClickAsync();
        await liaison.Page.WaitForSelectorAsync("#narrative");
        await liaison.Page.ClickAsync("text=提交上报");
        await liaison.Page.WaitForSelectorAsync(".refusal");
        Assert.Contains("没有做任何更改", await liaison.Page.InnerTextAsync(".refusal"), StringComparison.Ordinal);

        await liaison.Page.FillAsync("#narrative", narrative);
        await liaison.Page.FillAsync("#percent", "30");
        if (withFile)
        {
            await liaison.Page.SetInputFilesAsync("#evidence", new FilePayload { Name = "假的.pdf", MimeType = "application/pdf", Buffer = [0, 1, 2, 3] });
            await liaison.Page.GetByText("这类文件不能上传").WaitForAsync();
            await liaison.Page.SetInputFilesAsync("#evidence", new FilePayload { Name = "照片.png", MimeType = "image/png", Buffer = new byte[(20 * 1024 * 1024) + 1] });
            await liaison.Page.GetByText("“照片.png”超过 20 MB，没有上传").WaitForAsync();
            await liaison.Page.SetInputFilesAsync("#evidence", new FilePayload { Name = "排查记录.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
            await liaison.Page.GetByText("排查记录.pdf").WaitForAsync();
        }

        await liaison.Shot("measure-report-phone");
        Assert.Empty(await liaison.Axe());
        Assert.True(await liaison.Overflow() <= 0);
        await liaison.Page.ClickAsync("text=提交上报");
        await liaison.Page.WaitForSelectorAsync("p.done");
        Assert.Equal(0, await liaison.Page.Locator("#changes").CountAsync());
        Assert.Contains("待审核", await liaison.Page.Locator(".papers").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(liaison.Errors);
    }

    private async Task SendBack()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/todo");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("审核措施29的上报") }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("text=审核通过");
        var file = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "排查记录.pdf" }).ClickAsync());
        Assert.Equal("排查记录.pdf", file.SuggestedFilename);
        await supervisor.Page.ClickAsync("button:text-is('退回')");
        await supervisor.Page.GetByText("请写明理由").WaitForAsync();
        await supervisor.Page.GetByLabel("退回的理由").FillAsync("请补写已整改的数量");
        await supervisor.Shot("measure-review");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("button:text-is('退回')");
        await supervisor.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("上报被退回", await supervisor.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        await supervisor.Page.ClickAsync("#changes");
        var changes = supervisor.Page.Locator("ol[aria-label='改前改后']");
        await changes.Locator("summary").First.WaitForAsync();
        foreach (var summary in await changes.Locator("li").First.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        var read = await changes.InnerTextAsync();
        Assert.Contains("进度上报 · 修改", read, StringComparison.Ordinal);
        Assert.Contains("退回理由", read, StringComparison.Ordinal);
        Assert.Contains("待审核 → 退回", read, StringComparison.Ordinal);
        Assert.DoesNotMatch("State|Version|RETURNED|[0-9a-f]{8}-[0-9a-f]{4}", read);
        await changes.ScrollIntoViewIfNeededAsync();
        await supervisor.Shot("measure-changes");
        Assert.Empty(await supervisor.Axe());
        await RefusedAfterwards(supervisor);
        Assert.Empty(supervisor.Errors);
    }

    /// <summary>What the act before came to doesn't stand beside the refusal of the next one.</summary>
    private static async Task RefusedAfterwards(Visit supervisor)
    {
        Assert.Equal(1, await supervisor.Page.Locator("p.done").CountAsync());
        var milestone = supervisor.Page.Locator(".milestones > li").First;
        await milestone.GetByText("登记节点办结").ClickAsync();
        await milestone.GetByRole(AriaRole.Button, new() { Name = "登记办结", Exact = true }).ClickAsync();

        await Assertions.Expect(supervisor.Page.Locator(".refusal")).ToBeFocusedAsync();
        Assert.Equal(0, await supervisor.Page.Locator("p.done").CountAsync());
    }

    private async Task ReportAgainAsDone()
    {
        await using var liaison = await house.Page("liaison");
        await liaison.Go("/todo");
        await liaison.Shot("todo-liaison");
        await liaison.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("补正措施29的上报") }).ClickAsync();
        await liaison.Page.WaitForSelectorAsync("#narrative");
        await liaison.Page.FillAsync("#narrative", "排查全部完成，问题已整改。");
        await liaison.Page.FillAsync("#percent", "100");
        await liaison.Page.FillAsync("#done-on", "2026-06-09");
        await liaison.Page.ClickAsync("text=提交上报");
        await liaison.Page.WaitForSelectorAsync("p.done");
        Assert.Equal(0, await liaison.Page.GetByRole(AriaRole.Button, new() { Name = "销号" }).CountAsync());
        Assert.Empty(liaison.Errors);
    }

    private async Task AcceptAndClose()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/2026/measure/29");
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "销号", Exact = true }).ClickAsync();
        await supervisor.Page.GetByText("还没有审核通过的办结上报，不能销号").WaitForAsync();
        await supervisor.Page.ClickAsync("button:text-is('审核通过')");
        await supervisor.Page.GetByText("审核通过。").WaitForAsync();
        await supervisor.Go("/todo");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("为措施29销号") }).ClickAsync();
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "销号", Exact = true }).ClickAsync();
        await supervisor.Page.GetByText("措施29已销号。").WaitForAsync();
        await supervisor.Shot("measure-closed");
        Assert.Contains("已销号（6月9日办结）", await supervisor.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        Assert.Empty(supervisor.Errors);
    }

    private async Task TypeAFigure()
    {
        await using var liaison = await house.Page("liaison");
        await liaison.Go("/tasks/2026/task/4");
        await liaison.Page.ClickAsync("summary:text-is('填报数据')");
        await liaison.Page.FillAsync("#value", "3");
        await liaison.Page.ClickAsync("text=提交数据");
        await liaison.Page.GetByText("请写明数据依据").WaitForAsync();
        await liaison.Page.FillAsync("#ground", "危桥改造月报第5期");
        await liaison.Page.ClickAsync("text=提交数据");
        await liaison.Page.WaitForSelectorAsync("p.done");
        var typed = liaison.Page.Locator(".known.typed").First;
        Assert.Contains("3 / 6 座", await typed.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("吴联络报", await typed.InnerTextAsync(), StringComparison.Ordinal);

        // What the platform reckons has no field to type in.
        await liaison.Go("/tasks/2026/measure/47");
        Assert.Equal(4, await liaison.Page.Locator(".known.reckoned").CountAsync());
        Assert.Equal(0, await liaison.Page.Locator("#value").CountAsync());
        Assert.Empty(liaison.Errors);
    }

    private async Task AskForMoreTime()
    {
        await using var liaison = await house.Page("liaison");
        await liaison.Go("/tasks/2026/task/5");
        await liaison.Page.ClickAsync("summary:text-is('申请延期')");
        await liaison.Page.GetByLabel("申请延至").FillAsync("2026-10-31");
        await liaison.Page.GetByLabel("理由").FillAsync("汛期推迟开工");
        await liaison.Page.GetByLabel("目前进展").FillAsync("完成招标，路基过半");
        await liaison.Page.ClickAsync("text=提交申请");
        await liaison.Page.GetByText("新日期须晚于").WaitForAsync();
        await liaison.Page.GetByLabel("申请延至").FillAsync("2026-11-15");
        await liaison.Page.ClickAsync("text=提交申请");
        await liaison.Page.WaitForSelectorAsync("p.done");
        await liaison.Shot("extension-asked");
        Assert.Empty(await liaison.Axe());
        Assert.Empty(liaison.Errors);
    }

    private async Task ApproveIt()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/todo");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("延期申请（公路局）") }).ClickAsync();
        await supervisor.Page.ClickAsync("button:text-is('同意延期')");
        await supervisor.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("原定 2026年10月31日，批准延至 2026年11月15日", await supervisor.Page.Locator(".milestones").InnerTextAsync(), StringComparison.Ordinal);
        await supervisor.Shot("extension-approved");
        Assert.Empty(supervisor.Errors);
    }

    private static async Task Finish(Visit supervisor, int task, string day, string said)
    {
        await supervisor.Go($"/tasks/2026/task/{task}");
        var milestone = supervisor.Page.Locator(".milestones > li").First;
        await milestone.GetByText("登记节点办结").ClickAsync();
        await milestone.GetByLabel("办结日期").FillAsync(day);
        await milestone.GetByLabel("依据").FillAsync("现场核验记录");
        await milestone.GetByRole(AriaRole.Button, new() { Name = "登记办结", Exact = true }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("p.done");
        Assert.Contains(said, await milestone.InnerTextAsync(), StringComparison.Ordinal);
        await supervisor.Shot($"milestone-done-{task}");
    }
}
