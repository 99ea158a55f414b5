using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Retail;

/// <summary>The counter gives the goods to whoever shows the pick-up code; they leave the shelf.</summary>
internal static class HandOverSale
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("rs")] Guid SaleId, string PickupCode) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.RetailSales.ServedBy(actor).Include(s => s.Lines).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == input.SaleId, ct) is not { } sale)
                {
                    return PlatformErrors.NotFound;
                }

                var now = clock.GetUtcNow();
                var held = sale.Held;
                if (sale.HandOver(input.PickupCode, actor.Name, now) is { Error: { } refused })
                {
                    return refused;
                }

                if (await db.MoveStock(held.ToDictionary(h => h.Key, h => (-h.Value, h.Value)), now, ct) is { } offer)
                {
                    throw new InvalidOperationException($"Stock of offer {offer} doesn't fit what its sales hold.");
                }

                foreach (var (gone, milli) in held)
                {
                    db.StockMovements.Add(new StockMovement { OfferId = gone, DeltaMilli = -milli, Kind = MovementKind.Sold, Reason = $"零售 {sale.Number}", ById = actor.Id, ByName = actor.Name, At = now });
                }

                await db.StateHandedOver(sale, now, ct);
                return sale.Id;
            },
            ct);
    }
}
