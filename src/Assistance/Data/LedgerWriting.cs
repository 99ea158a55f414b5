using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>The one way into the ledger: head, rows and totals in one transaction.</summary>
internal static class LedgerWriting
{
    /// <summary>The head as it is now, for those who only look.</summary>
    public static Task<LedgerHead> ReadHead(this AssistanceDbContext db, CancellationToken ct) =>
        db.LedgerHeads.AsNoTracking().SingleAsync(h => h.Id == LedgerHead.OnlyId, ct);

    /// <summary>The head, held until the transaction ends: writers come one after the other instead of failing and trying again.
    /// Take it before reading anything that decides whether a row may be written.</summary>
    public static async Task<LedgerHead> TakeHead(this AssistanceDbContext db, CancellationToken ct)
    {
        // Writing the row, even unchanged, locks it on every server.
        await db.LedgerHeads.Where(h => h.Id == LedgerHead.OnlyId).ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, h => h.Sequence), ct);
        return await db.ReadHead(ct);
    }

    /// <summary>Appends rows behind the head that was taken, raises their totals and tells the other modules.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The head wasn't taken and somebody appended meanwhile: the transaction runs again from its start.</exception>
    public static async Task Append(this AssistanceDbContext db, LedgerHead head, IReadOnlyList<LedgerEntry> entries, CancellationToken ct)
    {
        var next = LedgerChain.Continue(head, entries);
        var moved = await db.LedgerHeads
            .Where(h => h.Id == LedgerHead.OnlyId && h.Sequence == head.Sequence)
            .ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, next.Sequence).SetProperty(h => h.Hash, next.Hash), ct);
        if (moved == 0)
        {
            throw new DbUpdateConcurrencyException("The ledger's head moved on meanwhile.");
        }

        db.LedgerEntries.AddRange(entries);
        db.AfterCommit(() => AssistanceMeasures.LedgerRows.Add(entries.Count));
        await db.State(entries, ct);
        foreach (var group in entries.GroupBy(LedgerTotalKey.Of))
        {
            await Raise(db, LedgerTotal.SumOf(group.Key, [.. group]), ct);
        }
    }

    private static async Task Raise(AssistanceDbContext db, LedgerTotal by, CancellationToken ct)
    {
        var raised = await db.LedgerTotals
            .Where(t => t.UnitId == by.UnitId && t.MonthNumber == by.MonthNumber && t.VillageId == by.VillageId && t.ProductId == by.ProductId
                && t.ProducerId == by.ProducerId && t.Purpose == by.Purpose && t.Channel == by.Channel && t.OutletId == by.OutletId
                && t.Dimension == by.Dimension && t.Sample == by.Sample && t.Designated == by.Designated
                && t.AdjustsMonthNumber == by.AdjustsMonthNumber && t.ForwardFromNumber == by.ForwardFromNumber)
            .ExecuteUpdateAsync(
                s => s.SetProperty(t => t.AmountFen, t => t.AmountFen + by.AmountFen)
                    .SetProperty(t => t.TypedFen, t => t.TypedFen + by.TypedFen)
                    .SetProperty(t => t.QuantityMilli, t => t.QuantityMilli + by.QuantityMilli)
                    .SetProperty(t => t.Rows, t => t.Rows + by.Rows)
                    .SetProperty(t => t.TypedRows, t => t.TypedRows + by.TypedRows),
                ct);
        if (raised == 0)
        {
            db.LedgerTotals.Add(by);
        }
    }
}
