using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Tasks;

/// <summary>The official list goes in by a click, tells where it stands, and comes out in its own columns. On a server of its own, which gets a second list.</summary>
public sealed class OurOwnPaper(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string Pair = "示例服务区17";

    [SkippableFact]
    public async Task The_official_list_is_uploaded_looked_at_saved_and_taken_out_again()
    {
        var sample = Environment.GetEnvironmentVariable("COMMERCE_TASKLIST_SAMPLE");
        Skip.If(string.IsNullOrEmpty(sample), "COMMERCE_TASKLIST_SAMPLE names no list.");
        await using var supervisor = await house.Page("supervisor");

        await Preview(supervisor, sample!);
        await supervisor.Shot("tasks-preview");
        Assert.Empty(await supervisor.Axe());
        Assert.Equal(["6", "14", "54"], (await supervisor.Page.Locator("#preview dl.figures dd").AllInnerTextsAsync()).Take(3));
        Assert.True(await supervisor.Page.Locator(".doubts li").CountAsync() > 0);
        Assert.All(await supervisor.Page.Locator(".doubts li").AllInnerTextsAsync(), d => Assert.True(d.Length > 10));

        await supervisor.Page.ClickAsync("#save");
        await supervisor.Page.WaitForURLAsync("**/tasks?year=2020");
        await TheFirstOfJuly(supervisor);
        await AMissingPair(supervisor);
        await InItsOwnColumns(supervisor, sample!);

        await Preview(supervisor, sample!);
        Assert.Contains("新增 0、改动 0", await supervisor.Page.InnerTextAsync("#changes"), StringComparison.Ordinal);
        Assert.Empty(supervisor.Errors);
    }

    private static async Task Preview(Visit supervisor, string sample)
    {
        await supervisor.Go("/tasks");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "导入清单" }).ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("#list-file");
        await supervisor.Page.SetInputFilesAsync("#list-file", sample);
        await supervisor.Page.WaitForSelectorAsync("#preview");
    }

    private static async Task TheFirstOfJuly(Visit supervisor)
    {
        await supervisor.Settled();
        await supervisor.Page.FillAsync("#as-of", "2020-07-01");
        await supervisor.Page.Locator("#as-of").PressAsync("Tab");
        await supervisor.Page.WaitForURLAsync("**asOf=2020-07-01");
        await supervisor.Page.GetByText("截至2020年7月1日：14 项任务，54 条措施").WaitForAsync();
        await supervisor.Page.ClickAsync("text=全部展开");
        await supervisor.Page.WaitForSelectorAsync("#m45:visible");
        await supervisor.Shot("tasks-july-2020");
        Assert.Empty(await supervisor.Axe());

        var red = supervisor.Page.Locator("#m45 .light");
        Assert.Contains("overdue", await red.GetAttributeAsync("class"), StringComparison.Ordinal);
        Assert.StartsWith("● 逾期 1 天：6月30日前未办结", await red.InnerTextAsync(), StringComparison.Ordinal);
        var other = supervisor.Page.Locator("#m47 .light");
        Assert.DoesNotContain("overdue", await other.GetAttributeAsync("class"), StringComparison.Ordinal);
        Assert.Contains("长期坚持", await other.InnerTextAsync(), StringComparison.Ordinal);

        // A link reopens the same view.
        await supervisor.Go(new Uri(supervisor.Page.Url).PathAndQuery + "&show=overdue");
        await supervisor.Shot("tasks-july-2020-late");
        Assert.Equal(1, await supervisor.Page.Locator("#m45").CountAsync());
        Assert.Equal(0, await supervisor.Page.Locator("#m47").CountAsync());
        await supervisor.Page.Locator("#m45 a").First.ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("h1:text-is('措施45')");
        Assert.Contains("逾期 1 天", await supervisor.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        await supervisor.Shot("measure-45");
    }

    private async Task AMissingPair(Visit supervisor)
    {
        await using var admin = await house.Page("admin");
        await admin.Go("/counters");
        await admin.Page.Locator(".road").GetByRole(AriaRole.Link, new() { Name = Pair }).ClickAsync();
        await admin.Page.WaitForSelectorAsync($"h1:has-text('{Pair}')");
        for (var side = 0; side < 2; side++)
        {
            await admin.Page.GetByRole(AriaRole.Button, new() { Name = "登记停业" }).First.ClickAsync();
            await admin.Page.FillAsync("#why", "改造");
            await admin.Page.GetByRole(AriaRole.Button, new() { Name = "停业", Exact = true }).ClickAsync();
            await admin.Page.WaitForFunctionAsync("n => document.querySelectorAll('.act .light.overdue').length >= n", side + 1);
        }

        var figure = supervisor.Page.Locator("#m43 .known.reckoned a").First;
        for (var i = 0; i < 40; i++)
        {
            await supervisor.Go("/tasks?year=2020&show=computed");
            if (await figure.InnerTextAsync() == "41 / 42 对")
            {
                break;
            }

            await Task.Delay(250);
        }

        await supervisor.Shot("tasks-computed");
        Assert.Equal("41 / 42 对", await figure.InnerTextAsync());
        await figure.ClickAsync();
        await supervisor.Page.WaitForSelectorAsync("h1:text-is('措施43的数是怎么来的')");
        await supervisor.Shot("measure-43-made-of");
        Assert.Empty(await supervisor.Axe());
        var gap = supervisor.Page.Locator(".gaps a");
        Assert.Equal([Pair], await gap.AllInnerTextsAsync());
        await gap.ClickAsync();
        await supervisor.Page.WaitForSelectorAsync($"h1:has-text('{Pair}')");
    }

    private static async Task InItsOwnColumns(Visit supervisor, string sample)
    {
        await supervisor.Go("/tasks?year=2020&asOf=2020-07-01");
        var download = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "导出 docx" }).ClickAsync());
        var file = Path.Combine(Artifacts(), "task-list.docx");
        await download.SaveAsAsync(file);
        await supervisor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await File.WriteAllBytesAsync(Path.Combine(Artifacts(), "task-list.pdf"), await supervisor.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        await supervisor.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        using var zip = ZipFile.OpenRead(file);
        await using var part = zip.GetEntry("word/document.xml")!.Open();
        var head = XDocument.Load(part).Descendants(w + "tr").First().Elements(w + "tc").Select(c => string.Concat(c.Descendants(w + "t").Select(t => t.Value))).ToList();
        var source = (await File.ReadAllLinesAsync(sample)).First(l => l.StartsWith("序号\t", StringComparison.Ordinal)).Split('\t').Select(c => c.Trim());
        Assert.Equal([.. source, "进展情况"], head);
    }

    private static string Artifacts([CallerFilePath] string here = "") =>
        Directory.CreateDirectory(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "artifacts", "screenshots"))).FullName;
}
