using Commerce.Assistance.Domain;
using Commerce.Assistance.Proof;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Commerce.Assistance.Tests.Proof;

public sealed class NightlyProofTests
{
    private static readonly Guid Department = Guid.Parse("0a000000-0000-0000-0000-000000000009");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_even_night_is_kept_once(DatabaseProvider provider)
    {
        await using var world = await Bought(provider, 544.32m);
        At(world, 2);
        await Prove(world);
        await Prove(world);

        var night = Assert.Single(await Nights(world));
        Assert.Equal((new DateOnly(2026, 8, 2), 1, 0, 0), (night.Day, night.Compared, night.Differences, night.UnderWay));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nothing_is_compared_before_two(DatabaseProvider provider)
    {
        await using var world = await Bought(provider, 544.32m);
        At(world, 1);
        await Prove(world);

        Assert.Empty(await Nights(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_difference_waits_for_what_is_under_way_but_not_longer_than_an_hour(DatabaseProvider provider)
    {
        await using var world = await Bought(provider, 544.31m);
        At(world, 4);
        await Prove(world, new(3, 0, 3_599));
        Assert.Empty(await Nights(world));

        await Prove(world, new(3, 0, 3_600));
        var night = Assert.Single(await Nights(world));
        Assert.Equal((1, 3), (night.Differences, night.UnderWay));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_difference_does_not_wait_for_what_is_parked(DatabaseProvider provider)
    {
        await using var world = await Bought(provider, 544.31m);
        At(world, 4);
        await Prove(world, new(0, 2, 0));

        Assert.Equal((1, 2), Assert.Single(await Nights(world)) is var night ? (night.Differences, night.UnderWay) : default);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task While_there_is_nothing_to_compare_nothing_is_kept(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        At(world, 4);
        await Prove(world);

        Assert.Empty(await Nights(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_fen_too_few_or_a_line_too_many_is_a_difference_with_both_sides(DatabaseProvider provider)
    {
        await using var world = await Bought(provider, 544.31m);
        At(world, 2);
        await Prove(world);
        Assert.Equal(1, Assert.Single(await Nights(world)).Differences);
        await using var db = world.Open();
        var fen = Assert.Single((await Comparison.Of(db, default)).Differences);
        Assert.Equal((World.Highways, World.Mingdong, 202606, 54432L, 1, 54431L, 1), (fen.UnitId, fen.VillageId, fen.MonthNumber, fen.LedgerFen, fen.LedgerRows, fen.StatedFen, fen.StatedRows));

        await world.Deliver(new AcceptedTotalsStated(World.Highways, World.Mingdong, "2026-06", 544.32m, 2, 2));
        Assert.Equal(2, Assert.Single((await Comparison.Of(db, default)).Differences).StatedRows);
        await world.Deliver(new AcceptedTotalsStated(World.Highways, World.Mingdong, "2026-06", 544.32m, 1, 3));
        Assert.Empty((await Comparison.Of(db, default)).Differences);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_ordering_states_and_the_ledger_never_heard_of_is_a_difference(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await world.Deliver(new AcceptedTotalsStated(World.Highways, World.Mingdong, "2026-06", 10m, 1, 1));
        await using var db = world.Open();

        Assert.Equal((0L, 1000L), Assert.Single((await Comparison.Of(db, default)).Differences) is var d ? (d.LedgerFen, d.StatedFen) : default);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_uneven_night_waits_in_the_inboxes_of_office_and_auditor_alone_until_a_later_one_is_even(DatabaseProvider provider)
    {
        await using var world = await Bought(provider, 544.31m);
        At(world, 2);
        await Prove(world);
        var office = World.Who([Capability.AssistanceRead, Capability.AssistanceManage], Department);
        var auditor = World.Who([Capability.AssistanceRead, Capability.AuditRead], Department);
        var unit = World.Who([Capability.AssistanceRead, Capability.AssistanceManage], World.Highways);
        var leader = World.Who([Capability.AssistanceRead], Department);

        Assert.Contains("1 处", Assert.Single(await Todos(world, office)).Chinese, StringComparison.Ordinal);
        Assert.Single(await Todos(world, auditor));
        Assert.Empty(await Todos(world, unit));
        Assert.Empty(await Todos(world, leader));

        await world.Deliver(new AcceptedTotalsStated(World.Highways, World.Mingdong, "2026-06", 544.32m, 1, 2));
        world.Clock.Advance(TimeSpan.FromDays(1));
        await Prove(world);
        Assert.Empty(await Todos(world, office));
    }

    private static async Task<World> Bought(DatabaseProvider provider, decimal stated)
    {
        var world = await World.Create(provider);
        await world.Deliver(new UnitRecorded(Department, 1, "省交通运输厅", "DEPARTMENT", null, true));
        var rice = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll([rice.Confirmed(), rice.Accepted(48.6m, World.On(2026, 6, 10)), new AcceptedTotalsStated(World.Highways, World.Mingdong, "2026-06", stated, 1, 1)]);
        return world;
    }

    private static void At(World world, int hour) => world.Clock.SetUtcNow(new DateTimeOffset(2026, 8, 2, hour, 0, 0, TimeSpan.FromHours(8)));

    private static async Task Prove(World world, BacklogState? underWay = null)
    {
        await using var db = world.Open();
        await new ProveNightly(db, null!, world.Clock, NullLogger<ProveNightly>.Instance).Prove(() => Task.FromResult(underWay ?? new(0, 0, 0)), default);
    }

    private static async Task<List<NightlyProof>> Nights(World world)
    {
        await using var db = world.Open();
        return await db.NightlyProofs.AsNoTracking().ToListAsync();
    }

    private static async Task<IReadOnlyList<Platform.Modules.Todo>> Todos(World world, Actor who)
    {
        await using var db = world.Open();
        return await new ProofTodo(db, who).Read(default);
    }
}
