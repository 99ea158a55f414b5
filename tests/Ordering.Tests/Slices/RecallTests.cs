using Commerce.Contracts.Catalog;
using Commerce.Ordering.Dispatch;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Recalls;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>Who got goods of a batch that was called back. Today is 10 June 2026 in China.</summary>
public sealed class RecallTests
{
    private static readonly Guid Rice = Guid.NewGuid();
    private static readonly Guid Bad = Guid.NewGuid();

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_recall_lists_each_delivery_of_the_batch_with_its_order_and_whether_it_was_accepted(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var order = await Confirmed(world);
        await Batch(world, Bad, 1);
        var good = Guid.NewGuid();
        await Batch(world, good, 1);
        var line = (await world.LineIds(order))[0];
        var delivery = await Send(world, order, line, 10, Bad);
        await Send(world, order, line, 7, good);
        Done(await world.Sign(Done(await world.Weigh(delivery, [Net(line, 10)]))));
        await Send(world, order, line, 5, Bad);
        Assert.Empty(await All(world, world.Buyer));

        await Batch(world, Bad, 2, new(2026, 6, 10));

        var rows = await All(world, world.Buyer);
        Assert.Equal([(DeliveryState.Accepted, Quantity.Of(10, MeasureUnit.Jin), true), (DeliveryState.InTransit, Quantity.Of(5, MeasureUnit.Jin), false)], rows.Select(r => (r.State, r.Sent, r.AcceptedAt is not null)));
        Assert.All(rows, r => Assert.Equal(("公路局", "明东大米", "霉变"), (r.Unit, r.Product, r.Batch.WithdrawnBecause)));
        Assert.Single((await Read(world, world.Buyer, state: "open")).Rows);
        Assert.Single((await Read(world, world.Buyer, state: "accepted")).Rows);
        Assert.Empty((await Read(world, world.Buyer, batch: good.ToString())).Rows);
        Assert.Equal(2, (await Read(world, world.Buyer, batch: Bad.ToString())).Rows.Count);

        // The unit its own, the supply unit what it sent, the office all, nobody else any.
        Assert.Equal((2, 2, 0), ((await All(world, world.Supplier)).Count, (await All(world, world.Officer)).Count, (await All(world, Someone("别人", Other, Capability.OrderAccept))).Count));
    }

    [Fact]
    public async Task Keepers_of_units_that_got_it_have_an_item_for_30_days_and_nobody_else_has()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        var order = await Confirmed(world);
        await Batch(world, Bad, 1);
        await Send(world, order, (await world.LineIds(order))[0], 10, Bad);
        await Batch(world, Bad, 2, new(2026, 6, 10));

        var item = Assert.Single(await Todos(world, world.Keeper));
        Assert.Equal(("停用并退回召回的“明东大米”批次 MD-7（霉变；公路局，1 张订单）", $"/orders/recall?batch={Bad}"), (item.Chinese, item.Path));
        Assert.Empty(await Todos(world, world.Buyer));
        Assert.Empty(await Todos(world, world.Supplier));
        Assert.Empty(await Todos(world, Someone("别处保管员", Other, Capability.OrderAccept)));
        world.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Single(await Todos(world, world.Keeper));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Todos(world, world.Keeper));
    }

    private static async Task<Guid> Confirmed(World world)
    {
        var rice = await world.Offer(o => o with { ProductId = Rice });
        Done(await world.Budget(100_000));
        return await world.Confirmed((rice, 40, MeasureUnit.Jin));
    }

    private static Task Batch(World world, Guid id, int version, DateOnly? withdrawn = null) => world.Learn(new BatchRecorded(
        id, version, Rice, null, Guid.NewGuid(), Team, id == Bad ? "MD-7" : "MD-8", id == Bad ? "ABCDEFGHJK" : "ABCDEFGHJM", null, new(2026, 6, 1), new(2027, 6, 1), withdrawn, withdrawn is null ? null : "霉变", true));

    private static async Task<Guid> Send(World world, Guid order, Guid line, decimal jin, Guid batch)
    {
        var version = await world.Version(order);
        return Done(await world.Do(world.Supplier, (db, once, actor) => new DispatchDelivery.Handler(db, once, actor, world.Clock).Handle(
            new(world.Key(), order, version, [new(line, new(jin, MeasureUnit.Jin), null, null, null, batch)]), default)));
    }

    private static Task<IReadOnlyList<RecalledLine>> All(World world, Actor actor) => world.Ask(db => new ReadRecalls(db, actor, world.Clock).All(default));

    private static Task<RecallList> Read(World world, Actor actor, string? batch = null, string? state = null) => world.Ask(db => new ReadRecalls(db, actor, world.Clock).Read(batch, state, default));

    private static Task<IReadOnlyList<Todo>> Todos(World world, Actor actor) => world.Ask(db => new RecallToDo(new ReadRecalls(db, actor, world.Clock), actor, world.Clock).Read(default));
}
