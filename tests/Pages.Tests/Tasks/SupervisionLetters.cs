using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Tasks;

/// <summary>A letter from its draft to its end, and what a unit and a leader see of it. On a server of its own, whose clock goes on.</summary>
public sealed class SupervisionLetters(OpenHouse house) : IClassFixture<OpenHouse>
{
    [SkippableFact]
    public async Task A_matter_is_chased_a_letter_drafted_issued_answered_late_sent_back_and_closed()
    {
        await ChaseAndDraft();
        await Issue();
        house.Clock.Set(new DateTimeOffset(2026, 6, 20, 2, 0, 0, TimeSpan.Zero));
        await SeeTheBoard();
        await Answer("手续正在办理，已附清单。", withFile: true);
        await SendBack();
        await Answer("缺的两项手续已经办完。", withFile: false);
        await Close();
    }

    private async Task ChaseAndDraft()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/2026/measure/21");
        await supervisor.Page.ClickAsync("summary:text-is('催办责任单位')");
        await supervisor.Page.GetByLabel("要说的话").Last.FillAsync("请周五前上报手续办理情况");
        await supervisor.Page.ClickAsync("details[open] button:text-is('催办')");
        await supervisor.Page.WaitForSelectorAsync("p.done");

        await supervisor.Page.ClickAsync("summary:text-is('拟督办函')  >> nth=-1");
        await supervisor.Page.GetByLabel("督办要求").Last.FillAsync("请逐项列出没有办完的手续、责任人和完成日期");
        await supervisor.Page.ClickAsync("button:text-is('存为拟稿') >> nth=-1");
        await supervisor.Page.GetByText("不需要督办；重要或紧急的").WaitForAsync();
        await supervisor.Page.GetByLabel("督办等级").Last.SelectOptionAsync("Blue");
        await supervisor.Page.GetByLabel("为什么高于灯的等级").Last.FillAsync("重点工程，提前督办");
        await supervisor.Page.Locator("input[id^='letter-due-']").Last.FillAsync("2026-06-17");
        await supervisor.Shot("letter-drafting");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("button:text-is('存为拟稿') >> nth=-1");
        await supervisor.Page.GetByText("督办函已存为拟稿").WaitForAsync();
        Assert.Empty(supervisor.Errors);
    }

    private async Task Issue()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/letters?state=draft&colour=blue");
        await supervisor.Page.Locator("tr", new() { HasText = "措施21" }).GetByRole(AriaRole.Link, new() { Name = "（拟稿）" }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("#letter-number");
        var file = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "下载公文 docx" }).ClickAsync());
        Assert.Equal("督办函-公路局-代拟稿.docx", file.SuggestedFilename);
        await file.SaveAsAsync(Path.Combine(Artifacts(), "letter.docx"));
        await supervisor.Page.ClickAsync("button:text-is('发出督办函')");
        await supervisor.Page.GetByText("请填写发文字号").WaitForAsync();
        await supervisor.Page.FillAsync("#letter-number", "示例督〔2026〕21号");
        await supervisor.Shot("letter-issuing");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("button:text-is('发出督办函')");
        await supervisor.Page.ClickAsync("button.grave:text-is('发出')");
        await supervisor.Page.GetByText("督办函已发出").WaitForAsync();
        await supervisor.Go("/tasks/letters");
        await supervisor.Shot("letters");
        Assert.Empty(supervisor.Errors);
    }

    private async Task SeeTheBoard()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/letters?state=overdue");
        Assert.Contains("逾期 3 天未回复", await supervisor.Page.Locator("tr", new() { HasText = "示例督〔2026〕21号" }).InnerTextAsync(), StringComparison.Ordinal);
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "示例督〔2026〕21号" }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("#escalate-demand");
        await supervisor.Shot("letter-overdue");
        Assert.Empty(await supervisor.Axe());

        await supervisor.Go("/tasks/board");
        Assert.Contains("示例督〔2026〕21号", await supervisor.Page.InnerTextAsync(".board-paper"), StringComparison.Ordinal);
        await supervisor.Shot("leaders-board");
        Assert.Empty(await supervisor.Axe());
        var paper = await supervisor.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = false });
        await File.WriteAllBytesAsync(Path.Combine(Artifacts(), "leaders-board.pdf"), paper);
        Assert.Contains("/Count 1\n", System.Text.Encoding.Latin1.GetString(paper), StringComparison.Ordinal);
        Assert.Empty(supervisor.Errors);
    }

    private async Task Answer(string text, bool withFile)
    {
        await using var liaison = await house.Page("liaison", ScreenSize.Phone);
        await liaison.Go("/tasks/owed");
        if (withFile)
        {
            Assert.Contains("请周五前上报手续办理情况", await liaison.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await liaison.Shot("owed-phone");
            Assert.Empty(await liaison.Axe());
            Assert.True(await liaison.Overflow() <= 0);
        }

        await liaison.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("回复督办函示例督〔2026〕21号") }).ClickAsync();
        await liaison.Page.WaitForSelectorAsync("#reply-text");
        await liaison.Page.ClickAsync("button:text-is('提交回复')");
        await liaison.Page.GetByText("办理情况请写").WaitForAsync();
        await liaison.Page.FillAsync("#reply-text", text);
        if (withFile)
        {
            await liaison.Page.SetInputFilesAsync("#reply-files", new FilePayload { Name = "手续清单.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
            await liaison.Page.GetByText("手续清单.pdf").WaitForAsync();
            await liaison.Shot("letter-answer-phone");
            Assert.Empty(await liaison.Axe());
            Assert.True(await liaison.Overflow() <= 0);
        }

        await liaison.Page.ClickAsync("button:text-is('提交回复')");
        await liaison.Page.GetByText("已回复，等督查办理。").WaitForAsync();
        Assert.Empty(liaison.Errors);
    }

    private async Task SendBack()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/todo");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("办理督办函示例督〔2026〕21号的回复") }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("#letter-comment");
        var file = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "手续清单.pdf" }).ClickAsync());
        Assert.Equal("手续清单.pdf", file.SuggestedFilename);
        await supervisor.Page.ClickAsync("button:text-is('退回')");
        await supervisor.Page.GetByText("请写明理由").WaitForAsync();
        await supervisor.Page.FillAsync("#letter-comment", "还缺两项手续，请办完再报");
        await supervisor.Shot("letter-judging");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("button:text-is('退回')");
        await supervisor.Page.GetByText("已退回，该单位会在待办里看到。").WaitForAsync();
        Assert.Empty(supervisor.Errors);
    }

    private async Task Close()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/todo");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("办理督办函示例督〔2026〕21号的回复") }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("#letter-comment");
        await supervisor.Page.ClickAsync("button:text-is('办结')");
        await supervisor.Page.GetByText("督办函已办结。").WaitForAsync();
        await supervisor.Shot("letter-closed");
        Assert.Contains("已办结", await supervisor.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        Assert.Empty(supervisor.Errors);
    }

    private static string Artifacts([CallerFilePath] string here = "") =>
        Directory.CreateDirectory(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "artifacts", "screenshots"))).FullName;
}
