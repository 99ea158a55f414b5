using Commerce.Assistance.Commitments;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Filings;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Commitments;

/// <summary>Guide figures per unit, village and purpose, each from a day on; an earlier day shows the figure of that day.</summary>
public sealed class GuideFigureTests
{
    private static readonly DateOnly Today = new(2026, 8, 1);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_figure_of_a_village_and_a_purpose_counts_those_goods_alone(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        await Set(world, Input("whole", 10_000m));
        await Set(world, Input("village", 1_000m) with { VillageId = World.Mingdong });
        await Set(world, Input("welfare", 500m) with { Purpose = PurchasePurpose.StaffWelfare });
        await Set(world, Input("both", 200m) with { VillageId = World.Mingdong, Purpose = PurchasePurpose.StaffWelfare });
        var (canteen, welfare, other) = (new Trade(World.Highways, World.Mingdong), new Trade(World.Highways, World.Mingdong) { Purpose = "STAFF_WELFARE" }, new Trade(World.Highways, null));
        await world.DeliverAll([
            canteen.Confirmed(), canteen.Accepted(48.6m, World.On(2026, 6, 10)), welfare.Confirmed(), welfare.Accepted(5m, World.On(2026, 6, 10)),
            other.Confirmed(), other.Accepted(10m, World.On(2026, 6, 11))]);

        var rows = await Guides(world, Today);

        Assert.Equal(
            [("", null, 712.32m, 0.0712m), ("", PurchasePurpose.StaffWelfare, 56m, 0.112m), ("明东村", null, 600.32m, 0.6003m), ("明东村", PurchasePurpose.StaffWelfare, 56m, 0.28m)],
            rows.Select(r => (r.Village, r.View.Purpose, r.View.Achieved.Amount, r.View.Progress!.Value)));
        Assert.Equal(583.56m, rows[2].View.ExpectedByNow!.Value.Amount); // 1,000 × 213 / 365
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_change_holds_from_its_day_and_an_earlier_day_shows_what_was_known_then(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        world.Clock.AdjustTime(World.On(2026, 2, 1));
        await Set(world, Input("first", 10_000m));
        world.Clock.AdjustTime(World.On(2026, 7, 5));
        await Set(world, Input("second", 12_000m) with { ExpectedVersion = 1, EffectiveFrom = new(2026, 7, 1) });
        await Set(world, Input("third", 9_000m) with { ExpectedVersion = 2, EffectiveFrom = new(2026, 10, 1) });

        Assert.Equal([null, 10_000m, 10_000m, 12_000m, 12_000m], await Figures(world, new(2026, 1, 31), new(2026, 2, 1), new(2026, 7, 4), new(2026, 7, 5), new(2026, 9, 30)));
        Assert.Equal([9_000m], await Figures(world, new DateOnly(2026, 10, 1)));
        var row = Assert.Single(await Guides(world, Today));
        Assert.Equal([(3, 9_000m, "测试员"), (2, 12_000m, "测试员"), (1, 10_000m, "测试员")], row.View.Versions.Select(v => (v.Number, v.Target.Amount, v.ByName)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_past_day_shows_what_the_ledger_had_by_then(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        world.Clock.AdjustTime(World.On(2026, 6, 10));
        await Set(world, Input("whole", 10_000m));
        var trade = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll([trade.Confirmed(), trade.Accepted(48.6m, World.On(2026, 6, 10))]);
        world.Clock.AdjustTime(World.On(2026, 7, 2));
        await world.DeliverAll([trade.Returned(5m, World.On(2026, 7, 2))]);

        Assert.Equal(544.32m, Assert.Single(await Guides(world, new(2026, 6, 30))).View.Achieved.Amount);
        Assert.Equal(488.32m, Assert.Single(await Guides(world, new(2026, 7, 2))).View.Achieved.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Reaching_a_part_is_said_for_the_part_alone(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        await Set(world, Input("whole", 10_000m));
        await Set(world, Input("village", 500m) with { VillageId = World.Mingdong });
        await Set(world, Input("welfare", 500m) with { Purpose = PurchasePurpose.StaffWelfare });
        var trade = new Trade(World.Highways, World.Mingdong);

        await world.DeliverAll([trade.Confirmed(), trade.Accepted(48.6m, World.On(2026, 6, 10))]);

        await using var db = world.Open();
        Assert.Equal([World.Mingdong], await db.Commitments.Where(c => c.ReachedAt != null).Select(c => c.VillageId).ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_refused_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);

        Assert.Equal(AssistanceErrors.NoOwnPurpose.English, (await Set(world, Input("1", 1m) with { Purpose = PurchasePurpose.OutletTrade }))?.English);
        Assert.Equal(AssistanceErrors.NoOwnPurpose.English, (await Set(world, Input("2", 1m) with { Purpose = PurchasePurpose.Retail }))?.English);
        Assert.Equal(PlatformErrors.NotFound.English, (await Set(world, Input("3", 1m) with { VillageId = Guid.NewGuid() }))?.English);
        Assert.Equal(FilingErrors.WrongDay(2026, new(2026, 1, 1)).English, (await Set(world, Input("4", 1m) with { EffectiveFrom = new(2025, 12, 31) }))?.English);
        Assert.Empty(await Guides(world, Today));

        Assert.Null(await Set(world, Input("5", 1m) with { EffectiveFrom = new(2026, 7, 1) }));
        Assert.Equal(FilingErrors.WrongDay(2026, new(2026, 7, 1)).English, (await Set(world, Input("6", 2m) with { EffectiveFrom = new(2026, 6, 30), ExpectedVersion = 1 }))?.English);
        Assert.Equal(ErrorCode.VersionStale, (await Set(world, Input("7", 2m)))?.Code);
        Assert.Null(await Set(world, Input("8", 2m) with { Purpose = PurchasePurpose.Canteen })); // another figure, its first
    }

    private static async Task<World> Ready(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        await world.DeliverAll(
        [
            new UnitRecorded(World.Highways, 1, "公路局", "AFFILIATED_UNIT", null, false),
            new OfferPublished(
                World.Offer, 1, World.Rice, "大米", Guid.NewGuid(), "散装", World.Producer, "合作社", World.Mingdong, "明东村", "222402", "图们市", World.Outlet, "CANTEEN_SUPPLY", Guid.NewGuid(),
                "DEPARTMENT_CANTEEN", ["CANTEEN"], "JIN", 1m, "JIN", true, 5m, 1m, 1m, null, 5.60m, "JIN", World.On(2025, 1, 1), World.On(2025, 1, 1), null, false, "直供点"),
        ]);
        return world;
    }

    private static SetCommitment.Input Input(string key, decimal target) =>
        new(key, 2026, World.Highways, CommitmentScope.OwnGuide, CommitmentBasis.FixedAmount, new MoneyInput(target, "CNY"));

    private static async Task<Error?> Set(World world, SetCommitment.Input input)
    {
        var officer = World.Officer(World.Highways);
        await using var db = world.Open();
        return (await new SetCommitment.Handler(db, world.Once(officer), officer, world.Clock).Handle(input, default)).Error;
    }

    private static async Task<IReadOnlyList<GuideRow>> Guides(World world, DateOnly day)
    {
        await using var db = world.Open();
        return await new ReadCommitments(
            db, World.Officer(World.Highways), new AssistanceOptions(), new Demonstration(true), new ShareStandings(db, World.Shown, world.Clock), world.Clock).Guides(2026, day, default);
    }

    private static async Task<IReadOnlyList<decimal?>> Figures(World world, params DateOnly[] days)
    {
        var figures = new List<decimal?>();
        foreach (var day in days)
        {
            figures.Add(Assert.Single(await Guides(world, day)).View.Target?.Amount);
        }

        return figures;
    }
}
