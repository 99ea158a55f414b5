using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Commerce.Platform.Documents;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Platform.Tests.OfficeFiles;

public sealed class FilledTableTests
{
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Fact]
    public void Rows_under_the_head_are_read_by_the_names_of_their_columns_in_any_order()
    {
        var file = XlsxFile.Of(new PaperTable("名单", [new("姓名（必填）", 10), new("用户名 *", 10)], [new([" 张　三 ", "zs"]), new(["", ""]), new(["李四", 7m])]) { Left = "从这里填起" });

        var table = FilledTable.In(FilledTable.Sheets(file, "a.xlsx", 100).Value, "用户名", "姓名")!;

        Assert.Equal([(4, "张 三", "zs"), (6, "李四", "7")], table.Rows.Select(r => (r.Number, r["姓名"], r["用户名"])));
        Assert.Equal("", table.Rows[0]["没有这一列"]);
        Assert.Null(FilledTable.In(FilledTable.Sheets(file, "a.xlsx", 100).Value, "用户名", "单位"));
    }

    [Fact]
    public void A_calculated_cell_is_not_taken_for_a_value()
    {
        var row = Assert.Single(FilledTable.In(FilledTable.Sheets(Made("<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c></row>"), "a.xlsx", 100).Value, "名称")!.Rows);

        Assert.Contains("“名称”一格是公式", row.Unusable!.Value.Chinese, StringComparison.Ordinal);
    }

    public static TheoryData<string> Hostile => [.. Files.Keys];

    private static Dictionary<string, (string Name, Func<byte[]> Bytes, Error Refusal)> Files { get; } = new()
    {
        ["empty"] = ("a.xlsx", () => [], OfficeFileErrors.Empty),
        ["6 MB"] = ("a.xlsx", () => new byte[6 * 1024 * 1024], OfficeFileErrors.TooLarge(6 * 1024 * 1024, FilledTable.LargestFile)),
        ["picture"] = ("a.xlsx", () => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], OfficeFileErrors.Stranger("PNG")),
        ["old xls"] = ("a.xls", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], OfficeFileErrors.OldOrLocked),
        ["csv"] = ("a.csv", () => Encoding.UTF8.GetBytes("名称\n甲"), OfficeFileErrors.NotAWorkbook),
        ["csv named xlsx"] = ("a.xlsx", () => Encoding.UTF8.GetBytes("名称\n甲"), OfficeFileErrors.Mislabelled("xlsx", "text")),
        ["xlsx named docx"] = ("a.docx", () => Made(""), OfficeFileErrors.Mislabelled("docx", "xlsx")),
        ["docx"] = ("a.xlsx", () => DocxFile.Of(new PaperTable("表", [new("名称", 10)], [])), OfficeFileErrors.NotAWorkbook),
        ["other zip"] = ("a.xlsx", () => Zip(("a.txt", "a")), OfficeFileErrors.Stranger("ZIP")),
        ["cut off"] = ("a.xlsx", () => Made("")[..300], OfficeFileErrors.Broken),
        ["bomb"] = ("a.xlsx", () => Made($"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>{new string('甲', 20_000_000)}</t></is></c></row>"), OfficeFileErrors.Inflated),
        ["a hundred thousand rows"] = ("a.xlsx", () => Made(string.Concat(Enumerable.Range(2, 100_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>{i}</v></c></row>"))), OfficeFileErrors.TooManyRows(2_000)),
        ["entity"] = ("a.xlsx", () => Made("", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"), OfficeFileErrors.Declarations),
    };

    [Theory, MemberData(nameof(Hostile))]
    public void What_is_no_such_table_is_refused_within_two_seconds_and_says_what_to_do(string file)
    {
        var (name, bytes, refusal) = Files[file];
        var content = bytes();
        var watch = Stopwatch.StartNew();

        var read = FilledTable.Sheets(content, name, 2_000);

        Assert.Equal(refusal.Chinese, read.Error?.Chinese);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    private static byte[] Made(string rows, string before = "") => Zip(
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", $"{before}<worksheet xmlns=\"{Sheet}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c></row>{rows}</sheetData></worksheet>"));

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
