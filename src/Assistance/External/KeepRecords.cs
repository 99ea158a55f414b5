using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;

namespace Commerce.Assistance.External;

/// <summary>Keeps fresh records: those that resemble nothing count at once, the others are held.</summary>
internal sealed class KeepRecords(AssistanceDbContext db, FindDoubles doubles, ExternalRows rows)
{
    public async Task Keep(LedgerHead head, IReadOnlyList<ExternalPurchase> fresh, CancellationToken ct)
    {
        await Hold(fresh, ct);
        db.ExternalPurchases.AddRange(fresh);
        await rows.Count(head, [.. fresh.Where(r => r.InLedger)], ct);
    }

    /// <summary>Holds those that resemble something.</summary>
    public async Task Hold(IReadOnlyList<ExternalPurchase> fresh, CancellationToken ct)
    {
        var found = await doubles.Among(fresh, ct);
        foreach (var record in fresh.Where(r => found[r.Id].Count > 0))
        {
            record.Resembles(found[record.Id], counted: false);
        }
    }
}
