using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Tests;

/// <summary>Products of random words, always the same for a seed: Chinese, Latin and mixed.</summary>
internal static class Generated
{
    // Few characters, so that chance texts are found often.
    private const string Chinese = "人参红木耳大米蘑菇山鸡蛋蜂蜜油茶酱白菜";
    private const string Latin = "abcABCxyZ 019-";

    public static string Text(Random random, int length)
    {
        var kind = random.Next(4);
        return new string([.. Enumerable.Range(0, length).Select(_ => kind switch
        {
            0 => Latin[random.Next(Latin.Length)],
            1 or 2 => Chinese[random.Next(Chinese.Length)],
            _ => (Chinese + Latin)[random.Next(Chinese.Length + Latin.Length)],
        })]);
    }

    public static async Task<World> World(int count, int seed = 7)
    {
        var world = await Tests.World.Create();
        await world.Write(db =>
        {
            var random = new Random(seed);
            var (category, producer, outlet) = Surroundings(db);
            for (var i = 1; i <= count; i++)
            {
                var product = Product(random, i, category, producer, world.Now);
                db.Add(product);
                if (i % 5 != 0)
                {
                    db.Add(Offer(product.Variants[0], outlet, UnitPrice.Of(random.Next(1, 40), MeasureUnit.Bag), world.Now));
                }
            }

            return Task.CompletedTask;
        });
        return world;
    }

    /// <summary>Products that are one variant each, priced and filled as said.</summary>
    public static Task Add(CatalogDbContext db, DateTimeOffset now, params IEnumerable<(string Name, MeasureUnit Per, decimal Price, decimal Content, MeasureUnit ContentUnit)> goods)
    {
        var (category, producer, outlet) = Surroundings(db);
        var serial = 0;
        foreach (var good in goods)
        {
            var product = Product(new Random(serial), ++serial, category, producer, now);
            product.Name = good.Name;
            var variant = new ProductVariant
            {
                Id = product.Variants[0].Id,
                ProductId = product.Id,
                Position = 1,
                Sku = $"S-{serial}",
                Specification = good.Name,
                SoldBy = good.Per,
                PricedBy = good.Per,
                NominalMilli = Quantity.Of(good.Content, good.ContentUnit).Milli,
                NominalUnit = good.ContentUnit,
            };
            product.Variants[0] = variant;
            db.AddRange(product, Offer(variant, outlet, UnitPrice.Of(good.Price, good.Per), now));
        }

        return Task.CompletedTask;
    }

    private static (Category Category, Producer Producer, Outlet Outlet) Surroundings(CatalogDbContext db)
    {
        var category = new Category { Id = SampleId.Of("category", "all"), Name = "所有", Position = 1 };
        var county = new County { Code = "222405", Name = "龙井市" };
        var producer = new Producer
        {
            Id = SampleId.Of("producer", "one"),
            Name = "示例合作社",
            CountyCode = county.Code,
            Model = AssistanceModel.Cooperative,
            SupplyUnitId = Catalog.SampleData.SampleOrigins.WorkTeam,
        };
        var outlet = new Outlet { OperatorUnitId = Guid.Empty, Id = SampleId.Of("outlet", "one"), Name = "网上", Kind = OutletKind.Online };
        db.AddRange(category, county, producer, outlet);
        return (category, producer, outlet);
    }

    public static Product Product(Random random, int serial, Category category, Producer producer, DateTimeOffset now)
    {
        var id = SampleId.Of("product", $"generated {serial}");
        return new Product
        {
            Id = id,
            Serial = serial,
            Slug = $"g{serial}",
            Name = Text(random, random.Next(2, 7)).Trim() is { Length: > 0 } name ? name : "无名",
            Summary = random.Next(5) == 0 ? null : Text(random, random.Next(5, 40)),
            Synonyms = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text(random, random.Next(1, 5)))],
            CategoryId = category.Id,
            ProducerId = producer.Id,
            PermittedUses = [PermittedUse.Kiosk],
            UpdatedAt = now,
            Variants = [new ProductVariant
            {
                Id = SampleId.Of("variant", $"generated {serial}"),
                ProductId = id,
                Position = 1,
                Sku = $"G-{serial}",
                Specification = "袋",
                SoldBy = MeasureUnit.Bag,
                PricedBy = MeasureUnit.Bag,
                NominalMilli = Quantity.Of(1, MeasureUnit.Kg).Milli,
                NominalUnit = MeasureUnit.Kg,
            }],
        };
    }

    public static Offer Offer(ProductVariant variant, Outlet outlet, UnitPrice price, DateTimeOffset from)
    {
        var id = SampleId.Of("offer", variant.Sku);
        return new Offer
        {
            Id = id,
            VariantId = variant.Id,
            OutletId = outlet.Id,
            BuyerGroup = BuyerGroup.Public,
            ValidFrom = from,
            StepMilli = 1000,
            MinimumMilli = 1000,
            Unit = variant.SoldBy,
            UpdatedAt = from,
            Prices = [OfferPrice.Of(id, price, from, null, from)],
        };
    }
}
