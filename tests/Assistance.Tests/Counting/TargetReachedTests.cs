using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Counting;

public sealed class TargetReachedTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Crossing_the_guide_figure_is_said_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await SetTarget(world, 100m);
        var (first, second, third) = (Rice(), Rice(), Rice());

        await world.DeliverAll([first.Confirmed(), second.Confirmed(), third.Confirmed()]);
        await world.Deliver(first.Accepted(5m, World.On(2026, 6, 10))); // 56.00
        Assert.Null(await ReachedAt(world));
        await world.Deliver(second.Accepted(5m, World.On(2026, 6, 11))); // 112.00: reached
        Assert.NotNull(await ReachedAt(world));
        await world.Deliver(second.Returned(5m, World.On(2026, 6, 12)));
        world.Clock.Advance(TimeSpan.FromHours(1));
        var said = await ReachedAt(world);
        await world.Deliver(third.Accepted(5m, World.On(2026, 6, 13))); // reached again, not said again

        Assert.Equal(said, await ReachedAt(world));
        await using var db = world.Open();
        Assert.Equal(1, (await db.Commitments.SingleAsync()).Version);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Trade_for_outlets_does_not_count_towards_the_own_figure(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await SetTarget(world, 10m);
        var trade = Rice() with { Purpose = "OUTLET_TRADE" };

        await world.DeliverAll([trade.Confirmed(), trade.Accepted(5m, World.On(2026, 6, 10))]);

        Assert.Null(await ReachedAt(world));
    }

    private static Trade Rice() => new(World.Highways, World.Mingdong);

    private static async Task SetTarget(World world, decimal yuan)
    {
        await using var db = world.Open();
        (await db.CommitmentOf(2026, World.Highways, world.Clock.GetUtcNow(), default)).Set(Money.Of(yuan), null, new(2026, 1, 1), Guid.NewGuid(), "周主任", world.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    private static async Task<DateTimeOffset?> ReachedAt(World world)
    {
        await using var db = world.Open();
        return await db.Commitments.Where(c => c.Scope == CommitmentScope.OwnGuide).Select(c => c.ReachedAt).SingleAsync();
    }
}
