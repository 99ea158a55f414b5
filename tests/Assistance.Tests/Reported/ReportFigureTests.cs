using Commerce.Assistance.Domain;
using Commerce.Assistance.Reported;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Reported;

public sealed class ReportFigureTests
{
    private static readonly Actor Office = World.Officer(World.Highways);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_figure_is_typed_with_its_paper_and_a_correction_is_another_version(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);

        var first = await house.Report(paper: await house.Paper());
        var stale = await house.Report(paper: await house.Paper(), households: 40);
        var second = await house.Report(paper: await house.Paper(), households: 40, version: 1);
        var again = await house.Report(paper: await house.Paper(), households: 40, version: 1);

        Assert.Null(first.Error);
        Assert.Equal(ErrorCode.VersionStale, stale.Error!.Code);
        Assert.Null(second.Error);
        Assert.Equal(ErrorCode.VersionStale, again.Error!.Code);
        await using var db = house.World.Open();
        var row = Assert.Single(await new ReadReported(db, Office).Read(2026, default));
        Assert.Equal((2, 40, 12_000.50m, "测试员", "证明.txt"), (row.Figure.Number, row.Figure.Households, row.Figure.IncomeRaised.Amount, row.Figure.ByName, row.Figure.EvidenceName));
        Assert.Equal([(1, 36)], row.Earlier.Select(e => (e.Number, e.Households)));
        Assert.Empty(await new ReadReported(db, World.Who([Capability.OrderRead], World.Highways)).Read(2026, default));
        Assert.Empty(await db.LedgerEntries.ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_can_not_be_is_refused_and_changes_nothing(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var paper = await house.Paper();

        Assert.Equal(AssistanceErrors.EvidenceNeeded, (await house.Report()).Error);
        Assert.Equal(AssistanceErrors.EvidenceNeeded, (await house.Report(paper: Guid.NewGuid())).Error);
        Assert.Equal(AssistanceErrors.EvidenceNeeded, (await house.Report(paper: paper, by: World.Person("别人", [Capability.AssistanceManage], World.Highways))).Error);
        Assert.Equal(["households"], (await house.Report(paper: paper, households: -1)).Error!.Path);
        Assert.Equal(["households"], (await house.Report(paper: paper, households: ReportFigure.MostHouseholds + 1)).Error!.Path);
        Assert.Equal(["households"], (await house.Report(paper: paper, income: -0.01m)).Error!.Path);
        Assert.Equal(["incomeRaised"], (await house.Report(paper: paper, income: 0.001m)).Error!.Path);
        Assert.Equal(AssistanceErrors.NoSuchQuarter, (await house.Report(paper: paper, quarter: 5)).Error);
        Assert.Equal(AssistanceErrors.NoSuchQuarter, (await house.Report(paper: paper, quarter: 0)).Error);
        Assert.Equal(AssistanceErrors.MonthAhead, (await house.Report(paper: paper, quarter: 4)).Error);
        Assert.Equal(["year"], (await house.Report(paper: paper, year: 2027)).Error!.Path);
        Assert.Equal(AssistanceErrors.NoteTooLong, (await house.Report(paper: paper, note: new string('长', 401))).Error);
        Assert.Equal(ErrorCode.NotFound, (await house.Report(paper: paper, village: World.Zhixin)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await house.Report(paper: paper, by: World.Who([Capability.AssistanceRead], World.Highways))).Error!.Code);

        await using var db = house.World.Open();
        Assert.Empty(await db.VillageFigures.ToListAsync());
        Assert.Null((await house.Report(paper: paper, quarter: 3)).Error);
    }

    /// <summary>A ledger that knows a village, and a place for its papers.</summary>
    private sealed class House : IAsyncDisposable
    {
        private readonly TestDatabase<PlatformDbContext> papers;

        private House(World world, TestDatabase<PlatformDbContext> papers) => (World, this.papers) = (world, papers);

        public World World { get; }

        public static async Task<House> Create(DatabaseProvider provider)
        {
            var house = new House(await World.Create(provider), await TestDatabase<PlatformDbContext>.Create(provider, "platform"));
            await using var db = house.World.Open();
            db.KnownProducts.Add(new KnownProduct { ProductId = World.Rice, ProducerId = World.Producer, VillageId = World.Mingdong, CountyCode = "222402", Sample = false, SaidAt = World.On(2026, 1, 1) });
            db.KnownNames.Add(new KnownName { Id = World.Mingdong, Name = "明东村", SaidAt = World.On(2026, 1, 1) });
            await db.SaveChangesAsync();
            return house;
        }

        public async Task<Guid> Paper()
        {
            await using var db = papers.Open();
            return (await Store(db, Office).Keep(ReportFigure.Evidence, "证明.txt", new MemoryStream("带动 36 户"u8.ToArray()), default)).Value.Id;
        }

        public async Task<Outcome> Report(
            Guid? paper = null, int households = 36, decimal income = 12_000.50m, int year = 2026, int? quarter = null, string? note = null, Guid? village = null, int version = 0, Actor? by = null)
        {
            await using var files = papers.Open();
            await using var db = World.Open();
            var actor = by ?? Office;
            return await new ReportFigure.Handler(db, World.Once(actor), actor, Store(files, actor), World.Clock).Handle(
                new(Guid.NewGuid().ToString("N"), village ?? World.Mingdong, year, quarter, households, new MoneyInput(income, "CNY"), paper, note, version), default);
        }

        public async ValueTask DisposeAsync()
        {
            await World.DisposeAsync();
            await papers.DisposeAsync();
        }

        private FileStore Store(PlatformDbContext db, Actor actor) => new(
            db, actor, [new FileRule(ReportFigure.Evidence, FileKind.Evidence, a => a.Can(Capability.AssistanceManage), ReadReported.MayOpen)], new FileStoreOptions(), null!, World.Clock);
    }
}
