using Commerce.Platform.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace Commerce.Platform.Tests.Documents;

/// <summary>Tables as Word documents in the official layout.</summary>
public sealed class DocxFileTests
{
    [Fact]
    public void The_document_is_valid_and_says_what_the_table_says()
    {
        using var document = Open(DocxFile.Of(Table()));

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.Equal("2026年6月消费帮扶采购统计表", body.Elements<Paragraph>().First().InnerText);
        Assert.Equal(
            ["单位|合计|其中|备注", "||两村|其他县|", "一、厅直单位", "公路局|12,544.32|-56.00|0.00|两行", "|1.00|||", "合计|12,545.32|||"],
            body.Descendants<TableRow>().Select(r => string.Join('|', r.Elements<TableCell>().Select(c => c.InnerText))));
        Assert.Equal(2, body.Descendants<TableHeader>().Count());
        Assert.All(body.Descendants<TableRow>(), r => Assert.Single(r.Descendants<CantSplit>()));
    }

    [Fact]
    public void The_page_is_A4_and_its_foot_counts_the_pages()
    {
        using var across = Open(DocxFile.Of(Table()));
        using var upright = Open(DocxFile.Of(Table() with { Upright = true }));

        Assert.Equal((16838u, 11906u), Size(across));
        Assert.Equal((11906u, 16838u), Size(upright));
        var foot = across.MainDocumentPart!.FooterParts.Single().Footer!;
        Assert.Equal("第1版第 1 页，共 1 页", foot.InnerText);
        Assert.Equal(["PAGE", "NUMPAGES"], foot.Descendants<SimpleField>().Select(f => f.Instruction!.Value!));
    }

    [Fact]
    public void Cells_are_merged_across_and_downwards()
    {
        using var document = Open(DocxFile.Of(Table()));

        var rows = document.MainDocumentPart!.Document!.Body!.Descendants<TableRow>().ToList();
        Assert.Equal(5, rows[2].Descendants<GridSpan>().Single().Val!.Value);
        Assert.Equal(MergedCellValues.Restart, rows[3].Elements<TableCell>().First().TableCellProperties!.VerticalMerge!.Val!.Value);
        Assert.Equal(MergedCellValues.Continue, rows[4].Elements<TableCell>().First().TableCellProperties!.VerticalMerge!.Val!.Value);
        Assert.Null(rows[5].Elements<TableCell>().First().TableCellProperties!.VerticalMerge);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("{ INCLUDETEXT \"/etc/passwd\" }")]
    [InlineData("<w:fldSimple w:instr=\"DATE\"/>")]
    [InlineData("\u0013 DDEAUTO c:\\\\cmd \u0015")]
    public void A_text_never_becomes_a_field(string trap)
    {
        var table = new PaperTable(trap, [new(trap, 20)], [new([trap]), PaperRow.Over(trap)]) { Left = trap, Right = trap, Notes = [trap], Signatures = [trap], Foot = trap };

        using var document = Open(DocxFile.Of(table));

        Assert.Empty(document.MainDocumentPart!.Document!.Descendants<SimpleField>());
        Assert.Empty(document.MainDocumentPart.Document!.Descendants<FieldChar>());
        Assert.Equal(2, document.MainDocumentPart.FooterParts.Single().Footer!.Descendants<SimpleField>().Count());
        Assert.Equal(string.Concat(trap.Where(c => c >= ' ')), document.MainDocumentPart.Document!.Descendants<TableRow>().Last().InnerText);
    }

    [Fact]
    public void What_is_said_of_a_row_stands_below_it_over_the_whole_width_and_no_page_parts_them()
    {
        using var document = Open(DocxFile.Of(new("表", [new("甲", 20), new("乙", 20)], [new(["一", 2m]), PaperRow.Below("原因")])));
        var rows = document.MainDocumentPart!.Document!.Descendants<TableRow>().Skip(1).ToList();

        Assert.All(rows[0].Descendants<Paragraph>(), p => Assert.NotNull(p.ParagraphProperties!.KeepNext));
        Assert.Equal((2, "原因"), (rows[1].Descendants<GridSpan>().Single().Val!.Value, rows[1].InnerText));
        Assert.Empty(rows[1].Descendants<Bold>());
    }

    [Fact]
    public void The_last_words_of_an_official_paper_go_with_the_seal()
    {
        using var document = Open(OfficialFile.Of(new("厅通报", "1号", "标题", [OfficialPart.Text("前文"), OfficialPart.Text("末段")]) { Office = "厅", Day = "2026年7月1日" }));

        Assert.NotNull(document.MainDocumentPart!.Document!.Descendants<Paragraph>().Single(p => p.InnerText == "末段").ParagraphProperties!.KeepNext);
        Assert.Null(document.MainDocumentPart.Document!.Descendants<Paragraph>().Single(p => p.InnerText == "前文").ParagraphProperties!.KeepNext);
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes() => Assert.Equal(DocxFile.Of(Table()), DocxFile.Of(Table()));

    [Fact]
    public void A_sheet_gives_a_merged_text_the_room_it_needs()
    {
        var text = new string('字', 200);
        var table = new PaperTable("表", [new("甲", 20), new("乙", 20)], [new([text, "一"]), new([PaperCell.Above, "二"])]);

        using var book = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Of(table)), false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Skip(3).ToList();

        Assert.Equal(2, rows.Count);
        Assert.True(rows.Sum(r => r.Height!.Value) >= 21 * 15, $"{rows.Sum(r => r.Height!.Value)}");
        Assert.Contains("A4:A5", book.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.MergeCell>().Select(m => m.Reference!.Value));
    }

    private static PaperTable Table() => new(
        "2026年6月消费帮扶采购统计表",
        [new("单位", 20), new("合计", 15, PaperFigure.Money), new("两村", 15, PaperFigure.Money, "其中"), new("其他县", 15, PaperFigure.Money, "其中"), new("备注", 20)],
        [PaperRow.Over("一、厅直单位"), new(["公路局", 12544.32m, -56m, 0m, "两\n行"]), new([PaperCell.Above, 1m]), new(["合计", 12545.32m], true)])
    {
        Left = "填报单位：公路局",
        Right = "单位：元",
        Notes = ["口径：验收。"],
        Signatures = ["填表人：", "审核人：", "日期："],
        Foot = "第1版",
    };

    private static (uint, uint) Size(WordprocessingDocument document) =>
        document.MainDocumentPart!.Document!.Body!.Descendants<PageSize>().Select(s => (s.Width!.Value, s.Height!.Value)).Single();

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), false);
}
