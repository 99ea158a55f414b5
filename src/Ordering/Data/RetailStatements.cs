using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>What is said to the ledger of what travellers bought. An order that was paid by phone is no sale of a counter.</summary>
internal static class RetailStatements
{
    /// <summary>The goods left: what is sold is what is paid less what went back before.</summary>
    public static async Task StateHandedOver(this OrderingDbContext db, RetailSale sale, DateTimeOffset now, CancellationToken ct)
    {
        if (sale.OutletId is not { } outlet)
        {
            return;
        }

        var shares = sale.SharesOf(sale.PaidFen - sale.RefundedFen);
        var lines = await db.Sold(sale, ct);
        db.Publish(
            new RetailHandedOver(
                sale.Id, sale.Number, outlet, sale.SupplyUnitId, now, now.MonthInChina().ToString(),
                [.. lines.Select((l, i) => Line(l.Line, l.Offer, l.Line.Id, l.Line.Quantity.Value, shares[i]))]),
            now);
    }

    /// <summary>Money went back after that, or came to nothing: the difference of what is left of each line.</summary>
    public static async Task StateGivenBack(this OrderingDbContext db, RetailSale sale, long soldBefore, DateTimeOffset now, CancellationToken ct)
    {
        if (sale.OutletId is not { } outlet || sale.State != RetailState.HandedOver || sale.SoldFen == soldBefore)
        {
            return;
        }

        var (before, after) = (sale.SharesOf(soldBefore), sale.SharesOf(sale.SoldFen));
        var lines = await db.Sold(sale, ct);
        db.Publish(
            new RetailGivenBack(
                Guid.CreateVersion7(now), sale.Id, sale.Number, outlet, sale.SupplyUnitId, now, now.MonthInChina().ToString(),
                [.. lines.Select((l, i) => (l, Fen: after[i] - before[i])).Where(c => c.Fen != 0).Select(c => Line(c.l.Line, c.l.Offer, Guid.CreateVersion7(now), 0m, c.Fen))]),
            now);
    }

    private static async Task<IReadOnlyList<(RetailLine Line, KnownOffer Offer)>> Sold(this OrderingDbContext db, RetailSale sale, CancellationToken ct)
    {
        var lines = await db.Set<RetailLine>().AsNoTracking().Where(l => l.SaleId == sale.Id).OrderBy(l => l.Position).ToListAsync(ct);
        var ids = lines.Select(l => l.OfferId).Distinct().ToList();
        var offers = await db.Offers.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        return [.. lines.Select(l => (l, offers[l.OfferId]))];
    }

    private static RetailLineSold Line(RetailLine line, KnownOffer offer, Guid id, decimal quantity, long fen) => new(
        id, line.Id, offer.ProductId, line.ProductName, offer.ProducerId, offer.ProducerName, offer.VillageId, offer.VillageName, offer.CountyCode,
        quantity, GraphJson.EnumName(line.SoldBy), Money.FromFen(fen).Amount, line.Sample);
}
