using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Leases;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Ordering.Windows;

/// <summary>Closes windows whose last day is over.</summary>
internal sealed class CloseDueWindows(OrderingDbContext db, TimeProvider clock, OutboxBell bell, ILogger<CloseDueWindows> log) : IScheduledWork
{
    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Windows.AsNoTracking().Where(w => w.Stage == WindowStage.Announced && w.ClosesAt <= now)
            .Select(w => new { w.Id, w.Version, w.SupplyUnitId }).ToListAsync(ct);
        foreach (var window in due)
        {
            db.ChangeTracker.Clear();
            var actor = Actor.OfProgram(Capability.OrderSupply, window.SupplyUnitId);
            var key = string.Create(CultureInfo.InvariantCulture, $"last-day-{window.Id:N}-{window.Version}");
            var outcome = await new CloseWindow.Handler(db, new Once(actor, clock, bell), actor, clock).Handle(new(key, window.Id, window.Version), ct);
            if (outcome.Error is { } refused)
            {
                // Somebody else closed it meanwhile, or it changed: the next look sees it as it is then.
                log.LogInformation("Window {Window} was not closed now: {Code}", window.Id, refused.Code);
            }
        }
    }
}
