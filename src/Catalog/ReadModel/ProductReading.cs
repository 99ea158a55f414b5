using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.ReadModel;

/// <summary>Reads products with all that hangs on them: variants, offers, prices, papers.</summary>
internal static class ProductReading
{
    /// <summary>Their views in the order of their serials, standing at the given places.</summary>
    /// <param name="db">The database.</param>
    /// <param name="only">Which products; null for all.</param>
    /// <param name="surroundings">What they stand in.</param>
    /// <param name="place">The place of a product in the snapshot, from its id and its place in this reading.</param>
    /// <param name="ct">Cancellation.</param>
    public static async Task<List<ProductView>> ReadProducts(
        this CatalogDbContext db, IReadOnlyCollection<Guid>? only, CatalogueSurroundings surroundings, Func<Guid, int, int> place, CancellationToken ct)
    {
        var rows = await db.Products.AsNoTracking().Where(p => only == null || only.Contains(p.Id)).OrderBy(p => p.Serial).ToListAsync(ct);
        var attributes = (await db.Set<ProductAttribute>().AsNoTracking().Where(a => only == null || only.Contains(a.ProductId)).ToListAsync(ct)).ToLookup(a => a.ProductId);
        var certificates = (await db.Set<Certificate>().AsNoTracking().Where(c => only == null || only.Contains(c.ProductId)).ToListAsync(ct)).ToLookup(c => c.ProductId);
        var images = (await db.Images.AsNoTracking().Where(i => only == null || only.Contains(i.ProductId)).ToListAsync(ct)).ToLookup(i => i.ProductId);
        var variants = (await db.Variants.AsNoTracking().Where(v => only == null || only.Contains(v.ProductId)).ToListAsync(ct)).ToLookup(v => v.ProductId);
        var offerRows = await db.Offers.AsNoTracking().Where(o => only == null || db.Variants.Any(v => v.Id == o.VariantId && only.Contains(v.ProductId))).ToListAsync(ct);
        var priceRows = await db.Set<OfferPrice>().AsNoTracking()
            .Where(p => only == null || db.Offers.Any(o => o.Id == p.OfferId && db.Variants.Any(v => v.Id == o.VariantId && only.Contains(v.ProductId)))).ToListAsync(ct);
        var offers = offerRows.ToLookup(o => o.VariantId);
        var prices = priceRows.ToLookup(p => p.OfferId);
        return [.. rows.Select((row, i) =>
        {
            var product = View(row, place(row.Id, i), surroundings, attributes[row.Id], certificates[row.Id], images[row.Id]);
            foreach (var variantRow in variants[row.Id].OrderBy(v => v.Position))
            {
                var variant = View(variantRow, product);
                product.Variants.Add(variant);
                variant.Offers.AddRange(offers[variant.Id].OrderBy(o => o.ValidFrom).ThenBy(o => o.Id).Select(o => View(o, variant, surroundings.Outlets[o.OutletId], prices[o.Id])));
            }

            return product;
        })];
    }

    private static ProductView View(
        Product p, int index, CatalogueSurroundings surroundings, IEnumerable<ProductAttribute> attributes, IEnumerable<Certificate> certificates, IEnumerable<ProductImage> images) => new()
        {
            Index = index,
            Id = p.Id,
            Serial = p.Serial,
            Slug = p.Slug,
            Name = p.Name,
            Summary = p.Summary,
            Synonyms = p.Synonyms,
            Category = surroundings.Categories[p.CategoryId],
            Producer = surroundings.Producers[p.ProducerId],
            Species = p.SpeciesId is { } kind ? surroundings.Species[kind] : null,
            PermittedUses = p.PermittedUses,
            Tax = TaxView.Of(p.TaxBasisPoints),
            Attributes = [.. attributes.OrderBy(a => a.Position).Select(a => new AttributeView(a.Key, a.Label, a.Value))],
            Certificates = [.. certificates.OrderBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Number, StringComparer.Ordinal).Select(c => new CertificateView(c.Id, c.Kind, c.Number, c.Issuer, c.ValidFrom, c.ValidTo, c.WithdrawnOn, c.FileId))],
            Gaps = ShelfGap.Of(certificates),
            RecognitionGaps = ShelfGap.OfRecognition(certificates),
            Images = [.. images.OrderBy(i => i.Position).ThenBy(i => i.Id).Select(i => new ImageView(i.Id, i.FileId, i.Alt, i.Width, i.Height))],
            Season = p is { SeasonFrom: { } from, SeasonTo: { } to } ? new Season(from, to) : null,
            Storage = p.Storage,
            ShelfLife = p is { ShelfLifeNumber: { } number, ShelfLifeUnit: { } unit } ? new ShelfLife(number, unit) : null,
            Sample = p.Sample,
            UpdatedAt = p.UpdatedAt,
            Version = p.Version,
        };

    private static VariantView View(ProductVariant v, ProductView product) => new()
    {
        Id = v.Id,
        Sku = v.Sku,
        Barcode = v.Barcode,
        Specification = v.Specification,
        SoldBy = v.SoldBy,
        PricedBy = v.PricedBy,
        NominalContent = v.NominalContent,
        CatchWeight = v.CatchWeight,
        TolerancePercent = v.ToleranceBasisPoints / 100m,
        Product = product,
    };

    private static OfferView View(Offer o, VariantView variant, OutletView outlet, IEnumerable<OfferPrice> prices) => new()
    {
        Id = o.Id,
        Variant = variant,
        Outlet = outlet,
        BuyerGroup = o.BuyerGroup,
        ValidFrom = o.ValidFrom,
        ValidTo = o.ValidTo,
        Step = o.Step,
        Minimum = o.Minimum,
        Version = o.Version,
        Prices = [.. prices.OrderBy(p => p.ValidFrom).Select(p => new PriceView(p.ValidFrom, p.Price, p.Reason))],
    };
}
