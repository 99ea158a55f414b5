using Commerce.Catalog.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Data;

/// <summary>What this module states to the others about places of sale, as they will be saved.</summary>
internal static class Statements
{
    public static void State(this CatalogDbContext db, ServiceArea area, DateTimeOffset now) =>
        db.Publish(new ServiceAreaRecorded(area.Id, area.Version + 1, area.Name, area.Expressway, area.Position, area.Sample), now);

    public static void State(this CatalogDbContext db, Producer producer, ProducerSuspension suspension, DateTimeOffset now) =>
        db.Publish(new ProducerSuspended(suspension.Id, producer.Id, producer.Name, suspension.From, suspension.To, suspension.Reason), now);

    public static void State(this CatalogDbContext db, Certificate paper, DateTimeOffset now) =>
        db.Publish(new CertificateRecorded(paper.Id, paper.ProductId, paper.Kind, paper.Number, paper.ValidFrom, paper.ValidTo, paper.WithdrawnOn, paper.IsRecognition), now);

    /// <summary>A campaign as it will be saved.</summary>
    public static void State(this CatalogDbContext db, Campaign campaign, Village village, DateTimeOffset now) =>
        db.Publish(
            new CampaignRecorded(
                campaign.Id, campaign.Version + 1, campaign.Name, village.Id, village.Name, campaign.Endorser, campaign.StartsOn, campaign.EndsOn, campaign.EndedOn,
                campaign.OutletIds, campaign.ProductIds, campaign.Target?.Amount, campaign.Sample),
            now);

    /// <summary>A brand as it will be saved.</summary>
    public static void State(this CatalogDbContext db, Brand brand, Village village, DateTimeOffset now) =>
        db.Publish(new BrandRecorded(brand.Id, brand.Version + 1, brand.Name, brand.EnglishName, village.Id, village.Name, brand.ProductIds, brand.Sample), now);

    /// <summary>A batch as it will be saved. Pages made from the catalogue are made anew.</summary>
    public static async Task State(this CatalogDbContext db, Batch batch, Guid supplyUnit, DateTimeOffset now, CancellationToken ct)
    {
        await db.Raise(Revision.OfCatalogue, ct);
        db.Publish(
            new BatchRecorded(
                batch.Id, batch.Version + 1, batch.ProductId, batch.VariantId, batch.ProducerId, supplyUnit, batch.Number, batch.Code,
                batch.HarvestedOn, batch.ProducedOn, batch.ExpiresOn, batch.WithdrawnOn, batch.WithdrawnBecause, batch.Sample),
            now);
    }

    public static async Task State(this CatalogDbContext db, Outlet outlet, DateTimeOffset now, CancellationToken ct)
    {
        var area = await db.AreaOf(outlet, ct);
        db.Publish(
            new OutletRecorded(
                outlet.Id, outlet.Version + 1, outlet.Name, GraphJson.EnumName(outlet.Kind), area?.Id, area?.Name, outlet.Direction,
                outlet.Working, outlet.Since, outlet.Kind == OutletKind.OwnStore, outlet.Sample, outlet.OperatorUnitId),
            now);
    }

    /// <summary>States which species an offer brings to an own store; of other places and unclassed goods there is nothing to state.</summary>
    public static async Task StateSpecies(this CatalogDbContext db, Offer offer, Outlet outlet, Product product, DateTimeOffset now, CancellationToken ct)
    {
        if (outlet.Kind != OutletKind.OwnStore || product.SpeciesId is not { } speciesId)
        {
            return;
        }

        var species = await db.Species.FindAsync([speciesId], ct) ?? throw new InvalidOperationException($"Product {product.Id} is of no species.");
        var area = await db.AreaOf(outlet, ct);
        db.Publish(
            new SpeciesOffered(
                offer.Id, await db.Raise(Revision.OfStatements, ct), outlet.Id, outlet.Name, area?.Id, area?.Name,
                species.Id, species.Name, species.BaselineFrom, species.BaselineTo, product.Id, product.Name, offer.ValidFrom, offer.ValidTo, product.Sample),
            now);
    }

    /// <summary>States it again for all that own stores have, or had, of some products: their species, or what is known of it, is another now.</summary>
    public static async Task StateSpeciesOf(this CatalogDbContext db, IQueryable<Product> products, DateTimeOffset now, CancellationToken ct)
    {
        // Tracked on purpose: a product changed in this transaction comes as it will be saved.
        var all = await (
            from product in products
            join variant in db.Variants on product.Id equals variant.ProductId
            join offer in db.Offers on variant.Id equals offer.VariantId
            join outlet in db.Outlets on offer.OutletId equals outlet.Id
            where outlet.Kind == OutletKind.OwnStore
            select new { offer, outlet, product }).ToListAsync(ct);
        foreach (var sold in all)
        {
            await db.StateSpecies(sold.offer, sold.outlet, sold.product, now, ct);
        }
    }

    /// <summary>States each offer of a product again, because the product is called otherwise now.</summary>
    public static async Task StateOffersOf(this CatalogDbContext db, Product product, DateTimeOffset now, CancellationToken ct)
    {
        var offers = await (
            from offer in db.Offers.Include(o => o.Prices)
            join variant in db.Variants on offer.VariantId equals variant.Id
            where variant.ProductId == product.Id
            select offer).ToListAsync(ct);
        foreach (var offer in offers.Where(o => !o.EndedBy(now)))
        {
            var sold = await db.SoldThing(offer.VariantId, ct) ?? throw new InvalidOperationException($"Offer {offer.Id} sells nothing.");
            var outlet = await db.Outlets.AsNoTracking().SingleAsync(o => o.Id == offer.OutletId, ct);
            offer.UpdatedAt = now;
            db.Entry(offer).Property(o => o.UpdatedAt).IsModified = true;
            db.Publish((sold with { Product = product }).State(offer, offer.Version + 1, outlet, offer.PriceAt(now)), now);
        }

        await db.StateSpeciesOf(db.Products.Where(p => p.Id == product.Id), now, ct);
    }

    private static async Task<ServiceArea?> AreaOf(this CatalogDbContext db, Outlet outlet, CancellationToken ct) =>
        outlet.ServiceAreaId is { } id ? await db.ServiceAreas.FindAsync([id], ct) : null;
}
