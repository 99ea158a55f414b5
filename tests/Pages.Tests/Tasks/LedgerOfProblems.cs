using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Tasks;

/// <summary>A problem from its recording to the day on which somebody looks at it again, and a special action to its summary. On a server of its own.</summary>
public sealed class LedgerOfProblems(OpenHouse house) : IClassFixture<OpenHouse>
{
    [SkippableFact]
    public async Task A_problem_is_recorded_planned_mended_sent_back_closed_and_looked_at_again()
    {
        OpenHouse.NeedBrowser();
        var number = await Record();
        await Plan(number);
        await SayMended(number, "已拨付。");
        await SendBack(number);
        await SayMended(number, "已拨付，凭证附后。");
        await CloseAndLookAgain(number);
        await TakeAway();
    }

    [SkippableFact]
    public async Task Filters_stand_in_the_address_and_who_only_reads_sees_no_forms()
    {
        OpenHouse.NeedBrowser();
        await using var auditor = await house.Page("auditor", english: true);
        await auditor.Go("/tasks/problems");
        await auditor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Late") }).ClickAsync();
        await auditor.Page.WaitForURLAsync("**late=yes");
        await auditor.Page.WaitForFunctionAsync("() => document.querySelectorAll('tbody tr').length === 1");
        Assert.Contains("4 days late", await auditor.Page.InnerTextAsync("tbody"), StringComparison.Ordinal);
        await auditor.Shot("problems-late-en");
        Assert.Empty(await auditor.Axe());
        await auditor.Page.Locator("tbody th a").ClickAsync();
        await auditor.Page.WaitForSelectorAsync(".verdict");
        Assert.Equal(0, await auditor.Page.Locator("main form, main textarea, main input, main .act").CountAsync());
        await auditor.Go("/tasks/problems?state=standing");
        Assert.Contains("No such problems", await auditor.Page.InnerTextAsync(".empty"), StringComparison.Ordinal);
        await auditor.Go("/tasks/problems/prb_00000000000000000000000000000000");
        Assert.Contains("There is no such problem", await auditor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(auditor.Errors);
    }

    [SkippableFact]
    public async Task A_leading_unit_files_the_summary_once()
    {
        OpenHouse.NeedBrowser();
        await using (var supervisor = await house.Page("supervisor"))
        {
            await supervisor.Go("/tasks/problems/actions");
            await supervisor.Page.ClickAsync("summary:text-is('设立专项整治')");
            await supervisor.Page.FillAsync("#new-name", "资金使用专项整治");
            await supervisor.Page.ClickAsync("#new-save");
            await supervisor.Page.WaitForSelectorAsync("h2:has-text('资金使用专项整治')");
            await supervisor.Shot("special-actions");
            Assert.Empty(await supervisor.Axe());
            Assert.Empty(supervisor.Errors);
        }

        await using var liaison = await house.Page("liaison", ScreenSize.Phone);
        await liaison.Go("/tasks/problems/actions");
        var mine = liaison.Page.Locator("section.special-action", new() { HasText = "资金使用专项整治" });
        await mine.GetByText("报送总结", new() { Exact = true }).First.ClickAsync();
        await mine.GetByLabel("总结", new() { Exact = true }).FillAsync("整治全部完成，制度已经修订。");
        await mine.GetByRole(AriaRole.Button, new() { Name = "报送总结" }).ClickAsync();
        await mine.GetByText("总结要附文件").WaitForAsync();
        await mine.GetByLabel("总结文件").SetInputFilesAsync(new FilePayload { Name = "总结.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await mine.GetByText("总结.pdf").WaitForAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "报送总结" }).ClickAsync();
        await liaison.Page.ClickAsync("button.grave:text-is('报送')");
        await liaison.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("长期坚持", await mine.Locator(".verdict").InnerTextAsync(), StringComparison.Ordinal);
        await liaison.Shot("special-action-filed-phone");
        Assert.Empty(await liaison.Axe());
        Assert.True(await liaison.Overflow() <= 0);
        Assert.Empty(liaison.Errors);
    }

    private async Task<string> Record()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/problems");
        await supervisor.Shot("problems");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("text=登记问题");
        await supervisor.Page.WaitForSelectorAsync("#record");
        await supervisor.Page.ClickAsync("#record");
        await supervisor.Page.WaitForSelectorAsync(".refusal");
        await supervisor.Page.SelectOptionAsync("#source", "Audit");
        await supervisor.Page.FillAsync("#text", "一笔工程尾款超期未拨付");
        await supervisor.Page.FillAsync("#kind", "资金管理");
        await supervisor.Page.SelectOptionAsync("#unit", new SelectOptionValue { Label = "公路局" });
        await supervisor.Shot("problem-new");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("#record");
        await supervisor.Page.WaitForSelectorAsync("h1:has-text('问题 WT-')");
        Assert.Empty(supervisor.Errors);
        return Regex.Match(await supervisor.Page.InnerTextAsync("h1"), "WT-[0-9-]+").Value;
    }

    private async Task Plan(string number)
    {
        await using var liaison = await house.Page("liaison");
        await liaison.Go("/todo");
        await liaison.Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^为问题 {number} 定措施") }).ClickAsync();
        await liaison.Page.WaitForSelectorAsync("#plan");
        await liaison.Page.ClickAsync("#plan");
        await liaison.Page.WaitForSelectorAsync(".refusal");
        await liaison.Page.FillAsync("#plan-measures", "核对资料，按程序拨付");
        await liaison.Page.FillAsync("#plan-person", "示例处长");
        await liaison.Page.ClickAsync("summary:has-text('配合单位')");
        await liaison.Page.GetByLabel("财务处").CheckAsync();
        await liaison.Shot("problem-plan");
        Assert.Empty(await liaison.Axe());
        await liaison.Page.ClickAsync("#plan");
        await liaison.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("整改中", await liaison.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        Assert.Empty(liaison.Errors);
    }

    private async Task SayMended(string number, string narrative)
    {
        await using var liaison = await house.Page("liaison", ScreenSize.Phone);
        await liaison.Go("/tasks/problems");
        await liaison.Page.ClickAsync($"tbody a:text-is('{number}')");
        await liaison.Page.WaitForSelectorAsync("#narrative");
        await liaison.Page.FillAsync("#narrative", narrative);
        await liaison.Page.FillAsync("#mended-on", "2026-06-10");
        await liaison.Page.WaitForSelectorAsync("#similar");
        await liaison.Page.FillAsync("#similar", "查了全部在建项目的尾款");
        await liaison.Page.FillAsync("#similar-found", "0");
        await liaison.Page.ClickAsync("#report");
        await liaison.Page.GetByText("报已整改要附佐证材料").WaitForAsync();
        await liaison.Page.SetInputFilesAsync("#evidence", new FilePayload { Name = "拨付凭证.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await liaison.Page.GetByText("拨付凭证.pdf").First.WaitForAsync();
        await liaison.Shot("problem-mended-phone");
        Assert.Empty(await liaison.Axe());
        Assert.True(await liaison.Overflow() <= 0);
        await liaison.Page.ClickAsync("#report");
        await liaison.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("已整改待销号", await liaison.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        Assert.Empty(liaison.Errors);
    }

    private async Task SendBack(string number)
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/todo");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = $"为问题 {number} 销号" }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("#send-back");
        await supervisor.Page.ClickAsync("#send-back");
        await supervisor.Page.GetByText("请写明理由").WaitForAsync();
        await supervisor.Page.FillAsync("#review-comment", "凭证不清楚，请重新附");
        await supervisor.Page.ClickAsync("#send-back");
        await supervisor.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("退回：凭证不清楚", await supervisor.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        Assert.Empty(supervisor.Errors);
    }

    private async Task CloseAndLookAgain(string number)
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/todo");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = $"为问题 {number} 销号" }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("#close");
        var file = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "拨付凭证.pdf" }).First.ClickAsync());
        Assert.Equal("拨付凭证.pdf", file.SuggestedFilename);
        await supervisor.Shot("problem-review");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("#close");
        await supervisor.Page.GetByText($"问题 {number} 已销号。").WaitForAsync();
        await supervisor.Page.FillAsync("#recheck-text", "抽查凭证，款项已到账");
        await supervisor.Page.ClickAsync("#recheck");
        await supervisor.Page.GetByText("已记下：未反弹。").WaitForAsync();
        Assert.Contains("回头看未反弹", await supervisor.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        await supervisor.Page.ClickAsync("summary:text-is('更正')");
        await supervisor.Page.FillAsync("#correct-kind", "资金拨付");
        await supervisor.Page.FillAsync("#correct-reason", "类型写错");
        await supervisor.Page.ClickAsync("#correct");
        await supervisor.Page.GetByText("类型：资金管理 → 资金拨付").WaitForAsync();
        await supervisor.Shot("problem-closed");
        Assert.Empty(await supervisor.Axe());
        Assert.Empty(supervisor.Errors);
    }

    private async Task TakeAway()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/problems?state=closed");
        foreach (var format in new[] { "docx", "xlsx" })
        {
            var file = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.GetByRole(AriaRole.Link, new() { Name = $"导出 {format}" }).ClickAsync());
            Assert.Equal($"问题整改台账.{format}", file.SuggestedFilename);
        }
    }
}
