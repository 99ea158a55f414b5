using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.ImportGoods;

/// <summary>What somebody may write in the catalogue, with what stands behind it, read once.</summary>
internal sealed class Writable
{
    public required Dictionary<Guid, Producer> Producers { get; init; }

    public required Dictionary<Guid, Product> Products { get; init; }

    /// <summary>Every pack of these goods.</summary>
    public required Dictionary<Guid, (Product Product, ProductVariant Variant)> Packs { get; init; }

    /// <summary>Offers that haven't ended.</summary>
    public required List<Offer> Offers { get; init; }

    public required Dictionary<Guid, Category> Categories { get; init; }

    public required Dictionary<Guid, Outlet> Outlets { get; init; }

    public required Dictionary<Guid, Village> Villages { get; init; }

    public required Dictionary<string, County> Counties { get; init; }

    public SoldThing Sold(Product product, ProductVariant variant) =>
        Producers[product.ProducerId] is var producer && producer.VillageId is { } village
            ? new(variant, product, producer, Villages.GetValueOrDefault(village), Counties[producer.CountyCode])
            : new(variant, product, producer, null, Counties[producer.CountyCode]);

    /// <summary>Adds a product that is being made.</summary>
    public void Add(Product product)
    {
        Products.Add(product.Id, product);
        product.Variants.ForEach(v => Packs.Add(v.Id, (product, v)));
    }

    public static async Task<Writable> Of(CatalogDbContext db, Actor actor, DateTimeOffset now, bool tracked, CancellationToken ct)
    {
        Guid[] units = [.. actor.UnitsWhere(Capability.CatalogueWrite)];
        var producers = await db.Producers.AsNoTracking().Where(p => units.Contains(p.SupplyUnitId)).ToDictionaryAsync(p => p.Id, ct);
        var mine = db.Producers.Where(p => units.Contains(p.SupplyUnitId)).Select(p => p.Id);
        var (goods, offered) = (db.Products.Include(p => p.Variants).Where(p => mine.Contains(p.ProducerId)), db.Offers.Include(o => o.Prices).AsQueryable());
        var products = await (tracked ? goods : goods.AsNoTracking()).AsSplitQuery().ToDictionaryAsync(p => p.Id, ct);
        var offers = await (tracked ? offered : offered.AsNoTracking())
            .Where(o => (o.ValidTo == null || o.ValidTo > now) && db.Variants.Any(v => v.Id == o.VariantId && db.Products.Any(p => p.Id == v.ProductId && mine.Contains(p.ProducerId))))
            .AsSplitQuery().ToListAsync(ct);
        return new()
        {
            Producers = producers,
            Products = products,
            Packs = products.Values.SelectMany(p => p.Variants.Select(v => (p, v))).ToDictionary(x => x.v.Id),
            Offers = offers,
            Categories = await db.Categories.AsNoTracking().OrderBy(c => c.Position).ToDictionaryAsync(c => c.Id, ct),
            Outlets = await db.Outlets.AsNoTracking().ToDictionaryAsync(o => o.Id, ct),
            Villages = await db.Villages.AsNoTracking().ToDictionaryAsync(v => v.Id, ct),
            Counties = await db.Counties.AsNoTracking().ToDictionaryAsync(c => c.Code, ct),
        };
    }
}
