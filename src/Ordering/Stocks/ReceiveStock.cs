using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Stocks;

/// <summary>进货: goods came, of a batch on record or with a last day that was read from the pack.</summary>
internal static class ReceiveStock
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("off")] Guid OfferId, AskedQuantity Quantity, [property: IdOf("bat")] Guid? BatchId, DateOnly? ExpiresOn, string? Note) : IMutationInput;

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
                KnownBatch? batch = null;
                if (input.BatchId is { } chosen)
                {
                    var known = await db.BatchOf(offer.ProductId, offer.ProductName, chosen, ct);
                    if (known.Error is { } none)
                    {
                        return none;
                    }

                    batch = known.Value;
                }

                if (await Take(input, offer, batch, (await db.PricesNow([offer.Id], now, ct)).GetValueOrDefault(offer.Id), now, ct) is { Error: { } wrong })
                {
                    return wrong;
                }

                await db.StateStock(offer.Id, now, ct);
                return offer.Id;
            },
            ct);

        /// <summary>The act itself, inside the caller's unit of work; the caller states the stock.</summary>
        /// <param name="input">What came.</param>
        /// <param name="offer">Whose stock the actor keeps.</param>
        /// <param name="batch">Of these goods, not recalled; null when none was named.</param>
        /// <param name="price">That holds now.</param>
        /// <param name="now">Server time.</param>
        /// <param name="ct">Cancellation.</param>
        public async Task<Result> Take(Input input, KnownOffer offer, KnownBatch? batch, KnownPrice? price, DateTimeOffset now, CancellationToken ct)
        {
            var quantity = offer.ReadMoved(input.Quantity, "quantity");
            if (quantity.Error is { } wrong)
            {
                return wrong;
            }

            var note = input.Note?.Trim() ?? "";
            if (note.Length > 200)
            {
                return StockErrors.NoteTooLong;
            }

            var end = batch?.ExpiresOn ?? input.ExpiresOn;
            if (end < now.DayInChina())
            {
                return StockErrors.AlreadyOver(offer.ProductName);
            }

            await db.MoveOnHand(offer, quantity.Value, ct);
            db.StockMovements.Add(new StockMovement
            {
                OfferId = offer.Id,
                DeltaMilli = quantity.Value,
                Kind = MovementKind.Received,
                BatchId = batch?.Id,
                MadeOn = batch?.MadeOn,
                ExpiresOn = end,
                ValueFen = price is null ? null : offer.Worth(quantity.Value, price.Price),
                Reason = $"进货{(batch is null ? "" : $" 批次 {batch.Number}")}{(note.Length == 0 ? "" : $"：{note}")}",
                ById = actor.Id,
                ByName = actor.Name,
                At = now,
            });
            return Result.Done;
        }
    }
}
