using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Tasks;

/// <summary>A project from its entry to a step recorded with evidence; views kept, the list searched, many reports reviewed at once. On a server of its own.</summary>
public sealed class Projects(OpenHouse house) : IClassFixture<OpenHouse>
{
    [SkippableFact]
    public async Task A_project_is_entered_its_unit_records_an_opening_with_a_file_and_a_supervisor_sends_it_back()
    {
        await using (var supervisor = await house.Page("supervisor"))
        {
            await supervisor.Go("/tasks/projects");
            Assert.Contains("示例甲高速公路", await supervisor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await supervisor.Shot("projects");
            Assert.Empty(await supervisor.Axe());
            await supervisor.Page.ClickAsync("a:text-is('新增项目')");
            await supervisor.Page.SelectOptionAsync("#task", new SelectOptionValue { Index = 3 });
            await supervisor.Page.FillAsync("#name", "国道示例段");
            await supervisor.Page.SelectOptionAsync("#unit", new SelectOptionValue { Label = "公路局" });
            await supervisor.Page.SelectOptionAsync("#leader", new SelectOptionValue { Label = "冯审计" });
            await supervisor.Page.ClickAsync("button:text-is('加一个节点')");
            await supervisor.Page.SelectOptionAsync("#step-kind-0", "Opening");
            await supervisor.Page.FillAsync("#step-what-0", "全段通车");
            await supervisor.Page.FillAsync("#step-due-0", "2026-12-31");
            await supervisor.Page.ClickAsync("button:text-is('加一项数据')");
            await supervisor.Page.FillAsync("#figure-label-0", "完成投资");
            await supervisor.Page.FillAsync("#figure-unit-0", "亿元");
            await supervisor.Page.FillAsync("#figure-target-0", "1.99");
            await supervisor.Shot("project-new");
            Assert.Empty(await supervisor.Axe());
            await supervisor.Page.ClickAsync("button:text-is('保存项目')");
            await supervisor.Page.WaitForSelectorAsync("h1:text-is('国道示例段')");
            Assert.Empty(supervisor.Errors);
        }

        await using (var leader = await house.Page("auditor", ScreenSize.Phone))
        {
            await leader.Go("/tasks/projects?show=mine");
            Assert.Contains("国道示例段", await leader.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.DoesNotContain("示例甲高速公路", await leader.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await leader.Shot("my-projects-phone");
            Assert.Empty(await leader.Axe());
        }

        await using (var unit = await house.Page("liaison", ScreenSize.Phone))
        {
            await unit.Go("/tasks/projects?show=unit");
            await unit.Page.ClickAsync("a:text-is('国道示例段')");
            await unit.Page.ClickAsync("summary:text-is('登记完成')");
            await unit.Page.Locator("input[id^=ground-]").FillAsync("交工验收报告第8号");
            await unit.Page.ClickAsync("button:text-is('登记完成')");
            Assert.Contains("要附佐证文件", await unit.Page.Locator(".refusal").First.InnerTextAsync(), StringComparison.Ordinal);
            await unit.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "交工验收报告.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("验收合格") });
            await unit.Page.GetByText("交工验收报告.txt").WaitForAsync();
            await unit.Page.ClickAsync("button:text-is('登记完成')");
            await unit.Page.GetByText("节点已登记完成。").WaitForAsync();
            await unit.Shot("project-phone");
            Assert.Empty(await unit.Axe());
            Assert.Equal(0, await unit.Overflow());
            Assert.Empty(unit.Errors);
        }

        await using var again = await house.Page("supervisor");
        await again.Go("/tasks/projects");
        await again.Page.ClickAsync("a:text-is('国道示例段')");
        await again.Page.ClickAsync("summary:text-is('退回')");
        await again.Page.Locator("textarea[id^=back-]").FillAsync("报告没有盖章");
        await again.Page.ClickAsync("button:text-is('退回')");
        await again.Page.GetByText("节点已退回。").WaitForAsync();
        await again.Shot("project");

        await again.Page.ClickAsync("summary:text-is('撤下项目')");
        await again.Page.FillAsync("#withdraw", "并入另一项目");
        await again.Page.ClickAsync("button:text-is('撤下')");
        await again.Page.GetByText("项目已撤下：并入另一项目").WaitForAsync();
        await again.Page.ClickAsync("summary:text-is('恢复项目')");
        await again.Page.FillAsync("#restore", "撤错了项目");
        await again.Shot("project-withdrawn");
        Assert.Empty(await again.Axe());
        await again.Page.ClickAsync("button:text-is('恢复')");
        await again.Page.GetByText("项目已恢复。").WaitForAsync();
        Assert.Empty(again.Errors);
    }

    [SkippableFact]
    public async Task Filters_are_kept_as_a_view_and_found_again_and_the_list_is_searched()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks?show=overdue");
        await supervisor.Page.ClickAsync("summary:text-is('保存或删去视图')");
        await supervisor.Page.FillAsync("#view-name", "逾期的事");
        await supervisor.Page.ClickAsync("button:text-is('保存视图')");
        await supervisor.Page.WaitForSelectorAsync("nav[aria-label='我的视图'] a:text-is('逾期的事')");
        await supervisor.Go("/tasks");
        await supervisor.Page.ClickAsync("nav[aria-label='我的视图'] a:text-is('逾期的事')");
        await supervisor.Page.WaitForURLAsync("**/tasks?show=overdue");
        await supervisor.Shot("list-with-views");
        Assert.Empty(await supervisor.Axe());

        await supervisor.Go("/tasks/search");
        await supervisor.Page.Keyboard.PressAsync("/");
        await supervisor.Page.Keyboard.TypeAsync("危桥");
        await supervisor.Page.Keyboard.PressAsync("Enter");
        await supervisor.Page.ClickAsync("a:text-is('任务(五)')");
        await supervisor.Page.WaitForURLAsync("**/task/5");
        Assert.Empty(supervisor.Errors);
    }

    [SkippableFact]
    public async Task Several_reports_are_accepted_at_once_and_the_archive_is_taken_away()
    {
        await using (var unit = await house.Page("liaison"))
        {
            foreach (var measure in new[] { 18, 21 })
            {
                await unit.Go($"/tasks/2026/measure/{measure}");
                await unit.Page.FillAsync("#narrative", $"措施{measure}正在推进");
                await unit.Page.ClickAsync("button:text-is('提交上报')");
                await unit.Page.Locator("[role=status].done").WaitForAsync();
            }
        }

        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/review");
        await supervisor.Page.GetByLabel("全选").CheckAsync();
        await supervisor.Shot("review-many");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.Locator("button", new() { HasText = "审核通过所选" }).ClickAsync();
        await supervisor.Page.GetByText("已审核通过").WaitForAsync();
        await supervisor.Go("/tasks");
        var download = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.ClickAsync("a:text-is('归档包')"));
        Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(new FileInfo(await download.PathAsync()).Length > 20_000);
        Assert.Empty(supervisor.Errors);
    }
}
