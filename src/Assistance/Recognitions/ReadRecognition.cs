using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Recognitions;

/// <summary>Says which rows are of recognised goods: those recognised on the day of acceptance in China. Withdrawing it later changes nothing of what was accepted before.</summary>
internal sealed class ReadRecognition(AssistanceDbContext db)
{
    /// <summary>By row; a return or a correction is as the purchase behind it. Typed rows and purchases elsewhere have no acceptance, so they are left out.</summary>
    public async Task<IReadOnlyDictionary<LedgerEntryView, bool?>> Of(IReadOnlyCollection<LedgerEntryView> rows, CancellationToken ct)
    {
        var accepted = rows.Where(r => r.SourceType is LedgerSources.AcceptanceLine or LedgerSources.ReturnLine or LedgerSources.Move).ToList();
        var products = accepted.Select(r => r.ProductId).Distinct().ToList();
        var recognitions = (await db.KnownRecognitions.AsNoTracking().Where(r => products.Contains(r.ProductId)).ToListAsync(ct)).ToLookup(r => r.ProductId);
        var earlier = accepted.Where(r => r.SourceLineId != r.OriginalLineId).Select(r => r.OriginalLineId).Distinct().ToList();
        var days = earlier.Count == 0
            ? []
            : await db.LedgerEntries.AsNoTracking().Where(e => e.Kind == LedgerKind.Purchase && earlier.Contains(e.SourceLineId))
                .ToDictionaryAsync(e => e.SourceLineId, e => e.OccurredAt, ct);
        return accepted.ToDictionary(r => r, bool? (r) =>
        {
            var day = days.GetValueOrDefault(r.OriginalLineId, r.OccurredAt).DayInChina();
            return recognitions[r.ProductId].Any(known => known.HoldsOn(day));
        });
    }
}
