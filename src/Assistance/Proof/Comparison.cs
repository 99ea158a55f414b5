using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Proof;

/// <summary>Both sides of the ledger, whole: what it counted of documents, and what ordering states of the same. Rows that people typed are no business of ordering's.</summary>
/// <param name="Compared">How many units, villages and months.</param>
/// <param name="Differences">Those that differ, the newest month first.</param>
internal sealed record Comparison(int Compared, IReadOnlyList<ProofDifference> Differences)
{
    public static async Task<Comparison> Of(AssistanceDbContext db, CancellationToken ct)
    {
        var counted = await db.LedgerTotals.AsNoTracking()
            .GroupBy(t => new { t.UnitId, t.VillageId, MonthNumber = t.ForwardFromNumber == 0 ? t.MonthNumber : t.ForwardFromNumber })
            .Select(g => new { g.Key, Fen = g.Sum(t => t.AmountFen - t.TypedFen), Rows = g.Sum(t => t.Rows - t.TypedRows) })
            .ToDictionaryAsync(g => (g.Key.UnitId, g.Key.VillageId, g.Key.MonthNumber), g => (g.Fen, g.Rows), ct);
        var stated = await db.StatedTotals.AsNoTracking().ToDictionaryAsync(s => (s.UnitId, s.VillageId, s.MonthNumber), s => (Fen: s.AmountFen, Rows: s.Lines), ct);
        var keys = counted.Keys.Union(stated.Keys).ToList();
        return new(
            keys.Count,
            [
                .. keys.Where(k => counted.GetValueOrDefault(k) != stated.GetValueOrDefault(k)).OrderByDescending(k => k.MonthNumber).ThenBy(k => k)
                    .Select(k => (Key: k, Ledger: counted.GetValueOrDefault(k), Stated: stated.GetValueOrDefault(k)))
                    .Select(d => new ProofDifference(d.Key.UnitId, d.Key.VillageId, d.Key.MonthNumber, d.Ledger.Fen, d.Ledger.Rows, d.Stated.Fen, d.Stated.Rows)),
            ]);
    }
}
