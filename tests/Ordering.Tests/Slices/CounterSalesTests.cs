using Commerce.Contracts.Assistance;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Contracts.Ordering;
using Commerce.Ordering.CounterSales;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Stocks;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Inbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>Cash sales of a counter lower its stock when their day sheet is confirmed. Unit runs the counter, Team supplies; today is 10 June 2026 in China.</summary>
public sealed class CounterSalesTests
{
    private static readonly Guid Rice = Guid.NewGuid();
    private static readonly Guid Counter = Guid.NewGuid();
    private static readonly Guid Leader = Guid.NewGuid();
    private static readonly DateOnly Day = new(2026, 6, 9);
    private static readonly Actor Runs = Someone("专柜员", Unit, Capability.StockWrite);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_confirmed_sheet_lowers_the_stock_once_whatever_is_delivered_again(DatabaseProvider provider)
    {
        await using var world = await Open(provider);
        var (bags, loose) = (await Bags(world, 20), await Loose(world, 100));
        var sheet = Sheet(Sold(3, "BAG"), Sold(2.5m, "KG", onBehalf: false));

        Assert.Equal(Taken.Done, await world.Learn(sheet));
        Assert.Equal(Taken.Done, await world.Learn(sheet));
        Assert.Equal(Taken.Done, await world.Learn(sheet with { Lines = [.. sheet.Lines, Sold(1, "BAG")] }));

        Assert.Equal((16m, 95m), ((await world.StockNow(bags)).OnHand, (await world.StockNow(loose)).OnHand));
        var moved = await world.Ask(db => db.StockMovements.Where(m => m.Kind == MovementKind.Sold).OrderBy(m => m.Sequence).ToListAsync());
        Assert.Equal(3, moved.Count);
        Assert.All(moved, m => Assert.Equal(("日销售单 DS-20260609-1", Leader, "赵经理"), (m.Reason, m.ById, m.ByName)));
        Assert.Contains(await world.Events<StockChanged>(), e => e.OfferId == bags && e.Available == 17m);
        Assert.Empty(await Unmatched(world, Runs));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task More_than_was_free_stays_as_a_difference_until_it_is_counted(DatabaseProvider provider)
    {
        await using var world = await Open(provider);
        Done(await world.Budget(10_000));
        var bags = await Bags(world, 10);
        // 4 are held for an order.
        Done(await world.Order([(bags, 4, MeasureUnit.Bag)]));

        await world.Learn(Sheet(Sold(8, "BAG")));

        Assert.Equal((4m, 4m), await world.StockNow(bags));
        var open = Assert.Single(await Unmatched(world, Runs));
        Assert.Equal((CounterSaleMatch.Matched, Quantity.Of(2, MeasureUnit.Bag), false), (open.Line.Match, open.Line.Missing, open.Settled));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Done(await Count(world, bags, 4, 4));
        Assert.True(Assert.Single(await Unmatched(world, Runs)).Settled);
        // With nothing free at all no movement is made.
        await world.Learn(Sheet(Sold(1, "BAG")));
        Assert.Equal((4m, 4m), await world.StockNow(bags));
        Assert.Single(await world.Ask(db => db.StockMovements.Where(m => m.Kind == MovementKind.Sold).ToListAsync()));
    }

    [Fact]
    public async Task What_cant_be_matched_to_one_offer_isnt_guessed_and_is_listed_for_who_runs_the_outlet_and_who_supplies()
    {
        await using var world = await Open(DatabaseProvider.Sqlite);
        var (small, big) = (await Bags(world, 20), await Bags(world, 20));
        var canteen = await world.Offer(o => World.Bags(o) with { ProductId = Rice, OutletId = Counter, SoldBy = "BOX" });
        var over = await world.Offer(o => Public(World.Bags(o)) with { SoldBy = "BOX", ValidTo = Day.StartInChina() }, 20);
        var later = await world.Offer(o => Public(World.Bags(o)) with { SoldBy = "BOX", ValidFrom = Day.AddDays(1).StartInChina() }, 20);
        var nowhere = await world.Offer(o => Public(o) with { ProductId = Guid.NewGuid(), OutletId = Guid.NewGuid() });
        var elsewhere = (await world.Ask(db => db.Offers.SingleAsync(o => o.Id == nowhere))).ProductId;

        await world.Learn(Sheet(Sold(1, "BAG"), Sold(1, "BOX"), Sold(0.5m, "BAG"), Sold(1, "KG") with { ProductId = elsewhere, ProductName = "别处卖的" }));

        Assert.Equal([CounterSaleMatch.NoOffer, CounterSaleMatch.SeveralOffers, CounterSaleMatch.OtherMeasure, CounterSaleMatch.OtherMeasure], (await Unmatched(world, Runs)).Select(u => u.Line.Match).Order());
        Assert.Equal(3, (await Unmatched(world, world.Supplier)).Count);
        Assert.Empty(await Unmatched(world, Someone("别人", Other, Capability.StockWrite)));
        Assert.Empty(await Unmatched(world, world.Keeper));
        Assert.Empty(await Unmatched(world, Runs, month: 5));
        Assert.Empty(await Unmatched(world, Runs, outlet: Guid.NewGuid()));
        Assert.All([small, big, over, later], o => Assert.Equal(20m, world.StockNow(o).Result.OnHand));
        Assert.Equal(2000m, (await world.StockNow(canteen)).OnHand);
    }

    [Fact]
    public async Task Whose_goods_they_were_tells_two_offers_of_the_same_measure_apart()
    {
        await using var world = await Open(DatabaseProvider.Sqlite);
        var theirs = await Bags(world, 20);
        var own = await world.Offer(o => Public(World.Bags(o)) with { SupplyUnitId = Unit }, stock: 0);
        Done(await world.Adjust(own, 20, MeasureUnit.Bag, Runs));

        await world.Learn(Sheet(Sold(1, "BAG"), Sold(5, "BAG", onBehalf: false)));

        Assert.Equal((19m, 15m), ((await world.StockNow(theirs)).OnHand, (await world.StockNow(own)).OnHand));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_came_back_returns_to_the_stock_and_first_closes_what_was_missing_in_whatever_order_it_comes(DatabaseProvider provider)
    {
        await using var world = await Open(provider);
        var bags = await Bags(world, 10);
        var (late, short_) = (Sold(4, "BAG"), Sold(8, "BAG"));

        // Before its sale is known; money alone moves nothing.
        await world.Learn(Sheet(Back(late, 1), Back(late, 0)));
        Assert.Equal(CounterSaleMatch.EarlierSale, Assert.Single(await Unmatched(world, Runs)).Line.Match);
        await world.Learn(Sheet(late));
        Assert.Equal(7m, (await world.StockNow(bags)).OnHand);
        Assert.Empty(await Unmatched(world, Runs));

        // 8 of which 7 were there: the first that comes back was never taken.
        await world.Learn(Sheet(short_));
        await world.Learn(Sheet(Back(short_, 3)));
        Assert.Equal(2m, (await world.StockNow(bags)).OnHand);
        Assert.Empty(await Unmatched(world, Runs));

        // What a count has settled comes back wholly.
        var more = Sold(5, "BAG");
        await world.Learn(Sheet(more));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Done(await Count(world, bags, 0, 0));
        await world.Learn(Sheet(Back(more, 1)));
        Assert.Equal(1m, (await world.StockNow(bags)).OnHand);
        Assert.Equal(["日销售单 DS-20260609-1", "日销售单退货 DS-20260609-1"], (await world.Ask(db => db.StockMovements.Where(m => m.Kind == MovementKind.Sold).Select(m => m.Reason).Distinct().ToListAsync())).Order());
    }

    [Fact]
    public async Task A_sheet_waits_for_goods_that_arent_known_yet_and_is_refused_when_it_cant_be_read()
    {
        await using var world = await Open(DatabaseProvider.Sqlite);
        Assert.True((await world.Learn(Sheet(Sold(1, "BAG")))).IsWaiting);
        await Bags(world, 20);
        var unreadable = await world.Learn(Sheet(Sold(1.00001m, "BAG")));
        Assert.False(unreadable.IsWaiting);
        Assert.NotNull(unreadable.Reason);
        Assert.Equal(0, await world.Ask(db => db.CounterSales.CountAsync()));
    }

    private static async Task<World> Open(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        await world.Learn(new OutletRecorded(Counter, 1, "石头口门专柜", "SPECIALTY_COUNTER", null, null, null, true, null, false, true, Unit));
        await world.Learn(new PersonRecorded(Leader, 1, "赵经理", Unit, false));
        return world;
    }

    private static OfferPublished Public(OfferPublished o) => o with { ProductId = Rice, ProductName = "大米", OutletId = Counter, BuyerGroup = "PUBLIC" };

    private static Task<Guid> Bags(World world, decimal stock) => world.Offer(o => Public(World.Bags(o)), stock);

    private static Task<Guid> Loose(World world, decimal stock) => world.Offer(Public, stock);

    private static CounterSalesPosted Sheet(params CounterSale[] lines) => new(Guid.NewGuid(), "DS-20260609-1", Counter, Day, Leader, new(2026, 6, 10, 1, 0, 0, TimeSpan.Zero), lines);

    private static CounterSale Sold(decimal quantity, string unit, bool onBehalf = true) => new(Guid.NewGuid(), null, Rice, "大米", onBehalf, quantity, unit, 58m);

    private static CounterSale Back(CounterSale sale, decimal quantity) => sale with { LineId = Guid.NewGuid(), RefundsLineId = sale.LineId, Quantity = -quantity, Amount = -1m };

    private static Task<IReadOnlyList<UnmatchedSale>> Unmatched(World world, Actor actor, int month = 6, Guid? outlet = null) =>
        world.Ask(db => new ReadUnmatched(db, actor).Read(new Month(202600 + month), outlet, default));

    private static Task<Outcome> Count(World world, Guid offer, decimal counted, decimal expected) =>
        world.Do(world.Supplier, (db, once, actor) => new CountStock.Handler(db, once, actor, world.Clock).Handle(
            new(world.Key(), offer, new(counted, MeasureUnit.Bag), new(expected, MeasureUnit.Bag), null, null), default));
}
