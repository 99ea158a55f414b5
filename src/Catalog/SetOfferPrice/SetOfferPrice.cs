using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.SetOfferPrice;

/// <summary>Gives an offer another price from now or from a later moment on (调价).</summary>
internal static class SetOfferPrice
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("off")] Guid OfferId, int ExpectedVersion, decimal Amount, MeasureUnit Per, DateTimeOffset ValidFrom, string? Reason) : IMutationInput;

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

                return Apply(db, offer, sold.Variant, input, clock.GetUtcNow()) is { Failed: true } refused ? refused.Error! : offer.Id;
            },
            ct);

        /// <summary>The act itself, on an offer with its prices, inside the caller's unit of work.</summary>
        public static Result Apply(CatalogDbContext db, Offer offer, ProductVariant variant, Input input, DateTimeOffset now)
        {
            if (input.Reason is { Length: > 200 })
            {
                return CatalogErrors.ReasonTooLong;
            }

            var validFrom = input.ValidFrom.ToTheMillisecond();
            if (offer.SetPrice(input.ExpectedVersion, input.Amount, input.Per, variant, validFrom, input.Reason, now) is { Failed: true } refused)
            {
                return refused;
            }

            // The version rises even when two changes fall into the same instant.
            db.Entry(offer).Property(o => o.UpdatedAt).IsModified = true;
            db.Publish(new OfferPriceChanged(offer.Id, offer.Version + 1, input.Amount, GraphJson.EnumName(input.Per), validFrom), now);
            return Result.Done;
        }
    }
}
