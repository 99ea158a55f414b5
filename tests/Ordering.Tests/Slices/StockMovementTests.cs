using Commerce.Contracts.Catalog;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Stocks;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>What comes, is lost, counted and moved, and what a month makes of it. Today is 10 June 2026 in China.</summary>
public sealed class StockMovementTests
{
    private static readonly Guid Rice = Guid.NewGuid();
    private static readonly Guid Pack = Guid.NewGuid();
    private static readonly Guid OneSide = Guid.NewGuid();
    private static readonly Guid OtherSide = Guid.NewGuid();

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_months_losses_and_missing_goods_stand_over_what_came_at_the_price_of_the_moment(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await world.Learn(new OutletRecorded(OneSide, 1, "石头口门专柜（长春方向）", "SPECIALTY_COUNTER", null, null, null, true, null, false, true, Other));
        var rice = await Offer(world, OneSide);

        Done(await Receive(world, rice, 100));
        Done(await Lose(world, rice, 6, LossCause.Spoiled));
        Done(await Count(world, rice, 90, expected: 94, LossCause.Missing));
        Done(await Count(world, rice, 91, expected: 90));
        world.Clock.Advance(TimeSpan.FromDays(30));
        Done(await Lose(world, rice, 1, LossCause.Damaged));

        var (june, july) = (await Sheet(world, "2026-06"), await Sheet(world, "2026-07"));
        var row = Assert.Single(june.Rows);
        Assert.Equal(("石头口门专柜（长春方向）", Jin(90)), (row.Outlet, row.Stock.OnHandMilli));
        // 100 斤 at 5.60 came; 6 and 4 are gone: 56.00 of 560.00.
        Assert.Equal((Jin(100), Jin(6), Jin(4), 56_000L, 3_360L, 2_240L, 10.0m), (row.Month.ReceivedMilli, row.Month.LostMilli, row.Month.ShortMilli, row.Month.ReceivedFen, row.Month.LostFen, row.Month.ShortFen, row.Month.Percent!.Value));
        Assert.Equal((560L, default(decimal?)), (july.Rows[0].Month.LostFen, july.Rows[0].Month.Percent));
    }

    [Fact]
    public async Task Who_runs_the_outlet_keeps_its_stock_too_and_nobody_else_does()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        await world.Learn(new OutletRecorded(OneSide, 2, "专柜", "SPECIALTY_COUNTER", null, null, null, true, null, false, true, Other));
        await world.Learn(new OutletRecorded(OneSide, 1, "旧名", "SPECIALTY_COUNTER", null, null, null, true, null, false, true, Unit));
        var rice = await Offer(world, OneSide);
        var (runs, stranger) = (Someone("专柜员", Other, Capability.StockWrite), Someone("别人", Unit, Capability.StockWrite));

        Done(await Receive(world, rice, 10, by: runs));
        Refused(ErrorCode.Forbidden, await Receive(world, rice, 10, by: stranger));
        Refused(ErrorCode.Forbidden, await Lose(world, rice, 1, LossCause.Missing, by: stranger));
        Refused(ErrorCode.Forbidden, await Count(world, rice, 1, 10, LossCause.Missing, by: stranger));
        Refused(ErrorCode.Forbidden, await Transfer(world, rice, await Offer(world, OtherSide), 1, by: stranger));
        Refused(ErrorCode.NotFound, await Receive(world, Guid.NewGuid(), 10));

