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
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, () => Act(input, ct), ct);

        /// <summary>The act itself, inside the caller's unit of work.</summary>
        public async Task<Result<Guid>> Act(Input input, CancellationToken ct)
        {
            var kept = await db.KeptOffer(actor, input.OfferId, ct);
            if (kept.Error is { } refused)
            {
                return refused;
            }

            var offer = kept.Value;

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

            var stock = await db.Stocks.AsNoTracking().SingleAsync(s => s.OfferId == offer.Id, ct);
            if (expected.Failed || expected.Value.Milli != stock.OnHandMilli)
            {
                return StockErrors.MovedMeanwhile(offer.ProductName, new Quantity(stock.OnHandMilli, offer.SoldBy));
            }

            var difference = counted.Value.Milli - stock.OnHandMilli;
            if (difference < 0 && input.Cause is null)
            {
                return StockErrors.CauseNeeded;
            }

            if (await db.MoveOnHand(offer, difference, ct) is { Error: { } missing })
            {
                return missing;
            }

            var now = clock.GetUtcNow();
            db.StockMovements.Add(new StockMovement
            {
                OfferId = offer.Id,
                DeltaMilli = difference,
                Kind = MovementKind.Counted,
                Cause = difference < 0 ? input.Cause : null,
                ValueFen = await db.WorthNow(offer, difference, now, ct),
                Reason = $"盘点 {counted.Value.ShownIn(offer.SoldBy)}，账面 {new Quantity(stock.OnHandMilli, offer.SoldBy)}{(note.Length == 0 ? "" : $"：{note}")}",
                ById = actor.Id,
                ByName = actor.Name,
                At = now,
            });
            await db.StateStock(offer.Id, now, ct);
            return offer.Id;
        }
    }
}
