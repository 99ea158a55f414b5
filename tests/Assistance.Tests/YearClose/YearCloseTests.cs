using Commerce.Assistance.Domain;
using Commerce.Assistance.External;
using Commerce.Assistance.Tests.Months;
using Commerce.Assistance.YearClose;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.YearClose;

/// <summary>Two people close a year, and it stays as it was published.</summary>
public sealed class YearCloseTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_people_close_a_year_when_all_twelve_months_are_closed(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        var (officer, supervisor) = (world.Months.Officer, world.Months.Supervisor);
        await world.CloseMonths(5, 11);

        Assert.Equal("5月、11月没有结账", (await world.Read(officer)).Checks.Single(c => c.Blocks).Chinese);
        Assert.Contains("2025-05, 2025-11", (await world.Sign(officer, 2)).Error?.English, StringComparison.Ordinal);
        Assert.Equal(YearErrors.NotOver.English, (await world.Sign(officer, 0, 2026)).Error?.English);
        Assert.Equal(PlatformErrors.Forbidden.English, (await world.Sign(supervisor, 2)).Error?.English);
        Assert.Equal(YearErrors.NotSignedYet.English, (await world.Countersign(supervisor, 2)).Error?.English);
        await world.Months.Close(Month.Of(2025, 5));
        await world.Months.Close(Month.Of(2025, 11));
        Assert.Equal(["年度结账签字：2025年"], await Waiting(world, officer));
        Assert.Equal(YearErrors.FiguresMoved(2).English, (await world.Sign(officer, 1)).Error?.English);
        var both = World.Person("周主任", [Capability.AssistanceRead, Capability.AssistanceClose, Capability.AssistanceCountersign], MonthWorld.Department);
        (await world.Sign(both, 2)).Done();
        Assert.Equal((MonthState.Signed, "周主任", true), (await world.Read(officer)) is var signed ? (signed.State, signed.FirstBy, signed.FirstStillHolds) : default);
        Assert.Equal(["第二人签字，年度结账：2025年（周主任 已签）"], await Waiting(world, supervisor));
        Assert.Equal(YearErrors.SameCloser.English, (await world.Countersign(both, 2)).Error?.English);
        Assert.Equal(PlatformErrors.Forbidden.English, (await world.Countersign(officer, 2)).Error?.English);
        Assert.Equal(YearErrors.FiguresMoved(2).English, (await world.Countersign(supervisor, 3)).Error?.English);
        (await world.Countersign(supervisor, 2)).Done();

        var closed = await world.Read(officer);
        Assert.Equal((MonthState.Closed, "周主任", "郑督查", 2L), (closed.State, closed.Closing!.FirstBy, closed.Closing.SecondBy, closed.Closing.LastSequence));
        Assert.Equal((1088.64m, 1088.64m, 2), Assert.Single(closed.Lines) is var line ? (line.Total.Amount, line.Villages.Amount, line.Entries) : default);
        Assert.Equal(YearErrors.AlreadyClosed.English, (await world.Countersign(supervisor, 2)).Error?.English);
        Assert.Equal(YearErrors.AlreadyClosed.English, (await world.Sign(officer, 2)).Error?.English);
        Assert.Empty(await Waiting(world, officer));
        Assert.Empty(await Waiting(world, supervisor));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_correction_between_the_signatures_sends_the_year_back_to_the_first(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        var (officer, supervisor) = (world.Months.Officer, world.Months.Supervisor);
        await world.CloseMonths();
        (await world.Sign(officer, 2)).Done();
        (await world.Months.Reopen(officer, Month.Of(2025, 3), "少记了重量")).Done();
        await world.Months.Ledger.DeliverAll([world.March.Corrected(40m, World.On(2025, 3, 25)), new AcceptedTotalsStated(World.Highways, World.Mingdong, "2025-03", 448m, 2, 2)]);
        await world.Months.Close(Month.Of(2025, 3));

        Assert.Equal(YearErrors.MovedSinceFirst.English, (await world.Countersign(supervisor, 3)).Error?.English);
        (await world.Sign(officer, 3)).Done();
        (await world.Countersign(supervisor, 3)).Done();
        Assert.Equal(992.32m, Assert.Single((await world.Read(officer)).Lines).Total.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_stands_in_the_way_is_named_and_a_filing_only_warns(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        await world.CloseMonths();
        (await world.Sign(world.Months.Officer, 2)).Done();
        await world.With(async db =>
        {
            var (held, questioned) = (Bought("a"), Bought("b"));
            held.Resembles([], false);
            questioned.Resembles([], true);
            db.ExternalPurchases.AddRange(held, questioned, Bought("c"));
            db.ShareFilings.Add(new ShareFiling { Id = Guid.NewGuid(), Year = 2025, UnitId = World.Highways });
            return await db.SaveChangesAsync();
        });
        await world.Months.Ledger.Deliver(new AcceptedTotalsStated(World.Highways, World.Mingdong, "2025-03", 500m, 1, 2));

        var checks = (await world.Read(world.Months.Officer)).Checks;

        Assert.Equal(
            [(YearCheckKind.HeldPurchases, true, 1), (YearCheckKind.UnansweredDoubles, true, 1), (YearCheckKind.ProofDifferences, true, 1), (YearCheckKind.UnreviewedFilings, false, 1), (YearCheckKind.UnconfirmedUnits, false, 12)],
            checks.Select(c => (c.Kind, c.Blocks, c.Count)));
        Assert.Empty((await world.Read(world.Months.Leader)).Checks);
        foreach (var check in checks.Where(c => c.Blocks))
        {
            Assert.Equal(YearErrors.StandsInTheWay(check).English, (await world.Countersign(world.Months.Supervisor, 2)).Error?.English);
            Assert.Equal(YearErrors.StandsInTheWay(check).English, (await world.Sign(world.Months.Officer, 2)).Error?.English);
            await (check.Kind switch
            {
                YearCheckKind.ProofDifferences => (Task)world.Months.Ledger.Deliver(new AcceptedTotalsStated(World.Highways, World.Mingdong, "2025-03", 544.32m, 1, 3)),
                var kind => world.With(db => db.ExternalPurchases.Where(p => p.State == (kind == YearCheckKind.HeldPurchases ? ExternalState.Held : ExternalState.Questioned)).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, ExternalState.Discarded))),
            });
        }

        (await world.Countersign(world.Months.Supervisor, 2)).Done();
        Assert.Equal("有 1 个单位的预留份额填报没有审定；结账的月份里有 12 处单位未确认", (await world.Read(world.Months.Officer)).Closing!.Warnings);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_comes_later_leaves_the_published_year_byte_for_byte_and_shows_beside_it(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        await world.Close();
        var (whole, own) = (await world.File(world.Months.Officer), await world.File(world.Months.Leader));

        await world.Months.Ledger.DeliverAll([world.March.Returned(5m, World.On(2026, 1, 5)), new UnitRecorded(World.Highways, 2, "公路管理局", "AFFILIATED_UNIT", MonthWorld.Department, false)]);
        world.Months.Ledger.Clock.Advance(TimeSpan.FromDays(40));

        Assert.Equal(whole!.Content, (await world.File(world.Months.Officer))!.Content);
        Assert.Equal(own!.Content, (await world.File(world.Months.Leader))!.Content);
        var year = await world.Read(world.Months.Officer);
        Assert.Equal(("公路局", 1088.64m), Assert.Single(year.Lines) is var line ? (line.Unit, line.Total.Amount) : default);
        Assert.Equal((Month.Of(2026, 1), Month.Of(2025, 3), -56m, 1), Assert.Single(year.Late) is var late ? (late.Month, late.ForMonth, late.Amount.Amount, late.Entries) : default);
        Assert.Equal((0m, -56m), (await world.Read(world.Months.Officer, 2026)).Lines.Single() is var next ? (next.Total.Amount, next.EarlierYears.Amount) : default);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Months_and_guide_figures_of_a_closed_year_stay_as_they_are(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        (await world.Guide(2025, World.Highways, 1000m)).Done();
        await world.Close();

        Assert.Equal(YearErrors.MonthOfClosedYear(2025).English, (await world.Months.Reopen(world.Months.Officer, Month.Of(2025, 3), "数字有误")).Error?.English);
        Assert.Equal(YearErrors.FigureOfClosedYear(2025).English, (await world.Guide(2025, World.Transport, 1000m)).Error?.English);
        var line = Assert.Single((await world.Read(world.Months.Officer)).Lines, l => l.UnitId == World.Highways);
        Assert.Equal((1000m, 1.0886m), (line.Guide!.Value.Amount, line.Rate));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Other_units_years_and_archives_are_not_there(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        Assert.Equal(YearErrors.NotClosed.English, (await world.MakeArchive(world.Months.Officer)).Error?.English);
        await world.Close();
        await world.Work();
        var other = World.Person("别处", [Capability.AssistanceRead], World.Transport);

        Assert.Null(await world.File(other));
        Assert.Empty((await world.Read(other)).Lines);
        Assert.Null((await world.Read(world.Months.Leader)).Closing!.Archive);
        Assert.Null(await world.Archive(world.Months.Leader));
        Assert.NotNull(await world.Archive(world.Months.Officer));
        Assert.Equal(YearErrors.ArchiveUnderWay.English, (await world.MakeArchive(world.Months.Officer)).Error?.English);
        Assert.Equal(PlatformErrors.Forbidden.English, (await world.MakeArchive(world.Months.Supervisor)).Error?.English);
        await world.With(db => db.LedgerExports.ExecuteUpdateAsync(s => s.SetProperty(e => e.State, ExportState.Failed)));
        (await world.MakeArchive(world.Months.Officer)).Done();
    }

    private static Task<string[]> Waiting(YearWorld world, Actor actor) =>
        world.With(async db => (await new YearTodos(db, actor, world.Months.Ledger.Clock).Read(default)).Select(t => t.Chinese).ToArray());

    private static ExternalPurchase Bought(string number) => new()
    {
        Id = Guid.NewGuid(),
        SourceKey = number,
        Kind = ExternalKind.OfflineVillage,
        UnitId = World.Highways,
        Supplier = "合作社",
        SupplierKey = "合作社",
        Goods = "大米",
        ProductId = Guid.Empty,
        VillageId = World.Mingdong,
        CountyCode = "",
        Purpose = PurchasePurpose.Canteen,
        Amount = Money.Of(100m),
        On = new DateOnly(2025, 6, 1),
        OrderNumber = "",
        OrderLine = 0,
        InvoiceNumber = number,
        FileId = null,
        Sample = false,
        RecordedById = Guid.NewGuid(),
        RecordedByName = "张三",
        RecordedAt = World.On(2025, 6, 2),
    };
}
