using Commerce.Platform.Databases;
using Commerce.Platform.Faults;
using Commerce.Platform.Inbox;
using Commerce.Platform.Leases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Parked;

/// <summary>Parks events and tries the waiting ones again, later and later.</summary>
internal sealed class ParkedEvents(IServiceScopeFactory scopes, Consumers consumers, WorkLeases leases, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>Keeps an event that wasn't taken in. Parking it twice changes nothing but the reason.</summary>
    public async Task Park(Guid eventId, string name, string endpoint, string body, DateTimeOffset occurredAt, Taken taken, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await db.InTransaction(
            async _ =>
            {
                var now = clock.GetUtcNow();
                var row = await db.Parked.FirstOrDefaultAsync(p => p.EventId == eventId && p.Endpoint == endpoint, ct);
                if (row is null)
                {
                    row = new ParkedEvent
                    {
                        Id = Guid.CreateVersion7(now),
                        EventId = eventId,
                        Endpoint = endpoint,
                        Name = name,
                        Body = body,
                        OccurredAt = occurredAt,
                        ReceivedAt = now,
                        Reason = "",
                        NextTryAt = now.AddSeconds(1),
                    };
                    db.Parked.Add(row);
                }

                row.Reason = Shorten(taken.Reason!);
                row.Waiting = taken.IsWaiting;
                row.TakenAt = null;
                await db.SaveChangesAsync(ct);
                return row.Id;
            },
            ct);
    }

    /// <summary>Tries all waiting events whose time has come.</summary>
    public async Task TryAgain(CancellationToken ct)
    {
        List<ParkedEvent> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            var now = clock.GetUtcNow();
            due = await db.Parked.AsNoTracking().StillParked().Where(p => p.Waiting && p.NextTryAt <= now).OrderBy(p => p.NextTryAt).Take(100).ToListAsync(ct);
        }

        if (due.Count == 0 || !await leases.Take("parked-events", Lease, ct))
        {
            return;
        }

        foreach (var parked in due)
        {
            var taken = await Replay(parked, ct);
            Failpoint.Reach("parked.tried", parked.Endpoint);
            await Note(parked.Id, taken, ct);
        }
    }

    /// <summary>How long until the next try. What it waits for comes within seconds, or within the half minute for which a host that died holds
    /// what it was sending: so for some minutes never longer than five seconds, or the ledger would be late (60 s after a restart). Then each minute.</summary>
    /// <param name="tries">How often it was tried.</param>
    /// <param name="age">Since it was parked.</param>
    internal static TimeSpan WaitAfter(int tries, TimeSpan age)
    {
        var longest = age < TimeSpan.FromMinutes(5) ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(1);
        return TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, Math.Pow(2, Math.Min(tries, 10))));
    }

    private async Task<Taken> Replay(ParkedEvent parked, CancellationToken ct)
    {
        if (consumers.All.FirstOrDefault(c => c.Endpoint == parked.Endpoint) is not { } consumer)
        {
            return Taken.Refused($"Nobody listens at {parked.Endpoint} any more.");
        }

        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await consumer.Replay(scope.ServiceProvider, parked.Body, new EventContext(parked.EventId, parked.OccurredAt), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Taken.Waits($"Fault: {e.GetBaseException().Message}");
        }
    }

    private async Task Note(Guid id, Taken taken, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await db.InTransaction(
            async _ =>
            {
                var row = await db.Parked.SingleAsync(p => p.Id == id, ct);
                var now = clock.GetUtcNow();
                row.Tries++;
                row.TakenAt = taken.Reason is null ? now : null;
                row.Reason = taken.Reason is null ? row.Reason : Shorten(taken.Reason);
                row.Waiting = taken.Reason is not null && taken.IsWaiting;
                row.NextTryAt = now + WaitAfter(row.Tries, now - row.ReceivedAt);
                await db.SaveChangesAsync(ct);
                return row.Id;
            },
            ct);
    }

    private static string Shorten(string reason) => reason.Length <= 1000 ? reason : reason[..1000];
}
