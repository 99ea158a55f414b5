using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Payments;

/// <summary>An acceptance that is still to be paid.</summary>
/// <param name="Item">What of it, and by when.</param>
/// <param name="Statement">ST-.</param>
/// <param name="Unit">Who pays.</param>
/// <param name="Supplier">Who is paid.</param>
/// <param name="OverdueDays">0 while there is time.</param>
internal sealed record PayableRow(DueItem Item, string Statement, string Unit, string Supplier, int OverdueDays);

/// <summary>Reads what is to be paid, the oldest due first.</summary>
internal sealed class ReadPayables(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>All of it, or what is overdue.</summary>
    public async Task<IReadOnlyList<PayableRow>> Read(bool overdue, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        var open = await db.Statements.AsNoTracking().VisibleTo(actor).Where(s => s.AmountFen > s.PaidFen).Include(s => s.Lines).Include(s => s.Differences).AsSplitQuery().ToListAsync(ct);
        Guid[] units = [.. open.SelectMany(s => new[] { s.UnitId, s.SupplyUnitId }).Distinct()];
        var names = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var rows =
            from statement in open
            from item in Payables.Of(statement)
            where item.OwedFen > 0 || item.HeldFen > 0
            let late = item.OwedFen > 0 ? Math.Max(0, today.DayNumber - item.DueOn.DayNumber) : 0
            where !overdue || late > 0
            orderby item.DueOn, item.Paper
            select new PayableRow(item, statement.Number, names.GetValueOrDefault(statement.UnitId, ""), names.GetValueOrDefault(statement.SupplyUnitId, ""), late);
        return [.. rows];
    }
}
