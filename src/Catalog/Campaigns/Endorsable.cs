using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Campaigns;

/// <summary>Which products somebody may record a campaign or a brand of: all for the office, for others those of the producers that their unit acts for.</summary>
internal static class Endorsable
{
    public static bool MayEndorse(this Actor actor, Guid supplyUnit) => actor.Can(Capability.AssistanceManage) || actor.Can(Capability.CatalogueWrite, supplyUnit);

    /// <summary>Are the products there, made in the village, and may this person speak of them? Those that are only taken out must be theirs, too.</summary>
    public static async Task<Result> MayEndorse(this CatalogDbContext db, Actor actor, Guid villageId, IReadOnlyList<Guid> productIds, IReadOnlyList<Guid> before, CancellationToken ct)
    {
        var ids = productIds.Concat(before).Distinct().ToList();
        var products = await (
            from product in db.Products
            join producer in db.Producers on product.ProducerId equals producer.Id
            where ids.Contains(product.Id)
            orderby product.Serial
            select new { product.Id, product.Name, producer.VillageId, producer.SupplyUnitId }).AsNoTracking().ToListAsync(ct);
        if (products.Count < ids.Count)
        {
            return CampaignErrors.NoSuchProduct;
        }

        if (products.Find(p => !actor.MayEndorse(p.SupplyUnitId)) is { } foreign)
        {
            return CampaignErrors.NotYours(foreign.Name);
        }

        return products.Find(p => productIds.Contains(p.Id) && p.VillageId != villageId) is { } elsewhere ? CampaignErrors.OfAnotherVillage(elsewhere.Name) : Result.Done;
    }
}
