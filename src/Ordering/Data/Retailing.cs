using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Whose sales somebody sees, and what they do to the shelf.</summary>
internal static class Retailing
{
    /// <summary>The sales of a person's counter.</summary>
    public static IQueryable<RetailSale> ServedBy(this IQueryable<RetailSale> sales, Actor actor)
    {
        Guid[] units = [.. actor.UnitsWhere(Capability.RetailServe)];
        return sales.Where(s => units.Contains(s.SupplyUnitId));
    }

    /// <summary>What a message was about has been asked after.</summary>
    public static Task Done(this OrderingDbContext db, StripeEvent message, CancellationToken ct) => db.InTransaction(
        _ => db.StripeEvents.Where(e => e.Id == message.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.State, StripeEventState.Done), ct), ct);

    /// <summary>The shelf, the paid order and the ledger follow a sale that moved. Its lines are loaded when it is a counter's.</summary>
    /// <param name="db">Inside a transaction.</param>
    /// <param name="sale">As it stands now.</param>
    /// <param name="before">How it stood.</param>
    /// <param name="what">What an order's story says of it.</param>
    /// <param name="by">Who gives back; null for the buyer.</param>
    /// <param name="now">Server time.</param>
    /// <param name="ct">Cancellation.</param>
    /// <exception cref="InvalidOperationException">The goods aren't there: stock and sales don't fit.</exception>
    public static async Task<Order?> Follow(this OrderingDbContext db, RetailSale sale, SaleStand before, HistoryAction what, Person? by, DateTimeOffset now, CancellationToken ct)
    {
        var after = sale.Stand;
        var moves = before.Held.Keys.Union(after.Held.Keys).ToDictionary(o => o, o => (after.Held.GetValueOrDefault(o) - before.Held.GetValueOrDefault(o), 0L));
        if (await db.MoveStock(moves, now, ct) is { } offer)
        {
            throw new InvalidOperationException($"Stock of offer {offer} doesn't fit what its sales hold.");
        }

        await db.StateGivenBack(sale, before.SoldFen, now, ct);
        if (after.ForOrderFen == before.ForOrderFen)
        {
            return null;
        }

        var order = await db.Orders.SingleAsync(o => o.Id == sale.OrderId, ct);
        order.TakePaid(after.ForOrderFen - before.ForOrderFen, what, sale.Number, by ?? new(order.RequestedById, order.RequestedByName), now);
        return order;
    }

    /// <summary>Promises the buyer what was paid beyond what is owed by now, of the newest payment first: never more than came in. The clock has Stripe give it.</summary>
    public static async Task GiveBackSurplus(this OrderingDbContext db, Order order, string reason, Person by, DateTimeOffset now, CancellationToken ct)
    {
        if (order.OwedFen >= 0)
        {
            return;
        }

        foreach (var sale in (await db.RetailSales.Where(s => s.OrderId == order.Id).OrderByDescending(s => s.Serial).ToListAsync(ct)).Where(s => s.ForOrderFen > 0))
        {
            var before = sale.Stand;
            var fen = Math.Min(-order.OwedFen, sale.ForOrderFen);
            if (fen > 0 && sale.Refund(fen, reason, by.Name, now).Error is null)
            {
                await db.Follow(sale, before, HistoryAction.Refunded, by, now, ct);
            }
        }
    }
}
