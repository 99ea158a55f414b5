using Commerce.Platform.Databases;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Outbox;

/// <summary>What a broker has confirmed and not everybody has taken in yet: it still counts as on its way.</summary>
/// <remarks>
/// With a broker an event is closed at the confirm, so the outbox alone says nothing about the queues. Here each closed event is
/// compared with the inboxes and the parked events; up to a mark, which only rises, all are known to have arrived.
/// </remarks>
internal sealed class Arrivals(Consumers consumers, TimeProvider clock) : IDisposable
{
    private const int ChunkSize = 500;

    // Sequences are given before the commit: one may appear behind a higher one, but never this late.
    private static readonly TimeSpan LongestCommit = TimeSpan.FromMinutes(2);
    private readonly Dictionary<Type, long> arrivedUpTo = [];
    private IReadOnlyDictionary<string, DateTimeOffset> listeningSince = new Dictionary<string, DateTimeOffset>();
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Notes since when each endpoint listens: what was published before isn't missing there. Those that are owed the past are noted once it was said.</summary>
    public async Task Load(PlatformDbContext db, CancellationToken ct) => listeningSince = await db.InTransaction(
        async _ =>
        {
            var known = await db.Listeners.ToListAsync(ct);
            var fresh = consumers.All.Where(c => !c.Past).Select(c => c.Endpoint).Except(known.Select(l => l.Endpoint)).Select(e => new Listener { Endpoint = e, Since = clock.GetUtcNow() }).ToList();
            db.Listeners.AddRange(fresh);
            await db.SaveChangesAsync(ct);
            return known.Concat(fresh).ToDictionary(l => l.Endpoint, l => l.Since);
        },
        ct);

    /// <summary>The same for somebody who only looks and doesn't listen.</summary>
    public async Task Look(PlatformDbContext db, CancellationToken ct) => listeningSince = await db.Listeners.AsNoTracking().ToDictionaryAsync(l => l.Endpoint, l => l.Since, ct);

    /// <summary>How many closed events of a module haven't arrived everywhere, and since when the oldest is under way.</summary>
    public async Task<(int Count, DateTimeOffset? Oldest)> UnderWay(DatabaseEntry entry, IServiceProvider services, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            var db = (ModuleDbContext)services.GetRequiredService(entry.Context);
            var (count, oldest, after) = (0, default(DateTimeOffset?), arrivedUpTo.GetValueOrDefault(entry.Context));
            var (unbroken, settled) = (true, clock.GetUtcNow() - LongestCommit);
            while (true)
            {
                var chunk = await db.Outbox.AsNoTracking().Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(ChunkSize).ToListAsync(ct);
                if (chunk.Count == 0)
                {
                    return (count, oldest);
                }

                var missing = await Missing(chunk, services, ct);
                foreach (var e in chunk)
                {
                    // An open one is counted by the outbox itself, and the mark stays before it.
                    var arrived = !missing.Contains(e.Id);
                    unbroken &= e.ClosedAt is not null && arrived && e.OccurredAt < settled;
                    if (unbroken)
                    {
                        arrivedUpTo[entry.Context] = e.Sequence;
                    }
                    else if (e.ClosedAt is not null && !arrived)
                    {
                        count++;
                        oldest ??= e.OccurredAt;
                    }
                }

                after = chunk[^1].Sequence;
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>Which of these haven't arrived everywhere: neither taken in nor parked.</summary>
    public async Task<HashSet<Guid>> Missing(IReadOnlyList<OutboxEvent> events, IServiceProvider services, CancellationToken ct)
    {
        var wanted = events.SelectMany(e => consumers.EndpointsOf(e.Name).Where(endpoint => !listeningSince.TryGetValue(endpoint, out var since) || since <= e.OccurredAt).Select(endpoint => (Endpoint: endpoint, e.Id))).ToHashSet();
        foreach (var endpoint in wanted.GroupBy(w => w.Endpoint, w => w.Id).ToList())
        {
            var inbox = ((ModuleDbContext)services.GetRequiredService(consumers.ContextOf(endpoint.Key))).Inbox;
            var ids = endpoint.ToList();
            foreach (var taken in await inbox.Where(i => i.Endpoint == endpoint.Key && ids.Contains(i.EventId)).Select(i => i.EventId).ToListAsync(ct))
            {
                wanted.Remove((endpoint.Key, taken));
            }
        }

        if (wanted.Count > 0)
        {
            var ids = wanted.Select(w => w.Id).Distinct().ToList();
            var parked = await services.GetRequiredService<PlatformDbContext>().Parked.Where(p => ids.Contains(p.EventId)).Select(p => new { p.Endpoint, p.EventId }).ToListAsync(ct);
            wanted.ExceptWith(parked.Select(p => (p.Endpoint, p.EventId)));
        }

        return [.. wanted.Select(w => w.Id)];
    }
}
