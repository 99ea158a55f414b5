using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.WithdrawOffer;

/// <summary>Takes an offer off the shelf now (下架). What was ordered stays ordered.</summary>
internal static class WithdrawOffer
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("off")] Guid OfferId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Offers.Include(o => o.Prices).FirstOrDefaultAsync(o => o.Id == input.OfferId, ct) is not { } offer)
                {
                    return PlatformErrors.NotFound;
                }

                var sold = await db.SoldThing(offer.VariantId, ct) ?? throw new InvalidOperationException($"Offer {offer.Id} sells nothing.");
                if (!actor.Can(Capability.CatalogueWrite, sold.Producer.SupplyUnitId))
                {
                    return CatalogErrors.NotYourSupplier;
                }

                var now = clock.GetUtcNow();
                if (offer.Withdraw(input.ExpectedVersion, now) is { Failed: true } refused)
                {
                    return refused.Error!;
                }

                var outlet = await db.Outlets.AsNoTracking().SingleAsync(o => o.Id == offer.OutletId, ct);
                db.Publish(sold.State(offer, offer.Version + 1, outlet, offer.PriceAt(now)), now);
                await db.StateSpecies(offer, outlet, sold.Product, now, ct);
                return offer.Id;
            },
            ct);
    }
}
