using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Export;
using Commerce.TaskList.Figures;
using Commerce.TaskList.Reading;
using Commerce.TaskList.SampleData;
using Xunit;

namespace Commerce.TaskList.Tests.Export;

public sealed class ExportListTests
{
    [Fact]
    public async Task The_exported_list_reads_back_as_the_one_that_was_saved()
    {
        await using var world = await World.WithList(DatabaseProvider.Sqlite);
        var saved = SampleList.Document(World.Year);

        var paper = await Paper(world, World.Supervisor);
        var docx = ListReader.Read(new MemoryStream(DocxFile.Of(paper!)), "list.docx").Value;
        var xlsx = ListReader.Read(new MemoryStream(XlsxFile.Of(paper!)), "list.xlsx").Value;

        Assert.Equal(Reading.ListReaderTests.Shown(saved, false), Reading.ListReaderTests.Shown(docx, false));
        Assert.Equal(Reading.ListReaderTests.Shown(saved, false), Reading.ListReaderTests.Shown(xlsx, false));
    }

    [Fact]
    public async Task Beside_each_measure_stand_its_light_with_the_reason_and_its_figures_marked_computed_or_reported()
    {
        await using var world = await World.WithList(DatabaseProvider.Sqlite);

        var progress = Progress(await Paper(world, World.Supervisor, new(World.Year, 7, 1)));

        Assert.All(progress, p => Assert.Matches("^[●▲○] .", p));
        Assert.StartsWith("● 逾期 1 天", progress[44], StringComparison.Ordinal);
        Assert.Contains("/42对（计）", progress[42], StringComparison.Ordinal);
        Assert.Contains("（计）", progress[46], StringComparison.Ordinal);
        Assert.DoesNotContain("（计）", progress[45], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_list_or_the_right_to_read_there_is_no_paper()
    {
        await using var world = await World.WithList(DatabaseProvider.Sqlite);

        Assert.Null(await Paper(world, World.Supervisor, year: 1999));
        Assert.Null(await Paper(world, World.Who("采购员", [Capability.OrderRead], World.Highways)));
        Assert.NotNull(await Paper(world, World.Liaison(World.Highways)));
    }

    private static List<string> Progress(PaperTable? paper) => [.. paper!.Rows.Where(r => r.Across is null).Select(r => r.Cells[^1].Text!)];

    private static async Task<PaperTable?> Paper(World world, Actor actor, DateOnly? asOf = null, int? year = null)
    {
        await using var db = world.Open();
        var lists = new ReadLists(db, actor, world.Options, world.Clock);
        return await new ExportList(lists, new ReadFigures(db, new Reckoning(db, world.Options, new Demonstration(true)), world.Clock)).Paper(year, asOf, default);
    }
}
