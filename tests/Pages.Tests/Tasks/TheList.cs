using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Tasks;

/// <summary>任务清单: what a unit owes, by chips and by keyboard, and lists that come in well or badly.</summary>
[Collection(AtHome.Name)]
public sealed class TheList(OpenHouse house)
{
    [SkippableFact]
    public async Task A_unit_sees_what_it_owes_and_the_address_reopens_the_same_view()
    {
        await using var liaison = await house.Page("liaison");
        await liaison.Go("/tasks");
        await liaison.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^我单位要办的") }).ClickAsync();
        await liaison.Page.WaitForURLAsync("**/tasks?unit=mine");
        await liaison.Page.WaitForSelectorAsync(".my-part");
        Assert.Contains("公路局：配合，可上报", await liaison.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("公路局：牵头，须上报", await liaison.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await liaison.Page.Locator("#m43").CountAsync());

        await liaison.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^本月到期的") }).ClickAsync();
        await liaison.Page.WaitForURLAsync("**unit=mine&show=month");
        await liaison.Page.WaitForFunctionAsync("() => document.querySelectorAll('tr.task').length < 3");
        var left = await liaison.Page.Locator("tr.measure th").AllInnerTextsAsync();
        await liaison.Go(new Uri(liaison.Page.Url).PathAndQuery);
        Assert.Equal(left, await liaison.Page.Locator("tr.measure th").AllInnerTextsAsync());
        Assert.Equal("true", await liaison.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^我单位要办的") }).GetAttributeAsync("aria-current"));

        await liaison.Go("/tasks?show=overdue");
        await liaison.Shot("tasks-nothing-late");
        Assert.Contains("到这一天没有逾期的", await liaison.Page.InnerTextAsync(".empty"), StringComparison.Ordinal);
        await liaison.Go("/tasks?year=2019");
        Assert.Contains("没有 2019 年的任务清单", await liaison.Page.InnerTextAsync(".empty"), StringComparison.Ordinal);
        Assert.Empty(liaison.Errors);
    }

    [SkippableFact]
    public async Task Measures_unfold_by_keyboard_and_the_way_leads_on_to_the_measure()
    {
        await using var officer = await house.Page("officer");
        await officer.Go("/tasks");
        Assert.False(await officer.Page.Locator("#m43").IsVisibleAsync());
        var fold = officer.Page.GetByRole(AriaRole.Button, new() { Name = "措施 43–44" });
        await fold.FocusAsync();
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.WaitForSelectorAsync("#m43:visible");

        Assert.Equal("true", await fold.GetAttributeAsync("aria-expanded"));
        await Assertions.Expect(fold).ToBeFocusedAsync();
        await officer.Page.Keyboard.PressAsync("Tab");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.WaitForSelectorAsync("h1:text-is('措施43')");
        Assert.Empty(officer.Errors);
    }

    [SkippableTheory]
    [InlineData("390x844", false, false)]
    [InlineData("1366x768", true, false)]
    [InlineData("1920x1080", false, true)]
    public async Task The_pages_fit_every_screen_in_both_languages_and_in_large_type(string size, bool large, bool english)
    {
        var screen = size switch { "390x844" => ScreenSize.Phone, "1920x1080" => ScreenSize.Wide, _ => ScreenSize.Desktop };
        await using var visit = await house.Page("supervisor", screen, english);
        foreach (var path in new[] { "/tasks", "/tasks?show=computed", "/tasks/2026/task/6", "/tasks/2026/measure/46", "/tasks/2026/figure/43", "/tasks/2026/figure/44", "/tasks/2026/figure/47", "/tasks/import" })
        {
            await visit.Go(path);
            if (large)
            {
                await visit.Page.EvaluateAsync("() => document.documentElement.classList.add('large')");
            }

            await visit.Shot($"fits{path.Replace('/', '-').Replace('?', '-')}-{size}{(large ? "-large" : "")}{(english ? "-en" : "")}");
            Assert.Empty(await visit.Axe());
            Assert.True(await visit.Overflow() <= 0, path);
        }

        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task A_list_that_cannot_be_read_is_refused_in_a_line_and_what_is_unclear_is_asked_before_saving()
    {
        await using var supervisor = await house.Page("supervisor");
        await supervisor.Go("/tasks/import");
        await Offer(supervisor, "清单.docx", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 0]);
        await supervisor.Page.GetByText("这是PNG，不是任务清单能用的文件").WaitForAsync();
        await supervisor.Shot("tasks-import-refused");
        await Offer(supervisor, "空.txt", []);
        await supervisor.Page.GetByText("文件是空的").WaitForAsync();
        await Offer(supervisor, "大.txt", new byte[(20 * 1024 * 1024) + 1]);
        await supervisor.Page.GetByText("超过 20 MB").WaitForAsync();
        Assert.Equal(0, await supervisor.Page.Locator("#save").CountAsync());

        await Offer(supervisor, "清单.txt", Made("", "修桥。"));
        await supervisor.Page.WaitForSelectorAsync("#list-year");
        Assert.True(await supervisor.Page.Locator("#save").IsDisabledAsync());
        await supervisor.Page.FillAsync("#list-year", "2024");
        await supervisor.Page.ClickAsync("text=按这一年再看");
        await supervisor.Page.GetByText("保存后：新增 5 项").WaitForAsync();
        await supervisor.Shot("tasks-import-unreadable");
        Assert.Empty(await supervisor.Axe());
        Assert.Contains("等通知", await supervisor.Page.InnerTextAsync(".unreadable"), StringComparison.Ordinal);
        await supervisor.Page.ClickAsync("text=时限对应哪些措施");
        await supervisor.Page.CheckAsync("#confirmed");
        await supervisor.Page.ClickAsync("#save");
        await supervisor.Page.WaitForURLAsync("**/tasks?year=2024");
        await supervisor.Page.WaitForSelectorAsync("#m2", new() { State = WaitForSelectorState.Attached });

        await supervisor.Go("/tasks/import");
        await Offer(supervisor, "清单.txt", Made("2024年", "修桥。"));
        await supervisor.Page.GetByText("新增 0、改动 0").WaitForAsync();
        await Offer(supervisor, "清单.txt", Made("2024年", "修两座桥。"));
        await supervisor.Page.GetByText("改动 1 项").WaitForAsync();
        await supervisor.Shot("tasks-import-differences");
        var row = await supervisor.Page.Locator("#preview tbody tr", new() { HasText = "措施2" }).First.InnerTextAsync();
        Assert.Equal(["措施2", "改动", "修桥。", "修两座桥。"], row.Split('\t'));
        Assert.Empty(supervisor.Errors);
    }

    private static async Task Offer(Visit visit, string name, byte[] content)
    {
        await visit.Page.SetInputFilesAsync("#list-file", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await visit.Page.WaitForSelectorAsync(".refusal, #preview");
    }

    /// <summary>A list of two tasks and three measures; the second deadline can't be read.</summary>
    private static byte[] Made(string year, string second) => Encoding.UTF8.GetBytes(
        $"""
        {year}村路帮扶任务清单

        序号	工作任务	主要落实措施	责任单位	完成时限	备注
        一、修路
        (一)	修好村路。	1、修路。 2、{second}	公路局牵头，运输局配合	6月底前
        (二)	办好培训。	3、办班。	运输局	等通知
        """);
}
