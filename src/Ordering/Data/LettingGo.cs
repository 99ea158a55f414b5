using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Data;

/// <summary>What several use cases do to an order: give up its rest, or have the supplier agree to it.</summary>
internal static class LettingGo
{
    /// <summary>Gives up the rest of an order, frees what was held for it, and says so.</summary>
    public static async Task<Result> LetGo(this OrderingDbContext db, Order order, string reason, Person who, DateTimeOffset now, CancellationToken ct)
    {
        var before = order.Holdings;
        var cancelled = order.Lines.ToDictionary(l => l.Id, l => l.CancelledMilli);
        if (order.Cancel(reason, who, now) is { Failed: true } refused)
        {
            return refused;
        }

        if (await db.Carry(order, before, now, ct) is { Failed: true } stuck)
        {
            return stuck;
        }

        db.StateGivenUp(order, cancelled, now);
        db.Publish(new OrderCancelled(order.Id, order.Number, order.UnitId, reason, now), now);
        return Result.Done;
    }

    /// <summary>The supplier agrees to an order; its terms are frozen and the ledger comes to know them.</summary>
    public static Result Agree(this OrderingDbContext db, Order order, long? freightFen, string? onBehalf, Person who, DateTimeOffset now)
    {
        if (order.Confirm(freightFen, onBehalf, who, now) is { Failed: true } refused)
        {
            return refused;
        }

        db.Publish(
            new OrderConfirmed(
                order.Id, order.Number, order.UnitId, order.CountsForUnitId, GraphJson.EnumName(order.Purpose),
                [.. order.Lines.OrderBy(l => l.Position).Select(l => new ConfirmedLine(l.Id, l.OfferId, l.Price.Amount, GraphJson.EnumName(l.PricedBy)))], now),
            now);
        db.StateOrdered(order, now);
        return Result.Done;
    }
}
