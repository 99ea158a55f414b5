using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Moves;

/// <summary>What a unit still has of a line of an acceptance.</summary>
/// <param name="Original">The purchase.</param>
/// <param name="Fen">Amount, net of what went back.</param>
/// <param name="Milli">Quantity, likewise.</param>
internal sealed record StandingLine(LedgerEntry Original, long Fen, long Milli)
{
    public Money Amount => Money.FromFen(Fen);

    public Quantity Quantity => new(Milli, Original.QuantityUnit);
}

/// <summary>Whose goods are, as the ledger's rows say.</summary>
internal static class StandingLines
{
    /// <summary>The lines of an acceptance that count for a unit, with what is left of each.</summary>
    public static async Task<IReadOnlyList<StandingLine>> StandingOf(this AssistanceDbContext db, Guid acceptanceId, Guid unitId, CancellationToken ct)
    {
        var originals = await db.LedgerEntries.AsNoTracking().Where(e => e.AcceptanceId == acceptanceId && e.Kind == LedgerKind.Purchase).OrderBy(e => e.Sequence).ToListAsync(ct);
        var ids = originals.Select(o => o.OriginalLineId).ToList();
        var left = await db.LedgerEntries.AsNoTracking().Where(e => ids.Contains(e.OriginalLineId) && e.UnitId == unitId)
            .GroupBy(e => e.OriginalLineId).Select(g => new { g.Key, Fen = g.Sum(e => e.AmountFen), Milli = g.Sum(e => e.QuantityMilli) })
            .ToDictionaryAsync(g => g.Key, ct);
        return [.. originals.Where(o => left.ContainsKey(o.OriginalLineId)).Select(o => new StandingLine(o, left[o.OriginalLineId].Fen, left[o.OriginalLineId].Milli)).Where(l => l.Fen > 0 || l.Milli > 0)];
    }

    /// <summary>The acceptance that a unit has under this number; null when it has none.</summary>
    public static async Task<Guid?> AcceptanceNumbered(this AssistanceDbContext db, string number, Guid unitId, CancellationToken ct) =>
        await db.LedgerEntries.AsNoTracking()
            .Where(e => e.UnitId == unitId && e.DocumentNumber == number && (e.Kind == LedgerKind.Purchase || (e.Kind == LedgerKind.MovedIn && e.ReturnId == null)))
            .Select(e => e.AcceptanceId).FirstOrDefaultAsync(ct);

    /// <summary>Where lines have gone that were moved: for each its last row at the unit that has it now.</summary>
    public static async Task<Dictionary<Guid, LedgerEntry>> MovedTo(this AssistanceDbContext db, IReadOnlyCollection<Guid> originalLines, CancellationToken ct) =>
        originalLines.Count == 0
            ? []
            : (await db.LedgerEntries.AsNoTracking().Where(e => e.Kind == LedgerKind.MovedIn && originalLines.Contains(e.OriginalLineId)).ToListAsync(ct))
                .GroupBy(e => e.OriginalLineId).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Sequence)!);
}
