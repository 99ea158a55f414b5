using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>What was accepted or went back, stated line by line and as ordering's own totals.</summary>
internal static class Counting
{
    /// <summary>A line of the ledger's source.</summary>
    /// <param name="line">The order's line.</param>
    /// <param name="sourceId">The acceptance or return line.</param>
    /// <param name="originalId">The acceptance line it changes.</param>
    /// <param name="milli">Signed.</param>
    /// <param name="fen">Signed.</param>
    public static CountedLine Counted(this OrderLine line, Guid sourceId, Guid? originalId, long milli, long fen) => new(
        sourceId, originalId, line.Id, line.OfferId, line.OutletId, line.ProductId, line.ProductName, line.ProducerId, line.ProducerName,
        line.VillageId, line.VillageName, line.CountyCode, line.CountyName, line.Price.Amount, GraphJson.EnumName(line.PricedBy),
        new Quantity(milli, line.SettleUnit).Value, GraphJson.EnumName(line.SettleUnit), Money.FromFen(fen).Amount, line.Sample);

    /// <summary>Raises the totals of the villages and states them, so that the ledger can be proved against them.</summary>
    public static async Task StateTotals(this OrderingDbContext db, Order order, IReadOnlyList<CountedLine> lines, Month month, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var village in lines.GroupBy(l => l.VillageId ?? Guid.Empty).OrderBy(g => g.Key))
        {
            var fen = village.Sum(l => Money.Of(l.Amount).Fen);
            var count = village.Count();
            var row = db.AcceptedTotals.Where(t => t.CountsForUnitId == order.CountsForUnitId && t.VillageId == village.Key && t.Month == month);
            var total = new AcceptedTotal { CountsForUnitId = order.CountsForUnitId, VillageId = village.Key, Month = month, AmountFen = fen, Lines = count, Statement = 1 };
            if (await row.ExecuteUpdateAsync(
                t => t.SetProperty(x => x.AmountFen, x => x.AmountFen + fen).SetProperty(x => x.Lines, x => x.Lines + count).SetProperty(x => x.Statement, x => x.Statement + 1), ct) == 0)
            {
                db.AcceptedTotals.Add(total);
            }
            else
            {
                total = await row.AsNoTracking().SingleAsync(ct);
            }

            db.Publish(new AcceptedTotalsStated(total.CountsForUnitId, total.VillageId, month.ToString(), Money.FromFen(total.AmountFen).Amount, total.Lines, total.Statement), now);
        }
    }
}
