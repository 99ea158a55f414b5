using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Retail;

/// <summary>Reads the sales of a person's counter.</summary>
internal sealed class ReadSales(OrderingDbContext db, Actor actor, StripeSettings settings)
{
    private const int Most = 200;

    /// <summary>Are goods sold by phone here at all?</summary>
    public bool Offered => settings.Offered;

    /// <summary>Whose money came and whose goods wait, and what must be looked at: the oldest first.</summary>
    public Task<List<RetailSale>> ToServe(CancellationToken ct) => With(db.RetailSales.Where(s => s.State == RetailState.Paid || s.State == RetailState.Unclear).OrderBy(s => s.Serial), ct);

    /// <summary>What was served or refunded, the newest first.</summary>
    public Task<List<RetailSale>> Served(CancellationToken ct) => With(db.RetailSales.Where(s => s.PaidAt != null && s.State != RetailState.Paid && s.State != RetailState.Unclear).OrderByDescending(s => s.Serial), ct);

    private Task<List<RetailSale>> With(IQueryable<RetailSale> sales, CancellationToken ct) =>
        sales.ServedBy(actor).AsNoTracking().Include(s => s.Lines.OrderBy(l => l.Position)).Include(s => s.Refunds).AsSplitQuery().Take(Most).ToListAsync(ct);
}
