using Commerce.Contracts.Catalog;
using Commerce.Ordering.Basket;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Pages;

public sealed class GoodsTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_catalogue_says_which_goods_a_text_finds_and_the_nearest_stand_first(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (rice, flour, unasked) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await world.Offer(o => o with { ProductId = rice });
        await world.Offer(o => Bags(o) with { ProductId = flour, VillageId = null, VillageName = null });
        await world.Offer(o => o with { ProductId = unasked, ProductName = "小米" });
        world.Catalogue.That("mian", Guid.NewGuid(), flour, rice).That("明东村合作社");

        // Without a text goods of villages come first; with one the nearer goods do.
        Assert.Equal([unasked, rice, flour], await Products(null));
        Assert.Equal([flour, rice], await Products(" mian "));
        Assert.Empty(await Products("明东村合作社"));

        // More than fit into one question: what is found stays in order, and what nobody may order is passed over.
        world.Catalogue.That("多", [.. Enumerable.Range(0, 501).Select(_ => Guid.NewGuid()), flour, .. Enumerable.Range(0, 501).Select(_ => Guid.NewGuid()), rice]);
        Assert.Equal([flour, rice], await Products("多"));

        async Task<IEnumerable<Guid>> Products(string? text) => (await Find(world, new(PurchasePurpose.Canteen, text))).Found.Select(g => g.Offer.ProductId);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_stand_with_both_prices_and_the_stock_of_now(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await world.Offer();
        await world.Offer(o => Bags(o) with { VillageId = null, VillageName = null, ProducerName = "龙井面粉厂" });

        var all = await Find(world, new(PurchasePurpose.Canteen));
        Assert.Equal(["明东大米", "小冰麦面粉"], all.Found.Select(g => g.Offer.ProductName));
        Assert.Equal((5.60m, 11.20m, 2000m, StockState.InStock), (all.Found[0].PerJin!.Value.Amount, all.Found[0].PerKg!.Value.Amount, all.Found[0].Available.Value, all.Found[0].Stock));
        Assert.Equal((4.25m, 8.50m), (all.Found[1].PerJin!.Value.Amount, all.Found[1].PerKg!.Value.Amount));
        Assert.Empty((await Find(world, new(PurchasePurpose.Canteen, "没有"))).Found);
        Assert.Single((await Find(world, new(PurchasePurpose.Canteen, VillagesOnly: true))).Found);
        Assert.Single((await Find(world, new(PurchasePurpose.Canteen, VillageId: Village))).Found);
        Assert.True((await Find(world, new(PurchasePurpose.Canteen, Most: 1))).More);
        Assert.Equal([new VillageWithGoods(Village, "明东村", 1)], await world.Ask(db => new ReadGoods(db, world.Catalogue, world.Clock).Villages(PurchasePurpose.Canteen, default)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_list_shows_exactly_what_submitting_permits(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        string[][] uses = [["CANTEEN"], ["WELFARE"], ["KIOSK"], ["MEDICINAL"], ["CANTEEN", "WELFARE"], ["KIOSK", "MEDICINAL"]];
        foreach (var use in uses)
        {
            foreach (var group in new[] { "PUBLIC", "DEPARTMENT_CANTEEN", "STAFF_WELFARE" })
            {
                await world.Offer(o => o with { PermittedUses = use, BuyerGroup = group }, stock: 0);
            }
        }

        foreach (var purpose in Enum.GetValues<PurchasePurpose>())
        {
            var listed = (await Find(world, new(purpose, Most: 100))).Found.Select(g => g.Offer.Id).ToHashSet();
            var permitted = (await world.Ask(db => db.Offers.ToListAsync())).Where(o => !o.MayServe(purpose).Failed).Select(o => o.Id).ToHashSet();

            Assert.NotEmpty(permitted);
            Assert.True(permitted.SetEquals(listed));
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Of_the_same_goods_at_many_places_one_row_shows_the_one_that_has_some_and_costs_least(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (variant, producer) = (Guid.NewGuid(), Guid.NewGuid());
        Task<Guid> At(decimal price, decimal stock) => world.Offer(o => o with { VariantId = variant, ProducerId = producer, BuyerGroup = "PUBLIC", Price = price }, stock);
        await At(5.90m, 100);
        await At(5.00m, 0);
        var best = await At(5.60m, 100);

        var goods = Assert.Single((await Find(world, new(PurchasePurpose.Canteen))).Found);

        Assert.Equal((best, 2), (goods.Offer.Id, goods.Elsewhere));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Ended_coming_and_unpriced_offers_do_not_show_and_a_remembered_basket_loses_them(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var now = world.Clock.GetUtcNow();
        var ended = await world.Offer(o => o with { ValidTo = now }, stock: 0);
        var coming = await world.Offer(o => o with { ValidFrom = now.AddSeconds(1) }, stock: 0);
        var unpriced = await world.Offer(o => o with { PriceValidFrom = now.AddSeconds(1) }, stock: 0);
        var rice = await world.Offer();

        Assert.Equal(rice, Assert.Single((await Find(world, new(PurchasePurpose.Canteen))).Found).Offer.Id);
        Assert.Equal([rice], (await world.Ask(db => new ReadGoods(db, world.Catalogue, world.Clock).Of([ended, coming, unpriced, rice], null, default))).Keys);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_buyer_sees_his_unit_its_canteen_and_what_is_left_of_the_budget(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        Done(await world.Order([(await world.Offer(), 100, MeasureUnit.Jin)]));

        var unit = Assert.Single(await world.Ask(db => new ReadBuyer(db, world.Buyer, world.Clock).Units(default)));
        Assert.Equal(("公路局", "公路局食堂"), (unit.Name, Assert.Single(unit.Canteens).Name));
        var purse = await world.Ask(db => new ReadBuyer(db, world.Buyer, world.Clock).Purse(Unit, PurchasePurpose.Canteen, default));
        Assert.Equal((10_000m, 560m, 9_440m), (purse!.Limit.Amount, purse.Used.Amount, purse.Left.Amount));
        Assert.Null(await world.Ask(db => new ReadBuyer(db, world.Buyer, world.Clock).Purse(Unit, PurchasePurpose.Personal, default)));
        Assert.Null(await world.Ask(db => new ReadBuyer(db, Someone("外人", Other), world.Clock).Purse(Unit, PurchasePurpose.Canteen, default)));
        Assert.Empty(await world.Ask(db => new ReadBuyer(db, world.Keeper, world.Clock).Units(default)));
    }

    private static Task<GoodsFound> Find(World world, GoodsQuestion question) => world.Ask(db => new ReadGoods(db, world.Catalogue, world.Clock).Find(question, default));
}
