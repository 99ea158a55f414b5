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
                var validFrom = (input.ValidFrom ?? now).ToTheMillisecond();
                if (validFrom < now - Instants.ClockSlack)
                {
                    return CatalogErrors.OfferInThePast;
                }

                if (OfferPrice.Check(input.Amount, input.Per, sold.Variant) is { Failed: true } badPrice)
                {
                    return badPrice.Error!;
                }

                var step = Read(input.Step, "step", sold.Variant, Quantity.Of(1, sold.Variant.SoldBy));
                if (step.Failed)
                {
                    return step.Error!;
                }

                var minimum = Read(input.Minimum, "minimum", sold.Variant, step.Value);
                if (minimum.Failed)
                {
                    return minimum.Error!;
                }

                if (await db.Offers.AnyAsync(
                    o => o.VariantId == input.VariantId && o.OutletId == input.OutletId && o.BuyerGroup == input.BuyerGroup && (o.ValidTo == null || o.ValidTo > validFrom), ct))
                {
                    return CatalogErrors.AlreadyOnOffer;
                }

                var id = Guid.CreateVersion7(now);
                var price = OfferPrice.Of(id, UnitPrice.Of(input.Amount, input.Per), validFrom, null, now);
                var offer = new Offer
                {
                    Id = id,
                    VariantId = input.VariantId,
                    OutletId = input.OutletId,
                    BuyerGroup = input.BuyerGroup,
                    ValidFrom = validFrom,
                    StepMilli = step.Value.Milli,
                    MinimumMilli = minimum.Value.Milli,
                    Unit = sold.Variant.SoldBy,
                    UpdatedAt = now,
                    Prices = [price],
                };
                db.Add(offer);
                db.Publish(sold.State(offer, version: 1, outlet, price), now);
                await db.StateSpecies(offer, outlet, sold.Product, now, ct);
                return id;
            },
            ct);

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
