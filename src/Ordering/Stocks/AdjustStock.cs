using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Stocks;

/// <summary>Goods came in, or were lost: a difference, never an absolute number, so that two adjustments can't undo each other.</summary>
internal static class AdjustStock
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("off")] Guid OfferId, AskedQuantity Delta, string Reason) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == input.OfferId, ct) is not { } offer)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.StockWrite, offer.SupplyUnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                var delta = input.Delta.Read();
                if (delta.Error is { } wrong)
                {
                    return wrong;
                }

                if (!delta.Value.Unit.Counts(offer.SoldBy) || !delta.Value.IsWhole() || delta.Value.IsZero)
                {
                    return OrderingErrors.OtherDimension(offer.ProductName, offer.SoldBy).At("delta");
                }

                if (string.IsNullOrWhiteSpace(input.Reason))
                {
                    return OrderingErrors.ReasonNeeded("reason");
                }

                var more = delta.Value.Milli;
                if (await db.Stocks
                    .Where(s => s.OfferId == offer.Id && s.OnHandMilli - s.ReservedMilli + more >= 0)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.OnHandMilli, x => x.OnHandMilli + more), ct) == 0)
                {
                    var stock = await db.Stocks.AsNoTracking().SingleAsync(s => s.OfferId == offer.Id, ct);
                    return OrderingErrors.StockBelowReserved(offer.Id, offer.ProductName, stock.Available);
                }

                var now = clock.GetUtcNow();
                db.StockMovements.Add(new StockMovement
                {
                    OfferId = offer.Id,
                    DeltaMilli = more,
                    Reason = input.Reason,
                    ById = actor.Id,
                    ByName = actor.Name,
                    At = now,
                });
                await db.StateStock(offer.Id, now, ct);
                return offer.Id;
            },
            ct);
    }
}
