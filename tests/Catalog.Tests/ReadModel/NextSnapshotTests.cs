using System.Text.Json;
using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Catalog.ReadModel.Search;
using Commerce.Catalog.SampleData;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Catalog.Tests.ReadModel;

/// <summary>After a change only what has changed is read; the result must be what reading everything gives.</summary>
public sealed class NextSnapshotTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task After_each_of_many_changes_the_next_snapshot_equals_one_read_from_nothing(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        var random = new Random(7);
        var serial = 0;

        for (var step = 0; step < 40; step++)
        {
            await Change(world, random, step, ref serial);
            var next = await world.Catalogue.CatchUp(default);
            using var other = world.OtherHost();

            var whole = await other.Current(default);

            Assert.Equal(Told(whole, world.Now), Told(next, world.Now));
        }
    }

    [Fact]
    public async Task A_changed_price_renews_its_product_and_nothing_else()
    {
        await using var world = await World.WithSample();
        var before = await world.Catalogue.Current(default);

        await world.SetPrice(new("k1", World.LooseRice, 1, 6.1m, MeasureUnit.Jin, world.Now, null));

        var after = await world.Catalogue.Current(default);
        Assert.Equal(["明东大米"], after.Products.Zip(before.Products).Where(p => !ReferenceEquals(p.First, p.Second)).Select(p => p.First.Name));
        Assert.Same(before.Text, after.Text);
        Assert.Same(before.Surroundings, after.Surroundings);
        Assert.Equal(5.6m, before.Offers[World.LooseRice].PriceAt(world.Now).Amount);
    }

    [Fact]
    public async Task A_changed_place_is_seen_on_all_that_stands_there()
    {
        await using var world = await World.WithSample();
        await world.Catalogue.Current(default);

        await world.Write(async db => (await db.Villages.FirstAsync(v => v.Name == "明东村")).Township = "新镇");
        var after = await world.Catalogue.CatchUp(default);

        Assert.All(after.Products.Where(p => p.Producer.Village?.Name == "明东村"), p => Assert.Equal("新镇", p.Producer.Village!.Township));
    }

    [Fact]
    public async Task A_host_that_slept_through_many_changes_reads_them_all()
    {
        await using var world = await Generated.World(300);
        using var other = world.OtherHost();
        await other.Current(default);

        await world.Write(async db => (await db.Products.ToListAsync()).ForEach(p => p.Name += "新"));

        Assert.All((await other.CatchUp(default)).Products, p => Assert.EndsWith("新", p.Name));
    }

    private static Task Change(World world, Random random, int step, ref int serial)
    {
        var number = ++serial;
        return random.Next(6) switch
        {
            0 => world.Write(async db => (await Any(db.Products, random)).Name = $"改名{number}"),
            1 => world.Write(async db => (await Any(db.Products, random)).Synonyms = [$"别名{number}", "人参"]),
            2 => world.Write(async db =>
            {
                var offer = await Any(db.Offers.Include(o => o.Prices), random);
                offer.Prices.Add(OfferPrice.Of(offer.Id, UnitPrice.Of(random.Next(1, 500), offer.Prices[0].Per), world.Now.AddMinutes(step), null, world.Now));
                db.Entry(offer).Property(o => o.UpdatedAt).IsModified = true;
            }),
            3 => world.Do((db, writes) => new Catalog.CreateProduct.CreateProduct.Handler(db, writes, World.Supplier, world.Clock).Handle(
                new($"new{number}", $"新货{number}", null, "人参味", ["参"], SampleId.Of("category", "大米"), SampleOrigins.ProducerId("千凤园山鸡养殖场"), [PermittedUse.Kiosk], null,
                    [new($"N-{number}", null, "500 g/袋", MeasureUnit.Bag, MeasureUnit.Bag, new(500, MeasureUnit.G), null, null)]), default)),
            4 => world.Write(async db =>
            {
                var variant = await Any(db.Variants, random);
                var outlet = await Any(db.Outlets, random);
                var offer = new Offer
                {
                    Id = Guid.NewGuid(),
                    VariantId = variant.Id,
                    OutletId = outlet.Id,
                    BuyerGroup = BuyerGroup.Public,
                    ValidFrom = world.Now,
                    StepMilli = 1000,
                    MinimumMilli = 1000,
                    Unit = variant.SoldBy,
                    UpdatedAt = world.Now,
                };
                offer.Prices.Add(OfferPrice.Of(offer.Id, UnitPrice.Of(number, variant.PricedBy), world.Now, null, world.Now));
                db.Add(offer);
            }),
            _ => world.Write(async db => (await Any(db.ServiceAreas, random)).Name = $"服务区{number}"),
        };
    }

    private static async Task<T> Any<T>(IQueryable<T> all, Random random)
        where T : class => await all.Skip(random.Next(await all.CountAsync())).FirstAsync();

    /// <summary>All that a snapshot can tell, as text.</summary>
    private static string Told(CatalogueSnapshot catalogue, DateTimeOffset now) => JsonSerializer.Serialize(new
    {
        Products = catalogue.Products.Select(p => new
        {
            p.Index,
            p.Id,
            p.Serial,
            p.Slug,
            p.Name,
            p.Summary,
            p.Synonyms,
            p.Version,
            Category = p.Category.Name,
            Producer = p.Producer.Name,
            Species = p.Species?.Name,
            Variants = p.Variants.Select(v => new { v.Id, v.Sku, Product = v.Product.Name, Offers = v.Offers.Select(Told) }),
            Same = ReferenceEquals(p, catalogue.ProductsById[p.Id]) && ReferenceEquals(p, catalogue.ProductsBySlug[p.Slug]) && p.Variants.All(v => ReferenceEquals(v, catalogue.Variants[v.Id]) && v.Offers.All(o => ReferenceEquals(o, catalogue.Offers[o.Id]))),
        }),
        Outlets = catalogue.Surroundings.OutletsInOrder.Select(o => new { o.Name, Area = o.ServiceArea?.Name, Offers = catalogue.OffersAt(o.Id).Select(Told) }),
        Found = new[] { "人参", "参", "新货", "改名1", "米", "xinhuo", "gm", "renshem", "1斤", "棒槌" }.Select(text => catalogue.Text.Find(SearchQuery.Of(text))).Select(f => f.Hits),
        Orders = Enum.GetValues<ProductOrder>().Select(o => catalogue.Orders.In(o, null, now).Products),
    });

    private static string Told(OfferView o) => $"{o.Id} {o.Variant.Product.Name} {o.Outlet.Name} {o.Outlet.ServiceArea?.Name} {o.Version} {string.Join(',', o.Prices)}";
}
