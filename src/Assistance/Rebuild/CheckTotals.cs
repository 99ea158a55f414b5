using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Rebuild;

/// <summary>A rollup row that doesn't say what its ledger rows add up to.</summary>
/// <param name="Key">Which.</param>
/// <param name="Kept">As kept; null when there is none.</param>
/// <param name="Summed">As the rows say; null when there are no rows.</param>
internal sealed record TotalsDifference(LedgerTotalKey Key, LedgerTotal? Kept, LedgerTotal? Summed);

/// <summary>Recomputes all totals from the rows and compares.</summary>
internal sealed class CheckTotals(AssistanceDbContext db)
{
    /// <summary>Every total that is wrong; empty when all are right.</summary>
    public async Task<IReadOnlyList<TotalsDifference>> Differences(CancellationToken ct)
    {
        var summed = new Dictionary<LedgerTotalKey, LedgerTotal>();
        await foreach (var entry in db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            var key = LedgerTotalKey.Of(entry);
            var one = LedgerTotal.SumOf(key, [entry]);
            summed[key] = summed.TryGetValue(key, out var sum) ? sum.With(one) : one;
        }

        var kept = await db.LedgerTotals.AsNoTracking().ToListAsync(ct);
        var byKey = kept.ToDictionary(t => t.Key);
        return
        [
            .. summed.Keys.Union(byKey.Keys)
                .Select(k => new TotalsDifference(k, byKey.GetValueOrDefault(k), summed.GetValueOrDefault(k)))
                .Where(d => d.Kept?.Sums != d.Summed?.Sums),
        ];
    }
}
