using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Statements;

/// <summary>What doesn't add up.</summary>
/// <param name="Thing">A number such as ST-2026-000001.</param>
/// <param name="Kept">What is kept.</param>
/// <param name="Summed">What its parts come to.</param>
internal sealed record SettlementFault(string Thing, Money Kept, Money Summed)
{
    public Money Gap => Kept - Summed;
}

/// <summary>Order = acceptance = statement = invoice register = payments, to the fen, each recomputed from its rows. What was accepted is also what
/// ordering states to the ledger, so the ledger is in the same chain.</summary>
internal sealed class CheckSettlement(OrderingDbContext db)
{
    public async Task<IReadOnlyList<SettlementFault>> Read(CancellationToken ct)
    {
        var accepted = await db.AcceptanceLines.AsNoTracking().Where(l => l.CountedLineId == l.Id).ToDictionaryAsync(l => l.Id, l => (l.OrderLineId, l.PostedFen), ct);
        foreach (var back in await db.ReturnLines.AsNoTracking().Select(l => new { l.Id, l.OrderLineId, l.PostedFen }).ToListAsync(ct))
        {
            accepted[back.Id] = (back.OrderLineId, back.PostedFen);
        }

        var orders = await db.Orders.AsNoTracking().Where(o => o.HasSettled).Select(o => new { o.Id, o.Number, o.SettledFen, o.PaidFen, Lines = o.Lines.Select(l => l.Id).ToList() }).ToListAsync(ct);
        var byGoods = accepted.Values.GroupBy(l => l.OrderLineId).ToDictionary(g => g.Key, g => g.Sum(l => l.PostedFen));
        var faults = orders.ConvertAll(o => Fault(o.Number, o.SettledFen, o.Lines.Sum(byGoods.GetValueOrDefault)));

        var byPhone = (await db.RetailSales.AsNoTracking().Where(s => s.OrderId != null).ToListAsync(ct)).GroupBy(s => s.OrderId!.Value).ToDictionary(g => g.Key, g => g.Sum(s => s.ForOrderFen));
        faults.AddRange(orders.Select(o => Fault($"{o.Number} payments", o.PaidFen, byPhone.GetValueOrDefault(o.Id))));

        var totals = await db.AcceptedTotals.AsNoTracking().SumAsync(t => t.AmountFen, ct);
        faults.Add(Fault("accepted totals", totals, accepted.Values.Sum(l => l.PostedFen)));

        var invoices = (await db.Invoices.AsNoTracking().ToListAsync(ct)).ToLookup(i => i.StatementId);
        var payments = (await db.Payments.AsNoTracking().Select(p => new { p.StatementId, p.AmountFen }).ToListAsync(ct)).ToLookup(p => p.StatementId, p => p.AmountFen);
        foreach (var statement in await db.Statements.AsNoTracking().Include(s => s.Lines).ToListAsync(ct))
        {
            faults.Add(Fault(statement.Number, statement.AmountFen, statement.Lines.Sum(l => l.AmountFen)));
            faults.AddRange(statement.Lines.Select(l => Fault($"{statement.Number} {l.Paper}", l.AmountFen, accepted.GetValueOrDefault(l.Id).PostedFen)));
            faults.Add(Fault($"{statement.Number} invoices", statement.InvoicedFen, invoices[statement.Id].SelectMany(i => i.Lines).Sum(l => l.GrossFen)));
            faults.Add(Fault($"{statement.Number} payments", statement.PaidFen, payments[statement.Id].Sum()));
        }

        return [.. faults.Where(f => f.Kept != f.Summed)];
    }

    private static SettlementFault Fault(string thing, long kept, long summed) => new(thing, Money.FromFen(kept), Money.FromFen(summed));
}
