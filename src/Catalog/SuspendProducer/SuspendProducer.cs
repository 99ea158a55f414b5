using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.SuspendProducer;

/// <summary>The office suspends a producer (暂停供货): nothing more is ordered from it, confirmed or sent. What is on the way may still be accepted.</summary>
internal static class SuspendProducer
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("prc")] Guid ProducerId, int ExpectedVersion, string Reason) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                var reason = input.Reason.Trim();
                if (reason.Length is 0 or > 200)
                {
                    return CatalogErrors.SuspensionReasonShape;
                }

                if (await db.Producers.Include(p => p.Suspensions).FirstOrDefaultAsync(p => p.Id == input.ProducerId, ct) is not { } producer)
                {
                    return PlatformErrors.NotFound;
                }

                if (producer.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(producer.Version);
                }

                var now = clock.GetUtcNow();
                var suspended = producer.Suspend(reason, now);
                if (suspended.Error is { } refused)
                {
                    return refused;
                }

                db.Add(suspended.Value);
                db.Entry(producer).Property(p => p.Name).IsModified = true; // The version rises with its suspensions.
                db.State(producer, suspended.Value, now);
                return producer.Id;
            },
            ct);
    }
}
