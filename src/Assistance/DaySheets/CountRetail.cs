using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.DaySheets;

/// <summary>Goods that were handed over are sold.</summary>
internal sealed class CountSold(CountRetail count) : IHandle<RetailHandedOver>
{
    public Task<Taken> Handle(RetailHandedOver fact, EventContext context, CancellationToken ct) =>
        count.Take(fact.SaleId, fact.Number, fact.OutletId, fact.SupplyUnitId, fact.HandedOverAt, fact.Month, fact.Lines, context, ct);
}

/// <summary>Money that went back lowers what was sold.</summary>
internal sealed class CountGivenBack(CountRetail count) : IHandle<RetailGivenBack>
{
    public Task<Taken> Handle(RetailGivenBack fact, EventContext context, CancellationToken ct) =>
        count.Take(fact.SaleId, fact.Number, fact.OutletId, fact.SupplyUnitId, fact.GivenBackAt, fact.Month, fact.Lines, context, ct);
}

/// <summary>What was paid for by phone at a counter enters the ledger as help-sell by itself, once for ever. A typed day sheet holds cash sales only.</summary>
internal sealed class CountRetail(AssistanceDbContext db, PostSales post)
{
    public async Task<Taken> Take(
        Guid saleId, string number, Guid outletId, Guid supplyUnitId, DateTimeOffset at, string month, IReadOnlyList<RetailLineSold> lines, EventContext context, CancellationToken ct)
    {
        if (month != at.MonthInChina().ToString())
        {
            return Taken.Refused($"{number}: {at:O} lies in {at.MonthInChina()}, not {month}");
        }

        var head = await db.TakeHead(ct);
        var ids = lines.Select(l => l.LineId).ToList();
        var counted = await db.LedgerEntries.AsNoTracking().Where(e => e.SourceType == LedgerSources.RetailLine && ids.Contains(e.SourceLineId)).Select(e => e.SourceLineId).ToListAsync(ct);
        var fresh = lines.Where(l => !counted.Contains(l.LineId)).ToList();
        var originals = fresh.Where(l => l.OriginalLineId != l.LineId).Select(l => l.OriginalLineId).Distinct().ToList();
        var left = await db.LedgerEntries.AsNoTracking().Where(e => e.SourceType == LedgerSources.RetailLine && originals.Contains(e.OriginalLineId))
            .GroupBy(e => e.OriginalLineId).Select(g => new { g.Key, Fen = g.Sum(e => e.AmountFen) }).ToDictionaryAsync(g => g.Key, g => g.Fen, ct);
        if (originals.Find(o => !left.ContainsKey(o)) is var missing && missing != Guid.Empty)
        {
            return Taken.Waits($"{number}: line {missing} isn't counted as sold yet");
        }

        // Whoever runs the counter sold it. Goods of another unit stood there on behalf of the village.
        var runs = await db.KnownOutlets.AsNoTracking().Where(o => o.OutletId == outletId).Select(o => o.OperatorUnitId).SingleOrDefaultAsync(ct);
        var unit = runs == Guid.Empty ? supplyUnitId : runs;
        var sold = new List<SoldLine>();
        foreach (var line in fresh)
        {
            if (!Spelled.TryRead<MeasureUnit>(line.Unit, out var measure) || !Quantity.IsExact(line.Quantity, measure) || !Money.IsExact(line.Amount))
            {
                return Taken.Refused($"{number} line {line.LineId}: {line.Quantity} {line.Unit} for {line.Amount} can't be read exactly");
            }

            var amount = Money.Of(line.Amount);
            if (line.OriginalLineId != line.LineId && (left[line.OriginalLineId] += amount.Fen) < 0)
            {
                return Taken.Waits($"{number}: more goes back than is left of line {line.OriginalLineId}");
            }

            sold.Add(new(
                LedgerSources.RetailLine, saleId, line.LineId, line.OriginalLineId, number, outletId, unit, line.ProductId, line.ProducerId, line.VillageId ?? Guid.Empty, line.CountyCode,
                supplyUnitId != unit, Quantity.Of(line.Quantity, measure), amount, at, context.EventId, null, line.Sample));
        }

        await db.Remember(fresh.SelectMany(IEnumerable<(Guid?, string?)> (l) => [(l.ProductId, l.ProductName), (l.ProducerId, l.ProducerName), (l.VillageId, l.VillageName)]), context.OccurredAt, ct);
        await post.Post(head, sold, ct);
        return Taken.Done;
    }
}
