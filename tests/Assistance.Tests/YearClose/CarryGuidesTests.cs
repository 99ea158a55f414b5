using Commerce.Assistance.Carry;
using Commerce.Assistance.Tests.Months;
using Commerce.Assistance.YearClose;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.YearClose;

/// <summary>结转: guide figures go over to the next year as they were drafted, and never silently.</summary>
public sealed class CarryGuidesTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_draft_changes_nothing_and_what_is_set_already_is_named_and_left_alone(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        (await world.Guide(2025, World.Highways, 1000.01m)).Done();
        (await world.Guide(2025, World.Transport, 2000m)).Done();
        (await world.Guide(2026, World.Transport, 99m)).Done();

        var draft = await world.Draft(5.5m);
        Assert.Equal([("公路局", 1055.01m, CarryState.Ready), ("运输局", 99m, CarryState.AlreadySet)], draft.Select(l => (l.Unit, l.Next.Amount, l.State)));
        Assert.Equal(3, await world.With(db => db.Commitments.CountAsync()));
        (await world.Carry(5.5m, 1055.01m)).Done();

        var figures = await world.With(db => db.Commitments.Include(c => c.Versions).Where(c => c.Year == 2026).OrderBy(c => c.UnitId).ToListAsync());
        Assert.Equal([1055.01m, 99m], figures.Select(f => f.Target!.Value.Amount));
        var version = Assert.Single(figures[0].Versions);
        Assert.Equal((new DateOnly(2026, 1, 1), "2025年结转，+5.5%：党组会议定", "周主任"), (version.EffectiveFrom, version.Note, version.ByName));
        Assert.All(await world.Draft(0), l => Assert.Equal(CarryState.AlreadySet, l.State));
        Assert.Equal(YearErrors.NothingToCarry.English, (await world.Carry(0, 0)).Error?.English);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Only_what_was_seen_in_the_draft_and_chosen_is_taken_over_and_with_a_reason(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        (await world.Guide(2025, World.Highways, 1000m)).Done();
        (await world.Guide(2025, World.Transport, 2000m)).Done();
        var one = (await world.Draft(0)).Single(l => l.UnitId == World.Transport);

        Assert.Equal(PlatformErrors.NotFound.English, (await world.Carry(0, 3000m, programme: Guid.NewGuid())).Error?.English);
        Assert.Equal(YearErrors.PercentOutOfRange.English, (await world.Carry(-100m, 0)).Error?.English);
        Assert.Equal(YearErrors.PercentOutOfRange.English, (await world.Carry(1.005m, 3000m)).Error?.English);
        Assert.Equal(YearErrors.CarryReason.English, (await world.Carry(0, 3000m, " 无 ")).Error?.English);
        Assert.Equal(YearErrors.PreviewMoved(Money.Of(3000m)).English, (await world.Carry(0, 2999.99m)).Error?.English);
        Assert.Equal(YearErrors.NothingToCarry.English, (await world.Carry(0, 0, some: [Guid.NewGuid()])).Error?.English);
        Assert.Equal(0, await world.With(db => db.Commitments.CountAsync(c => c.Year == 2026)));
        (await world.Carry(-10m, 1800m, some: [one.CommitmentId])).Done();
        Assert.Equal([(World.Transport, 1800m)], (await world.With(db => db.Commitments.Where(c => c.Year == 2026).ToListAsync())).Select(c => (c.UnitId, c.Target!.Value.Amount)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_unit_that_ended_by_new_year_is_left_out_and_others_units_do_not_show(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        (await world.Guide(2025, World.Highways, 1000m)).Done();
        await world.With(db => db.KnownUnits.Where(u => u.UnitId == World.Highways).ExecuteUpdateAsync(s => s.SetProperty(u => u.ValidTo, new DateOnly(2026, 1, 1))));

        Assert.Equal(CarryState.UnitEnded, Assert.Single(await world.Draft(0)).State);
        Assert.Empty(await world.Draft(0, World.Person("别处", [Capability.AssistanceManage], World.Transport)));
        Assert.Equal(YearErrors.NothingToCarry.English, (await world.Carry(0, 0)).Error?.English);
    }

    [Theory]
    [InlineData(1000.01, 5.5, 1055.01)]
    [InlineData(0.01, 50, 0.02)]
    [InlineData(100, -33.33, 66.67)]
    [InlineData(333.33, 0, 333.33)]
    public void A_changed_figure_is_rounded_half_away_from_zero_to_the_fen_once(decimal figure, decimal percent, decimal becomes) =>
        Assert.Equal(Money.Of(becomes), CarryDraft.Changed(Money.Of(figure), percent));
}
