using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Proof;

/// <summary>A difference with its names.</summary>
internal sealed record ProofRow(string Unit, string Village, Month Month, Money Ledger, int LedgerRows, Money Stated, int StatedRows, Guid UnitId, Guid VillageId)
{
    public Money Gap => Ledger - Stated;
}

/// <summary>Both sides now, and the nights before.</summary>
/// <param name="Compared">How many units, villages and months were compared just now.</param>
/// <param name="Rows">Those that differ.</param>
/// <param name="UnderWay">Events under way or parked.</param>
/// <param name="Nights">The newest first.</param>
internal sealed record ProofView(int Compared, IReadOnlyList<ProofRow> Rows, int UnderWay, IReadOnlyList<NightlyProof> Nights);

/// <summary>The proof, for whoever may read the whole department's ledger; to others it doesn't exist.</summary>
internal sealed class ReadProof(AssistanceDbContext db, Backlog backlog, Actor actor)
{
    private const int Shown = 60;

    /// <summary>Null when the reader doesn't see the whole department.</summary>
    public async Task<ProofView?> Read(CancellationToken ct)
    {
        if (!await db.CoversAll(actor, Capability.AssistanceRead, ct))
        {
            return null;
        }

        var comparison = await Comparison.Of(db, ct);
        Guid[] ids = [.. comparison.Differences.SelectMany(d => new[] { d.UnitId, d.VillageId }).Distinct()];
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var state = await backlog.Read(ct);
        return new(
            comparison.Compared,
            [
                .. comparison.Differences.Select(d => new ProofRow(
                    names.GetValueOrDefault(d.UnitId, ""), names.GetValueOrDefault(d.VillageId, ""), new(d.MonthNumber), Money.FromFen(d.LedgerFen), d.LedgerRows,
                    Money.FromFen(d.StatedFen), d.StatedRows, d.UnitId, d.VillageId)),
            ],
            state.Pending + state.Parked,
            await db.NightlyProofs.AsNoTracking().OrderByDescending(p => p.Day).Take(Shown).ToListAsync(ct));
    }
}
