using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Stocks;

/// <summary>损耗: goods are no more, and why. Never what is held for orders.</summary>
internal static class LoseStock
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("off")] Guid OfferId, AskedQuantity Quantity, LossCause Cause, string? Note) : IMutationInput;

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

                var offer = kept.Value;

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

                if (await db.MoveOnHand(offer, -quantity.Value, ct) is { Error: { } missing })
                {
                    return missing;
                }

                var now = clock.GetUtcNow();
                db.StockMovements.Add(new StockMovement
                {
                    OfferId = offer.Id,
                    DeltaMilli = -quantity.Value,
                    Kind = MovementKind.Loss,
                    Cause = input.Cause,
                    ValueFen = await db.WorthNow(offer, quantity.Value, now, ct),
                    Reason = $"损耗{(note.Length == 0 ? "" : $"：{note}")}",
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
