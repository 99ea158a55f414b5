using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Images;

/// <summary>What every act on pictures asks first: is there such a good, may this person change it, and is it still as they saw it.</summary>
internal static class ProductsWithImages
{
    public static async Task<Result<Product>> WithImages(this CatalogDbContext db, Actor actor, Guid productId, int expectedVersion, CancellationToken ct)
    {
        if (await db.Products.Include(p => p.Images).FirstOrDefaultAsync(p => p.Id == productId, ct) is not { } product)
        {
            return PlatformErrors.NotFound;
        }

        var supplyUnit = await db.Producers.Where(p => p.Id == product.ProducerId).Select(p => p.SupplyUnitId).SingleAsync(ct);
        return !actor.Can(Capability.CatalogueWrite, supplyUnit) ? CatalogErrors.NotYourSupplier
            : product.Version != expectedVersion ? PlatformErrors.Stale(product.Version)
            : product;
    }

    /// <summary>The good has changed, though no column of its own did.</summary>
    public static void Touch(this CatalogDbContext db, Product product, DateTimeOffset now)
    {
        product.UpdatedAt = now;
        db.Entry(product).Property(p => p.UpdatedAt).IsModified = true;
    }
}
