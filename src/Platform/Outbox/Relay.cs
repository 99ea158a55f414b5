using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Platform.Faults;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;
using Commerce.Platform.Parked;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Commerce.Platform.Outbox;

/// <summary>Hands stored events to the bus and closes them.</summary>
/// <remarks>
/// The in-memory bus forgets on a kill. There an event is closed only when every consumer has committed; a crash between means a
/// second delivery, which the inbox absorbs. A broker keeps what it confirmed, so there an event is closed at the confirm.
/// </remarks>
internal sealed class Relay(
    IServiceScopeFactory scopes, IReadOnlyList<DatabaseEntry> databases, Consumers consumers, Deliveries deliveries, DatabaseIdentity identity,
    IBus bus, MessagingOptions messaging, OutboxBell bell, TimeProvider clock, ILogger<Relay> log) : BackgroundService
{
    internal const string OriginHeader = "commerce-origin";
    private const int BatchSize = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(250);

    // Between two looks: so many events share one closing commit instead of each paying for its own.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // A broker that is away or asleep must not hold the relay: the event stays open and goes out again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly Guid self = Guid.NewGuid();
    private readonly Dictionary<Guid, InFlight> inFlight = [];

    // An event of a newer version waits, in sight of metrics and doctor, until a version runs that knows it; others pass it by.
    private readonly IReadOnlyList<string> known = EventNames.Known();

    private bool Embedded => messaging.Transport == MessagingTransport.InMemory;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var moved = 0;
            foreach (var entry in databases)
            {
                try
                {
                    moved += Embedded ? await RelayEmbedded(entry, stoppingToken) : await RelayToBroker(entry, stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(e, "Events of {Module} could not be relayed now; they stay stored and are tried again", entry.Module);
                    await Task.Delay(Idle, stoppingToken);
                }
            }

            if (moved == 0)
            {
                await bell.Wait(Idle, stoppingToken);
            }

            await Task.Delay(Breath, stoppingToken);
        }
    }

    private async Task<int> RelayEmbedded(DatabaseEntry entry, CancellationToken ct)
    {
        foreach (var (eventId, endpoint) in deliveries.TakeAll())
        {
            inFlight.GetValueOrDefault(eventId)?.Done.Add(endpoint);
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(entry.Context);
        var platform = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = clock.GetUtcNow();
        var closing = inFlight.Where(f => f.Value.Context == entry.Context && f.Value.Complete).Select(f => f.Key).ToList();
        var pending = await db.Outbox.AsNoTracking().Where(e => e.ClosedAt == null && known.Contains(e.Name)).OrderBy(e => e.Sequence).Take(BatchSize).ToListAsync(ct);
        var unseen = pending.Where(e => !inFlight.ContainsKey(e.Id)).ToList();
        foreach (var e in unseen)
        {
            var needed = consumers.EndpointsOf(e.Name);
            if (needed.Count == 0)
            {
                closing.Add(e.Id);
                continue;
            }

            var before = await platform.Deliveries.AsNoTracking().Where(d => d.EventId == e.Id).Select(d => d.Endpoint).ToListAsync(ct);
            inFlight[e.Id] = new InFlight(entry.Context, needed, [.. before], now);
            await Publish(e, ct);
        }

        // An event that nobody answered for goes out again: consumers absorb the second one.
        foreach (var e in pending.Where(e => inFlight.TryGetValue(e.Id, out var f) && !f.Complete && now - f.PublishedAt > Lease))
        {
            inFlight[e.Id].PublishedAt = now;
            await Keep(platform, e.Id, now, ct);
            await Publish(e, ct);
        }

        foreach (var chunk in closing.Chunk(BatchSize))
        {
            await db.InTransaction(
                _ => db.Outbox.Where(e => chunk.Contains(e.Id)).ExecuteUpdateAsync(s => s.SetProperty(e => e.ClosedAt, (DateTimeOffset?)now), ct), ct);
            Failpoint.Reach("relay.closed");
            foreach (var id in chunk)
            {
                if (inFlight.Remove(id, out var closed) && closed.Kept)
                {
                    await platform.Deliveries.Where(d => d.EventId == id).ExecuteDeleteAsync(ct);
                }
            }
        }

        return unseen.Count + closing.Count;
    }

    /// <summary>Remembers over a restart which endpoints of a slow event are done.</summary>
    private async Task Keep(PlatformDbContext platform, Guid eventId, DateTimeOffset now, CancellationToken ct)
    {
        var flight = inFlight[eventId];
        var kept = await platform.Deliveries.Where(d => d.EventId == eventId).Select(d => d.Endpoint).ToListAsync(ct);
        foreach (var endpoint in flight.Done.Except(kept))
        {
            platform.Deliveries.Add(new EventDelivery { EventId = eventId, Endpoint = endpoint, DeliveredAt = now });
            flight.Kept = true;
        }

        await platform.SaveChangesAsync(ct);
    }

    private async Task<int> RelayToBroker(DatabaseEntry entry, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(entry.Context);
        var now = clock.GetUtcNow();
        var free = await db.Outbox.Where(e => e.ClosedAt == null && known.Contains(e.Name) && (e.LeasedUntil == null || e.LeasedUntil < now || e.LeasedBy == self))
            .OrderBy(e => e.Sequence).Take(BatchSize).Select(e => e.Id).ToListAsync(ct);
        if (free.Count == 0)
        {
            return 0;
        }

        // Two hosts may see the same rows; the conditional update gives each row to one of them.
        await db.Outbox.Where(e => free.Contains(e.Id) && e.ClosedAt == null && (e.LeasedUntil == null || e.LeasedUntil < now || e.LeasedBy == self))
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.LeasedBy, (Guid?)self).SetProperty(e => e.LeasedUntil, (DateTimeOffset?)(now + Lease)), ct);
        var mine = await db.Outbox.AsNoTracking().Where(e => e.ClosedAt == null && e.LeasedBy == self && free.Contains(e.Id)).OrderBy(e => e.Sequence).ToListAsync(ct);
        foreach (var e in mine)
        {
            await Publish(e, ct);
        }

        var sent = mine.ConvertAll(e => e.Id);
        var at = clock.GetUtcNow();
        await db.Outbox.Where(e => sent.Contains(e.Id)).ExecuteUpdateAsync(s => s.SetProperty(e => e.ClosedAt, (DateTimeOffset?)at), ct);
        Failpoint.Reach("relay.closed");
        return mine.Count;
    }

    private async Task Publish(OutboxEvent stored, CancellationToken ct)
    {
        Failpoint.Reach("relay.taken", stored.Name);
        var type = EventNames.Find(stored.Name)!;
        var fact = JsonSerializer.Deserialize(stored.Body, type, EventNames.Json)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        await bus.Publish(
            fact,
            type,
            Pipe.Execute<PublishContext>(p =>
            {
                p.MessageId = stored.Id;
                p.Headers.Set(OriginHeader, identity.Origin);
            }),
            patience.Token);
        Failpoint.Reach("relay.published", stored.Name);
    }

    private sealed class InFlight(Type context, IReadOnlyList<string> needed, HashSet<string> done, DateTimeOffset publishedAt)
    {
        public Type Context { get; } = context;

        public HashSet<string> Done { get; } = done;

        public DateTimeOffset PublishedAt { get; set; } = publishedAt;

        public bool Kept { get; set; } = done.Count > 0;

        public bool Complete => needed.All(Done.Contains);
    }
}

/// <summary>Tries waiting parked events again.</summary>
internal sealed class ParkedEventClock(ParkedEvents parked, ILogger<ParkedEventClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await parked.TryAgain(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Parked events could not be tried now; they stay parked");
            }
        }
    }
}
