using Commerce.Assistance.Commitments;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Filings;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.Commitments;

public sealed class SetCommitmentTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_guide_figure_is_set_and_shown_with_its_progress(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var officer = World.Officer(World.Highways);
        var trade = new Trade(World.Highways, World.Mingdong);

        var outcome = await Set(world, officer, Input("a", 10_000m));
        await world.DeliverAll([trade.Confirmed(), trade.Accepted(48.6m, World.On(2026, 6, 10)), trade.Returned(5m, World.On(2026, 7, 2))]);

        Assert.Null(outcome.Error);
        var view = Assert.Single(await Shown(world, officer));
        Assert.Equal((outcome.Id, 10_000m, 488.32m, 0.0488m), (view.Id, view.Target!.Value.Amount, view.Achieved.Amount, view.Progress!.Value));
        Assert.Equal(5835.62m, view.ExpectedByNow!.Value.Amount); // day 213 of 365
        Assert.Equal(Trend.AtRisk, view.Trend);
        Assert.Equal(1, view.Version);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_unit_that_buys_without_a_guide_figure_has_no_progress(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);

        await world.DeliverAll([trade.Confirmed(), trade.Accepted(48.6m, World.On(2026, 6, 10))]);

        var view = Assert.Single(await Shown(world, World.Officer(World.Highways)));
        Assert.Equal(544.32m, view.Achieved.Amount);
        Assert.Null(view.Target);
        Assert.Null(view.Progress);
        Assert.Null(view.ExpectedByNow);
        Assert.Null(view.Trend);
        Assert.Null((await Set(world, World.Officer(World.Highways), Input("first figure", 100m))).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_change_needs_the_version_that_was_seen(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var officer = World.Officer(World.Highways);
        await Set(world, officer, Input("a", 10_000m));

        var without = await Set(world, officer, Input("b", 11_000m));
        var stale = await Set(world, officer, Input("c", 11_000m) with { ExpectedVersion = 7 });
        var good = await Set(world, officer, Input("d", 11_000m) with { ExpectedVersion = 1 });
        var replayed = await Set(world, officer, Input("d", 11_000m) with { ExpectedVersion = 1 });

        Assert.Equal(ErrorCode.VersionStale, without.Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, stale.Error!.Code);
        Assert.Null(good.Error);
        Assert.Equal((good.Id, true), (replayed.Id, replayed.Replayed));
        var view = Assert.Single(await Shown(world, officer));
        Assert.Equal((11_000m, 2), (view.Target!.Value.Amount, view.Version));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_refused_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var officer = World.Officer(World.Highways);

        Assert.Equal(AssistanceErrors.TargetNotPositive, (await Set(world, officer, Input("1", 0m))).Error, Same);
        Assert.Equal(AssistanceErrors.TargetNotPositive, (await Set(world, officer, Input("2", -5m))).Error, Same);
        Assert.Equal(AssistanceErrors.NotFen, (await Set(world, officer, Input("3", 1.001m))).Error, Same);
        Assert.Equal(AssistanceErrors.NotYuan, (await Set(world, officer, Input("4", 1m) with { Target = new MoneyInput(1m, "USD") })).Error, Same);
        Assert.Equal(AssistanceErrors.YearOutOfRange(2020, 2027), (await Set(world, officer, Input("5", 1m) with { Year = 2028 })).Error, Same);
        Assert.Equal(AssistanceErrors.NoteTooLong, (await Set(world, officer, Input("6", 1m) with { Note = new string('字', 401) })).Error, Same);
        Assert.Equal(AssistanceErrors.ShareIsFiled, (await Set(world, officer, Input("9", 1m) with { Scope = CommitmentScope.ReservedShare_832 })).Error, Same);
        Assert.Equal(AssistanceErrors.ShareIsFiled, (await Set(world, officer, Input("10", 1m) with { Basis = CommitmentBasis.ReservedShareOfBudget })).Error, Same);
        Assert.Equal(PlatformErrors.NotFound, (await Set(world, World.Officer(World.Transport), Input("7", 1m))).Error, Same);
        Assert.Equal(PlatformErrors.Forbidden, (await Set(world, World.Who([Capability.AssistanceRead], World.Highways), Input("8", 1m))).Error, Same);
        Assert.Empty(await Shown(world, officer));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Other_units_figures_are_invisible_and_pages_follow_each_other(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var office = World.Officer(World.Highways, World.Transport);
        var hidden = await Set(world, office, Input("a", 1m));
        await Set(world, office, Input("b", 2m) with { UnitId = World.Transport });
        await using var db = world.Open();
        var mine = new ReadCommitments(db, World.Officer(World.Transport), new AssistanceOptions(), World.Shown, new ShareStandings(db, World.Shown, world.Clock), world.Clock);
        var all = new ReadCommitments(db, office, new AssistanceOptions(), World.Shown, new ShareStandings(db, World.Shown, world.Clock), world.Clock);
        var programme = (await all.Programme(2026, default))!;
        var cursors = new Cursors(() => new byte[32]);

        var first = await all.OfProgramme(programme.Id, new PageRequest(1, null), cursors, default);
        var second = await all.OfProgramme(programme.Id, new PageRequest(1, cursors.Decode(first.Cursor(first.Nodes[0]))), cursors, default);

        Assert.Equal([World.Highways, World.Transport], first.Nodes.Concat(second.Nodes).Select(n => n.UnitId));
        Assert.True(first.HasNextPage && !second.HasNextPage);
        Assert.Equal(2, await first.CountAll());
        Assert.Equal([World.Transport], (await mine.OfProgramme(programme.Id, new PageRequest(10, null), cursors, default)).Nodes.Select(n => n.UnitId));
        Assert.Empty(await mine.ByIds([hidden.Id!.Value], default));
    }

    private static SetCommitment.Input Input(string key, decimal target) =>
        new(key, 2026, World.Highways, CommitmentScope.OwnGuide, CommitmentBasis.FixedAmount, new MoneyInput(target, "CNY"));

    private static async Task<Outcome> Set(World world, Actor actor, SetCommitment.Input input)
    {
        await using var db = world.Open();
        return await new SetCommitment.Handler(db, world.Once(actor), actor, world.Clock).Handle(input, default);
    }

    private static async Task<IReadOnlyList<CommitmentView>> Shown(World world, Actor actor)
    {
        await using var db = world.Open();
        var read = new ReadCommitments(db, actor, new AssistanceOptions(), World.Shown, new ShareStandings(db, World.Shown, world.Clock), world.Clock);
        return await read.Programme(2026, default) is { } programme
            ? [.. (await read.OfProgramme(programme.Id, new PageRequest(100, null), new Cursors(() => new byte[32]), default)).Nodes]
            : [];
    }

    private static bool Same(Error? expected, Error? actual) => expected?.Code == actual?.Code && expected?.English == actual?.English;
}
