using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Stocks;

/// <summary>盘点: what was counted takes the place of what stood here, if nothing moved meanwhile; the difference is a movement, also when there is none.</summary>
internal static class CountStock
{
    /// <param name="IdempotencyKey">The key.</param>
    /// <param name="OfferId">The offer.</param>
    /// <param name="Counted">What lies on the shelf.</param>
    /// <param name="Expected">What stood here when it was counted.</param>
    /// <param name="Cause">Needed when less was counted.</param>
    /// <param name="Note">More words.</param>
    public sealed record Input(string IdempotencyKey, [property: IdOf("off")] Guid OfferId, AskedQuantity Counted, AskedQuantity Expected, LossCause? Cause, string? Note) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                var kept = await db.KeptOffer(actor, input.OfferId, ct);
                if (kept.Error is { } refused)
                {
                    return refused;
                }

                var (offer, now) = (kept.Value, clock.GetUtcNow());
                var stood = await db.Stocks.AsNoTracking().Where(s => s.OfferId == offer.Id).Select(s => s.OnHandMilli).SingleAsync(ct);
                if (await Take(input, offer, stood, (await db.PricesNow([offer.Id], now, ct)).GetValueOrDefault(offer.Id), now, ct) is { Error: { } wrong })
                {
                    return wrong;
                }

                await db.StateStock(offer.Id, now, ct);
                return offer.Id;
            },
            ct);

        /// <summary>The act itself, inside the caller's unit of work; the caller states the stock.</summary>
        /// <param name="input">What was counted.</param>
        /// <param name="offer">Whose stock the actor keeps.</param>
        /// <param name="stoodMilli">What stood there when it was read; refused when it is another by now.</param>
        /// <param name="price">That holds now.</param>
        /// <param name="now">Server time.</param>
        /// <param name="ct">Cancellation.</param>
        public async Task<Result> Take(Input input, KnownOffer offer, long stoodMilli, KnownPrice? price, DateTimeOffset now, CancellationToken ct)
        {
            var (counted, expected) = (input.Counted.Read(), input.Expected.Read());
            if (counted.Failed || !counted.Value.Unit.Counts(offer.SoldBy) || !counted.Value.IsWhole() || counted.Value.Milli < 0)
            {
                return StockErrors.CountShape(offer);
            }

            var note = input.Note?.Trim() ?? "";
            if (note.Length > 200)
            {
                return StockErrors.NoteTooLong;
            }

            if (expected.Failed || expected.Value.Milli != stoodMilli)
            {
                return StockErrors.MovedMeanwhile(offer.ProductName, new Quantity(stoodMilli, offer.SoldBy));
            }

            var difference = counted.Value.Milli - stoodMilli;
            if (difference < 0 && input.Cause is null)
            {
                return StockErrors.CauseNeeded;
            }

            if (await db.MoveOnHand(offer, difference, ct, stoodMilli) is { Error: { } missing })
            {
                return missing;
            }

            db.StockMovements.Add(new StockMovement
            {
                OfferId = offer.Id,
                DeltaMilli = difference,
                Kind = MovementKind.Counted,
                Cause = difference < 0 ? input.Cause : null,
                ValueFen = price is null ? null : offer.Worth(Math.Abs(difference), price.Price),
                Reason = $"盘点 {counted.Value.ShownIn(offer.SoldBy)}，账面 {new Quantity(stoodMilli, offer.SoldBy)}{(note.Length == 0 ? "" : $"：{note}")}",
                ById = actor.Id,
                ByName = actor.Name,
                At = now,
            });
            return Result.Done;
        }
    }
}
