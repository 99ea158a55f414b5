using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.RecordBatch;

/// <summary>Puts a batch (批次) of a product on record; it gets a trace page.</summary>
internal static class RecordBatch
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prd")] Guid ProductId, [property: IdOf("var")] Guid? VariantId, string Number, DateOnly? HarvestedOn, DateOnly? ProducedOn,
        DateOnly? ExpiresOn, QuantityInput? Quantity, string? Place, string? Note) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Products.AsNoTracking().Include(p => p.Variants).FirstOrDefaultAsync(p => p.Id == input.ProductId, ct) is not { } product)
                {
                    return PlatformErrors.NotFound;
                }

                var supplyUnit = await db.Producers.Where(p => p.Id == product.ProducerId).Select(p => p.SupplyUnitId).SingleAsync(ct);
                if (!actor.Can(Capability.CatalogueWrite, supplyUnit))
                {
                    return CatalogErrors.NotYourSupplier;
                }

                if (input.VariantId is { } variant && !product.Variants.Exists(v => v.Id == variant))
                {
                    return CatalogErrors.NoSuch("规格", "variant", "variantId");
                }

                var facts = TypedBatch.Read(input.Number, input.HarvestedOn, input.ProducedOn, input.ExpiresOn, input.Quantity, input.Place, input.Note, product, input.VariantId);
                if (facts.Error is { } unread)
                {
                    return unread;
                }

                var now = clock.GetUtcNow();
                var batch = new Batch
                {
                    Id = Guid.CreateVersion7(now),
                    Serial = await db.NextNumber("batch", ct),
                    ProductId = product.Id,
                    VariantId = input.VariantId,
                    ProducerId = product.ProducerId,
                    Code = Batch.NewCode(),
                    RecordedAt = now,
                    Sample = product.Sample,
                };
                if (batch.Say(facts.Value, now.DayInChina()) is { Error: { } wrong })
                {
                    return wrong;
                }

                if (await db.Batches.AnyAsync(b => b.ProducerId == product.ProducerId && b.Number == batch.Number, ct))
                {
                    return BatchErrors.NumberTaken;
                }

                db.Add(batch);
                await db.State(batch, supplyUnit, now, ct);
                return batch.Id;
            },
            ct);
    }
}
