using Commerce.Assistance.Commitments;
using Commerce.Assistance.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.Filings;

/// <summary>Filings of the 832 reserved share: their way through the house, and what they are held against. Worked cases of shared, missing and outsourced canteens, of changes in the year, and of the turn of the year.</summary>
public sealed class ShareFilingTests
{
    private static readonly Month March = Month.Of(2026, 3);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_filing_is_sent_back_at_both_levels_put_right_and_approved_by_two_people(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        Assert.Contains("填报 2026 年 832 预留份额（收费站）", await world.Todos(world.Liaison));
        var filing = FilingWorld.Own(FilingWorld.Station, 80_000m, 8_000m);
        var id = (await world.Save(filing)).Id!.Value;

        // A unit stands above the station: its leader reviews.
        Assert.Equal(["审核 832 预留份额填报（收费站）"], await world.Todos(world.Leader));
        Assert.Empty(await world.Todos(world.Officer));
        Assert.Null((await world.Decide(world.Leader, id, false, "基数请核对")).Error);
        Assert.Contains("改正 832 预留份额填报（收费站）：基数请核对", await world.Todos(world.Liaison));
        await world.Save(filing with { ExpectedVersion = 2 });
        await world.Decide(world.Leader, id);
        Assert.Equal(["批准 832 预留份额填报（收费站）"], await world.Todos(world.Officer));
        Assert.Null((await world.Decide(world.Officer, id, false, "附件与数不符")).Error);
        await world.Save(filing with { CanteenBase = FilingWorld.Yuan(90_000m), Total = FilingWorld.Yuan(9_000m), ExpectedVersion = 5 });
        await world.Decide(world.Leader, id);
        await world.Decide(world.Officer, id);

        var sheet = (await world.One(FilingWorld.Station, world.Liaison))!;
        Assert.Equal((FilingState.Approved, 1, 9_000m), (sheet.Filing!.State, sheet.Filing.Versions.Count, sheet.Standing!.Required!.Value.Amount));
        Assert.Equal(
            [FilingAct.Submitted, FilingAct.SentBack, FilingAct.Submitted, FilingAct.Reviewed, FilingAct.SentBack, FilingAct.Submitted, FilingAct.Reviewed, FilingAct.Approved],
            sheet.Filing.Steps.Reverse().Select(s => s.Act));
        Assert.Empty(await world.Todos(world.Officer));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_share_is_base_times_ratio_rounded_once(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio(0.1234m);

        // 333,333.35 × 12.34 % = 41,133.33539: up from the third place once.
        Assert.NotNull((await world.Save(FilingWorld.Own(World.Highways, 333_333.35m, 41_133.33m, 0.1234m))).Error);
        await world.Approved(FilingWorld.Own(World.Highways, 333_333.35m, 41_133.34m, 0.1234m));

        Assert.Equal(41_133.34m, (await world.Standing(World.Highways, new(2026, 3, 1))).Required!.Value.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_representative_carries_the_group_and_its_members_are_shown_not_ranked(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        await world.Approved(FilingWorld.Own(FilingWorld.Centre, 900_000m, 90_000m));
        await world.Approved(FilingWorld.SharedWith(World.Highways, FilingWorld.Centre));
        await world.Bought(FilingWorld.Centre, 20_000m, March);
        await world.Bought(World.Highways, 7_000m, March);

        var list = await world.List(2026, new(2026, 3, 1));
        var centre = list.Rows.Single(r => r.UnitId == FilingWorld.Centre);
        var member = list.Rows.Single(r => r.UnitId == World.Highways);

        Assert.Equal((90_000m, 27_000m, 20_000m, 0.3m), (centre.Standing.Required!.Value.Amount, centre.Standing.Achieved.Amount, centre.Standing.Own.Amount, centre.Standing.Progress));
        Assert.Equal((true, 7_000m, null, null), (member.Standing.IsRepresented, member.Standing.Own.Amount, member.Standing.Progress, member.Trend));
        Assert.Equal("共用食堂，由服务中心填报", Assistance.Filings.FilingWords.Remark(member.Standing.Filed!, true));
        Assert.Equal((90_000m, 27_000m), (list.Required.Amount, list.Bought.Amount)); // each purchase once
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Without_a_canteen_the_share_does_not_apply_and_an_outsourced_one_files_like_any_other(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        await world.Approved(FilingWorld.Own(World.Transport, 0m, 0m) with { Canteen = CanteenModel.None });
        await world.Approved(FilingWorld.Own(World.Highways, 50_000m, 5_000m) with { Canteen = CanteenModel.Outsourced, Contractor = " 示例餐饮公司 " });
        await world.Bought(World.Transport, 300m, March);
        await world.Bought(World.Highways, 5_000m, March);

        var list = await world.List(2026, new(2026, 3, 1));
        var none = list.Rows.Single(r => r.UnitId == World.Transport);
        var outsourced = list.Rows.Single(r => r.UnitId == World.Highways);

        Assert.Equal((null, null, null, 300m), (none.Standing.Required, none.Standing.Progress, none.ExpectedByNow, none.Standing.Achieved.Amount)); // 不适用, and yet it counts
        Assert.Equal("无食堂", Assistance.Filings.FilingWords.Remark(none.Standing.Filed!, true));
        Assert.Equal((1m, Trend.Done, "示例餐饮公司"), (outsourced.Standing.Progress, outsourced.Trend!.Value, outsourced.Standing.Filed!.Contractor));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_unions_need_stands_apart_unless_the_base_takes_it_in(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        var filing = FilingWorld.Own(World.Highways, 100_000m, 10_000m) with { UnionNeed = true, UnionBase = FilingWorld.Yuan(40_000m) };
        await world.Approved(filing);
        await world.Ratio(0.15m, new(2026, 7, 1), 1, ShareBase.CanteenAndUnion);

        world.Ledger.Clock.SetUtcNow(World.On(2026, 7, 2));
        await world.Approved(filing with { EffectiveFrom = new(2026, 7, 1), Ratio = 0.15m, Total = FilingWorld.Yuan(21_000m) });

        Assert.Equal(10_000m, (await world.Standing(World.Highways, new(2026, 6, 30))).Required!.Value.Amount);
        Assert.Equal(21_000m, (await world.Standing(World.Highways, new(2026, 7, 2))).Required!.Value.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_change_in_the_year_is_a_new_version_and_an_earlier_day_shows_what_was_known_then(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        await world.Approved(FilingWorld.Own(World.Highways, 600_000m, 60_000m));
        await world.Approved(FilingWorld.Own(FilingWorld.Centre, 900_000m, 90_000m));
        await world.Bought(World.Highways, 6_000m, March);

        // Reorganised from 1 July, filed on 10 July: 公路局 eats at 服务中心 from then on.
        world.Ledger.Clock.SetUtcNow(World.On(2026, 7, 10));
        await world.Approved(FilingWorld.SharedWith(World.Highways, FilingWorld.Centre) with { EffectiveFrom = new(2026, 7, 1) });
        await world.Approved(FilingWorld.Own(FilingWorld.Centre, 1_200_000m, 120_000m) with { EffectiveFrom = new(2026, 7, 1) });
        await world.Bought(FilingWorld.Centre, 1_000m, Month.Of(2026, 7));

        var june = await world.List(2026, new(2026, 6, 30));
        var ninth = await world.List(2026, new(2026, 7, 9));
        var tenth = await world.List(2026, new(2026, 7, 10));

        Assert.Equal((60_000m, 6_000m), Of(june, World.Highways));
        Assert.Equal((90_000m, 0m), Of(june, FilingWorld.Centre));
        Assert.Equal((60_000m, 6_000m), Of(ninth, World.Highways)); // nobody knew yet
        Assert.True(tenth.Rows.Single(r => r.UnitId == World.Highways).Standing.IsRepresented);
        Assert.Equal((120_000m, 7_000m), Of(tenth, FilingWorld.Centre));
        Assert.Equal([2, 1], (await world.One(World.Highways, world.Officer))!.Filing!.Versions.Select(v => v.Number));
        Assert.Equal(60_000m, (await world.One(World.Highways, world.Officer))!.Filing!.Versions[1].Total.Amount); // the first stays readable
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_goes_back_from_last_year_stands_beside_the_year_and_does_not_lower_it(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        await world.Approved(FilingWorld.Own(World.Highways, 600_000m, 60_000m));
        var december = await world.Bought(World.Highways, 900m, Month.Of(2025, 12));
        await world.Bought(World.Highways, 6_000m, March);
        await world.Bought(World.Highways, -900m, Month.Of(2026, 1), december);

        var standing = await world.Standing(World.Highways, new(2026, 3, 1));
        var yesterday = await world.Standing(World.Highways, new(2026, 2, 28));

        Assert.Equal((6_000m, -900m, 0.1m), (standing.Own.Amount, standing.Adjusted.Amount, standing.Progress));
        Assert.Equal(900m, (await world.Standing(World.Highways, new(2026, 3, 1), 2025)).Own.Amount);
        Assert.Equal((0m, null), (yesterday.Own.Amount, yesterday.Required)); // typed and approved on 1 March
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_year_shows_the_share_as_a_commitment_beside_the_guide_figure(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        await world.Approved(FilingWorld.Own(World.Highways, 365_000m, 36_500m));
        await world.Bought(World.Highways, 5_900m, March);

        var views = await world.With(async db =>
        {
            var read = new ReadCommitments(db, world.Officer, new AssistanceOptions(), World.Shown, world.Standings(db), world.Ledger.Clock);
            return (await read.OfProgramme((await read.Programme(2026, default))!.Id, new PageRequest(10, null), new Cursors(() => new byte[32]), default)).Nodes.ToList();
        });

        var view = Assert.Single(views);
        Assert.Equal((CommitmentScope.ReservedShare_832, CommitmentBasis.ReservedShareOfBudget, "RESERVED_SHARE_832"), (view.Scope, view.Basis, GraphJson.EnumName(view.Scope)));
        Assert.Equal((36_500m, 5_900m, 0.1616m, 6_000m, Trend.OnTrack), (view.Target!.Value.Amount, view.Achieved.Amount, view.Progress, view.ExpectedByNow!.Value.Amount, view.Trend)); // day 60 of 365
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Other_units_filings_are_invisible(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        await world.Approved(FilingWorld.Own(World.Highways, 600_000m, 60_000m));
        var stranger = World.Officer(World.Transport);

        Assert.Equal([World.Transport], (await world.List(2026, new(2026, 3, 1), stranger)).Rows.Select(r => r.UnitId));
        Assert.Null(await world.One(World.Highways, stranger));
    }

    private static (decimal Required, decimal Achieved) Of(Assistance.Filings.FilingsView list, Guid unit) =>
        list.Rows.Single(r => r.UnitId == unit).Standing is var s ? (s.Required?.Amount ?? 0, s.Achieved.Amount) : default;
}
