using System.Globalization;
using System.Text.RegularExpressions;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Rebuild;

/// <summary>What walking the ledger found.</summary>
/// <param name="Rows">How many rows it should have.</param>
/// <param name="Head">The hash of the last one.</param>
/// <param name="Fault">The first row that isn't as it was written; null when all are.</param>
internal sealed record LedgerProof(long Rows, string Head, LedgerFault? Fault);

/// <summary>Walks the ledger's chain from its first row, against its own head, the heads of all months that were closed, and one that somebody holds on paper.</summary>
internal sealed partial class ProveLedger(AssistanceDbContext db)
{
    /// <summary>A head as it is printed: <c>1234:HASH</c>, or the hash alone. Null when it is none.</summary>
    public static LedgerWitness? Paper(string text) =>
        Printed().Match(text.Trim()) is { Success: true } match
            ? new($"the paper with head {match.Groups[2].Value[..8]}…", match.Groups[1].Success ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null, match.Groups[2].Value.ToUpperInvariant())
            : null;

    /// <summary>The whole proof.</summary>
    /// <param name="paper">What somebody holds; null when nobody does.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<LedgerProof> Read(LedgerWitness? paper, CancellationToken ct)
    {
        var head = await db.ReadHead(ct);
        var closed = await db.MonthVersions.AsNoTracking().OrderBy(v => v.LastSequence).Select(v => new { v.MonthNumber, v.Number, v.LastSequence, v.LedgerHash }).ToListAsync(ct);
        var witnesses = closed.Where(v => v.LastSequence > 0)
            .Select(v => new LedgerWitness(string.Create(CultureInfo.InvariantCulture, $"the report of {v.MonthNumber / 100}-{v.MonthNumber % 100:00}, version {v.Number},"), v.LastSequence, v.LedgerHash));

        // Rows that come meanwhile aren't part of it.
        var rows = db.LedgerEntries.AsNoTracking().Where(e => e.Sequence <= head.Sequence).OrderBy(e => e.Sequence);
        var fault = LedgerChain.FirstFault(rows.AsEnumerable(), head, [.. witnesses, .. paper is null ? Array.Empty<LedgerWitness>() : [paper]]);
        fault ??= await Unchained(ct);
        return new(head.Sequence, head.Hash, fault);
    }

    // Beside the chain: before its first row, or behind the head as it is now.
    private async Task<LedgerFault?> Unchained(CancellationToken ct)
    {
        var stray = await db.LedgerEntries.AsNoTracking().Where(e => e.Sequence < 1 || e.Sequence > db.LedgerHeads.Max(h => h.Sequence)).OrderBy(e => e.Sequence).Select(e => (long?)e.Sequence).FirstOrDefaultAsync(ct);
        return stray is { } row ? new(row, "it stands outside the chain") : null;
    }

    [GeneratedRegex("^(?:(\\d{1,15}):)?([0-9A-Fa-f]{64})$")]
    private static partial Regex Printed();
}
