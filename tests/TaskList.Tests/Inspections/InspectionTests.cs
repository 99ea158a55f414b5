using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Inspections;
using Commerce.TaskList.Problems;
using Commerce.TaskList.Tests.Problems;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Xunit;

namespace Commerce.TaskList.Tests.Inspections;

/// <summary>Inspections at three levels: opened, drawn, reported on in versions, with problems that lead back. Today is 20 June 2026.</summary>
public sealed class InspectionTests
{
    private static readonly string[] Nineteen = [.. Enumerable.Range(1, 19).Select(n => $"示例{n}县")];
    private static readonly InspectionLevel[] AllLevels = [InspectionLevel.County, InspectionLevel.City, InspectionLevel.Province];
    internal static readonly Actor Audit = Ledger.Liaison(World.Id("审计处"), "审计联络员");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Figures_of_each_level_and_county_count_in_their_last_version_and_levels_are_never_summed(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await Save(world)).Id!.Value;
        var file = await world.Upload(Audit);

        Assert.Null((await Report(world, id, InspectionLevel.County, "示例1县", 40, 6, 2, files: [file])).Error);
        Assert.Null((await Report(world, id, InspectionLevel.County, "示例2县", 30, 1, 1)).Error);
        Assert.Null((await Report(world, id, InspectionLevel.City, "示例1县", 10, 2, 0)).Error);
        Assert.Null((await Report(world, id, InspectionLevel.County, "示例1县", 42, 7, 5, number: 1)).Error);

        var view = await View(world, id);
        Assert.Equal([new(InspectionLevel.County, 19, 2, 72, 8, 6), new(InspectionLevel.City, 19, 1, 10, 2, 0), new(InspectionLevel.Province, 0, 0, 0, 0, 0)], view.Totals);
        Assert.Equal((8m, 6m, 2m, 72m), (view.Totals[0].AsFigure("发现问题"), view.Totals[0].AsFigure("已整改问题"), view.Totals[0].AsFigure("已检查县市区"), view.Totals[0].AsFigure("已逐户摸排")));
        Assert.Null(view.Totals[2].AsFigure("发现问题"));
        Assert.Equal([2, 1], view.All.Where(f => f.Figure is { Level: InspectionLevel.County, County: "示例1县" }).Select(f => f.Figure.Number));
        Assert.Equal("佐证.txt", view.All.Single(f => f.Figure is { Number: 1, Level: InspectionLevel.County, County: "示例1县" }).Files.Single().Name);
        Assert.Equal("审计处", view.All[0].Unit);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_latest_inspection_stands_first_by_its_time_and_not_by_its_id(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var measure = await world.Measure(54);
        await using var db = world.Open();
        foreach (var (id, name, hours) in new[] { ("ffffffff-0000-7000-8000-000000000001", "早的", 0), ("00000000-0000-7000-8000-000000000002", "晚的", 1) })
        {
            db.Inspections.Add(new()
            {
                Id = Guid.Parse(id),
                ListId = measure.ListId,
                TaskId = measure.TaskId,
                MeasureId = measure.Id,
                Name = name,
                Kind = "资金使用",
                Unit = "个",
                From = Ledger.Today,
                To = Ledger.Today,
                OfCounties = true,
                OfCities = false,
                OfProvince = false,
                OpenedById = Guid.NewGuid(),
                OpenedByName = "督查",
                OpenedAt = world.Clock.GetUtcNow().AddHours(hours),
            });
        }

        await db.SaveChangesAsync();

        var all = await new ReadInspections(
            db, Ledger.Supervisor, new ReadLists(db, Ledger.Supervisor, world.Options, world.Clock), new ReadProblems(db, Ledger.Supervisor, world.Options, world.Clock)).Of(2026, default);
        Assert.Equal(["晚的", "早的"], all.Select(i => i.Name));
    }

