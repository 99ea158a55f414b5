using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Catalog.Prices;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Catalog.Tests.Prices;

/// <summary>参考价: what other producers ask for the same.</summary>
public sealed class ReferencePriceTests
{
    [Fact]
    public async Task The_worked_example_of_the_documentation_holds()
    {
        // 榛蘑, loose, for canteens: ours 45 元/斤; A asks 36; B 38 at one place and 40 at another.
        await using var world = await Shop(
            ("ours", "甲村", MeasureUnit.Jin, 1, MeasureUnit.Jin, [45m]), ("a", "乙村", MeasureUnit.Jin, 1, MeasureUnit.Jin, [36m]), ("b", "丙村", MeasureUnit.Jin, 1, MeasureUnit.Jin, [38m, 40m]));

        var reference = await Reference(world, "ours");

        Assert.Equal(new ReferencePrice(UnitPrice.Of(75, MeasureUnit.Kg), UnitPrice.Of(90, MeasureUnit.Kg), 20.0m, 2, Loose: true), reference);
        Assert.False(reference!.Above(20));
        Assert.True(reference.Above(19.9m));
    }

    [Fact]
    public async Task Packs_are_compared_by_their_content_and_apart_from_loose_goods()
    {
        await using var world = await Shop(
            ("ours", "甲村", MeasureUnit.Bag, 250, MeasureUnit.G, [20m]), ("a", "乙村", MeasureUnit.Bag, 500, MeasureUnit.G, [40m]), ("b", "丙村", MeasureUnit.Bag, 1, MeasureUnit.Kg, [100m]),
            ("loose", "丁村", MeasureUnit.Jin, 1, MeasureUnit.Jin, [5m]), ("loose too", "戊村", MeasureUnit.Jin, 1, MeasureUnit.Jin, [5m]));

        Assert.Equal((90m, 80m, -11.1m, false), await Figures(world, "ours"));
        Assert.Null(await Reference(world, "loose"));
    }

    [Theory]
    [InlineData("only one other producer")]
    [InlineData("the second sells to others")]
    [InlineData("the second is of another kind")]
    [InlineData("the second is of another grade")]
    [InlineData("the second is suspended")]
    [InlineData("the second has ended")]
    [InlineData("ours has no kind")]
    public async Task Without_two_others_there_is_nothing_to_compare(string why)
    {
        (string, string, MeasureUnit, decimal, MeasureUnit, decimal[]) second = ("b", why == "only one other producer" ? "乙村" : "丙村", MeasureUnit.Bag, 500, MeasureUnit.G, [20m]);
        await using var world = await Shop(
            (product, offer, producer, now) =>
            {
                if (product.Name == (why == "ours has no kind" ? "ours" : "b"))
                {
                    product.SpeciesId = why switch { "ours has no kind" => null, "the second is of another kind" => SampleId.Of("species", "other"), _ => product.SpeciesId };
                    if (why == "the second is of another grade")
                    {
                        product.Attributes.Add(new ProductAttribute { Id = Guid.NewGuid(), ProductId = product.Id, Position = 1, Key = "grade", Label = "等级", Value = "一级" });
                    }

                    if (why == "the second is suspended")
                    {
                        Assert.Null(producer.Suspend("检查", now).Error);
                    }

                    if (why == "the second has ended")
                    {
                        typeof(Offer).GetProperty(nameof(Offer.ValidTo))!.SetValue(offer, now.AddMinutes(-1));
                    }
                }
            },
            why == "the second sells to others" ? "b" : null,
            ("ours", "甲村", MeasureUnit.Bag, 500, MeasureUnit.G, [20m]), ("a", "乙村", MeasureUnit.Bag, 500, MeasureUnit.G, [20m]), second);

        Assert.Null(await Reference(world, "ours"));
    }

    [Fact]
    public async Task A_price_that_begins_later_counts_from_then_on()
    {
        await using var world = await Shop(
            ("ours", "甲村", MeasureUnit.Bag, 500, MeasureUnit.G, [20m]), ("a", "乙村", MeasureUnit.Bag, 500, MeasureUnit.G, [20m]), ("b", "丙村", MeasureUnit.Bag, 500, MeasureUnit.G, [20m]));
        Assert.Equal((40m, 40m, 0m, false), await Figures(world, "ours"));

        var other = (await world.Catalogue.Current(default)).Products.Single(p => p.Name == "b").Offers.Single();
        await world.SetPrice(new("k", other.Id, 1, 10, MeasureUnit.Bag, world.Now.AddHours(1), "降价"));

        Assert.Equal((40m, 40m, 0m, false), await Figures(world, "ours"));
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((30m, 40m, 33.3m, false), await Figures(world, "ours"));
        Assert.Equal([(20m, null), (10m, "降价")], (await world.Offer(other.Id)).Prices.Select(p => (p.Price.Amount, p.Reason)));
    }

