using System.Text;
using System.Text.Json.Nodes;
using Commerce.TaskList.Reading;
using Xunit;

namespace Commerce.TaskList.Tests.Reading;

public sealed class ListReaderTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string> Formats => ["utf8", "utf16", "gb18030", "docx", "xlsx"];

    [Theory, MemberData(nameof(Formats))]
    public void Three_hundred_made_lists_read_back_as_they_were_made(string format)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (made, setting) = (MadeList.Of(seed), Setting.Of(seed));

            var read = ListReader.Read(new MemoryStream(Written(made, setting, format)), "list");

            Assert.False(read.Failed, $"seed {seed}: {read.Error?.English}");
            Assert.True(Shown(made, setting.Wide) == Shown(read.Value, false), $"seed {seed}, {setting}\nmade {Shown(made, setting.Wide)}\nread {Shown(read.Value, false)}");
            Assert.True(read.Value.Unreadable.Count == 0, $"seed {seed}: {string.Join('\n', read.Value.Unreadable)}");
            Assert.True(read.Value.Doubts.Count == 0, $"seed {seed}: {string.Join('\n', read.Value.Doubts)}");
        }
    }

    [SkippableFact]
    public void The_official_list_reads_as_its_structure_says()
    {
        var sample = Environment.GetEnvironmentVariable("COMMERCE_TASKLIST_SAMPLE");
        Skip.If(string.IsNullOrEmpty(sample), "COMMERCE_TASKLIST_SAMPLE names no list.");
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(sample)!, "expected.json")))!.AsObject();

        using var file = File.OpenRead(sample!);
        var list = ListReader.Read(file, sample!).Value;

        var read = JsonNode.Parse(PreviewJson.Of(list))!.AsObject();
        _ = expected.Remove("note");
        foreach (var item in expected["items"]!.AsArray().Concat(read["items"]!.AsArray()))
        {
            // Said of the data, not asked of a reader: which measures a date belongs to, and its words.
            foreach (var milestone in item!["milestones"]!.AsArray())
            {
                _ = milestone!.AsObject().Remove("measures");
                _ = milestone.AsObject().Remove("what");
            }
        }

        foreach (var (name, value) in expected)
        {
            Assert.True(JsonNode.DeepEquals(value, read[name]), $"{name}:\n{value}\n{read[name]}");
        }

        Assert.Empty(list.Unreadable);
    }

    [Fact]
    public void A_person_may_say_the_year()
    {
        var made = MadeList.Of(5) with { Title = "消费帮扶重点任务清单" };
        var file = MadeFiles.Text(made, Setting.Of(5), Encoding.UTF8);

        var unsaid = ListReader.Read(new MemoryStream(file), "list.txt").Value;
        var said = ListReader.Read(new MemoryStream(file), "list.txt", made.Year).Value;

        Assert.Null(unsaid.Year);
        Assert.Contains(unsaid.Doubts, d => d.English.Contains("year", StringComparison.Ordinal));
        Assert.Equal(Shown(made, Setting.Of(5).Wide), Shown(said, false));
    }

    [Fact]
    public void A_cell_with_line_ends_in_a_text_file_is_one_cell()
    {
        const string Text = "2026年任务清单\n序号\t工作任务\t落实措施\t责任单位\t完成时限\t备注\n（一）\t甲。\t1、乙。\n2、丙。\n两个柜台：\n3、丁。\t办公室\t6月底前戊；\n7月底前己\t\n（二）\t庚。\t4、辛。\t办公室\t年底前\n注：本表按月更新。\n";

        var list = ListReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Text)), "list.txt").Value;

        Assert.Equal(["乙。", "丙。", "丁。", "辛。"], list.Tasks.SelectMany(t => t.Measures).Select(m => m.Text));
        Assert.Equal("两个柜台", list.Tasks[0].Measures[2].Group);
        Assert.Equal([new(2026, 6, 30), new(2026, 7, 31)], list.Tasks[0].Milestones.Select(m => m.Due!.Value));
        Assert.Equal("注：本表按月更新。", Assert.Single(list.Unreadable).Text);
    }

    [Fact]
    public void A_row_cut_by_a_page_is_joined_and_said_so()
    {
        const string Head = "序号\t工作任务\t落实措施\t责任单位\t完成时限\t备注\n";
        var text = "2026年任务清单\n" + Head + "（一）\t坚决防止\t1、乙。2、丙\t办公室\t年底前\t\n\n2026年任务清单\n" + Head + "\t问题反弹。\t丁。3、戊。\t\t\t\n";

        var list = ListReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "list.txt").Value;

        Assert.Equal("坚决防止问题反弹。", list.Tasks.Single().Text);
        Assert.Equal(["乙。", "丙丁。", "戊。"], list.Tasks[0].Measures.Select(m => m.Text));
        Assert.Contains(list.Doubts, d => d.Found == "坚决防止|问题反弹。");
    }

    [Fact]
    public void What_belongs_to_no_task_is_kept_and_shown()
    {
        const string Text = "2026年任务清单\n序号\t工作任务\t落实措施\t责任单位\t完成时限\t备注\n\t甲。\t1、乙。\t办公室\t年底前\t\n（一）\t丙。\t1、丁。\t办公室\t看情况\t\n\n联系人：某某\n";

        var list = ListReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Text)), "list.txt").Value;

        Assert.Equal(["甲。 1、乙。 办公室 年底前", "看情况", "联系人：某某"], list.Unreadable.OrderBy(u => u.Place.Line).Select(u => u.Text));
    }

    private static byte[] Written(ListDocument list, Setting setting, string format) => format switch
    {
        "utf8" => MadeFiles.Text(list, setting, Encoding.UTF8),
        "utf16" => [0xFF, 0xFE, .. MadeFiles.Text(list, setting, Encoding.Unicode)],
        "gb18030" => MadeFiles.Text(list, setting, Gb18030),
        "docx" => MadeFiles.Docx(list, setting),
        _ => MadeFiles.Xlsx(list, setting),
    };

    /// <summary>All that a reader must find, as text; labels as they were set.</summary>
    internal static string Shown(ListDocument list, bool wide)
    {
        var tasks = list.Tasks.Select(t => t with { Label = wide ? t.Label.Replace('(', '（').Replace(')', '）') : t.Label }).ToList();
        return PreviewJson.Of(list with { Source = "", Tasks = tasks, Unreadable = [], Doubts = [] }) + string.Join('|', list.Sections) + string.Join('|', list.Tasks.Select(t => t.ResponsibilityText));
    }
}
