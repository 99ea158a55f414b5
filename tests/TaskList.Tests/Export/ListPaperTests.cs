using Commerce.Platform.Documents;
using Commerce.TaskList.Export;
using Commerce.TaskList.Reading;
using Commerce.TaskList.Tests.Reading;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Commerce.TaskList.Tests.Export;

public sealed class ListPaperTests
{
    [Theory, InlineData("docx"), InlineData("xlsx")]
    public void A_printed_list_reads_back_as_the_same_list(string format)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var made = MadeList.Of(seed);

            var read = ListReader.Read(new MemoryStream(Written(Printed(made), format)), "list." + format).Value;

            Assert.True(ListReaderTests.Shown(made, false) == ListReaderTests.Shown(read, false), $"seed {seed}\n{ListReaderTests.Shown(read, false)}");
            Assert.Empty(read.Unreadable);
            Assert.Empty(read.Doubts);
        }
    }

    [SkippableTheory, InlineData("docx"), InlineData("xlsx")]
    public void The_official_list_goes_out_and_comes_back_unchanged(string format)
    {
        var sample = Environment.GetEnvironmentVariable("COMMERCE_TASKLIST_SAMPLE");
        Skip.If(string.IsNullOrEmpty(sample), "COMMERCE_TASKLIST_SAMPLE names no list.");
        using var file = File.OpenRead(sample!);
        var list = ListReader.Read(file, sample!).Value;

        var bytes = Written(Printed(list), format);
        var read = ListReader.Read(new MemoryStream(bytes), "list." + format).Value;

        Assert.Equal(ListReaderTests.Shown(list, false), ListReaderTests.Shown(read, false));
        Assert.Empty(read.Unreadable);
        if (Environment.GetEnvironmentVariable("COMMERCE_KEEP_DOCUMENTS") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, "list." + format), bytes);
        }
    }

    [Fact]
    public void Both_files_are_valid_office_documents()
    {
        var list = Printed(MadeList.Of(3));

        using var word = WordprocessingDocument.Open(new MemoryStream(Written(list, "docx")), false);
        using var sheet = SpreadsheetDocument.Open(new MemoryStream(Written(list, "xlsx")), false);

        Assert.Empty(new OpenXmlValidator().Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Empty(new OpenXmlValidator().Validate(sheet).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    private static byte[] Written(PrintedList list, string format) => format == "docx" ? DocxFile.Of(ListPaper.Of(list)) : XlsxFile.Of(ListPaper.Of(list));

    private static PrintedList Printed(ListDocument list) => new(list.Title, new(2020, 7, 1), [.. list.Tasks.Select(t => new PrintedTask(
        t.Label, t.Section, t.Text, t.ResponsibilityText, t.DeadlineText, t.Remarks,
        [.. t.Measures.Select(m => new PrintedMeasure(m.Number, m.Group, m.Text, m.Number % 3 == 0 ? "■ 逾期 1 天：6月30日前未办结\n公路局：已完成 60%" : "● 正常"))]))]);
}