    [Fact]
    public async Task The_office_sees_what_lies_above_the_margin_the_farthest_first()
    {
        await using var world = await Shop(
            ("ours", "甲村", MeasureUnit.Bag, 500, MeasureUnit.G, [25m]), ("a", "乙村", MeasureUnit.Bag, 500, MeasureUnit.G, [20m]), ("b", "丙村", MeasureUnit.Bag, 500, MeasureUnit.G, [20m]),
            ("c", "丁村", MeasureUnit.Bag, 500, MeasureUnit.G, [40m]), ("alone", "戊村", MeasureUnit.Jin, 1, MeasureUnit.Jin, [99m]));

        var sheet = await new ReadAbove(world.Catalogue, new CatalogOptions(), world.Clock).Now(default);

        Assert.Equal(["c"], sheet.Above.Select(o => o.Offer.Variant.Product.Name));
        Assert.Equal((4, 5, 20m), (sheet.Compared, sheet.Offers, sheet.Margin));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_margin_that_makes_no_sense_stops_the_host(int margin) =>
        Assert.Equal("Commerce:Catalog:ReferenceMarginPercent", Assert.Throws<WrongSettingException>(() => new CatalogOptions { ReferenceMarginPercent = margin }.Check()).Key);

    private static Task<World> Shop(params (string Name, string Producer, MeasureUnit Per, decimal Content, MeasureUnit ContentUnit, decimal[] Prices)[] goods) => Shop((_, _, _, _) => { }, null, goods);

    private static async Task<World> Shop(
        Action<Product, Offer, Producer, DateTimeOffset> change, string? welfare, params (string Name, string Producer, MeasureUnit Per, decimal Content, MeasureUnit ContentUnit, decimal[] Prices)[] goods)
    {
        var world = await World.Create();
        await world.Write(db =>
        {
            Fill(db, world.Now, change, welfare, goods);
            return Task.CompletedTask;
        });
        await world.Catalogue.CatchUp(default);
        return world;
    }

    private static void Fill(
        CatalogDbContext db, DateTimeOffset now, Action<Product, Offer, Producer, DateTimeOffset> change, string? welfare,
        (string Name, string Producer, MeasureUnit Per, decimal Content, MeasureUnit ContentUnit, decimal[] Prices)[] goods)
    {
        var category = new Category { Id = SampleId.Of("category", "c"), Name = "山珍", Position = 1 };
        var county = new County { Code = "222405", Name = "龙井市" };
        var species = new Species { Id = SampleId.Of("species", "one"), Name = "榛蘑" };
        db.AddRange(category, county, species, new Species { Id = SampleId.Of("species", "other"), Name = "木耳" });
        var producers = goods.Select(g => g.Producer).Distinct().ToDictionary(name => name, name => new Producer
        {
            Id = SampleId.Of("producer", name),
            Name = name,
            CountyCode = county.Code,
            Model = AssistanceModel.Cooperative,
            SupplyUnitId = Catalog.SampleData.SampleOrigins.WorkTeam,
        });
        Outlet[] outlets = [.. Enumerable.Range(0, 2).Select(i => new Outlet { OperatorUnitId = Guid.Empty, Id = SampleId.Of("outlet", $"{i}"), Name = $"供货点{i}", Kind = OutletKind.CanteenSupply })];
        db.AddRange(producers.Values);
        db.AddRange(outlets);
        for (var i = 0; i < goods.Length; i++)
        {
            var (name, producer, per, content, contentUnit, prices) = goods[i];
            var product = Generated.Product(new Random(i), i + 1, category, producers[producer], now);
            (product.Name, product.SpeciesId) = (name, species.Id);
            var variant = product.Variants[0] = new ProductVariant
            {
                Id = product.Variants[0].Id,
                ProductId = product.Id,
                Position = 1,
                Sku = $"S-{i}",
                Specification = name,
                SoldBy = per,
                PricedBy = per,
                NominalMilli = Quantity.Of(content, contentUnit).Milli,
                NominalUnit = contentUnit,
            };
            db.Add(product);
            for (var place = 0; place < prices.Length; place++)
            {
                var id = SampleId.Of("offer", $"{i} {place}");
                var offer = new Offer
                {
                    Id = id,
                    VariantId = variant.Id,
                    OutletId = outlets[place].Id,
                    BuyerGroup = name == welfare ? BuyerGroup.StaffWelfare : BuyerGroup.DepartmentCanteen,
                    ValidFrom = now.AddDays(-1),
                    StepMilli = 1000,
                    MinimumMilli = 1000,
                    Unit = per,
                    UpdatedAt = now,
                    Prices = [OfferPrice.Of(id, UnitPrice.Of(prices[place], per), now.AddDays(-1), null, now)],
                };
                db.Add(offer);
                change(product, offer, producers[producer], now);
            }
        }
    }

    private static async Task<ReferencePrice?> Reference(World world, string name)
    {
        var catalogue = await world.Catalogue.Current(default);
        return catalogue.References.For(catalogue.Products.Single(p => p.Name == name).Offers.First(), world.Now);
    }

    private static async Task<(decimal Reference, decimal Own, decimal Percent, bool Loose)> Figures(World world, string name)
    {
        var reference = (await Reference(world, name))!;
        return (reference.Price.Amount, reference.Own.Amount, reference.DeviationPercent, reference.Loose);
    }
}