        Assert.Equal("专柜", Assert.Single((await Sheet(world, null, runs)).Rows).Outlet);
        Assert.Empty((await Sheet(world, null, stranger)).Rows);
    }

    [Fact]
    public async Task What_cant_come_or_be_lost_is_refused_and_nothing_moves()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        Done(await world.Budget(10_000));
        var rice = await Offer(world, OneSide);
        Done(await Receive(world, rice, 20));
        Done(await world.Order([(rice, 15, MeasureUnit.Jin)]));
        var recalled = Guid.NewGuid();
        await world.Learn(new BatchRecorded(recalled, 1, Rice, null, Guid.NewGuid(), Team, "MD-7", "ABCDEFGHJK", null, new(2026, 6, 1), null, new(2026, 6, 9), "霉变", true));

        Assert.Equal(["quantity"], Refused(ErrorCode.Invalid, await Receive(world, rice, 0)).Path);
        Assert.Equal(["quantity"], Refused(ErrorCode.Invalid, await Lose(world, rice, -1, LossCause.Spoiled)).Path);
        Assert.Same(StockErrors.NoteTooLong, (await Receive(world, rice, 1, note: new string('x', 201))).Error);
        Assert.Same(StockErrors.NoteTooLong, (await Lose(world, rice, 1, LossCause.Spoiled, note: new string('x', 201))).Error);
        Assert.Same(StockErrors.NoteTooLong, (await Count(world, rice, 20, 20, note: new string('x', 201))).Error);
        Assert.Equal(["expiresOn"], Refused(ErrorCode.Invalid, await Receive(world, rice, 1, expires: new(2026, 6, 9))).Path);
        Refused(ErrorCode.StateNotAllowed, await Receive(world, rice, 1, batch: recalled));
        Refused(ErrorCode.NotFound, await Receive(world, rice, 1, batch: Guid.NewGuid()));
        // 15 of 20 are held for an order.
        Refused(ErrorCode.InsufficientStock, await Lose(world, rice, 6, LossCause.Spoiled));
        Refused(ErrorCode.InsufficientStock, await Count(world, rice, 14, 20, LossCause.Missing));
        Assert.Equal(["counted"], Refused(ErrorCode.Invalid, await Count(world, rice, -1, 20)).Path);
        Assert.Same(StockErrors.CauseNeeded, (await Count(world, rice, 19, 20)).Error);
        Assert.Equal(["expected"], Refused(ErrorCode.StateNotAllowed, await Count(world, rice, 20, 21)).Path);

        Assert.Equal(1, await world.Ask(db => db.StockMovements.CountAsync()));
        Assert.Equal(20m, (await world.StockNow(rice)).OnHand);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_move_between_outlets_in_one_act_and_are_no_loss(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (here, there, elsewhere) = (await Offer(world, OneSide), await Offer(world, OtherSide), await world.Offer(o => o with { ProductId = Rice }, stock: 0));
        var sameOutlet = await Offer(world, OneSide);
        Done(await Receive(world, here, 50));

        Assert.Same(StockErrors.SameOutlet, (await Transfer(world, here, sameOutlet, 5)).Error);
        Assert.Same(StockErrors.OtherGoods, (await Transfer(world, here, elsewhere, 5)).Error);
        Assert.Equal(["quantity"], Refused(ErrorCode.Invalid, await Transfer(world, here, there, 0)).Path);
        Assert.Same(StockErrors.NoteTooLong, (await Transfer(world, here, there, 1, note: new string('x', 201))).Error);
        Refused(ErrorCode.InsufficientStock, await Transfer(world, here, there, 51));
        Done(await Transfer(world, here, there, 20));

        Assert.Equal((30m, 20m), ((await world.StockNow(here)).OnHand, (await world.StockNow(there)).OnHand));
        var moved = await world.Ask(db => db.StockMovements.Where(m => m.Kind == MovementKind.Transferred).ToListAsync());
        Assert.Equal(2, moved.Count);
        Assert.Single(moved.Select(m => m.TransferId).Distinct());
        var sheet = await Sheet(world, null);
        Assert.Equal((0L, Jin(20)), (sheet.Rows.Single(r => r.Offer.Id == here).Month.ShrunkFen, sheet.Rows.Single(r => r.Offer.Id == there).Month.ReceivedMilli));
    }

    [Fact]
    public async Task What_ends_first_was_sold_first_and_a_lot_is_near_its_end_within_30_days_or_a_third_of_its_life()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        var rice = await Offer(world, OneSide);
        var shortLived = Guid.NewGuid();
        await world.Learn(new BatchRecorded(shortLived, 1, Rice, null, Guid.NewGuid(), Team, "短", "ABCDEFGHJK", null, new(2026, 6, 1), new(2026, 6, 22), null, null, true));
        Done(await Receive(world, rice, 10, expires: new(2026, 6, 15)));
        Done(await Receive(world, rice, 10, batch: shortLived));
        Done(await Receive(world, rice, 10, expires: new(2026, 7, 10)));
        Done(await Receive(world, rice, 10, expires: new(2026, 7, 11)));
        Done(await Lose(world, rice, 13, LossCause.Spoiled));

        // 27 are left: 10 to 11 July (31 days, not near), 10 to 10 July, 7 of the lot to 22 June: 21 days of life, near within 7 of them, and 12 are left.
        Assert.Equal([(new DateOnly(2026, 7, 10), Jin(10))], (await Sheet(world, null)).Near.Select(n => (n.Lot.ExpiresOn, n.Lot.Milli)));
        world.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal([(new DateOnly(2026, 6, 22), Jin(7)), (new DateOnly(2026, 7, 10), Jin(10)), (new DateOnly(2026, 7, 11), Jin(10))], (await Sheet(world, null)).Near.Select(n => (n.Lot.ExpiresOn, n.Lot.Milli)));
    }

    private static long Jin(decimal value) => Quantity.Of(value, MeasureUnit.Jin).Milli;

    private static Task<Guid> Offer(World world, Guid outlet) => world.Offer(o => o with { ProductId = Rice, VariantId = Pack, OutletId = outlet }, stock: 0);

    private static Task<Outcome> Receive(World world, Guid offer, decimal quantity, Guid? batch = null, DateOnly? expires = null, string? note = null, Actor? by = null) =>
        world.Do(by ?? world.Supplier, (db, once, actor) => new ReceiveStock.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), offer, new(quantity, MeasureUnit.Jin), batch, expires, note), default));

    private static Task<Outcome> Lose(World world, Guid offer, decimal quantity, LossCause cause, string? note = null, Actor? by = null) =>
        world.Do(by ?? world.Supplier, (db, once, actor) => new LoseStock.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), offer, new(quantity, MeasureUnit.Jin), cause, note), default));

    private static Task<Outcome> Count(World world, Guid offer, decimal counted, decimal expected, LossCause? cause = null, string? note = null, Actor? by = null) =>
        world.Do(by ?? world.Supplier, (db, once, actor) => new CountStock.Handler(db, once, actor, world.Clock).Handle(
            new(world.Key(), offer, new(counted, MeasureUnit.Jin), new(expected, MeasureUnit.Jin), cause, note), default));

    private static Task<Outcome> Transfer(World world, Guid from, Guid to, decimal quantity, string? note = null, Actor? by = null) =>
        world.Do(by ?? world.Supplier, (db, once, actor) => new TransferStock.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), from, to, new(quantity, MeasureUnit.Jin), null, note), default));

    private static Task<StockSheet> Sheet(World world, string? month, Actor? by = null) =>
        world.Ask(db => new ReadStock(db, by ?? world.Supplier, world.Clock, new OrderingOptions()).Read(month, null, default));
}
