using System.IO.Compression;
using System.Text;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Files;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Archive;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Export;
using Commerce.TaskList.Figures;
using Commerce.TaskList.Rounds;
using Commerce.TaskList.Rounds.Links;
using Commerce.TaskList.Tests.Circulars;
using Commerce.TaskList.Tests.Inspections;
using Commerce.TaskList.Tests.Letters;
using Commerce.TaskList.Tests.Problems;
using Commerce.TaskList.Tests.Rounds;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Archive;

/// <summary>The package of a year: nothing of it is left out, and a person reads it without the system.</summary>
public sealed class ArchiveTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Circulars_inspections_letters_rounds_and_problems_are_in_it_with_their_papers_and_files(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider, Desk.Over);
        var letter = await world.Issued();
        Assert.Null((await world.Answer(letter, text: "已完成开工手续", files: await world.Upload(Desk.Transport, "回复函.txt", "回复原文"))).Error);
        await world.Draft(measure: 27);
        var circular = (await CircularTests.Draft(world)).Id!.Value;
        Assert.Null((await CircularTests.Issue(world, circular)).Error);
        var inspection = (await InspectionTests.Save(world)).Id!.Value;
        var evidence = await world.Upload(InspectionTests.Audit, "检查记录.txt", "检查原文");
        Assert.Null((await InspectionTests.Report(world, inspection, InspectionLevel.County, "示例1县", 40, 6, 2, files: [evidence])).Error);
        var round = await world.Opened(5, i => i with { DueOn = new(2026, 7, 20) });
        Assert.Null((await world.Answer(RoundWorld.Reporter, round, World.Highways, "路基完成三公里")).Error);
        var problem = await world.Planned();
        var photo = await world.Upload(Ledger.Liaison(World.Highways), "整改照片.txt", "照片");
        Assert.Null((await world.Report(problem, files: [photo])).Error);
        await AddLink(world, round);

        using var zip = Open((await Archive(world, Taker))!);
        var names = zip.Entries.Select(e => e.FullName).ToList();

        Assert.Equal(await Issued(world, circular), Bytes(zip, "papers/情况通报-示例通〔2026〕1号.docx"));
        Assert.Contains("papers/情况通报-示例通〔2026〕1号.docx", Text(zip, "tables/circular_documents.csv"), StringComparison.Ordinal);
        Assert.Contains("示例1县", Text(zip, "tables/inspection_figures.csv"), StringComparison.Ordinal);
        Assert.Equal("检查原文", Text(zip, $"files/{evidence:N}.txt"));
        Assert.Equal("照片", Text(zip, $"files/{photo:N}.txt"));
        Assert.Contains("整改照片.txt", Text(zip, "tables/owned_files.csv"), StringComparison.Ordinal);
        Assert.Contains("路基完成三公里", Text(zip, "tables/round_answers.csv"), StringComparison.Ordinal);
        Assert.Contains("督查", Text(zip, "tables/round_links.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("散列", Text(zip, "tables/round_links.csv"), StringComparison.Ordinal);
        Assert.Equal(["papers/督办函-运输局-示例督〔2026〕1号.docx"], names.Where(n => n.Contains("督办函", StringComparison.Ordinal)));
        Assert.Contains("已完成开工手续", Text(zip, "tables/letter_replies.csv"), StringComparison.Ordinal);
        Assert.Equal([(byte)'P', (byte)'K'], Bytes(zip, Assert.Single(names, n => n.StartsWith("papers/调度-", StringComparison.Ordinal) && n.EndsWith("六月调度.xlsx", StringComparison.Ordinal)))[..2]);

        // A letter as a paper doesn't say who took the archive, and when: it is the same each time.
        using var again = Open((await Archive(world, Taker))!);
        Assert.Equal(Bytes(zip, "papers/督办函-运输局-示例督〔2026〕1号.docx"), Bytes(again, "papers/督办函-运输局-示例督〔2026〕1号.docx"));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Names_stand_beside_ids_and_units_have_a_table_with_what_they_were_called(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        await world.Issued();
        await world.Planned();
        await world.Hear([new Commerce.Contracts.Organisations.UnitRecorded(World.Transport, 2, "运输事业发展中心", "AFFILIATED_UNIT", World.Root, false)]);

        using var zip = Open((await Archive(world, Taker))!);

        Assert.Equal($"{World.Transport},运输事业发展中心,运输局,AFFILIATED_UNIT,省交通运输厅", Assert.Single(Lines(zip, "tables/units.csv"), l => l.Contains("运输事业发展中心", StringComparison.Ordinal)));
        Assert.Contains($"{World.Highways},公路局", Assert.Single(Lines(zip, "tables/problems.csv"), l => l.Contains("尾款超期未拨付", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains($"{World.Transport},运输事业发展中心", Assert.Single(Lines(zip, "tables/letters.csv"), l => l.Contains("示例督", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(",25,", Assert.Single(Lines(zip, "tables/letters.csv"), l => l.Contains("示例督", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("EveryPeriod", Lines(zip, "tables/milestones.csv")[0], StringComparison.Ordinal);
        Assert.Contains("units.csv", Text(zip, "说明 README.txt"), StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Another_years_rows_stay_out(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await world.Save(Commerce.TaskList.SampleData.SampleList.Document(2025));
        await world.Record(text: "今年的问题");

        using var zip = Open((await Archive(world, Taker, 2025))!);

        Assert.DoesNotContain("今年的问题", Text(zip, "tables/problems.csv"), StringComparison.Ordinal);
        Assert.Equal(2, Lines(zip, "tables/lists.csv").Length);
        Assert.Equal(55, Lines(zip, "tables/measures.csv").Length);
    }

    [Fact]
    public async Task Each_table_of_the_model_is_in_it_or_named_as_one_that_has_nothing_to_do_with_lists()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite, withUnits: false);
        await using var db = world.Open();
        var tables = new ListTables(db, Guid.NewGuid(), World.Year);

        Assert.All(ListTables.Of(db.Model), e => Assert.True(
            tables.QueryOf(e) is not null != ListTables.Apart.Contains(e.ClrType),
            $"{e.ClrType.Name}: its rows lead to no list. Give them a way there in ListTables.Ways, or name the table in ListTables.Apart."));
    }

    private static Actor Taker { get; } = new(World.Id("审计"), "审计", [World.Root], new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.TaskRead] = [World.Root], [Capability.AuditRead] = [World.Root] })
    {
        OfTheWholeHouse = new HashSet<string> { Capability.TaskRead, Capability.AuditRead },
    };

    /// <summary>The archive as this person gets it; null when there is none for them.</summary>
    internal static async Task<byte[]?> Archive(World world, Actor by, int year = World.Year) => await world.WithFiles(by, async (db, files) =>
    {
        var lists = new ReadLists(db, by, world.Options, world.Clock);
        var export = new ExportList(lists, new ReadFigures(db, new Reckoning(db, world.Options, new Demonstration(true)), world.Clock));
        using var to = new MemoryStream();
        var rule = new FileRule(TaskListModule.Evidence, FileKind.Evidence, _ => false, (_, _, _, _) => Task.FromResult(false));
        return await new WriteListArchive(db, lists, export, new ReadRounds(db, by, lists), files, [rule], by).Write(year, to, "冯审计 2026-06-20", default) ? to.ToArray() : null;
    });

    internal static byte[] Bytes(ZipArchive zip, string name)
    {
        using var stream = (zip.GetEntry(name) ?? throw new InvalidOperationException($"{name} isn't in it: {string.Join('、', zip.Entries.Select(e => e.FullName))}")).Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    internal static string Text(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip, name));

    private static string[] Lines(ZipArchive zip, string name) => Text(zip, name).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static ZipArchive Open(byte[] bytes) => new(new MemoryStream(bytes));

    private static async Task<byte[]> Issued(World world, Guid circular)
    {
        await using var db = world.Open();
        return (await db.CircularDocuments.SingleAsync(d => d.CircularId == circular)).Bytes;
    }

    private static async Task AddLink(World world, Guid round)
    {
        await using var db = world.Open();
        db.RoundLinks.Add(new() { Id = Guid.NewGuid(), RoundId = round, UnitId = World.Highways, ExpiresOn = new(2026, 7, 20), TokenHash = "散列", IssuedById = World.Supervisor.Id, IssuedByName = "督查", IssuedAt = world.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    }
}
