using Commerce.TaskList.Reading;
using Xunit;

namespace Commerce.TaskList.Tests.Reading;

/// <summary>What Word and Excel files hide: deletions, boxes, page heads, hidden sheets, dates that are numbers.</summary>
public sealed class OfficeFileTests
{
    private const string Head = "<w:tr>" + "<w:tc><w:p><w:r><w:t>序号</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>工作任务</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>落实措施</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>责任单位</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>完成</w:t></w:r><w:r><w:br/><w:t>时限</w:t></w:r></w:p></w:tc>" + "</w:tr>";

    [Fact]
    public void Deleted_words_are_not_read_inserted_ones_are_and_it_is_said()
    {
        var list = Word(Title("2026年任务清单"), Row("甲<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"), "");

        Assert.Equal("甲新。", list.Tasks.Single().Text);
        Assert.Contains("tracked changes", Assert.Single(list.Doubts).English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_stands_in_the_page_head_is_found()
    {
        var list = Word("", Row("甲"), Title("2026年消费帮扶任务清单"));

        Assert.Equal(("2026年消费帮扶任务清单", 2026), (list.Title, list.Year));
    }

    [Fact]
    public void Text_in_a_box_is_not_read_and_that_is_said()
    {
        var box = "<w:p><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>藏着的</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p>";

        var list = Word(Title("2026年任务清单") + box, Row("甲"), "");

        Assert.Contains(list.Doubts, d => d.English.Contains("text boxes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_within_a_cell_belongs_to_the_cell()
    {
        var inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

        var list = Word(Title("2026年任务清单"), Row("甲</w:t></w:r></w:p>" + inner + "<w:p><w:r><w:t>戊"), "");

        Assert.Equal("甲 丙 丁 戊新。", list.Tasks.Single().Text);
    }

    [Theory]
    [InlineData("14", null, "46310", "2026-10-15")]
    [InlineData("165", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "46310", "2026-10-15")]
    [InlineData("57", null, "46296", "2026-10-31")]
    public void A_date_cell_is_the_day_that_it_shows(string format, string? code, string value, string due)
    {
        var styles = $"<styleSheet xmlns=\"{MadeFiles.Sheet}\"><numFmts>{(code is null ? "" : $"<numFmt numFmtId=\"{format}\" formatCode=\"{code}\"/>")}</numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{format}\"/></cellXfs></styleSheet>";

        var list = Sheet(styles, $"<c s=\"1\"><v>{value}</v></c>", "");

        Assert.Equal(due, list.Tasks.Single().Milestones.Single().Due!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_hidden_sheet_is_not_read_and_that_is_said()
    {
        var list = Sheet("", "<c t=\"str\"><f>1</f><v>6月底前</v></c>", "state=\"hidden\"");

        Assert.Equal(new DateOnly(2026, 6, 30), list.Tasks.Single().Milestones.Single().Due);
        Assert.Equal("旧表", Assert.Single(list.Doubts).Found);
    }

    private static string Title(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Row(string task) => "<w:tr>" + string.Concat(new[] { "1", task, "1、乙。", "丙处", "年底前" }.Select((t, i) =>
        $"<w:tc><w:p>{(t.Contains("<w:del>", StringComparison.Ordinal) ? $"<w:r><w:t>{t[..1]}</w:t></w:r>{t[1..]}<w:ins><w:r><w:t>" : $"<w:r><w:t>{t}")}{(i == 1 ? "新。" : "")}</w:t></w:r>{(t.Contains("<w:del>", StringComparison.Ordinal) ? "</w:ins>" : "")}</w:p></w:tc>")) + "</w:tr>";

    private static ListDocument Word(string before, string row, string head) => ListReader.Read(new MemoryStream(MadeFiles.Zip(
        ("_rels/.rels", MadeFiles.Relations(("rId1", "officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", MadeFiles.Relations(("rId1", "header", "header1.xml"))),
        ("word/header1.xml", $"<w:hdr xmlns:w=\"{MadeFiles.Word}\">{head}</w:hdr>"),
        ("word/document.xml", $"<w:document xmlns:w=\"{MadeFiles.Word}\"><w:body>{before}<w:tbl>{Head}{row}</w:tbl></w:body></w:document>"))), "a.docx").Value;

    private static ListDocument Sheet(string styles, string deadline, string state)
    {
        static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";
        var rows = $"<row>{Text("2026年任务清单")}</row><row>{string.Concat(new[] { "序号", "工作任务", "落实措施", "责任单位", "完成时限" }.Select(Text))}</row><row><c><v>1</v></c>{Text("甲。")}{Text("1、乙。")}{Text("丙处")}{deadline}</row>";
        return ListReader.Read(new MemoryStream(MadeFiles.Zip(
            ("_rels/.rels", MadeFiles.Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
            ("xl/_rels/workbook.xml.rels", MadeFiles.Relations(("rId1", "worksheet", "sheet1.xml"), ("rId2", "worksheet", "sheet2.xml"), ("rId3", "styles", "styles.xml"))),
            ("xl/workbook.xml", $"<workbook xmlns=\"{MadeFiles.Sheet}\" xmlns:r=\"r\"><sheets><sheet name=\"清单\" r:id=\"rId1\"/>{(state.Length == 0 ? "" : $"<sheet name=\"旧表\" {state} r:id=\"rId2\"/>")}</sheets></workbook>"),
            ("xl/styles.xml", styles.Length == 0 ? $"<styleSheet xmlns=\"{MadeFiles.Sheet}\"/>" : styles),
            ("xl/sheet1.xml", $"<worksheet xmlns=\"{MadeFiles.Sheet}\"><sheetData>{rows}</sheetData></worksheet>"),
            ("xl/sheet2.xml", $"<worksheet xmlns=\"{MadeFiles.Sheet}\"><sheetData>{rows}</sheetData></worksheet>"))), "a.xlsx").Value;
    }
}
