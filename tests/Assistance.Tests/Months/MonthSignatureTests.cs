using Commerce.Assistance.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.Months;

/// <summary>Who stands for a month's figures, and who closes it.</summary>
public sealed class MonthSignatureTests
{
    private static readonly Month June = MonthWorld.June;

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_leader_confirms_what_was_seen_and_a_further_row_takes_it_away(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRice();

        Assert.Equal(AssistanceErrors.FiguresMoved(1).English, (await world.Confirm(world.Leader, June, World.Highways, 0)).Error?.English);
        (await world.Confirm(world.Leader, June, World.Highways, 1)).Done();
        var line = Assert.Single((await world.Read(world.Leader, June)).Lines);
        Assert.Equal(("李审批", 544.32m, 544.32m), (line.ConfirmedBy, line.Total.Amount, line.Villages.Amount));

        await world.SackOfRice();

        line = Assert.Single((await world.Read(world.Leader, June)).Lines);
        Assert.Equal((null, 1088.64m, 2), (line.ConfirmedBy, line.Total.Amount, line.Entries));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Only_the_units_own_leader_confirms_and_only_a_month_that_is_over(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRice();

        Assert.Equal(PlatformErrors.NotFound.English, (await world.Confirm(world.Leader, June, World.Transport, 0)).Error?.English);
        Assert.Equal(PlatformErrors.Forbidden.English, (await world.Confirm(world.Officer, June, World.Highways, 1)).Error?.English);
        Assert.Equal(AssistanceErrors.MonthNotOver.English, (await world.Confirm(world.Leader, Month.Of(2026, 8), World.Highways, 0)).Error?.English);
        Assert.Equal(AssistanceErrors.NotInTable.English, (await world.Confirm(world.Leader, Month.Of(2025, 6), World.Highways, 0)).Error?.English);
        Assert.Null(Assert.Single((await world.Read(world.Leader, June)).Lines).ConfirmedBy);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_different_people_close_a_month(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRice();
        var both = World.Person("周主任", [Capability.AssistanceRead, Capability.AssistanceClose, Capability.AssistanceCountersign], MonthWorld.Department);

        Assert.Equal(AssistanceErrors.NotSignedYet.English, (await world.Countersign(world.Supervisor, June, 1)).Error?.English);
        (await world.Sign(both, June, 1)).Done();
        Assert.Equal((MonthState.Signed, "周主任"), (await world.Read(world.Officer, June)) is var signed ? (signed.State, signed.FirstBy) : default);
        Assert.Equal(AssistanceErrors.SameCloser.English, (await world.Countersign(both, June, 1)).Error?.English);
        (await world.Countersign(world.Supervisor, June, 1)).Done();

        var closed = await world.Read(world.Officer, June);
        Assert.Equal(MonthState.Closed, closed.State);
        var version = Assert.Single(closed.Versions);
        Assert.Equal((1, "周主任", "郑督查", 1L), (version.Number, version.FirstBy, version.SecondBy, version.LastSequence));
        Assert.Equal(1, closed.Unconfirmed);
        Assert.Equal(AssistanceErrors.AlreadyClosed.English, (await world.Countersign(world.Supervisor, June, 1)).Error?.English);
        Assert.Equal(AssistanceErrors.AlreadyClosed.English, (await world.Sign(world.Officer, June, 1)).Error?.English);
        Assert.Equal(AssistanceErrors.AlreadyClosed.English, (await world.Confirm(world.Leader, June, World.Highways, 1)).Error?.English);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Both_sign_the_very_same_figures(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRice();
        Assert.Equal(AssistanceErrors.FiguresMoved(1).English, (await world.Sign(world.Officer, June, 0)).Error?.English);
        (await world.Sign(world.Officer, June, 1)).Done();

        await world.SackOfRice();

        Assert.False((await world.Read(world.Officer, June)).FirstStillHolds);
        Assert.Equal(AssistanceErrors.FiguresMoved(2).English, (await world.Countersign(world.Supervisor, June, 1)).Error?.English);
        Assert.Equal(AssistanceErrors.MovedSinceFirst.English, (await world.Countersign(world.Supervisor, June, 2)).Error?.English);
        (await world.Sign(world.Officer, June, 2)).Done();
        (await world.Countersign(world.Supervisor, June, 2)).Done();
        Assert.Equal(MonthState.Closed, (await world.Read(world.Officer, June)).State);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_covers_one_unit_closes_nothing(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRice();
        var small = World.Person("小主任", [Capability.AssistanceRead, Capability.AssistanceClose, Capability.AssistanceCountersign], World.Highways);

        Assert.Equal(PlatformErrors.Forbidden.English, (await world.Sign(small, June, 1)).Error?.English);
        (await world.Sign(world.Officer, June, 1)).Done();
        Assert.Equal(PlatformErrors.Forbidden.English, (await world.Countersign(small, June, 1)).Error?.English);
        (await world.Countersign(world.Supervisor, June, 1)).Done();
        Assert.Equal(PlatformErrors.Forbidden.English, (await world.Reopen(small, June, "数字有误")).Error?.English);
        Assert.Equal(AssistanceErrors.MonthNotOver.English, (await world.Sign(world.Officer, Month.Of(2026, 8), 0)).Error?.English);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Of_two_who_sign_second_at_once_one_closes(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRice();
        (await world.Sign(world.Officer, June, 1)).Done();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Countersign(world.Supervisor, June, 1)));

        Assert.Single(outcomes, o => o.Error is null);
        Assert.Single((await world.Read(world.Officer, June)).Versions);
    }
}