    [Fact]
    public void The_draw_is_the_one_that_anybody_makes_with_the_seed_and_the_names()
    {
        // printf '%s' '2026061:示例1县' | sha256sum
        Assert.Equal("45ae07e8788370710ff8eadda140af572e267a8f726edac34c4d54c5774d6e5d", Inspection.Rank("2026061", "示例1县"));
        Assert.Equal(Inspection.InOrder("2026061", Nineteen), Inspection.InOrder("2026061", Nineteen.Reverse()));
        Assert.NotEqual(Inspection.InOrder("2026061", Nineteen), Inspection.InOrder("2026062", Nineteen));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_province_draws_once_and_only_drawn_counties_are_reported_on(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await Save(world)).Id!.Value;
        Assert.Equal(InspectionErrors.NotDrawnYet, (await Report(world, id, InspectionLevel.Province, "示例1县", 1, 0, 0)).Error);

        Assert.Null((await Draw(world, id, 4, "2026061")).Error);

        var view = await View(world, id);
        Assert.Equal(Nineteen.OrderBy(c => Inspection.Rank("2026061", c), StringComparer.Ordinal).Take(4), view.Drawn);
        Assert.True(view.DrawHolds);
        Assert.Null((await Report(world, id, InspectionLevel.Province, view.Drawn[0], 5, 1, 0)).Error);
        Assert.Equal(InspectionErrors.NotInSample, (await Report(world, id, InspectionLevel.Province, Nineteen.Except(view.Drawn).First(), 5, 1, 0)).Error);
        Assert.Equal(new(InspectionLevel.Province, 4, 1, 5, 1, 0), (await View(world, id)).Totals[2]);
        Assert.Equal(InspectionErrors.DrawnAlready, (await Draw(world, id, 4, "别的种子", version: 2)).Error);
        Assert.Equal(InspectionErrors.BegunAlready, (await Save(world, id: id, version: 2, counties: ["示例1县"])).Error);
        Assert.Null((await Save(world, id: id, version: 2, name: "改个名字也可以")).Error);

        var other = (await Save(world)).Id!.Value;
        Assert.Null((await Draw(world, other, 19, null)).Error);
        Assert.Matches("^[0-9]{9,10}$", (await View(world, other)).Seed!);
        Assert.Equal(Nineteen.Order(), (await View(world, other)).Drawn.Order());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_an_inspection_or_a_draw_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        Assert.Equal(ErrorCode.Forbidden, (await Save(world, who: Audit)).Error!.Code);
        Assert.Equal(ProblemErrors.TextLength("name", 4, Inspection.NameLength), (await Save(world, name: "查")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.TextLength("kind", 2, Inspection.KindLength), (await Save(world, kind: "资")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.TextLength("unit", 1, Inspection.UnitLength), (await Save(world, unit: " ")).Error, ErrorText.Same);
        Assert.Equal(InspectionErrors.LevelNeeded, (await Save(world, levels: [])).Error);
        Assert.Equal(InspectionErrors.PeriodBackwards, (await Save(world, to: new(2026, 5, 1))).Error);
        Assert.Equal(InspectionErrors.PeriodYear(2026), (await Save(world, from: new(2025, 5, 1))).Error, ErrorText.Same);
        Assert.Equal(InspectionErrors.CountiesNeeded, (await Save(world, counties: [" "])).Error);
        Assert.Equal(InspectionErrors.CountyLength, (await Save(world, counties: ["县"])).Error);
        Assert.Equal(
            InspectionErrors.MeasureOfList,
            (await world.Do(Ledger.Supervisor, (db, once, _) => new SaveInspection.Handler(db, once, Ledger.Supervisor, world.Clock)
                .Handle(new("m", Guid.NewGuid(), "帮扶资金检查", "资金使用", "个", Ledger.Today, Ledger.Today, AllLevels, Nineteen), default))).Error);
        Assert.Equal(ErrorCode.NotFound, (await Draw(world, Guid.NewGuid(), 1, "a")).Error!.Code);
        Assert.Equal(InspectionErrors.CountyTwice("示例1县"), (await Save(world, counties: ["示例1县", "示例1县 "])).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.NotFound, (await Save(world, id: Guid.NewGuid(), version: 1)).Error!.Code);
        var id = (await Save(world)).Id!.Value;
        Assert.Equal(ErrorCode.VersionStale, (await Save(world, id: id, version: 3)).Error!.Code);
        Assert.Null((await Save(world, id: id, version: 1, counties: ["示例2县", "示例1县"])).Error);
        Assert.Equal(["示例2县", "示例1县"], (await View(world, id)).Counties);

        Assert.Equal(ErrorCode.Forbidden, (await Draw(world, id, 1, "a", version: 2, who: Audit)).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await Draw(world, id, 1, "a", version: 1)).Error!.Code);
        Assert.Equal(InspectionErrors.SampleSize(2), (await Draw(world, id, 3, "a", version: 2)).Error, ErrorText.Same);
        Assert.Equal(InspectionErrors.SampleSize(2), (await Draw(world, id, 0, "a", version: 2)).Error, ErrorText.Same);
        Assert.Equal(InspectionErrors.SeedLength, (await Draw(world, id, 1, new string('a', 61), version: 2)).Error);
        var full = (await Save(world, levels: [InspectionLevel.County])).Id!.Value;
        Assert.Equal(InspectionErrors.NoSample, (await Draw(world, full, 1, "a")).Error);
        Assert.Equal(InspectionErrors.NoSuchLevel, (await Report(world, full, InspectionLevel.City, "示例1县", 1, 0, 0)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_a_figure_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await Save(world)).Id!.Value;
        Assert.Equal(InspectionErrors.NoSuchCounty, (await County("别的县", 1, 0, 0)).Error);
        Assert.Equal(InspectionErrors.CountOutOfRange("checked"), (await County("示例1县", -1, 0, 0)).Error, ErrorText.Same);
        Assert.Equal(InspectionErrors.CountOutOfRange("checked"), (await County("示例1县", 1_000_001, 0, 0)).Error, ErrorText.Same);
        Assert.Equal(InspectionErrors.CountOutOfRange("found"), (await County("示例1县", 1, -1, 0)).Error, ErrorText.Same);
        Assert.Equal(InspectionErrors.CountOutOfRange("mended"), (await County("示例1县", 1, 1, -1)).Error, ErrorText.Same);
        Assert.Equal(InspectionErrors.FoundInNothing, (await County("示例1县", 0, 1, 0)).Error);
        Assert.Equal(InspectionErrors.MoreMendedThanFound, (await County("示例1县", 9, 2, 3)).Error);
        Assert.Null((await County("示例1县", 2, 9, 9)).Error);
        Assert.Equal(ErrorCode.VersionStale, (await County("示例1县", 2, 9, 9)).Error!.Code);
        Assert.Equal(InspectionErrors.DayOutOfPeriod(new(2026, 6, 1)), (await Report(world, id, InspectionLevel.County, "示例2县", 1, 0, 0, on: new(2026, 5, 31))).Error, ErrorText.Same);
        Assert.Equal(InspectionErrors.DayOutOfPeriod(new(2026, 6, 1)), (await Report(world, id, InspectionLevel.County, "示例2县", 1, 0, 0, on: new(2026, 6, 21))).Error, ErrorText.Same);
        Assert.Equal(InspectionErrors.EvidenceNeeded, (await Report(world, id, InspectionLevel.County, "示例2县", 1, 0, 0, evidence: " ")).Error);
        Assert.Equal(TaskListErrors.NoSuchFile, (await Report(world, id, InspectionLevel.County, "示例2县", 1, 0, 0, files: [Guid.NewGuid()])).Error);
        Assert.Equal(
            TaskListErrors.TooManyFiles, (await Report(world, id, InspectionLevel.County, "示例2县", 1, 0, 0, files: [.. Enumerable.Range(0, 11).Select(_ => Guid.NewGuid())])).Error);
        var science = World.Id("科技处");
        Assert.Equal(TaskListErrors.NotResponsible, (await Report(world, id, InspectionLevel.County, "示例2县", 1, 0, 0, who: Ledger.Liaison(science), of: science)).Error);
        Assert.Equal(ErrorCode.NotFound, (await Report(world, id, InspectionLevel.County, "示例2县", 1, 0, 0, who: Ledger.Liaison(science))).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await Report(world, id, InspectionLevel.County, "示例2县", 1, 0, 0, who: World.Who("只读", [Capability.TaskRead], World.Id("审计处")))).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Report(world, Guid.NewGuid(), InspectionLevel.County, "示例2县", 1, 0, 0)).Error!.Code);

        Task<Outcome> County(string county, int looked, int found, int mended) => Report(world, id, InspectionLevel.County, county, looked, found, mended);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Problems_opened_from_an_inspection_lead_back_to_it(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await Save(world)).Id!.Value;

        var problem = await Record(world, Ledger.Supervisor, ProblemSource.Inspection, World.Highways, id, InspectionLevel.County, "示例3县");
        Assert.Null(problem.Error);
        Assert.Null((await Record(world, Ledger.Liaison(World.Highways), ProblemSource.Inspection, World.Highways, id, null, null)).Error);

        Assert.Equal((id, "示例3县", (InspectionLevel?)InspectionLevel.County), ((await world.Problem(problem.Id!.Value)).InspectionId!.Value, (await world.Problem(problem.Id!.Value)).County, (await world.Problem(problem.Id!.Value)).Level));
        Assert.Equal(2, (await View(world, id)).ProblemCount);
        Assert.Equal(0, (await View(world, id, Ledger.Liaison(World.Transport))).ProblemCount);
        Assert.Equal(2, (await world.Page(new(InspectionId: id))).Rows.Count);
        Assert.Equal(ProblemErrors.NoSuchInspection, (await Record(world, Ledger.Supervisor, ProblemSource.Inspection, World.Highways, Guid.NewGuid(), null, null)).Error);
        Assert.Equal(ProblemErrors.NotOfInspection, (await Record(world, Ledger.Supervisor, ProblemSource.Audit, World.Highways, id, null, null)).Error);
        var full = (await Save(world, levels: [InspectionLevel.County])).Id!.Value;
        Assert.Equal(InspectionErrors.NoSuchLevel, (await Record(world, Ledger.Supervisor, ProblemSource.Inspection, World.Highways, full, InspectionLevel.City, null)).Error);
        Assert.Equal(InspectionErrors.NoSuchCounty, (await Record(world, Ledger.Supervisor, ProblemSource.Inspection, World.Highways, id, InspectionLevel.County, "别的县")).Error);
        Assert.Equal(ProblemErrors.OnlySelfCheck, (await Record(world, Ledger.Liaison(World.Highways), ProblemSource.Inspection, World.Highways, null, null, null)).Error);
        Assert.Equal(ProblemErrors.OnlySelfCheck, (await Record(world, Ledger.Liaison(World.Id("科技处")), ProblemSource.Inspection, World.Id("科技处"), id, null, null)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task On_paper_a_county_has_a_row_and_the_levels_stand_side_by_side(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await Save(world)).Id!.Value;
        await Draw(world, id, 4, "2026061");
        await Report(world, id, InspectionLevel.County, "示例1县", 40, 6, 2);

        var paper = InspectionFiles.Paper((await Sheet(world, id, Ledger.Supervisor))!);

        Assert.Equal(["县级排查", "市级巡查", "省级抽查"], paper.Columns.Select(c => c.Under).OfType<string>().Distinct());
        var rows = paper.Rows.ToList();
        Assert.Equal(20, rows.Count);
        Assert.Equal((40m, 6m, 2m), (rows[0].Cells[2].Number, rows[0].Cells[3].Number, rows[0].Cells[4].Number));
        Assert.Equal(15, rows.Count(r => r.Cells[8].Text == "—"));
        Assert.Equal((40m, 6m, 2m, 0m), (rows[19].Cells[2].Number, rows[19].Cells[3].Number, rows[19].Cells[4].Number, rows[19].Cells[8].Number));
        Assert.Contains("种子“2026061”", paper.Notes[1], StringComparison.Ordinal);
    }

    internal static async Task<Outcome> Save(
        World world, string name = "帮扶资金检查", string kind = "资金使用", string unit = "个", DateOnly? from = null, DateOnly? to = null, InspectionLevel[]? levels = null, string[]? counties = null, Guid? id = null,
        int? version = null, Actor? who = null)
    {
        var measure = (await world.Measure(54)).Id;
        return await world.Do(who ?? Ledger.Supervisor, (db, once, _) => new SaveInspection.Handler(db, once, who ?? Ledger.Supervisor, world.Clock).Handle(
            new(Guid.NewGuid().ToString(), measure, name, kind, unit, from ?? new(2026, 6, 1), to ?? new(2026, 9, 30), levels ?? AllLevels, counties ?? Nineteen, id, version), default));
    }

    private static Task<Outcome> Draw(World world, Guid id, int count, string? seed, int version = 1, Actor? who = null) => world.Do(who ?? Ledger.Supervisor, (db, once, _) =>
        new DrawCounties.Handler(db, once, who ?? Ledger.Supervisor, world.Clock).Handle(new(Guid.NewGuid().ToString(), id, version, count, seed), default));

    internal static Task<Outcome> Report(
        World world, Guid id, InspectionLevel level, string county, int looked, int found, int mended, int number = 0, DateOnly? on = null, string evidence = "检查记录第1号", Guid[]? files = null, Actor? who = null,
        Guid? of = null) => world.Do(who ?? Audit, (db, once, store) => new ReportInspection.Handler(db, once, who ?? Audit, store, world.Clock).Handle(
            new(Guid.NewGuid().ToString(), id, of ?? World.Id("审计处"), level, county, number, on ?? Ledger.Today, looked, found, mended, evidence, files), default));

    private static Task<Outcome> Record(World world, Actor who, ProblemSource source, Guid unit, Guid? inspection, InspectionLevel? level, string? county) => world.Do(who, (db, once, _) =>
        new RecordProblem.Handler(db, once, who, world.Clock).Handle(
            new(Guid.NewGuid().ToString(), source, Ledger.Today, "一笔资金滞留三个月", "资金管理", unit, null, null, inspection, level, county), default));

    private static async Task<InspectionView> View(World world, Guid id, Actor? who = null) => (await Sheet(world, id, who ?? Ledger.Supervisor))!.View;

    private static async Task<InspectionSheet?> Sheet(World world, Guid id, Actor who)
    {
        await using var db = world.Open();
        return await new ReadInspections(db, who, new ReadLists(db, who, world.Options, world.Clock), new ReadProblems(db, who, world.Options, world.Clock)).Sheet(id, default);
    }
}
