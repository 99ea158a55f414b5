using Commerce.Catalog.Data;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.ResumeProducer;

/// <summary>The office lets a suspended producer supply again (恢复供货).</summary>
internal static class ResumeProducer
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("prc")] Guid ProducerId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Producers.Include(p => p.Suspensions).FirstOrDefaultAsync(p => p.Id == input.ProducerId, ct) is not { } producer)
                {
                    return PlatformErrors.NotFound;
                }

                if (producer.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(producer.Version);
                }

                var now = clock.GetUtcNow();
                var resumed = producer.Resume(now);
                if (resumed.Error is { } refused)
                {
                    return refused;
                }

                db.Entry(producer).Property(p => p.Name).IsModified = true; // The version rises with its suspensions.
                db.State(producer, resumed.Value, now);
                return producer.Id;
            },
            ct);
    }
}
