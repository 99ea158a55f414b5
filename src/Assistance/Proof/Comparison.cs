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
        var counted = await Counted(db.LedgerTotals.AsNoTracking(), ct);
        var stated = await Stated(db.StatedTotals.AsNoTracking(), ct);
        var keys = counted.Keys.Union(stated.Keys).ToList();
        return new(
            keys.Count,
            [
                .. keys.Where(k => counted.GetValueOrDefault(k) != stated.GetValueOrDefault(k)).OrderByDescending(k => k.Month).ThenBy(k => k)
                    .Select(k => (Key: k, Ledger: counted.GetValueOrDefault(k), Stated: stated.GetValueOrDefault(k)))
                    .Select(d => new ProofDifference(d.Key.Unit, d.Key.Village, d.Key.Month, d.Ledger.Fen, d.Ledger.Rows, d.Stated.Fen, d.Stated.Rows)),
            ]);
    }

    /// <summary>What the ledger counted, under the months that the documents say. Help-sell isn't accepted by anybody, so ordering states nothing of it.</summary>
    public static Task<Dictionary<(Guid Unit, Guid Village, int Month), (long Fen, int Rows)>> Counted(IQueryable<LedgerTotal> totals, CancellationToken ct) => totals
        .Where(t => t.Channel != Channel.HelpSell)
        .GroupBy(t => new { t.UnitId, t.VillageId, MonthNumber = t.ForwardFromNumber == 0 ? t.MonthNumber : t.ForwardFromNumber })
        .Select(g => new { g.Key, Fen = g.Sum(t => t.AmountFen - t.TypedFen), Rows = g.Sum(t => t.Rows - t.TypedRows) })
        .ToDictionaryAsync(g => (g.Key.UnitId, g.Key.VillageId, g.Key.MonthNumber), g => (g.Fen, g.Rows), ct);

    /// <summary>What ordering states.</summary>
    public static Task<Dictionary<(Guid Unit, Guid Village, int Month), (long Fen, int Rows)>> Stated(IQueryable<StatedTotal> totals, CancellationToken ct) =>
        totals.ToDictionaryAsync(s => (s.UnitId, s.VillageId, s.MonthNumber), s => (s.AmountFen, s.Lines), ct);
}
