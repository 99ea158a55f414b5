using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>States what was ordered and what was paid, line by line.</summary>
internal static class OrderedAndPaid
{
    /// <summary>What a confirmed order comes to.</summary>
    public static void StateOrdered(this OrderingDbContext db, Order order, DateTimeOffset now) => db.State(order, 1, now, l => l.AmountOf(l.ExpectedMilli));

    /// <summary>What was given up of a confirmed order.</summary>
    /// <param name="db">The context.</param>
    /// <param name="order">After it.</param>
    /// <param name="before">What had been cancelled of each line before.</param>
    /// <param name="now">Server time.</param>
    public static void StateGivenUp(this OrderingDbContext db, Order order, IReadOnlyDictionary<Guid, long> before, DateTimeOffset now)
    {
        if (order.ConfirmedAt is not null)
        {
            // Rounded as a whole each time, so that an order given up altogether comes to exactly nothing.
            db.State(order, 1 + order.Acts, now, l => l.AmountOf(l.ExpectedMilli - l.CancelledMilli) - l.AmountOf(l.ExpectedMilli - before[l.Id]));
        }
    }

    /// <summary>What a payment, or the taking back of one, pays of each line of its statement.</summary>
    public static async Task StatePaid(this OrderingDbContext db, Payment payment, Statement statement, CancellationToken ct)
    {
        var lines = await db.StatementLines.AsNoTracking().Where(l => l.StatementId == statement.Id).OrderBy(l => l.Position).ThenBy(l => l.Id).ToListAsync(ct);
        var parts = Shares.Of(payment.AmountFen, [.. lines.Select(l => l.AmountFen)]);
        db.Publish(
            new PaymentShared(
                payment.Id, payment.Number, statement.Number, statement.UnitId, payment.PaidOn, payment.RecordedAt,
                [.. lines.Zip(parts).Where(p => p.Second != 0).Select(p => new PaymentPart(p.First.Id, Money.FromFen(p.Second).Amount))]),
            payment.RecordedAt);
    }

    private static void State(this OrderingDbContext db, Order order, int statement, DateTimeOffset now, Func<OrderLine, long> fen)
    {
        var lines = order.Lines.OrderBy(l => l.Position).Select(l => (Line: l, Fen: fen(l))).Where(l => l.Fen != 0)
            .Select(l => new OrderedAmount(l.Line.Id, l.Line.ProductId, l.Line.ProducerId, l.Line.VillageId, l.Line.OutletId, Money.FromFen(l.Fen).Amount, l.Line.Sample)).ToList();
        if (lines.Count > 0)
        {
            db.Publish(new OrderedAmountsStated(order.Id, order.Number, statement, order.CountsForUnitId, GraphJson.EnumName(order.Purpose), now, now.MonthInChina().ToString(), lines), now);
        }
    }
}
