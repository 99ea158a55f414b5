using System.Collections.Frozen;
using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel.Search;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.ReadModel;

/// <summary>Reads a snapshot: from nothing, or as the one before with what has changed since.</summary>
internal static class SnapshotReading
{
    // More than this many changed products are read with all the others.
    private const int FewProducts = 200;

    public static async Task<CatalogueSnapshot> ReadSnapshot(this CatalogDbContext db, CatalogueSnapshot? former, CancellationToken ct)
    {
        // A write between two of our reads would tear the picture: then the revision has moved, and we read again.
        while (true)
        {
            var (catalogue, surroundings) = await db.Revised(ct);
            var snapshot = former?.Surroundings.Revision == surroundings && await db.ChangedSince(former.Revision, ct) is { Count: <= FewProducts } changed
                ? await db.Next(former, catalogue, changed, ct)
                : null;
            snapshot ??= await db.Whole(catalogue, surroundings, ct);
            if (await db.Revised(ct) == (catalogue, surroundings))
            {
                return snapshot;
            }
        }
    }

    private static async Task<(long Catalogue, long Surroundings)> Revised(this CatalogDbContext db, CancellationToken ct)
    {
        var revisions = await db.Revisions.AsNoTracking().ToDictionaryAsync(r => r.Name, r => r.Value, ct);
        return (revisions[Revision.OfCatalogue], revisions[Revision.OfSurroundings]);
    }

    /// <summary>Products that were changed after a revision, or offers of theirs; no more than matter.</summary>
    private static async Task<HashSet<Guid>> ChangedSince(this CatalogDbContext db, long revision, CancellationToken ct)
    {
        var products = await db.Products.Where(p => p.ChangedIn > revision).Select(p => p.Id).Take(FewProducts + 1).ToListAsync(ct);
        var offers = await (
            from offer in db.Offers
            join variant in db.Variants on offer.VariantId equals variant.Id
            where offer.ChangedIn > revision
            select variant.ProductId).Distinct().Take(FewProducts + 1).ToListAsync(ct);
        return [.. products, .. offers];
    }

    private static async Task<CatalogueSnapshot> Whole(this CatalogDbContext db, long revision, long surroundingsRevision, CancellationToken ct)
    {
        var surroundings = await db.ReadSurroundings(surroundingsRevision, ct);
        var products = await db.ReadProducts(null, surroundings, (_, i) => i, ct);
        var variants = products.SelectMany(p => p.Variants).ToList();
        var offers = variants.SelectMany(v => v.Offers).ToList();
        return new CatalogueSnapshot
        {
            Revision = revision,
            Surroundings = surroundings,
            Products = products,
            ProductsBySlug = Layered<string, ProductView>.Of(products, p => p.Slug, StringComparer.Ordinal),
            ProductsById = Layered<Guid, ProductView>.Of(products, p => p.Id),
            Variants = Layered<Guid, VariantView>.Of(variants, v => v.Id),
            Offers = Layered<Guid, OfferView>.Of(offers, o => o.Id),
            OffersByOutlet = offers.GroupBy(o => o.Outlet.Id).ToFrozenDictionary(g => g.Key, InOrder),
            Text = TextIndex.Of(products, surroundings.SynonymGroups.Select(g => g.Words)),
            Orders = ProductOrders.Of(products),
        };
    }

    /// <summary>The former snapshot with some products read again. Null when they can't simply take their places: then all is read.</summary>
    private static async Task<CatalogueSnapshot?> Next(this CatalogDbContext db, CatalogueSnapshot former, long revision, HashSet<Guid> changed, CancellationToken ct)
    {
        var fresh = 0;
        var read = await db.ReadProducts(changed, former.Surroundings, (id, _) => former.ProductsById.TryGetValue(id, out var known) ? known.Index : former.Products.Count + fresh++, ct);
        if (read.Any(p => p.Index >= former.Products.Count && former.Products is [.., var last] && p.Serial < last.Serial))
        {
            return null;
        }

        List<ProductView> products = [.. former.Products];
        foreach (var product in read)
        {
            if (product.Index < products.Count)
            {
                products[product.Index] = product;
            }
            else
            {
                products.Add(product);
            }
        }

        var variants = read.SelectMany(p => p.Variants).ToList();
        var offers = variants.SelectMany(v => v.Offers).ToList();
        return new CatalogueSnapshot
        {
            Revision = revision,
            Surroundings = former.Surroundings,
            Products = products,
            ProductsBySlug = former.ProductsBySlug.With(read, p => p.Slug),
            ProductsById = former.ProductsById.With(read, p => p.Id),
            Variants = former.Variants.With(variants, v => v.Id),
            Offers = former.Offers.With(offers, o => o.Id),
            OffersByOutlet = Regrouped(former, offers),
            Text = former.Text.With(read),
            Orders = former.Orders.With(products, read),
        };
    }

    private static FrozenDictionary<Guid, IReadOnlyList<OfferView>> Regrouped(CatalogueSnapshot former, List<OfferView> offers)
    {
        var lists = former.OffersByOutlet.ToDictionary();
        foreach (var there in offers.GroupBy(o => o.Outlet.Id))
        {
            var replaced = there.Select(o => o.Id).ToHashSet();
            lists[there.Key] = InOrder(former.OffersAt(there.Key).Where(o => !replaced.Contains(o.Id)).Concat(there));
        }

        return lists.ToFrozenDictionary();
    }

    private static IReadOnlyList<OfferView> InOrder(IEnumerable<OfferView> offers) => [.. offers.OrderBy(o => o.ValidFrom).ThenBy(o => o.Id)];
}
