using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.ClassifyProduct;

/// <summary>Says of which species (种类) a product is (归类).</summary>
internal static class ClassifyProduct
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prd")] Guid ProductId, int ExpectedVersion, [property: IdOf("spe")] Guid SpeciesId) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Products.FirstOrDefaultAsync(p => p.Id == input.ProductId, ct) is not { } product)
                {
                    return PlatformErrors.NotFound;
                }

                var supplyUnit = await db.Producers.Where(p => p.Id == product.ProducerId).Select(p => p.SupplyUnitId).SingleAsync(ct);
                if (!actor.Can(Capability.CatalogueWrite, supplyUnit))
                {
                    return CatalogErrors.NotYourSupplier;
                }

                if (!await db.Species.AnyAsync(s => s.Id == input.SpeciesId, ct))
                {
                    return CatalogErrors.NoSuch("种类", "species", "speciesId");
                }

                if (product.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(product.Version);
                }

                var now = clock.GetUtcNow();
                (product.SpeciesId, product.UpdatedAt) = (input.SpeciesId, now);
                db.Entry(product).Property(p => p.UpdatedAt).IsModified = true;
                await db.StateSpeciesOf(db.Products.Where(p => p.Id == product.Id), now, ct);
                return product.Id;
            },
            ct);
    }
}
