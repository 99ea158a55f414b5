using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Databases;

/// <summary>What a database needs after it came back from a backup: a new incarnation, and everything that was under way sent out again.</summary>
public static class NewLife
{
    private const int ChunkSize = 500;

    // Incarnations rise with the seconds since then: two restores of one backup never share one.
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Raises the incarnation, so that messages of the life before are parked; ends the leases of hosts that are gone; opens
    /// each event again that hasn't arrived everywhere, whatever became of the queue it lay in.</summary>
    /// <returns>The incarnation, and how many events were opened again.</returns>
    public static async Task<(int Incarnation, int Reopened)> Begin(IServiceProvider services, CancellationToken ct)
    {
        var incarnation = await Raise(services, ct);
        await Migrator.LoadIdentity(services, ct);
        var reopened = 0;
        foreach (var entry in services.GetRequiredService<IReadOnlyList<DatabaseEntry>>())
        {
            reopened += await Reopen(services, entry, ct);
        }

        return (incarnation, reopened);
    }

    private static async Task<int> Raise(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return await db.InTransaction(
            async _ =>
            {
                var identity = await db.Identities.SingleAsync(ct);
                identity.Incarnation = Math.Max(identity.Incarnation + 1, (int)(now - Epoch).TotalSeconds);
                await db.Leases.ExecuteDeleteAsync(ct);
                await db.SaveChangesAsync(ct);
                return identity.Incarnation;
            },
            ct);
    }

    private static async Task<int> Reopen(IServiceProvider services, DatabaseEntry entry, CancellationToken ct)
    {
        var arrivals = services.GetRequiredService<Arrivals>();
        var (reopened, after) = (0, long.MinValue);
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(entry.Context);
            var chunk = await db.Outbox.AsNoTracking().Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(ChunkSize).ToListAsync(ct);
            if (chunk.Count == 0)
            {
                return reopened;
            }

            after = chunk[^1].Sequence;
            var missing = await arrivals.Missing(chunk, scope.ServiceProvider, ct);
            var closed = chunk.Where(e => e.ClosedAt is not null && missing.Contains(e.Id)).Select(e => e.Id).ToList();
            var ids = chunk.Where(e => e.LeasedBy is not null).Select(e => e.Id).Union(closed).ToList();
            if (ids.Count > 0)
            {
                await db.InTransaction(
                    async _ =>
                    {
                        await db.Outbox.Where(e => ids.Contains(e.Id))
                            .ExecuteUpdateAsync(s => s.SetProperty(e => e.LeasedBy, (Guid?)null).SetProperty(e => e.LeasedUntil, (DateTimeOffset?)null), ct);
                        return await db.Outbox.Where(e => closed.Contains(e.Id)).ExecuteUpdateAsync(s => s.SetProperty(e => e.ClosedAt, (DateTimeOffset?)null), ct);
                    },
                    ct);
                reopened += closed.Count;
            }
        }
    }
}
