using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Campaigns;

/// <summary>Records a village's brand (品牌), or says anew which products carry it.</summary>
internal static class SaveBrand
{
    // BrandId: a new one when left out.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("brn")] Guid? BrandId, int? ExpectedVersion, string Name, string? EnglishName,
        [property: IdOf("vil")] Guid VillageId, [property: IdOf("prd")] IReadOnlyList<Guid> ProductIds) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                var now = clock.GetUtcNow();

                // A handful of brands: read whole, to see which carries what.
                var brands = await db.Brands.ToListAsync(ct);
                var brand = input.BrandId is { } id ? brands.Find(b => b.Id == id) : new Brand { Id = Guid.CreateVersion7(now) };
                if (brand is null)
                {
                    return PlatformErrors.NotFound;
                }

                if (await db.Villages.AsNoTracking().FirstOrDefaultAsync(v => v.Id == input.VillageId, ct) is not { } village)
                {
                    return CampaignErrors.NoSuchVillage;
                }

                if ((await db.MayEndorse(actor, village.Id, input.ProductIds, brand.ProductIds, ct)).Error is { } notTheirs)
                {
                    return notTheirs;
                }

                if (input.BrandId is not null && brand.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(brand.Version);
                }

                if (brands.Exists(b => b.Id != brand.Id && string.Equals(b.Name, input.Name.Trim(), StringComparison.OrdinalIgnoreCase)))
                {
                    return CampaignErrors.BrandNameTaken;
                }

                if (brands.Find(b => b.Id != brand.Id && b.ProductIds.Intersect(input.ProductIds).Any()) is { } other)
                {
                    var carried = other.ProductIds.Intersect(input.ProductIds).First();
                    return CampaignErrors.CarriesAnother(await db.Products.Where(p => p.Id == carried).Select(p => p.Name).SingleAsync(ct), other.Name);
                }

                if (brand.Say(input.Name, input.EnglishName, village.Id, input.ProductIds).Error is { } refused)
                {
                    return refused;
                }

                if (input.BrandId is null)
                {
                    db.Add(brand);
                }
                else
                {
                    db.Entry(brand).Property(b => b.Name).IsModified = true; // Saying the same again is a saying, too.
                }

                db.State(brand, village, now);
                return brand.Id;
            },
            ct);
    }
}
