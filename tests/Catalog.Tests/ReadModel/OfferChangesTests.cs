using Commerce.Catalog.Data;
using Commerce.Catalog.ReadModel;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Catalog.Tests.ReadModel;

/// <summary>What listeners of an outlet hear.</summary>
public sealed class OfferChangesTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_new_price_is_heard_at_its_outlet_and_nowhere_else(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        var offer = await world.Offer(World.LooseRice);
        await using var here = await Listening.To(world, offer.Outlet.Id);
        await using var elsewhere = await Listening.To(world, (await world.Catalogue.Current(default)).Surroundings.OutletsInOrder.First(o => o.Id != offer.Outlet.Id).Id);

        await world.SetPrice(new("k1", World.LooseRice, 1, 6.1m, MeasureUnit.Jin, world.Now, null));

        Assert.Equal([World.LooseRice], await here.Heard());
        Assert.Equal([], await elsewhere.Heard());
    }

    [Fact]
    public async Task A_price_that_starts_by_the_clock_is_heard_when_it_starts_and_once()
    {
        await using var world = await World.WithSample();
        await using var listening = await Listening.To(world, (await world.Offer(World.LooseRice)).Outlet.Id);
        await world.SetPrice(new("k1", World.LooseRice, 1, 6.1m, MeasureUnit.Jin, world.Now.AddHours(1), null));
        Assert.Equal([World.LooseRice], await listening.Heard());

        world.Clock.Advance(TimeSpan.FromMinutes(59));
        await world.Catalogue.CatchUp(default);
        Assert.Equal([], await listening.Heard());

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Catalogue.CatchUp(default);
        await world.Catalogue.CatchUp(default);
        Assert.Equal([World.LooseRice], await listening.Heard());
    }

    [Fact]
    public async Task A_stock_state_is_heard_when_it_becomes_another_and_not_when_it_is_stated_again()
    {
        await using var world = await World.WithSample();
        await using var listening = await Listening.To(world, (await world.Offer(World.LooseRice)).Outlet.Id);

        await Stated(world, 1, "IN_STOCK");
        Assert.Equal("IN_STOCK", world.Catalogue.StockState(World.LooseRice));
        Assert.Equal([World.LooseRice], await listening.Heard());

        await Stated(world, 2, "IN_STOCK");
        Assert.Equal([], await listening.Heard());

        await Stated(world, 3, "LOW");
        Assert.Equal("LOW", world.Catalogue.StockState(World.LooseRice));
        Assert.Equal([World.LooseRice], await listening.Heard());
    }

    [Fact]
    public async Task An_offer_that_ordering_has_stated_nothing_of_is_out_of_stock()
    {
        await using var world = await World.WithSample();

        Assert.Equal("OUT", world.Catalogue.StockState(Guid.NewGuid()));
    }

    [Fact]
    public async Task Who_does_not_take_what_changed_holds_each_offer_once()
    {
        await using var world = await World.WithSample();
        await using var slow = await Listening.To(world, (await world.Offer(World.LooseRice)).Outlet.Id);

        for (var i = 1; i <= 20; i++)
        {
            await world.SetPrice(new($"k{i}", World.LooseRice, i, 6m + (i / 10m), MeasureUnit.Jin, world.Now, null));
        }

        // One may have been on its way when the others came; those are told as one.
        Assert.InRange((await slow.Heard()).Count, 1, 2);
    }

    private static async Task Stated(World world, long statement, string state)
    {
        await world.Write(db => new Catalog.FollowStock.FollowStock(db).Handle(
            new StockChanged(World.LooseRice, statement, state == "OUT" ? 0 : 5, "JIN", state), new EventContext(Guid.NewGuid(), world.Now), default));
        await world.Catalogue.CatchUp(default);
    }

    /// <summary>A listener that takes nothing until it is asked what it has heard.</summary>
    private sealed class Listening(IAsyncEnumerator<Guid> events, CancellationTokenSource until) : IAsyncDisposable
    {
        private Task<bool> next = events.MoveNextAsync().AsTask();

        public static async Task<Listening> To(World world, Guid outlet)
        {
            await world.Catalogue.Current(default);
            var until = new CancellationTokenSource();
            return new(world.Changes.At(outlet).GetAsyncEnumerator(until.Token), until);
        }

        public async Task<List<Guid>> Heard()
        {
            List<Guid> heard = [];
            while (await Task.WhenAny(next, Task.Delay(100)) == next)
            {
                Assert.True(await next);
                heard.Add(events.Current);
                next = events.MoveNextAsync().AsTask();
            }

            return heard;
        }

        public async ValueTask DisposeAsync()
        {
            await until.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
            await events.DisposeAsync();
            until.Dispose();
        }
    }
}
