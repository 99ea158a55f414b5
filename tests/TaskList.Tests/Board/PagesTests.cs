using System.Text;
using Commerce.Contracts.Assistance;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Figures;
using Commerce.TaskList.Saving;
using Commerce.Testing;
using Xunit;

namespace Commerce.TaskList.Tests.Board;

/// <summary>What pages ask.</summary>
public sealed class PagesTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_list_is_narrowed_by_unit_by_what_is_late_by_the_month_and_by_what_is_reckoned(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var july = await world.Read(World.Supervisor, new(2026, 7, 1));

        Assert.Equal([25, 26, 27, 28, 45], Left(july, new(null, ListFilter.Overdue)));
        Assert.Equal([25, 26, 27, 28, 33], Left(july, new(null, ListFilter.Month)));
        Assert.Equal([43, 44, 47], Left(july, new(null, ListFilter.Computed)));
        Assert.Equal([43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54], Left(july, new(new HashSet<Guid> { World.Group }, null)).Where(n => n > 42));
        Assert.Equal([43, 44, 47], Left(july, new(new HashSet<Guid> { World.Group }, ListFilter.Computed)));
        Assert.Empty(Left(july, new(new HashSet<Guid> { Guid.NewGuid() }, null)));
        Assert.Equal(54, Left(july, new(null, "nonsense")).Count);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Rows_behind_measure_47_show_one_by_one_only_to_who_reads_that_units_ledger(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await world.Hear([new LedgerRowsRecorded([Bought(1, World.Highways, 544.32m), Bought(2, World.Transport, 100m)])]);
        var reader = World.Who("读者", [Capability.TaskRead, Capability.AssistanceRead], World.Highways);

        var made = await Makings(world, reader, 47);

        Assert.Equal(644.32m, made!.Figures[0].Actual);
        Assert.Equal(644.32m, made.Bought.Sum(p => p.Amount).Amount);
        Assert.Equal([544.32m], made.Rows.Select(r => r.Amount.Amount));
        Assert.Null(await Makings(world, reader, 46));
        Assert.Null(await Makings(world, World.Who("外人", [Capability.AssistanceRead], World.Highways), 47));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_task_says_for_whom_one_reports_and_whether_one_supervises(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        var liaison = await Sheet(world, World.Liaison(World.Highways), 4);
        Assert.Equal([World.Highways], liaison!.Reporting.Select(a => a.UnitId));
        Assert.False(liaison.Supervises);
        Assert.Empty((await Sheet(world, World.Liaison(World.Highways), 11))!.Reporting);

        // One unit's supervisor supervises what that unit alone answers for.
        var own = World.Who("局督查", [Capability.TaskRead, Capability.TaskSupervise], World.Highways);
        Assert.True((await Sheet(world, own, 4))!.Supervises);
        Assert.False((await Sheet(world, own, 11))!.Supervises);
        Assert.True((await Sheet(world, World.Supervisor, 11))!.Supervises);
        Assert.Null(await Sheet(world, World.Supervisor, 99));
        Assert.Null(await Sheet(world, World.Who("外人", [Capability.OrderRead], World.Highways), 4));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_upload_that_is_no_list_is_not_kept(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await world.Do(World.Supervisor, async (db, _, files) =>
        {
            var take = new TakeUpload(files, new PreviewList(db, world.Clock));

            var refused = await take.Take("清单.txt", new MemoryStream("没有表"u8.ToArray()), null, default);
            var taken = await take.Take("清单.txt", new MemoryStream(Encoding.UTF8.GetBytes("2026年清单\n\n序号\t工作任务\t主要落实措施\t责任单位\t完成时限\t备注\n一、修路\n(一)\t修路。\t1、修路。\t公路局\t年底前\t\n")), null, default);

            Assert.Equal(ErrorCode.Invalid, refused.Error!.Code);
            Assert.Equal(1, await world.KeptFiles());
            Assert.Equal((1, 2), (taken.Value.Preview.Document.MeasureCount, taken.Value.Preview.Changes!.New));
            Assert.Equal(2025, (await take.Again(taken.Value.FileId, 2025, default)).Value.Preview.Changes!.Year);
            Assert.Equal(PlatformErrors.NotFound.Code, (await take.Again(Guid.NewGuid(), 2025, default)).Error!.Code);
            return Outcome.Refused(PlatformErrors.NotFound);
        });
    }

    private static List<int> Left(ListView list, ListFilter filter) => [.. list.Tasks.SelectMany(filter.Of).Select(m => m.Number)];

    private static async Task<Makings?> Makings(World world, Actor who, int measure)
    {
        await using var db = world.Open();
        var reckoning = new Reckoning(db, world.Options, new Demonstration(true));
        var makings = new ReadMakings(new ReadLists(db, who, world.Options, world.Clock), new ReadFigures(db, reckoning, world.Clock), reckoning, who);
        return await makings.Read(World.Year, measure, null, default);
    }

    private static async Task<TaskSheet?> Sheet(World world, Actor who, int task)
    {
        await using var db = world.Open();
        var figures = new ReadFigures(db, new Reckoning(db, world.Options, new Demonstration(true)), world.Clock);
        return await new ReadBoard(new ReadLists(db, who, world.Options, world.Clock), figures, who).Task(World.Year, task, null, default);
    }

    private static LedgerRow Bought(long sequence, Guid unit, decimal amount) => new(
        Guid.NewGuid(), sequence, "PURCHASE", "CANTEEN", unit, "单位", World.Id("明东村"), "明东村", Guid.NewGuid(), "明东大米", "2026-06", false, amount, "AC-2026-000001", Guid.NewGuid(),
        new DateTimeOffset(2026, 6, 10, 4, 0, 0, TimeSpan.Zero), false);
}
