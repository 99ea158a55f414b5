using Commerce.TaskList.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Tasks;

/// <summary>A round from its opening to its close: asked, answered on a phone, sent back, answered again, accepted, held and counted. On a server of its own.</summary>
public sealed class ARound(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string Title = "农村公路六月调度";

    [SkippableFact]
    public async Task A_round_is_opened_answered_sent_back_accepted_held_and_counted()
    {
        await Open();
        await Answer("旅游路路基完成过半。", "11.5", first: true);
        await SendBack();
        await Answer("旅游路路基完成过半，危桥已核对。", "11", first: false);
        await AcceptAndHold();
        await Counted();
    }

    [SkippableFact]
    public async Task Who_has_answered_and_who_has_not_is_seen_at_once_and_the_filter_stands_in_the_address()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/rounds?show=waiting");
        var row = supervisor.Page.Locator("tbody tr", new() { HasText = "高速公路项目调度（示例）" });
        Assert.Contains("1 / 5", await row.InnerTextAsync(), StringComparison.Ordinal);
        await supervisor.Shot("rounds");
        Assert.Empty(await supervisor.Axe());

        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await supervisor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^未答复") }).ClickAsync();
        await supervisor.Page.WaitForURLAsync("**?show=owing");
        Assert.Equal(3, await supervisor.Page.Locator("tbody tr", new() { HasText = "未答复" }).CountAsync());
        await supervisor.Shot("round-owing");
        Assert.Empty(await supervisor.Axe());
        Assert.Empty(supervisor.Errors);
    }

    [SkippableFact]
    public async Task A_unit_sees_its_own_lines_and_nothing_of_other_units()
    {
        await using var liaison = await house.Page("liaison");
        await liaison.Go("/tasks/rounds");
        var text = await liaison.Page.InnerTextAsync("main");
        Assert.Contains("农村公路调度（示例）", text, StringComparison.Ordinal);
        Assert.DoesNotContain("高速公路项目调度（示例）", text, StringComparison.Ordinal);
        Assert.Equal(0, await liaison.Page.GetByText("发起调度").CountAsync());

        await liaison.Page.GetByRole(AriaRole.Link, new() { Name = "农村公路调度（示例）" }).ClickAsync();
        await liaison.Page.GetByText("我单位的答复").WaitForAsync();
        Assert.Equal(0, await liaison.Page.GetByText("结束调度", new() { Exact = true }).CountAsync());
        await liaison.Go("/tasks/rounds/new");
        Assert.Contains("您的岗位不能打开这个页面", await liaison.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_body_outside_answers_by_its_link_on_a_phone_and_a_withdrawn_link_opens_no_more()
    {
        OpenHouse.NeedBrowser();
        await KnowABodyOutside();
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/rounds/new?task=4");
        await supervisor.Page.GetByLabel("和龙市交通运输局").CheckAsync();
        await supervisor.Page.FillAsync("#title", "普通干线调度");
        await supervisor.Page.ClickAsync("button:text-is('发起')");
        await supervisor.Page.GetByText("答复情况（0 / 2）").WaitForAsync();
        await supervisor.Page.ClickAsync("button:text-is('做一个链接')");
        var path = new Uri(await supervisor.Page.Locator("#made").InputValueAsync()).PathAndQuery;
        await supervisor.Shot("round-link");
        Assert.Empty(await supervisor.Axe());

        await using var phone = await house.Page(null, ScreenSize.Phone);
        await phone.Go(path);
        await phone.Page.GetByLabel("改造危桥（座）").FillAsync("2");
        await phone.Page.GetByLabel("佐证材料").SetInputFilesAsync(new FilePayload { Name = "月报.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await phone.Shot("round-link-phone");
        Assert.Empty(await phone.Axe());
        Assert.True(await phone.Overflow() <= 0);
        await phone.Page.ClickAsync("text=提交答复");
        await phone.Page.GetByText("进展情况请写").WaitForAsync();
        Assert.Equal("2", await phone.Page.GetByLabel("改造危桥（座）").InputValueAsync());
        await phone.Shot("round-link-refused");
        phone.Errors.Clear(); // The browser reports the refusal's status 400.
        await phone.Page.FillAsync("#narrative", "已开工 2 座");
        await phone.Page.ClickAsync("text=提交答复");
        await phone.Page.GetByText("已提交，等督查审核。").WaitForAsync();
        Assert.Contains("月报.pdf", await phone.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await phone.Shot("round-link-answered");
        Assert.Empty(await phone.Axe());
        Assert.Empty(phone.Errors);

        await supervisor.Page.ReloadAsync();
        await supervisor.Settled();
        Assert.Contains("已开工 2 座", await supervisor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await supervisor.Page.ClickAsync("button:text-is('收回链接')");
        await supervisor.Page.GetByText("和龙市交通运输局的链接已收回，不能再打开。").WaitForAsync();
        await phone.Page.ReloadAsync();
        await phone.Page.GetByText("这个链接打不开").WaitForAsync();
        await phone.Shot("round-link-gone");
        Assert.Empty(await phone.Axe());
        Assert.Empty(supervisor.Errors);
    }

    [SkippableFact]
    public async Task A_round_on_a_project_is_opened_from_its_page_and_what_is_accepted_stands_there()
    {
        await using (var supervisor = await house.Page("supervisor"))
        {
            await supervisor.Go("/tasks/projects");
            await supervisor.Page.ClickAsync("a:text-is('示例国道改造一段')");
            await supervisor.Page.ClickAsync("main a:text-is('发起调度')");
            await supervisor.Page.WaitForSelectorAsync("#title");
            Assert.Equal("示例国道改造一段", await supervisor.Page.EvaluateAsync<string>("document.querySelector('#project').selectedOptions[0].text"));
            Assert.Contains("要答复的单位：公路局（项目责任单位）；问这个项目自己的数据：完成投资", await supervisor.Page.InnerTextAsync(".form"), StringComparison.Ordinal);
            await supervisor.Page.FillAsync("#title", "国道一段调度");
            await supervisor.Shot("round-open-project");
            Assert.Empty(await supervisor.Axe());
            await supervisor.Page.ClickAsync("button:text-is('发起')");
            await supervisor.Page.GetByText("答复情况（0 / 1）").WaitForAsync();
            Assert.Empty(supervisor.Errors);
        }

        await using (var liaison = await house.Page("liaison", ScreenSize.Phone))
        {
            await liaison.Go("/todo");
            await liaison.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^答复调度“国道一段调度”") }).ClickAsync();
            await liaison.Page.GetByLabel("完成投资（亿元）").FillAsync("0.75");
            await liaison.Page.GetByLabel("进展情况").FillAsync("路基完成过半。");
            await liaison.Shot("round-project-answer-phone");
            Assert.Empty(await liaison.Axe());
            Assert.Equal(0, await liaison.Overflow());
            await liaison.Page.ClickAsync("text=提交答复");
            await liaison.Page.GetByText("已答复，等督查审核。").WaitForAsync();
            Assert.Empty(liaison.Errors);
        }

        await using var again = await house.Page("supervisor");
        await again.Go("/tasks/projects");
        await again.Page.ClickAsync("a:text-is('示例国道改造一段')");
        await again.Page.ClickAsync("main a:text-is('调度')");
        await again.Page.WaitForURLAsync("**/tasks/rounds?year=2026&project=*");
        await again.Page.GetByText("只看项目“示例国道改造一段”").WaitForAsync();
        Assert.Equal(1, await again.Page.Locator("tbody tr").CountAsync());
        await again.Page.GetByRole(AriaRole.Link, new() { Name = "国道一段调度" }).ClickAsync();
        await again.Page.ClickAsync("button:text-is('审核通过')");
        await again.Page.GetByText("审核通过，数据已记入清单").WaitForAsync();
        await again.Page.ClickAsync("dd a:text-is('示例国道改造一段')");
        await again.Page.GetByText("0.75/1.2 亿元").WaitForAsync();
        Assert.Contains("依据：调度：国道一段调度", await again.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await again.Shot("project-after-round");
        Assert.Empty(await again.Axe());
        Assert.Empty(again.Errors);
    }

    private async Task KnowABodyOutside()
    {
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TaskListDbContext>();
        db.KnownUnits.Add(new() { Id = Guid.NewGuid(), Version = 1, Name = "和龙市交通运输局", Kind = "LOCAL_AUTHORITY", Sample = true });
        await db.SaveChangesAsync();
    }

    private async Task Open()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/2026/task/5");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "发起调度" }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("#title");
        Assert.Contains("要答复的单位：公路局", await supervisor.Page.InnerTextAsync(".form"), StringComparison.Ordinal);
        await supervisor.Page.FillAsync("#title", "调");
        await supervisor.Page.ClickAsync("button:text-is('发起')");
        await supervisor.Page.GetByText("请写调度名称").WaitForAsync();
        await supervisor.Page.FillAsync("#title", Title);
        await supervisor.Shot("round-open");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("button:text-is('发起')");
        await supervisor.Page.WaitForURLAsync("**/tasks/rounds/*-*");
        await supervisor.Page.GetByText("答复情况（0 / 1）").WaitForAsync();
        Assert.Empty(supervisor.Errors);
    }

    private async Task Answer(string narrative, string bridges, bool first)
    {
        await using var liaison = await house.Page("liaison", ScreenSize.Phone);
        await liaison.Go("/todo");
        await liaison.Page.GetByRole(AriaRole.Link, new() { NameRegex = new(first ? $"^答复调度“{Title}”" : $"重新答复调度“{Title}”（公路局；退回：危桥只能是整座）") }).ClickAsync();
        var bridge = liaison.Page.GetByLabel("改造危桥（座）");
        await bridge.WaitForAsync();
        Assert.Contains("期初 11，目标 24，单位：座", await liaison.Page.InnerTextAsync(".act"), StringComparison.Ordinal);
        Assert.Equal(first ? "" : "11.5", await bridge.InputValueAsync());
        await bridge.FillAsync(bridges);
        if (first)
        {
            await liaison.Page.ClickAsync("text=提交答复");
            await liaison.Page.GetByText("进展情况请写").WaitForAsync();
            await liaison.Page.GetByLabel("佐证材料").SetInputFilesAsync(new FilePayload { Name = "月报.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
            await liaison.Page.GetByText("月报.pdf").WaitForAsync();
        }

        await liaison.Page.GetByLabel("进展情况").FillAsync(narrative);
        if (first)
        {
            await liaison.Page.ClickAsync("text=存草稿");
            await liaison.Page.GetByText("草稿已存，只有本单位能看到。").WaitForAsync();
        }

        await liaison.Shot("round-answer-phone");
        Assert.Empty(await liaison.Axe());
        Assert.True(await liaison.Overflow() <= 0);
        await liaison.Page.ClickAsync("text=提交答复");
        await liaison.Page.GetByText("已答复，等督查审核。").WaitForAsync();
        Assert.Empty(liaison.Errors);
    }

    private async Task SendBack()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/todo");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"审核调度“{Title}”的答复（公路局）") }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("text=审核通过");
        var file = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "月报.pdf" }).ClickAsync());
        Assert.Equal("月报.pdf", file.SuggestedFilename);
        await supervisor.Page.ClickAsync("button:text-is('退回')");
        await supervisor.Page.GetByText("请写明理由").WaitForAsync();
        await supervisor.Page.GetByLabel("退回的理由").FillAsync("危桥只能是整座");
        await supervisor.Shot("round-review");
        Assert.Empty(await supervisor.Axe());
        await supervisor.Page.ClickAsync("button:text-is('退回')");
        await supervisor.Page.WaitForSelectorAsync("p.done");
        Assert.Empty(supervisor.Errors);
    }

    private async Task AcceptAndHold()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/rounds");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await supervisor.Page.GetByLabel("调度结果").FillAsync("进度符合计划。");
        await supervisor.Page.ClickAsync("button:text-is('结束调度')");
        await supervisor.Page.GetByText("还有单位的答复没有通过：公路局").WaitForAsync();
        await supervisor.Page.ClickAsync("button:text-is('审核通过')");
        await supervisor.Page.GetByText("审核通过，数据已记入清单").WaitForAsync();
        var file = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "导出 xlsx" }).ClickAsync());
        Assert.Equal($"{Title}.xlsx", file.SuggestedFilename);
        await file.SaveAsAsync(Path.Combine("artifacts", file.SuggestedFilename));
        await supervisor.Page.ClickAsync("button:text-is('结束调度')");
        await supervisor.Page.GetByText("调度已结束，计入“已办理”。").WaitForAsync();
        await supervisor.Shot("round-held");
        Assert.Empty(await supervisor.Axe());
        Assert.Empty(supervisor.Errors);
    }

    private async Task Counted()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/2026/measure/22");
        Assert.Contains("2 次", await supervisor.Page.Locator(".known.reckoned").First.InnerTextAsync(), StringComparison.Ordinal);
        await supervisor.Go("/tasks/2026/task/5");
        Assert.Contains("11 / 24 座", await supervisor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("吴联络报", await supervisor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
