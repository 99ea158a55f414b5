using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Leases;

/// <summary>Lets one of several hosts do a piece of scheduled work; when it dies, another takes over after the lease.</summary>
/// <remarks>A host that was stopped past its lease may still finish what it began: the work itself must bear being done twice.</remarks>
public sealed class WorkLeases(IServiceScopeFactory scopes, DatabaseOptions database, TimeProvider clock)
{
    private static readonly DateTimeOffset ForEver = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // SQLite files belong to one process: what it held before it died is its own again at once.
    private static readonly Guid TheOnlyOne = new("00000000-0000-0000-0000-000000000001");
    private readonly Guid self = database.Provider == DatabaseProvider.Sqlite ? TheOnlyOne : Guid.NewGuid();

    /// <summary>Takes or prolongs a lease.</summary>
    /// <param name="work">Its name, at most 120 characters.</param>
    /// <param name="duration">How long the others wait should this host fall silent.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>True when this host may do the work now.</returns>
    public async Task<bool> Take(string work, TimeSpan duration, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return await db.InTransaction(
            async _ =>
            {
                var now = clock.GetUtcNow();
                var until = now + duration;
                if (await db.Leases.Where(l => l.Name == work && l.Until != ForEver && (l.HeldBy == self || l.Until < now))
                    .ExecuteUpdateAsync(s => s.SetProperty(l => l.HeldBy, self).SetProperty(l => l.Until, until), ct) > 0)
                {
                    return true;
                }

                if (await db.Leases.AnyAsync(l => l.Name == work, ct))
                {
                    return false;
                }

                // Two first takers: the unique key lets one in, the other runs again and finds it taken.
                db.Leases.Add(new Lease { Name = work, HeldBy = self, Until = until });
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }

    /// <summary>Work that is done once in the life of a database is done: nobody takes it any more.</summary>
    public async Task Finish(string work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await db.InTransaction(
            _ => db.Leases.Where(l => l.Name == work && l.HeldBy == self).ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, ForEver), ct), ct);
    }

    /// <summary>Was it finished, here or by another host?</summary>
    public async Task<bool> IsFinished(string work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Leases.AnyAsync(l => l.Name == work && l.Until == ForEver, ct);
    }
}
