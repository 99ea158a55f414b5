using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.Platform.Inbox;
using Commerce.Testing;
using Xunit;

namespace Commerce.Catalog.Tests.FollowStock;

public sealed class FollowStockTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_highest_statement_wins_in_whatever_order_they_come(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        var snapshot = await world.Catalogue.Current(default);

        await Take(world, new StockChanged(World.LooseRice, 3, 120.5m, "JIN", "IN_STOCK"));
        await world.Catalogue.CatchUp(default);
        Assert.Equal(["明东大米"], (await world.All(new(InStock: true))).Select(p => p.Name));

        await Take(world, new StockChanged(World.LooseRice, 2, 0, "JIN", "OUT"));
        await world.Catalogue.CatchUp(default);
        Assert.NotEmpty(await world.All(new(InStock: true)));

        await Take(world, new StockChanged(World.LooseRice, 4, 0, "JIN", "OUT"));
        await Take(world, new StockChanged(World.LooseRice, 4, 0, "JIN", "OUT"));
        await world.Catalogue.CatchUp(default);
        Assert.Empty(await world.All(new(InStock: true)));

        // Stock is no part of the catalogue's revision: nothing was read anew.
        Assert.Same(snapshot, await world.Catalogue.Current(default));
    }

    private static Task Take(World world, StockChanged fact) =>
        world.Write(db => new Catalog.FollowStock.FollowStock(db).Handle(fact, new EventContext(Guid.NewGuid(), world.Now), default));
}
