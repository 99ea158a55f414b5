using Commerce.Ordering.CounterSales;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Stocks;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Desk;

/// <summary>What an offer needs of whoever keeps it; the first that fits.</summary>
internal enum DeskState
{
    /// <summary>A certificate is missing today: off the shelf.</summary>
    OffShelf,

    Out,

    Low,

    /// <summary>Some of it is near its end, or over.</summary>
    NearEnd,

    /// <summary>A certificate runs out within 30 days.</summary>
    PaperEnds,

    Fine,
}

/// <summary>An offer on sale as its keeper works on it.</summary>
/// <param name="Stock">With the offer, its outlet and what is near its end.</param>
/// <param name="Price">That holds now; null while none is known.</param>
/// <param name="Next">The next one.</param>
/// <param name="WorthFen">What is on hand at the present price; null without one.</param>
/// <param name="Paper">The certificate that is missing, or will be within 30 days.</param>
/// <param name="State">What comes first.</param>
internal sealed record DeskRow(StockRow Stock, KnownPrice? Price, KnownPrice? Next, long? WorthFen, MissingPaper? Paper, DeskState State);

/// <summary>工作台: what a keeper has on sale now, and what waits at the counters.</summary>
/// <param name="Rows">What the address asks for.</param>
/// <param name="Outlets">All outlets, with how many rows each would leave.</param>
/// <param name="States">How many rows each state would leave.</param>
/// <param name="ToHandOver">Sales paid by phone that wait for their buyers.</param>
/// <param name="Unmatched">Lines of this month's day sheets that the stock doesn't account for.</param>
/// <param name="Today">Day in China.</param>
internal sealed record DeskSheet(
    IReadOnlyList<DeskRow> Rows, IReadOnlyList<(Guid Id, string Name, int Count)> Outlets, IReadOnlyDictionary<DeskState, int> States, int ToHandOver, int Unmatched, DateOnly Today)
{
    public Money Worth => Money.FromFen(Rows.Sum(r => r.WorthFen ?? 0));
}

/// <summary>Reads a keeper's desk out of what ordering knows itself.</summary>
internal sealed class ReadDesk(OrderingDbContext db, Actor actor, TimeProvider clock, ReadStock stock, ReadUnmatched unmatched)
{
    private const int Ahead = 30;

    public async Task<DeskSheet> Read(Guid? outlet, string? state, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = now.DayInChina();
        var sheet = await stock.Read(null, null, ct);
        var onSale = sheet.Rows.Where(r => r.Offer.IsValid(now)).ToList();
        Guid[] offers = [.. onSale.Select(r => r.Offer.Id)];
        Guid[] goods = [.. onSale.Select(r => r.Offer.ProductId).Distinct()];
        var prices = (await db.Prices.AsNoTracking().Where(p => offers.Contains(p.OfferId)).ToListAsync(ct)).ToLookup(p => p.OfferId);
        var papers = (await db.Certificates.AsNoTracking().Where(c => goods.Contains(c.ProductId)).ToListAsync(ct)).GroupBy(c => c.ProductId)
            .ToDictionary(g => g.Key, g => MissingPaper.Of(g, today, today.AddDays(Ahead + 1)).OrderBy(m => m.From).ThenBy(m => m.Kind, StringComparer.Ordinal).FirstOrDefault());
        List<DeskRow> all =
        [
            .. onSale.Select(r =>
            {
                var price = prices[r.Offer.Id].Where(p => p.ValidFrom <= now).MaxBy(p => p.ValidFrom);
                var paper = papers.GetValueOrDefault(r.Offer.ProductId);
                return new DeskRow(r, price, prices[r.Offer.Id].Where(p => p.ValidFrom > now).MinBy(p => p.ValidFrom), price is null ? null : r.Offer.Worth(r.Stock.OnHandMilli, price.Price), paper, Stands(r, paper, today));
            }),
        ];
        var here = all.Where(r => outlet is null || r.Stock.Offer.OutletId == outlet).ToList();
        var asked = Enum.TryParse<DeskState>(state, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : default(DeskState?);
        return new(
            [.. here.Where(r => asked is null || r.State == asked).OrderBy(r => r.State)],
            [.. all.GroupBy(r => (r.Stock.Offer.OutletId, r.Stock.Outlet)).Select(g => (g.Key.OutletId, g.Key.Outlet, g.Count()))],
            here.CountBy(r => r.State).ToDictionary(),
            await db.RetailSales.ServedBy(actor).CountAsync(s => s.State == RetailState.Paid && (outlet == null || s.OutletId == outlet), ct),
            (await unmatched.Read(now.MonthInChina(), outlet, ct)).Count(u => !u.Settled),
            today);
    }

    private static DeskState Stands(StockRow row, MissingPaper? paper, DateOnly today) =>
        paper?.From <= today ? DeskState.OffShelf
        : row.Stock.State == StockState.Out ? DeskState.Out
        : row.Stock.State == StockState.Low ? DeskState.Low
        : row.Near.Count > 0 ? DeskState.NearEnd
        : paper is not null ? DeskState.PaperEnds
        : DeskState.Fine;
}
