using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.CorrectBatch;

/// <summary>Corrects what was said of a batch (更正): all its facts as they should be. What was said before stays on its page, with the reason.</summary>
internal static class CorrectBatch
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("bat")] Guid BatchId, int ExpectedVersion, string Number, DateOnly? HarvestedOn, DateOnly? ProducedOn,
        DateOnly? ExpiresOn, QuantityInput? Quantity, string? Place, string? Note, string Reason) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Batches.Include(b => b.Corrections).FirstOrDefaultAsync(b => b.Id == input.BatchId, ct) is not { } batch)
                {
                    return PlatformErrors.NotFound;
                }

                var supplyUnit = await db.Producers.Where(p => p.Id == batch.ProducerId).Select(p => p.SupplyUnitId).SingleAsync(ct);
                if (!actor.Can(Capability.CatalogueWrite, supplyUnit))
                {
                    return CatalogErrors.NotYourSupplier;
                }

                if (batch.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(batch.Version);
                }

                var product = await db.Products.AsNoTracking().Include(p => p.Variants).SingleAsync(p => p.Id == batch.ProductId, ct);
                var facts = TypedBatch.Read(input.Number, input.HarvestedOn, input.ProducedOn, input.ExpiresOn, input.Quantity, input.Place, input.Note, product, batch.VariantId);
                if (facts.Error is { } unread)
                {
                    return unread;
                }

                var now = clock.GetUtcNow();
                if (batch.Correct(facts.Value, input.Reason.Trim(), now) is { Error: { } wrong })
                {
                    return wrong;
                }

                if (await db.Batches.AnyAsync(b => b.ProducerId == batch.ProducerId && b.Number == batch.Number && b.Id != batch.Id, ct))
                {
                    return BatchErrors.NumberTaken;
                }

                db.Entry(batch.Corrections[^1]).State = EntityState.Added;
                await db.State(batch, supplyUnit, now, ct);
                return batch.Id;
            },
            ct);
    }
}
