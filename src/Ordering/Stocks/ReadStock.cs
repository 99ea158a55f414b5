using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Stocks;

/// <summary>What a month did to some goods: what came, what was lost, and by how much counts fell short.</summary>
internal sealed record Shrinkage(long ReceivedMilli, long LostMilli, long ShortMilli, long ReceivedFen, long LostFen, long ShortFen, bool Unpriced)
{
    public static Shrinkage None { get; } = new(0, 0, 0, 0, 0, 0, false);

    public long ShrunkFen => LostFen + ShortFen;

    /// <summary>In per cent of what came, by value, half away from zero to one place; null when nothing came.</summary>
    public decimal? Percent => ReceivedFen == 0 ? null : Rounding.HalfAwayFromZero(ShrunkFen * 100m / ReceivedFen, 1);

    /// <summary>Of some movements. What came from another outlet came; what went to one is no loss.</summary>
    public static Shrinkage Of(IEnumerable<StockMovement> movements)
    {
        var sum = None;
        foreach (var m in movements)
        {
            var (size, fen) = (Math.Abs(m.DeltaMilli), m.ValueFen ?? 0);
            var told = m switch
            {
                { Kind: MovementKind.Received } or { Kind: MovementKind.Transferred, DeltaMilli: > 0 } => new Shrinkage(size, 0, 0, fen, 0, 0, m.ValueFen is null),
                { Kind: MovementKind.Loss } => new Shrinkage(0, size, 0, 0, fen, 0, m.ValueFen is null),
                { Kind: MovementKind.Counted, DeltaMilli: < 0 } => new Shrinkage(0, 0, size, 0, 0, fen, m.ValueFen is null),
                _ => None,
            };
            sum += told;
        }

        return sum;
    }

    public static Shrinkage operator +(Shrinkage a, Shrinkage b) => new(
        a.ReceivedMilli + b.ReceivedMilli, a.LostMilli + b.LostMilli, a.ShortMilli + b.ShortMilli, a.ReceivedFen + b.ReceivedFen, a.LostFen + b.LostFen, a.ShortFen + b.ShortFen, a.Unpriced || b.Unpriced);
}

/// <summary>An offer with its stock and its month.</summary>
internal sealed record StockRow(KnownOffer Offer, string Outlet, Stock Stock, Shrinkage Month, IReadOnlyList<StockLot> Near);

/// <summary>The stock that somebody keeps, and what a month did to it.</summary>
/// <param name="Month">The month.</param>
/// <param name="Today">Day in China.</param>
/// <param name="Rows">By outlet and good.</param>
/// <param name="Outlet">The outlet that the page is about; null for all.</param>
internal sealed record StockSheet(Month Month, DateOnly Today, IReadOnlyList<StockRow> Rows, Guid? Outlet)
{
    public IEnumerable<IGrouping<(Guid Id, string Name), StockRow>> Outlets => Rows.GroupBy(r => (r.Offer.OutletId, r.Outlet));

    public IEnumerable<StockRow> Shown => Rows.Where(r => Outlet is null || r.Offer.OutletId == Outlet);

    public IEnumerable<(StockRow Row, StockLot Lot)> Near => Shown.SelectMany(r => r.Near.Select(l => (r, l))).OrderBy(n => n.l.ExpiresOn).ThenBy(n => n.r.Outlet, StringComparer.Ordinal);
}

/// <summary>Reads stock and its movements for those who keep it.</summary>
internal sealed class ReadStock(OrderingDbContext db, Actor actor, TimeProvider clock, OrderingOptions options)
{
    /// <summary>What stands here for outlets whose name an older data folder never told.</summary>
    public static string Nameless(Guid outlet) => $"销售点 {outlet.ToString("N")[..6]}";

    public async Task<StockSheet> Read(string? month, Guid? outlet, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asked = Month.TryParse(month, out var told) ? told : now.MonthInChina();
        var (from, to) = (FirstDay(asked).StartInChina(), FirstDay(asked.Next()).StartInChina());
        var offers = await db.KeptBy(actor).Where(o => o.ValidTo == null || o.ValidTo > from).ToListAsync(ct);
        var names = await db.Outlets.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var stocks = (await db.Stocks.AsNoTracking().Where(s => db.KeptBy(actor).Any(o => o.Id == s.OfferId)).ToListAsync(ct)).ToDictionary(s => s.OfferId);
        var moved = (await db.StockMovements.AsNoTracking().Where(m => m.At >= from && m.At < to && db.KeptBy(actor).Any(o => o.Id == m.OfferId)).ToListAsync(ct)).ToLookup(m => m.OfferId);
        var came = (await db.StockMovements.AsNoTracking().Where(m => m.DeltaMilli > 0 && m.ExpiresOn != null && db.KeptBy(actor).Any(o => o.Id == m.OfferId)).ToListAsync(ct)).ToLookup(m => m.OfferId);
        var today = now.DayInChina();
        return new(
            asked,
            today,
            [
                .. offers.Select(o =>
                {
                    var stock = stocks.GetValueOrDefault(o.Id) ?? new Stock { OfferId = o.Id, Unit = o.SoldBy };
                    var lots = came[o.Id].Select(m => new StockLot(m.BatchId, m.MadeOn, m.ExpiresOn!.Value, m.DeltaMilli));
                    return new StockRow(
                        o, names.GetValueOrDefault(o.OutletId, Nameless(o.OutletId)), stock, Shrinkage.Of(moved[o.Id]),
                        [.. StockLots.Remaining(lots, stock.OnHandMilli).Near(today, options.NearExpiryDays)]);
                }).OrderBy(r => r.Outlet, StringComparer.Ordinal).ThenBy(r => r.Offer.ProductName, StringComparer.Ordinal).ThenBy(r => r.Offer.Specification, StringComparer.Ordinal),
            ],
            outlet);
    }

    private static DateOnly FirstDay(Month month) => new(month.Year, month.OfYear, 1);

    /// <summary>What moved last of an offer, newest first.</summary>
    public Task<List<StockMovement>> Last(Guid offer, CancellationToken ct) =>
        db.StockMovements.AsNoTracking().Where(m => m.OfferId == offer && db.KeptBy(actor).Any(o => o.Id == offer)).OrderByDescending(m => m.Sequence).Take(20).ToListAsync(ct);

    /// <summary>Batches that may come in of a good.</summary>
    public async Task<IReadOnlyList<KnownBatch>> Batches(Guid product, CancellationToken ct) => await new Dispatch.BatchesToSend(db, clock).Of([product], ct);
}
