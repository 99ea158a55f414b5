using Commerce.Assistance.Counting;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Flows;

/// <summary>Keeps what was paid, under what the ledger says of the goods. Waits for a row that hasn't come yet; what was heard before changes nothing.</summary>
internal sealed class KeepPaid(AssistanceDbContext db, Demonstration demonstration, TimeProvider clock) : IHandle<PaymentShared>
{
    public async Task<Taken> Handle(PaymentShared fact, EventContext context, CancellationToken ct)
    {
        if (fact.Parts.FirstOrDefault(p => !Money.IsExact(p.Amount)) is { } wrong)
        {
            return Taken.Refused($"{wrong.Amount} for line {wrong.SourceLineId} is no amount");
        }

        var lines = fact.Parts.Select(p => p.SourceLineId).ToList();
        var rows = await db.LedgerEntries.AsNoTracking()
            .Where(e => lines.Contains(e.SourceLineId) && (e.SourceType == LedgerSources.AcceptanceLine || e.SourceType == LedgerSources.ReturnLine))
            .ToDictionaryAsync(e => e.SourceLineId, ct);
        if (fact.Parts.FirstOrDefault(p => !rows.ContainsKey(p.SourceLineId)) is { } early)
        {
            return Taken.Waits($"{fact.Number} pays for line {early.SourceLineId}, which the ledger doesn't have yet");
        }

        var known = await db.Flows.Where(f => f.SourceId == fact.PaymentId && f.Kind == FlowKind.Paid).Select(f => f.LineId).ToListAsync(ct);
        Flow[] flows = [.. fact.Parts.Where(p => !known.Contains(p.SourceLineId)).DistinctBy(p => p.SourceLineId).Select(p => (Part: p, Row: rows[p.SourceLineId])).Select(p => new Flow
        {
            Kind = FlowKind.Paid,
            SourceId = fact.PaymentId,
            Statement = 0,
            LineId = p.Part.SourceLineId,
            UnitId = p.Row.UnitId,
            VillageId = p.Row.VillageId,
            ProductId = p.Row.ProductId,
            ProducerId = p.Row.ProducerId,
            Purpose = p.Row.Purpose,
            Channel = p.Row.Channel,
            OutletId = p.Row.OutletId,
            MonthNumber = Month.Of(fact.PaidOn).Number,
            AmountFen = Money.Of(p.Part.Amount).Fen,
            RecordedAt = LedgerEntry.Kept(fact.RecordedAt),
            Sample = p.Row.Sample,
        })];
        await db.KeepAndSay(flows, demonstration, clock.GetUtcNow(), ct);
        return Taken.Done;
    }
}
