using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Stocks;

/// <summary>调拨: goods go from one outlet to another that the same people keep: one act, two movements.</summary>
internal static class TransferStock
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("off")] Guid OfferId, [property: IdOf("off")] Guid ToOfferId, AskedQuantity Quantity, DateOnly? ExpiresOn, string? Note) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                var (leaving, arriving) = (await db.KeptOffer(actor, input.OfferId, ct), await db.KeptOffer(actor, input.ToOfferId, ct));
                if ((leaving.Error ?? arriving.Error) is { } refused)
                {
                    return refused;
                }

                var (from, to) = (leaving.Value, arriving.Value);

                if (from.OutletId == to.OutletId)
                {
                    return StockErrors.SameOutlet;
                }

                if (from.VariantId != to.VariantId)
                {
                    return StockErrors.OtherGoods;
                }

                var quantity = from.ReadMoved(input.Quantity, "quantity");
                if (quantity.Error is { } wrong)
                {
                    return wrong;
                }

                var note = input.Note?.Trim() ?? "";
                if (note.Length > 200)
                {
                    return StockErrors.NoteTooLong;
                }

                // In the order of the offers, so that two transfers towards each other can't block each other.
                foreach (var (offer, delta) in new[] { (from, -quantity.Value), (to, quantity.Value) }.OrderBy(m => m.Item1.Id))
                {
                    if (await db.MoveOnHand(offer, delta, ct) is { Error: { } missing })
                    {
                        return missing;
                    }
                }

                var now = clock.GetUtcNow();
                var transfer = Guid.CreateVersion7(now);
                foreach (var (offer, other, delta) in new[] { (from, to, -quantity.Value), (to, from, quantity.Value) })
                {
                    var place = await db.Outlets.AsNoTracking().Where(o => o.Id == other.OutletId).Select(o => o.Name).SingleOrDefaultAsync(ct) ?? "另一处";
                    db.StockMovements.Add(new StockMovement
                    {
                        OfferId = offer.Id,
                        DeltaMilli = delta,
                        Kind = MovementKind.Transferred,
                        TransferId = transfer,
                        ExpiresOn = delta > 0 ? input.ExpiresOn : null,
                        ValueFen = await db.WorthNow(offer, delta, now, ct),
                        Reason = $"{(delta < 0 ? "调往" : "调自")}{place}{(note.Length == 0 ? "" : $"：{note}")}",
                        ById = actor.Id,
                        ByName = actor.Name,
                        At = now,
                    });
                    await db.StateStock(offer.Id, now, ct);
                }

                return from.Id;
            },
            ct);
    }
}
