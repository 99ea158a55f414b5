using Commerce.Assistance.Counting;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Flows;

/// <summary>Keeps what was ordered, beside the ledger and never in it. What was heard before changes nothing.</summary>
internal sealed class KeepOrdered(AssistanceDbContext db, Demonstration demonstration, TimeProvider clock) : IHandle<OrderedAmountsStated>
{
    public async Task<Taken> Handle(OrderedAmountsStated fact, EventContext context, CancellationToken ct)
    {
        if (!Month.TryParse(fact.Month, out var month) || !Spelled.TryRead<PurchasePurpose>(fact.Purpose, out var purpose) || fact.Lines.Any(l => !Money.IsExact(l.Amount)))
        {
            return Taken.Refused($"{fact.Number}, statement {fact.Statement}, is for {fact.Purpose} in {fact.Month}, or holds an amount that is none");
        }

        var known = await db.Flows.Where(f => f.SourceId == fact.OrderId && f.Statement == fact.Statement && f.Kind == FlowKind.Ordered).Select(f => f.LineId).ToListAsync(ct);
        Flow[] flows = [.. fact.Lines.Where(l => !known.Contains(l.OrderLineId)).DistinctBy(l => l.OrderLineId).Select(l => new Flow
        {
            Kind = FlowKind.Ordered,
            SourceId = fact.OrderId,
            Statement = fact.Statement,
            LineId = l.OrderLineId,
            UnitId = fact.CountsForUnitId,
            VillageId = l.VillageId ?? Guid.Empty,
            ProductId = l.ProductId,
            ProducerId = l.ProducerId,
            Purpose = purpose,
            Channel = Channel.Direct,
            OutletId = l.OutletId,
            MonthNumber = month.Number,
            AmountFen = Money.Of(l.Amount).Fen,
            RecordedAt = LedgerEntry.Kept(fact.StatedAt),
            Sample = l.Sample,
        })];
        await db.KeepAndSay(flows, demonstration, clock.GetUtcNow(), ct);
        return Taken.Done;
    }
}
