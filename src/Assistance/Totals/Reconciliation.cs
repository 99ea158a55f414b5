using Commerce.Assistance.Data;
using Commerce.Assistance.Proof;
using Commerce.Platform.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Totals;

/// <summary>Whether the ledger says what ordering says of itself, and nothing is under way between them.</summary>
internal sealed class Reconciliation(AssistanceDbContext db, Backlog backlog)
{
    /// <summary>True only when every unit, village and month asked for agrees and no event is pending or parked. Of what was known on a day nobody can tell any more.</summary>
    public async Task<bool> Holds(TotalsQuestion question, CancellationToken ct) =>
        question.KnownOn is null && await backlog.Read(ct) is { Pending: 0, Parked: 0 } && await Agrees(db, question, ct);

    /// <summary>Compares amounts and numbers of lines; rows that people typed are no business of ordering's.</summary>
    internal static async Task<bool> Agrees(AssistanceDbContext db, TotalsQuestion question, CancellationToken ct)
    {
        var touched = question.AsStated(db.LedgerTotals.AsNoTracking());

        // Ordering states whole units, villages and months: a part by product or purpose is proved by the wholes it lies in.
        var whole = question.CutsAcross
            ? db.LedgerTotals.AsNoTracking().Where(t => touched.Any(u => u.UnitId == t.UnitId && u.VillageId == t.VillageId
                && (u.ForwardFromNumber == 0 ? u.MonthNumber : u.ForwardFromNumber) == (t.ForwardFromNumber == 0 ? t.MonthNumber : t.ForwardFromNumber)))
            : touched;
        var counted = await Comparison.Counted(whole, ct);
        var stated = await Comparison.Stated(question.In(db.StatedTotals.AsNoTracking()), ct);
        var keys = question.CutsAcross ? counted.Keys : counted.Keys.Union(stated.Keys);
        return keys.All(k => counted.GetValueOrDefault(k) == stated.GetValueOrDefault(k));
    }
}
