using System.IO.Compression;
using System.Text;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Commerce.Platform.Tests.Documents;

/// <summary>Tables as files: xlsx in the official layout, csv for programs.</summary>
public sealed class PaperTableTests
{
    public static TheoryData<string> Traps => ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "=cmd|'/c calc'!A1"];

    [Fact]
    public void The_workbook_is_valid_and_says_what_the_table_says()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Of(Table())), false);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var cells = Cells(book);
        Assert.Equal("2026年6月消费帮扶采购统计表", cells["A1"].InnerText);
        Assert.Equal(("填报单位：公路局", "单位：元"), (cells["A2"].InnerText, cells["D2"].InnerText));
        Assert.Equal(("单位", "合计", "其中", "两村"), (cells["A3"].InnerText, cells["B3"].InnerText, cells["C3"].InnerText, cells["C4"].InnerText));
        Assert.Equal(("公路局", "12544.32", "-56"), (cells["A5"].InnerText, cells["B5"].CellValue!.Text, cells["C5"].CellValue!.Text));
        Assert.Equal(["A1:E1", "A2:C2", "D2:E2", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "A7:E7", "A8:E8", "A9:E9", "B10:C10", "D10:E10"], Merged(book));
        Assert.Equal("第 &P 页，共 &N 页", book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<OddFooter>().Single().Text.Split("&R")[1]);
        var setup = book.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<PageSetup>().Single();
        Assert.Equal((9u, OrientationValues.Landscape), (setup.PaperSize!.Value, setup.Orientation!.Value));
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes_and_no_time_of_writing()
    {
        var first = XlsxFile.Of(Table());
        var second = XlsxFile.Of(Table());

        Assert.Equal(first, second);
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.Equal(
            ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml"],
            zip.Entries.Select(e => e.FullName));
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
    }

    [Theory, MemberData(nameof(Traps))]
    public void A_text_never_becomes_a_formula(string trap)
    {
        var table = new PaperTable(trap, [new(trap, 20)], [new([trap])]) { Left = trap, Right = trap, Notes = [trap], Signatures = [trap], Foot = trap };

        using var book = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Of(table)), false);
        var csv = Encoding.UTF8.GetString(CsvFile.Of(table)).TrimStart('\uFEFF').Split("\r\n");

        Assert.All(Cells(book).Values, c => Assert.Null(c.CellFormula));
        Assert.Equal(trap.Replace("\r", "", StringComparison.Ordinal).Trim('\t'), Cells(book)["A4"].InnerText.Trim('\t', '\r', '\n'));
        Assert.StartsWith("'" + trap[0], csv[1].TrimStart('"'), StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_amount_stays_a_number_in_csv_and_a_comma_is_quoted()
    {
        var table = new PaperTable("表", [new("单位", 20), new("合计", 12, PaperFigure.Money), new("两村", 12, PaperFigure.Money, "其中")], [new(["甲,乙\"丙\"", Money.Of(-56m), PaperCell.Empty])]);

        Assert.Equal("\uFEFF单位,合计,其中：两村\r\n\"甲,乙\"\"丙\"\"\",-56,\r\n", Encoding.UTF8.GetString(CsvFile.Of(table)));
    }

    [Fact]
    public void What_xml_cannot_hold_is_left_out()
    {
        var table = new PaperTable("表", [new("名", 20)], [new(["a\0b\u000Bc\uD800𠮷"])]);

        using var book = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Of(table)), false);

        Assert.Equal("abc𠮷", Cells(book)["A4"].InnerText);
    }

    [Fact]
    public void Ten_thousand_rows_are_written_in_a_stream()
    {
        var table = new PaperTable("台账", [new("号", 10, PaperFigure.Whole), new("产品", 20)], Enumerable.Range(1, 10_000).Select(i => new PaperRow([(decimal)i, "明东大米"])));

        using var book = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Of(table)), false);

        Assert.Equal("10000", Cells(book)["A10003"].CellValue!.Text);
    }

    private static PaperTable Table() => new(
        "2026年6月消费帮扶采购统计表",
        [new("单位", 20), new("合计", 14, PaperFigure.Money), new("两村", 14, PaperFigure.Money, "其中"), new("其他县", 14, PaperFigure.Money, "其中"), new("备注", 12)],
        [
            new(["公路局", Money.Of(12544.32m), Money.Of(-56m), Money.Zero, "未确认"]),
            new(["合计", Money.Of(12544.32m), Money.Of(-56m), Money.Zero], IsTotal: true),
        ])
    {
        Left = "填报单位：公路局",
        Right = "单位：元",
        Notes = ["其中调整以前月份 -56.00 元。", "未确认单位 1 个。"],
        Signatures = ["填表人：周主任", "审核人：郑督查", "填报日期：2026年7月5日"],
        Foot = "第 1 版 R&D",
    };

    private static Dictionary<string, Cell> Cells(SpreadsheetDocument book) =>
        book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);

    private static IEnumerable<string> Merged(SpreadsheetDocument book) =>
        book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<MergeCell>().Select(m => m.Reference!.Value!);
}
