using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.PublishOffer;

/// <summary>Puts a variant on sale at an outlet for a buyer group (上架).</summary>
internal static class PublishOffer
{
    // Step: one of the unit it is sold by when left out. Minimum: the step when left out. ValidFrom: now when left out.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("var")] Guid VariantId, [property: IdOf("out")] Guid OutletId, BuyerGroup BuyerGroup,
        decimal Amount, MeasureUnit Per, QuantityInput? Step, QuantityInput? Minimum, DateTimeOffset? ValidFrom) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.SoldThing(input.VariantId, ct) is not { } sold)
                {
                    return CatalogErrors.NoSuch("规格", "variant", "variantId");
                }

                if (await db.Outlets.AsNoTracking().FirstOrDefaultAsync(o => o.Id == input.OutletId, ct) is not { } outlet)
                {
                    return CatalogErrors.NoSuch("销售点", "outlet", "outletId");
                }

                if (!actor.Can(Capability.CatalogueWrite, sold.Producer.SupplyUnitId))
                {
                    return CatalogErrors.NotYourSupplier;
                }

                var now = clock.GetUtcNow();
                var made = Made(input, sold.Variant, now);
                if (made.Failed)
                {
                    return made.Error!;
                }

                var (offer, from) = (made.Value, made.Value.ValidFrom);
                if (await db.Offers.AnyAsync(
                    o => o.VariantId == input.VariantId && o.OutletId == input.OutletId && o.BuyerGroup == input.BuyerGroup && (o.ValidTo == null || o.ValidTo > from), ct))
                {
                    return CatalogErrors.AlreadyOnOffer;
                }

                await Put(db, offer, sold, outlet, now, ct);
                return offer.Id;
            },
            ct);

        /// <summary>The offer that an input comes to, or what is wrong with it. Whether it is on offer there already isn't looked at.</summary>
        public static Result<Offer> Made(Input input, ProductVariant variant, DateTimeOffset now)
        {
            var validFrom = (input.ValidFrom ?? now).ToTheMillisecond();
            if (validFrom < now - Instants.ClockSlack)
            {
                return CatalogErrors.OfferInThePast;
            }

            if (OfferPrice.Check(input.Amount, input.Per, variant) is { Failed: true } badPrice)
            {
                return badPrice.Error!;
            }

            var step = Read(input.Step, "step", variant, Quantity.Of(1, variant.SoldBy));
            if (step.Failed)
            {
                return step.Error!;
            }

            var minimum = Read(input.Minimum, "minimum", variant, step.Value);
            if (minimum.Failed)
            {
                return minimum.Error!;
            }

            var id = Guid.CreateVersion7(now);
            return new Offer
            {
                Id = id,
                VariantId = variant.Id,
                OutletId = input.OutletId,
                BuyerGroup = input.BuyerGroup,
                ValidFrom = validFrom,
                StepMilli = step.Value.Milli,
                MinimumMilli = minimum.Value.Milli,
                Unit = variant.SoldBy,
                UpdatedAt = now,
                Prices = [OfferPrice.Of(id, UnitPrice.Of(input.Amount, input.Per), validFrom, null, now)],
            };
        }

        /// <summary>Puts it on the shelf and states it, inside the caller's unit of work.</summary>
        public static async Task Put(CatalogDbContext db, Offer offer, SoldThing sold, Outlet outlet, DateTimeOffset now, CancellationToken ct)
        {
            db.Add(offer);
            db.Publish(sold.State(offer, version: 1, outlet, offer.Prices[0]), now);
            await db.StateSpecies(offer, outlet, sold.Product, now, ct);
        }

        private static Result<Quantity> Read(QuantityInput? given, string field, ProductVariant variant, Quantity otherwise)
        {
            if (given is null)
            {
                return otherwise;
            }

            return given.Value > 0 && given.Unit.Dimension() == variant.SoldBy.Dimension() && Quantity.IsExact(given.Value, given.Unit)
                ? Quantity.Of(given.Value, given.Unit).ShownIn(variant.SoldBy)
                : CatalogErrors.QuantityShape(variant.SoldBy, field);
        }
    }
}
