using Commerce.Catalog.ReadModel;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Commerce.Catalog.Tests.ReadModel;

/// <summary>Decision 13: the own host shows a change at once, others when they look again.</summary>
public sealed class FollowingTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_own_host_shows_a_change_when_the_mutation_has_answered_and_others_after_their_next_look(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        using var other = world.OtherHost();
        await other.Current(default);

        await world.SetPrice(new("k1", World.LooseRice, 1, 6.1m, MeasureUnit.Jin, world.Now, null));

        Assert.Equal(6.1m, (await world.Offer(World.LooseRice)).PriceAt(world.Now).Amount);
        Assert.Equal(5.6m, (await other.Current(default)).Offers[World.LooseRice].PriceAt(world.Now).Amount);
        await other.CatchUp(default);
        Assert.Equal(6.1m, (await other.Current(default)).Offers[World.LooseRice].PriceAt(world.Now).Amount);
    }

    [Fact]
    public async Task A_look_without_a_change_keeps_the_snapshot()
    {
        await using var world = await World.WithSample();
        var before = await world.Catalogue.Current(default);

        await world.Catalogue.CatchUp(default);

        Assert.Same(before, await world.Catalogue.Current(default));
    }

    [Fact]
    public async Task The_follower_looks_every_half_second()
    {
        await using var world = await World.WithSample();
        using var other = world.OtherHost();
        using var follower = new FollowCatalogue(other, new CatalogOptions(), world.Clock, NullLogger<FollowCatalogue>.Instance);
        await follower.StartAsync(default);
        await Until(async () => (await other.Current(default)).Products.Count == 40);
        await world.SetPrice(new("k1", World.LooseRice, 1, 6.1m, MeasureUnit.Jin, world.Now, null));

        await Until(async () =>
        {
            world.Clock.Advance(TimeSpan.FromMilliseconds(500));
            return (await other.Current(default)).Offers[World.LooseRice].PriceAt(world.Now).Amount == 6.1m;
        });
        await follower.StopAsync(default);
    }

    [Fact]
    public async Task A_write_outside_a_transaction_is_a_bug_because_its_revision_could_be_missed()
    {
        await using var world = await World.WithSample();
        await using var db = world.Open();
        (await db.Villages.FirstAsync()).Township = "别的镇";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 500; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(10);
        }

        Assert.Fail("It didn't happen within five seconds.");
    }
}
