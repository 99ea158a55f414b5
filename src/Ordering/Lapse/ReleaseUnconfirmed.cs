using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Leases;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Ordering.Lapse;

/// <summary>Gives up the orders that suppliers left unconfirmed for too long.</summary>
internal sealed class ReleaseUnconfirmed(OrderingDbContext db, TimeProvider clock, OutboxBell bell, OrderingOptions options, ILogger<ReleaseUnconfirmed> log) : IScheduledWork
{
    public async Task Run(CancellationToken ct)
    {
        var due = await db.Orders.AsNoTracking().Unconfirmed(db, options.ConfirmBefore(clock.GetUtcNow())).Select(o => new { o.Id, o.Version, o.UnitId }).ToListAsync(ct);
        foreach (var order in due)
        {
            db.ChangeTracker.Clear();
            var actor = Actor.OfProgram(Capability.OrderRequest, order.UnitId);
            var key = string.Create(CultureInfo.InvariantCulture, $"unconfirmed-{order.Id:N}-{order.Version}");
            var outcome = await new LapseOrder.Handler(db, new Once(actor, clock, bell), actor, clock, options).Handle(new(key, order.Id, order.Version), ct);
            if (outcome.Error is { } refused)
            {
                // Confirmed or given up meanwhile.
                log.LogInformation("Order {Order} was not given up now: {Code}", order.Id, refused.Code);
            }
        }
    }
}
