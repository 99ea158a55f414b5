using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Outbox;

/// <summary>What is on its way between the modules.</summary>
/// <param name="Pending">Events stored and not yet taken in by everybody.</param>
/// <param name="Parked">Events that a consumer couldn't take in.</param>
/// <param name="OldestSeconds">Age of the oldest pending one, seconds; 0 when none.</param>
public sealed record BacklogState(int Pending, int Parked, int OldestSeconds);

/// <summary>Counts what is on its way.</summary>
/// <param name="databases">All modules' databases.</param>
/// <param name="services">The request's services.</param>
/// <param name="clock">Server time.</param>
public sealed class Backlog(IReadOnlyList<DatabaseEntry> databases, IServiceProvider services, TimeProvider clock)
{
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
                var first = await open.OrderBy(e => e.Sequence).Select(e => (DateTimeOffset?)e.OccurredAt).FirstOrDefaultAsync(ct);
                oldest = oldest is null || first < oldest ? first : oldest;
            }
        }

        var parked = await services.GetRequiredService<PlatformDbContext>().Parked.CountAsync(p => p.TakenAt == null, ct);
        return new(pending, parked, oldest is { } at ? (int)Math.Max(0, (clock.GetUtcNow() - at).TotalSeconds) : 0);
    }
}
