using Commerce.Catalog.Data;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Batches;

/// <summary>The batches of those for whom somebody acts.</summary>
/// <param name="Goods">What a batch can be put on record of, by name.</param>
/// <param name="Good">The one that the page is about; null for all.</param>
/// <param name="Batches">Newest first.</param>
/// <param name="More">There are older ones.</param>
/// <param name="Today">Day in China.</param>
internal sealed record BatchList(IReadOnlyList<ProductView> Goods, ProductView? Good, IReadOnlyList<BatchView> Batches, bool More, DateOnly Today);

/// <summary>What the page of batches asks.</summary>
internal sealed class ReadBatches(CatalogDbContext db, Catalogue catalogue, Actor actor, TimeProvider clock)
{
    public const int Most = 100;

    /// <summary>Those of one good by its slug, or of all that one acts for.</summary>
    public async Task<BatchList> Read(string? slug, CancellationToken ct)
    {
        var snapshot = await catalogue.Current(ct);
        List<ProductView> goods = [.. snapshot.Products.Where(p => actor.Can(Capability.CatalogueWrite, p.Producer.SupplyUnitId)).OrderBy(p => p.Name, StringComparer.Ordinal)];
        var good = goods.Find(p => p.Slug == slug);
        Guid[] producers = [.. goods.Select(p => p.Producer.Id).Distinct()];
        var mine = db.Batches.Where(b => producers.Contains(b.ProducerId) && (good == null || b.ProductId == good.Id));
        var newest = await mine.OrderByDescending(b => b.Serial).Select(b => b.Serial).Take(Most + 1).ToListAsync(ct);
        var from = newest.Take(Most).LastOrDefault();
        var batches = await mine.Where(b => b.Serial >= from).ReadBatches(snapshot, ct);
        batches.Reverse();
        return new(goods, good, batches, newest.Count > Most, clock.GetUtcNow().DayInChina());
    }
}
