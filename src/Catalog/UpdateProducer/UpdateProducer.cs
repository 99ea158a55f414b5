using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.UpdateProducer;

/// <summary>Whoever acts for a producer says anew who speaks for it, how villagers gain, and how many households on which day. What is left out is emptied.</summary>
internal static class UpdateProducer
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prc")] Guid ProducerId, int ExpectedVersion, string? Endorsement, string? BenefitMechanism, int? Households, DateOnly? HouseholdsOn) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Producers.FirstOrDefaultAsync(p => p.Id == input.ProducerId, ct) is not { } producer)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.CatalogueWrite, producer.SupplyUnitId))
                {
                    return ProducerErrors.NotYours;
                }

                if (producer.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(producer.Version);
                }

                if (producer.Say(input.Endorsement, input.BenefitMechanism, input.Households, input.HouseholdsOn, clock.GetUtcNow().DayInChina()).Error is { } refused)
                {
                    return refused;
                }

                db.Entry(producer).Property(p => p.Endorsement).IsModified = true; // Saying the same again is a saying, too.
                return producer.Id;
            },
            ct);
    }
}
