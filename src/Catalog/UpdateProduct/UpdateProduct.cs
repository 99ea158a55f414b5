using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.UpdateProduct;

/// <summary>Says anew what a product is called, is like, when it is in season and how long it keeps. What is left out is emptied.</summary>
internal static class UpdateProduct
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prd")] Guid ProductId, int ExpectedVersion, string Name, string? Summary, IReadOnlyList<string>? Synonyms,
        Season? Season, string? Storage, ShelfLife? ShelfLife) : IMutationInput;

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

                return await Apply(db, product, input, clock.GetUtcNow(), ct) is { Failed: true } refused ? refused.Error! : product.Id;
            },
            ct);

        /// <summary>The act itself, inside the caller's unit of work.</summary>
        public static async Task<Result> Apply(CatalogDbContext db, Product product, Input input, DateTimeOffset now, CancellationToken ct)
        {
            if (ProductDetails.Check(input.Name, input.Summary, input.Synonyms, input.Season, input.Storage, input.ShelfLife) is { Failed: true } refused)
            {
                return refused;
            }

            if (product.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(product.Version);
            }

            var renamed = product.Name != input.Name.Trim();
            product.Name = input.Name.Trim();
            product.Summary = Said(input.Summary);
            product.Synonyms = [.. (input.Synonyms ?? []).Select(s => s.Trim())];
            (product.SeasonFrom, product.SeasonTo) = (input.Season?.FromMonth, input.Season?.ToMonth);
            product.Storage = Said(input.Storage);
            (product.ShelfLifeNumber, product.ShelfLifeUnit) = (input.ShelfLife?.Number, input.ShelfLife?.Unit);
            product.UpdatedAt = now;
            db.Entry(product).Property(p => p.UpdatedAt).IsModified = true;
            if (renamed)
            {
                await db.StateOffersOf(product, now, ct);
            }

            return Result.Done;
        }

        private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
