using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Stocks;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.CounterSales;

/// <summary>A line that lowered no stock, or less than was sold.</summary>
/// <param name="Line">The line.</param>
/// <param name="Outlet">Name of the outlet.</param>
/// <param name="Settled">What it can mean was counted since.</param>
internal sealed record UnmatchedSale(CounterSaleLine Line, string Outlet, bool Settled);

/// <summary>日销售单未对应库存: lines of a month's day sheets whose goods the stock doesn't account for, for those who keep it or run the outlet.</summary>
internal sealed class ReadUnmatched(OrderingDbContext db, Actor actor)
{
    public async Task<IReadOnlyList<UnmatchedSale>> Read(Month month, Guid? outlet, CancellationToken ct)
    {
        Guid[] units = [.. actor.UnitsWhere(Capability.StockWrite)];
        var first = new DateOnly(month.Year, month.OfYear, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var lines = await db.CounterSales.AsNoTracking()
            .Where(l => l.Day >= first && l.Day <= last && (outlet == null || l.OutletId == outlet) && (l.OfferId == null || l.MissingMilli > 0))
            .Where(l => db.Outlets.Any(o => o.Id == l.OutletId && o.OperatorUnitId != null && units.Contains(o.OperatorUnitId.Value))
                || db.Offers.Any(o => o.OutletId == l.OutletId && o.ProductId == l.ProductId && units.Contains(o.SupplyUnitId)))
            .ToListAsync(ct);
        Guid[] goods = [.. lines.Select(l => l.ProductId).Distinct()];
        Guid[] places = [.. lines.Select(l => l.OutletId).Distinct()];
        var offers = await db.Offers.AsNoTracking().Where(o => goods.Contains(o.ProductId) && places.Contains(o.OutletId)).Select(o => new { o.Id, o.ProductId, o.OutletId }).ToListAsync(ct);
        Guid[] ids = [.. offers.Select(o => o.Id)];
        var counted = (await db.StockMovements.AsNoTracking().Where(m => ids.Contains(m.OfferId) && m.Kind == MovementKind.Counted)
            .GroupBy(m => m.OfferId).Select(g => new { g.Key, At = g.Max(m => m.At) }).ToListAsync(ct)).ToDictionary(c => c.Key, c => c.At);
        var names = await db.Outlets.AsNoTracking().Where(o => places.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return
        [
            .. lines.OrderBy(l => l.Day).ThenBy(l => l.SheetNumber, StringComparer.Ordinal).ThenBy(l => l.ProductName, StringComparer.Ordinal).ThenBy(l => l.Id).Select(l =>
            {
                List<Guid> meant = l.OfferId is { } one ? [one] : [.. offers.Where(o => o.ProductId == l.ProductId && o.OutletId == l.OutletId).Select(o => o.Id)];
                return new UnmatchedSale(l, names.GetValueOrDefault(l.OutletId, ReadStock.Nameless(l.OutletId)), meant.Count > 0 && meant.TrueForAll(o => counted.TryGetValue(o, out var at) && at > l.PostedAt));
            }),
        ];
    }
}
