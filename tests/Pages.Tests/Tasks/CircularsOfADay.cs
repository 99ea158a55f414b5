using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Tasks;

/// <summary>A circular is drafted from the data, edited, issued for good and put right by another. On a server of its own.</summary>
public sealed class CircularsOfADay(OpenHouse house) : IClassFixture<OpenHouse>
{
    [SkippableFact]
    public async Task A_circular_is_drafted_edited_issued_and_put_right_by_another()
    {
        house.Clock.Set(new DateTimeOffset(2026, 7, 2, 2, 0, 0, TimeSpan.Zero));
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/circulars");
        await supervisor.Page.ClickAsync("button:text-is('按数据拟稿')");
        await supervisor.Page.GetByText("已按数据拟稿").WaitForAsync();
        await supervisor.Shot("circulars");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "关于2026年任务清单落实情况的通报", Exact = true }).ClickAsync();
        await supervisor.Page.ClickAsync("summary:text-is('修改拟稿')");
        await supervisor.Page.FillAsync("#circular-opening", "");
        await supervisor.Page.ClickAsync("button:text-is('保存修改')");
        await supervisor.Page.GetByText("请写 4 至 4000 字").WaitForAsync();
        await supervisor.Page.FillAsync("#circular-opening", "上半年总体平稳，个别单位滞后。");
        await supervisor.Page.ClickAsync("button:text-is('保存修改')");
        await supervisor.Page.GetByText("拟稿已修改。").WaitForAsync();
        await supervisor.Shot("circular-draft");
        Assert.Empty(await supervisor.Axe());
        Assert.Contains("现逾期 1 个节点", await supervisor.Page.Locator("tr", new() { HasText = "运输局" }).First.InnerTextAsync(), StringComparison.Ordinal);

        await supervisor.Page.FillAsync("#circular-number", "示例通〔2026〕7号");
        await supervisor.Page.GetByLabel("措施20").CheckAsync();
        await supervisor.Page.ClickAsync("button:text-is('印发通报')");
        await supervisor.Page.ClickAsync("button:text-is('印发')");
        await supervisor.Page.GetByText("通报已印发。").WaitForAsync();
        await supervisor.Shot("circular-issued");
        Assert.Empty(await supervisor.Axe());
        var file = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "下载公文 docx" }).ClickAsync());
        Assert.Equal("情况通报-示例通〔2026〕7号.docx", file.SuggestedFilename);
        await file.SaveAsAsync(Path.Combine(Artifacts(), "circular.docx"));
        await supervisor.Page.ClickAsync("button:text-is('按数据拟稿')");
        await supervisor.Page.GetByText("已按数据拟稿").WaitForAsync();

        await supervisor.Go("/tasks/2026/measure/20");
        Assert.Contains("情况通报 · 示例通〔2026〕7号", await supervisor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(supervisor.Errors);

        await using var liaison = await house.Page("liaison", ScreenSize.Phone);
        await liaison.Go("/tasks/circulars");
        Assert.Equal(2, await liaison.Page.Locator("main tbody tr").CountAsync()); // The sample's and this one, no draft.
        await liaison.Page.Locator("main tbody a").First.ClickAsync();
        await liaison.Page.GetByText("永久保留，不能修改").WaitForAsync();
        await liaison.Shot("circular-phone");
        Assert.Empty(await liaison.Axe());
        Assert.True(await liaison.Overflow() <= 0);
        Assert.Equal(0, await liaison.Page.Locator("main .act").CountAsync());
        Assert.Empty(liaison.Errors);
    }

    private static string Artifacts([CallerFilePath] string here = "") => Directory.CreateDirectory(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "artifacts", "screenshots"))).FullName;
}
