using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Leases;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Retail;

/// <summary>Asks after everything that hasn't come to its end: sales whose message was lost, sales that weren't paid in time, refunds without a clear answer.</summary>
internal sealed class SettleSales(OrderingDbContext db, TimeProvider clock, StripeSettings settings, SettleSale settle, GiveBack giveBack) : IScheduledWork
{
    private static readonly TimeSpan WhileUnpaid = TimeSpan.FromMinutes(1);
    private const int AtOnce = 200;

    public async Task Run(CancellationToken ct)
    {
        if (!settings.Offered)
        {
            return;
        }

        foreach (var message in await db.StripeEvents.AsNoTracking().Where(e => e.State == StripeEventState.Waiting).OrderBy(e => e.At).Take(AtOnce).ToListAsync(ct))
        {
            if (await settle.Look(message.SaleId!.Value, ct, message.SessionId))
            {
                await db.Done(message, ct);
            }
        }

        var now = clock.GetUtcNow();
        var asked = now - WhileUnpaid;
        var due = await db.RetailSales.Where(s => s.State == RetailState.Reserved && (s.ReservedUntil <= now || s.AskedAt == null || s.AskedAt <= asked))
            .OrderBy(s => s.ReservedUntil).Take(AtOnce).Select(s => s.Id).ToListAsync(ct);
        foreach (var sale in due)
        {
            await settle.Look(sale, ct);
        }

        foreach (var refund in await db.RetailRefunds.Where(r => r.State == RefundState.Asked).OrderBy(r => r.AskedAt).Take(AtOnce).Select(r => r.Id).ToListAsync(ct))
        {
            await giveBack.Do(refund, ct);
        }
    }
}
