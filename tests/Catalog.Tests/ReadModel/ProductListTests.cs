using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Catalog.SampleData;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Catalog.Tests.ReadModel;

/// <summary>Sorting, paging, filters and facets of <c>products</c>.</summary>
public sealed class ProductListTests(SampleWorld sample) : IClassFixture<SampleWorld>
{
    public static TheoryData<string> Orders => [.. Enum.GetNames<ProductOrder>()];

    [Theory, MemberData(nameof(Orders))]
    public async Task Every_order_pages_through_all_products_exactly_once(string order)
    {
        await using var world = await Generated.World(230);

        var all = await world.All(null, Enum.Parse<ProductOrder>(order), first: 7);

        Assert.Equal(230, all.Count);
        Assert.Equal(230, all.Select(p => p.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_orders_are_what_they_say()
    {
        await using var world = await Generated.World(230);
        decimal Lowest(ProductView p, decimal none) => p.Offers.Select(o => o.PriceAt(world.Now).Amount).DefaultIfEmpty(none).Min();

        var ascending = (await world.All(null, ProductOrder.PriceAsc, first: 9)).Select(p => Lowest(p, decimal.MaxValue)).ToList();
        var descending = (await world.All(null, ProductOrder.PriceDesc, first: 9)).Select(p => Lowest(p, decimal.MinValue)).ToList();
        var newest = (await world.All(null, ProductOrder.Newest, first: 9)).Select(p => p.Serial).ToList();
        var names = (await world.All(null, ProductOrder.Name, first: 9)).Select(p => p.Name).ToList();

        Assert.Equal(ascending.Order(), ascending);
        Assert.Equal(descending.OrderDescending(), descending);
        Assert.Equal(newest.OrderDescending(), newest);
        var chinese = System.Globalization.CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(chinese.Compare(pair.First, pair.Second) <= 0));
    }

    [Fact]
    public async Task Prices_are_compared_by_content_whatever_unit_they_are_shown_by()
    {
        await using var world = await World.Create();
        (string Name, MeasureUnit Per, decimal Price, decimal Content, MeasureUnit ContentUnit)[] goods =
        [
            ("60 a bag of 5 kg", MeasureUnit.Bag, 60m, 5, MeasureUnit.Kg),
            ("0.9 per 两", MeasureUnit.Liang, 0.9m, 1, MeasureUnit.Liang),
            ("5.6 per 斤", MeasureUnit.Jin, 5.6m, 1, MeasureUnit.Jin),
            ("11 per kg", MeasureUnit.Kg, 11m, 1, MeasureUnit.Kg),
            ("66 a box of 30", MeasureUnit.Box, 66m, 30, MeasureUnit.Piece),
        ];
        await world.Write(db => Generated.Add(db, world.Now, goods));
        await world.Catalogue.CatchUp(default);

        var ascending = (await world.All(null, ProductOrder.PriceAsc, first: 2)).Select(p => p.Name);
        var descending = (await world.All(null, ProductOrder.PriceDesc, first: 2)).Select(p => p.Name);

        Assert.Equal(["11 per kg", "5.6 per 斤", "60 a bag of 5 kg", "0.9 per 两", "66 a box of 30"], ascending);
        Assert.Equal(["66 a box of 30", "0.9 per 两", "60 a bag of 5 kg", "5.6 per 斤", "11 per kg"], descending);
    }

    [Theory, MemberData(nameof(Orders))]
    public async Task A_cursor_stays_right_when_products_are_added_behind_and_before_it(string order)
    {
        await using var world = await Generated.World(60);
        var first = await world.Page(null, Enum.Parse<ProductOrder>(order), first: 20);
        var before = (await world.All(null, Enum.Parse<ProductOrder>(order))).Select(p => p.Id).ToList();

        await world.Write(async db =>
        {
            var random = new Random(99);
            var category = await db.Categories.FindAsync(Platform.Modules.SampleId.Of("category", "all"));
            var producer = await db.Producers.FindAsync(Platform.Modules.SampleId.Of("producer", "one"));
            db.AddRange(Enumerable.Range(61, 30).Select(i => Generated.Product(random, i, category!, producer!, world.Now)));
        });
        await world.Catalogue.CatchUp(default);
        List<Guid> rest = [];
        for (var page = await world.Page(null, Enum.Parse<ProductOrder>(order), 20, first.Cursor(first.Nodes[^1])); ; page = await world.Page(null, Enum.Parse<ProductOrder>(order), 20, page.Cursor(page.Nodes[^1])))
        {
            rest.AddRange(page.Nodes.Select(n => n.Id));
            if (!page.HasNextPage)
            {
                break;
            }
        }

        Assert.Equal(before.Skip(20), rest.Where(before.Contains));
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var world = sample.World;
        var byName = await world.Page(null, ProductOrder.Name, first: 3);

        await Assert.ThrowsAsync<BadCursorException>(() => world.Page(null, ProductOrder.Newest, 3, byName.Cursor(byName.Nodes[^1])));
    }

    [Fact]
    public async Task A_category_filter_takes_the_categories_below_it()
    {
        var world = sample.World;
        var catalogue = await world.Catalogue.Current(default);
        var grain = catalogue.Surroundings.CategoriesInOrder.Single(c => c.Name == "粮油");

        var found = await world.All(new ProductFilter(CategoryIds: [NodeId.Encode("cat", grain.Id)]));

        Assert.Equal(SampleGoods.All.Count(g => g.Category is "大米" or "杂粮" or "面粉食油"), found.Count);
    }

    [Fact]
    public async Task Filters_by_village_county_use_and_price_narrow_together()
    {
        var world = sample.World;
        var village = NodeId.Encode("vil", SampleOrigins.VillageId("智新村"));

        var ofVillage = await world.All(new ProductFilter(VillageIds: [village]));
        var medicinal = await world.All(new ProductFilter(VillageIds: [village], Uses: [PermittedUse.Medicinal]));
        var ofCounty = await world.All(new ProductFilter(CountyCodes: ["222424"]));
        var cheap = await world.All(new ProductFilter(PriceMin: 0.65m, PriceMax: 1.35m));

        Assert.All(ofVillage, p => Assert.Equal("智新村", p.Producer.Village!.Name));
        Assert.Equal(["北苍术", "返魂草"], medicinal.Select(p => p.Name).Order());
        Assert.Equal(["汪清黑木耳"], ofCounty.Select(p => p.Name));
        Assert.Equal(["明东大白菜", "智新土豆"], cheap.Select(p => p.Name).Order());
    }

    [Fact]
    public async Task An_id_of_nothing_matches_nothing_and_an_empty_list_is_no_filter()
    {
        var world = sample.World;

        Assert.Empty(await world.All(new ProductFilter(VillageIds: ["vil_nonsense"])));
        Assert.Empty(await world.All(new ProductFilter(OutletId: "out_nonsense")));
        Assert.Equal(40, (await world.All(new ProductFilter(VillageIds: [], Text: "  "))).Count);
    }

    [Fact]
    public async Task In_stock_asks_for_an_offer_at_that_outlet_with_something_left()
    {
        await using var world = await World.WithSample();
        world.Catalogue.StockStates[World.LooseRice] = "IN_STOCK";
        world.Catalogue.StockStates[World.OfferId("智新土豆", "散装", "智新村供货点", BuyerGroup.DepartmentCanteen)] = OfferStockState.Out;
        var mingdong = NodeId.Encode("out", SampleOutlets.IdOf("明东村供货点"));
        var zhixin = NodeId.Encode("out", SampleOutlets.IdOf("智新村供货点"));

        Assert.Equal(["明东大米"], (await world.All(new ProductFilter(InStock: true))).Select(p => p.Name));
        Assert.Equal(["明东大米"], (await world.All(new ProductFilter(InStock: true, OutletId: mingdong))).Select(p => p.Name));
        Assert.Empty(await world.All(new ProductFilter(InStock: true, OutletId: zhixin)));
    }

    [Fact]
    public async Task A_facet_leaves_its_own_choice_out_of_its_counts()
    {
        var world = sample.World;
        var village = NodeId.Encode("vil", SampleOrigins.VillageId("智新村"));
        var catalogue = await world.Catalogue.Current(default);
        int Of(string name, Func<ProductView, bool>? and = null) => catalogue.Products.Count(p => p.Producer.Village?.Name == name && (and?.Invoke(p) ?? true));

        var facets = (await world.Page(new ProductFilter(VillageIds: [village], Uses: [PermittedUse.Canteen]), first: 1)).CountFacets().ToDictionary(f => f.Key);

        var canteen = (ProductView p) => p.PermittedUses.Contains(PermittedUse.Canteen);
        Assert.Equal(["category", "certificate", "county", "month", "recognised", "serviceArea", "use", "village"], facets.Keys.Order());
        Assert.Equal(Of("明东村", canteen), facets["village"].Values.Single(v => v.Label == "明东村").Count);
        Assert.Equal(Of("智新村", canteen), facets["village"].Values.Single(v => v.Id == village).Count);
        Assert.Equal(Of("智新村", p => p.PermittedUses.Contains(PermittedUse.Medicinal)), facets["use"].Values.Single(v => v.Id == "MEDICINAL").Count);
        Assert.Equal(Of("智新村", canteen), facets["county"].Values.Single().Count);
        Assert.Equal(Of("智新村", p => canteen(p) && p.Category.Parent?.Name == "肉禽蛋"), facets["category"].Values.Single(v => v.Label == "肉禽蛋").Count);
    }

    [Fact]
    public async Task Reading_opens_the_database_once_and_never_again()
    {
        var world = sample.World;
        await world.Catalogue.Current(default);
        var opened = world.Scopes.Opened;

        foreach (var order in Enum.GetValues<ProductOrder>())
        {
            var page = await world.Page(new ProductFilter("米"), order);
            _ = page.CountFacets();
            _ = page.Nodes.SelectMany(n => n.Offers).Select(o => (o.PriceAt(world.Now), o.Outlet.ServiceArea?.Outlets.Count, o.Variant.Product.Producer.Village?.Producers.Count)).ToList();
        }

        Assert.Equal(opened, world.Scopes.Opened);
    }

    [Theory]
    [InlineData("明东大米", "散装", "5.6", "11.2")]
    [InlineData("明东大米", "5 kg/袋", "5.8", "11.6")]
    [InlineData("千凤园七彩山鸡", "约 1.1 kg/只", "30.9091", "61.8182")]
    [InlineData("人参饮料", "330 ml/瓶", null, null)]
    [InlineData("山鸡蛋", "30 枚/盒", null, null)]
    public async Task Prices_per_jin_and_kilogram_come_from_the_net_content(string name, string pack, string? perJin, string? perKg)
    {
        var world = sample.World;
        var offer = (await world.All()).Single(p => p.Name == name).Variants.Single(v => v.Specification == pack).Offers[0];

        Assert.Equal(perJin, Text(offer.PricePer(MeasureUnit.Jin, world.Now)));
        Assert.Equal(perKg, Text(offer.PricePer(MeasureUnit.Kg, world.Now)));
    }

    private static string? Text(UnitPrice? price) => price?.Amount.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
