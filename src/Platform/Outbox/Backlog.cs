using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.Parked;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Outbox;

/// <summary>What is on its way between the modules.</summary>
/// <param name="Pending">Events stored and not yet taken in by everybody.</param>
/// <param name="Parked">Events that a consumer couldn't take in.</param>
/// <param name="OldestSeconds">Age of the oldest pending one, seconds; 0 when none.</param>
public sealed record BacklogState(int Pending, int Parked, int OldestSeconds);

/// <summary>Counts what is on its way.</summary>
public sealed class Backlog
{
    private readonly IReadOnlyList<DatabaseEntry> databases;
    private readonly Arrivals arrivals;
    private readonly bool broker;
    private readonly IServiceProvider services;
    private readonly TimeProvider clock;

    internal Backlog(IReadOnlyList<DatabaseEntry> databases, Arrivals arrivals, MessagingOptions messaging, IServiceProvider services, TimeProvider clock)
    {
        this.databases = databases;
        this.arrivals = arrivals;
        this.services = services;
        this.clock = clock;
        broker = messaging.Transport == MessagingTransport.RabbitMq;
    }

    /// <summary>The state now.</summary>
    public async Task<BacklogState> Read(CancellationToken ct)
    {
        var pending = 0;
        DateTimeOffset? oldest = null;
        foreach (var entry in databases)
        {
            var db = (ModuleDbContext)services.GetRequiredService(entry.Context);
            var open = db.Outbox.Where(e => e.ClosedAt == null);
            if (await open.CountAsync(ct) is var count and > 0)
            {
                pending += count;
                oldest = Earlier(oldest, await open.OrderBy(e => e.Sequence).Select(e => (DateTimeOffset?)e.OccurredAt).FirstOrDefaultAsync(ct));
            }

            if (broker)
            {
                var underWay = await arrivals.UnderWay(entry, services, ct);
                pending += underWay.Count;
                oldest = Earlier(oldest, underWay.Oldest);
            }
        }

        var parked = await services.GetRequiredService<PlatformDbContext>().Parked.StillParked().CountAsync(ct);
        return new(pending, parked, oldest is { } at ? (int)Math.Max(0, (clock.GetUtcNow() - at).TotalSeconds) : 0);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;
}
