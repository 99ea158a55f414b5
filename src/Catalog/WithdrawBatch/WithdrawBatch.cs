using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.WithdrawBatch;

/// <summary>Recalls a batch (召回) from today on: its page says so, and none of it is sent any more.</summary>
internal static class WithdrawBatch
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("bat")] Guid BatchId, int ExpectedVersion, string Reason) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Batches.FirstOrDefaultAsync(b => b.Id == input.BatchId, ct) is not { } batch)
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

                var now = clock.GetUtcNow();
                if (batch.Withdraw(input.Reason.Trim(), now) is { Error: { } wrong })
                {
                    return wrong;
                }

                await db.State(batch, supplyUnit, now, ct);
                return batch.Id;
            },
            ct);
    }
}
