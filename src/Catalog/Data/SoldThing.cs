using Commerce.Catalog.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Data;

/// <summary>What stands behind an offer: enough to say who may change it and to state it to the other modules.</summary>
internal sealed record SoldThing(ProductVariant Variant, Product Product, Producer Producer, Village? Village, County County)
{
    /// <summary>The fact that other modules build on.</summary>
    /// <param name="offer">The offer as it will be saved.</param>
    /// <param name="version">The version it will have then.</param>
    /// <param name="outlet">Where.</param>
    /// <param name="price">The price to state.</param>
    public OfferPublished State(Offer offer, int version, Outlet outlet, OfferPrice price) => new(
        offer.Id, version,
        Product.Id, Product.Name, Variant.Id, Variant.Specification,
        Producer.Id, Producer.Name, Village?.Id, Village?.Name, County.Code, County.Name,
        outlet.Id, GraphJson.EnumName(outlet.Kind), Producer.SupplyUnitId, GraphJson.EnumName(offer.BuyerGroup),
        [.. Product.PermittedUses.Select(u => GraphJson.EnumName(u))],
        GraphJson.EnumName(Variant.SoldBy), Variant.NominalContent.Value, GraphJson.EnumName(Variant.NominalUnit),
        Variant.CatchWeight, Variant.ToleranceBasisPoints / 100m, offer.Step.Value, offer.Minimum.Value,
        Product.TaxBasisPoints / 100m, price.Price.Amount, GraphJson.EnumName(price.Per), price.ValidFrom, offer.ValidFrom, offer.ValidTo, Product.Sample, outlet.Name,
        Producer.Endorsement);
}

/// <summary>Finds what stands behind an offer.</summary>
internal static class SoldThings
{
    /// <summary>The variant with its product, producer and origin; null when there is no such variant.</summary>
    public static Task<SoldThing?> SoldThing(this CatalogDbContext db, Guid variantId, CancellationToken ct) => (
        from variant in db.Variants
        join product in db.Products on variant.ProductId equals product.Id
        join producer in db.Producers on product.ProducerId equals producer.Id
        join county in db.Counties on producer.CountyCode equals county.Code
        join village in db.Villages on producer.VillageId equals village.Id into villages
        from village in villages.DefaultIfEmpty()
        where variant.Id == variantId
        select new SoldThing(variant, product, producer, village, county)).AsNoTracking().FirstOrDefaultAsync(ct);
}
