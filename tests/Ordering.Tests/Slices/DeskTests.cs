using Commerce.Contracts.Catalog;
using Commerce.Ordering.CounterSales;
using Commerce.Ordering.Desk;
using Commerce.Ordering.Stocks;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>A keeper's desk. It is 10 June 2026, 10:00 in China.</summary>
public sealed class DeskTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Each_offer_on_sale_stands_with_its_prices_its_worth_and_what_it_needs_first(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var counter = Guid.NewGuid();
        await world.Learn(new OutletRecorded(counter, 1, "石头口门专柜", "SPECIALTY_COUNTER", null, null, null, true, null, false, true, Other));
        Task<Guid> Offer(string name, decimal stock = 20, Func<OfferPublished, OfferPublished>? change = null) =>
            world.Offer(o => (change ?? (x => x))(World.Bags(o) with { ProductName = name, OutletId = counter }), stock);
        var off = await Offer("没有证书");
        var ends = await Offer("证书快到期");
        await Offer("没有货", 0);
        await Offer("快没有了", 1);
        var near = await Offer("临期", 0);
        var fine = await Offer("正常");
        await Offer("已经结束", change: o => o with { ValidTo = world.Clock.GetUtcNow() });
        await world.Ask(db => db.Stocks.ExecuteUpdateAsync(s => s.SetProperty(x => x.LowMilli, 5_000)));
        await world.Learn(Paper(await ProductOf(world, off), new(2026, 6, 9)));
        await world.Learn(Paper(await ProductOf(world, ends), new(2026, 7, 10)));
        await world.Learn(Paper(await ProductOf(world, fine), new(2026, 7, 11)));
        await world.Learn(new OfferPriceChanged(fine, 2, 45m, "BAG", new DateOnly(2026, 7, 1).StartInChina()));
        Done(await world.Do(world.Supplier, (db, once, actor) => new ReceiveStock.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), near, new(20, MeasureUnit.Bag), null, new(2026, 6, 20), null), default)));

        var sheet = await Read(world, world.Supplier);

        Assert.Equal(
            [("没有证书", DeskState.OffShelf), ("没有货", DeskState.Out), ("快没有了", DeskState.Low), ("临期", DeskState.NearEnd), ("证书快到期", DeskState.PaperEnds), ("正常", DeskState.Fine)],
            sheet.Rows.Select(r => (r.Stock.Offer.ProductName, r.State)));
        var last = sheet.Rows[^1];
        Assert.Equal((42.5m, 45m, 85_000L), (last.Price!.Price.Amount, last.Next!.Price.Amount, last.WorthFen!.Value));
        // 20 bags four times, one bag once.
        Assert.Equal(Money.Of(81 * 42.5m), sheet.Worth);
        Assert.Equal("没有货", Assert.Single((await Read(world, world.Supplier, state: "Out")).Rows).Stock.Offer.ProductName);
        Assert.Equal(6, (await Read(world, world.Supplier, state: "99")).Rows.Count);
        Assert.Empty((await Read(world, world.Supplier, outlet: Guid.NewGuid())).Rows);
        Assert.Equal([(counter, "石头口门专柜", 6)], sheet.Outlets);

        // Who runs the outlet keeps it too, nobody else does.
        Assert.Equal((6, 0), ((await Read(world, Someone("专柜员", Other, Capability.StockWrite))).Rows.Count, (await Read(world, Someone("别人", Unit, Capability.StockWrite))).Rows.Count));
    }

    private static CertificateRecorded Paper(Guid product, DateOnly until) => new(Guid.NewGuid(), product, "SC", "SC-1", new(2026, 1, 1), until, null, false);

    private static Task<Guid> ProductOf(World world, Guid offer) => world.Ask(db => db.Offers.Where(o => o.Id == offer).Select(o => o.ProductId).SingleAsync());

    private static Task<DeskSheet> Read(World world, Actor actor, Guid? outlet = null, string? state = null) =>
        world.Ask(db => new ReadDesk(db, actor, world.Clock, new ReadStock(db, actor, world.Clock, new OrderingOptions()), new ReadUnmatched(db, actor)).Read(outlet, state, default));
}
