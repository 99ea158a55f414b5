using Commerce.Platform.Databases;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Outbox;

/// <summary>Says again what was said before a consumer that is owed the past was there.</summary>
public static class Past
{
    /// <summary>Opens the closed events that it listens to; whoever took them in before absorbs them. Once per consumer, when the bus runs and its queue is there.</summary>
    public static async Task Say(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var platform = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var known = await platform.Listeners.AsNoTracking().Select(l => l.Endpoint).ToListAsync(ct);
        var owed = services.GetRequiredService<Consumers>().All.Where(c => c.Past && !known.Contains(c.Endpoint)).ToList();
        if (owed.Count == 0)
        {
            return;
        }

        var names = owed.Select(c => EventNames.Of(c.Event)).Distinct().ToList();
        foreach (var entry in services.GetRequiredService<IReadOnlyList<DatabaseEntry>>())
        {
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(entry.Context);
            await db.InTransaction(
                _ => db.Outbox.Where(e => e.ClosedAt != null && names.Contains(e.Name))
                    .ExecuteUpdateAsync(s => s.SetProperty(e => e.ClosedAt, (DateTimeOffset?)null).SetProperty(e => e.LeasedBy, (Guid?)null).SetProperty(e => e.LeasedUntil, (DateTimeOffset?)null), ct),
                ct);
        }

        // Noted last: a host that dies before says all of it once more, and one that starts beside this may have noted it meanwhile.
        await platform.InTransaction(
            async _ =>
            {
                var noted = await platform.Listeners.Select(l => l.Endpoint).ToListAsync(ct);
                platform.Listeners.AddRange(owed.Where(c => !noted.Contains(c.Endpoint)).Select(c => new Listener { Endpoint = c.Endpoint, Since = DateTimeOffset.UnixEpoch }));
                return await platform.SaveChangesAsync(ct);
            },
            ct);
        await services.GetRequiredService<Arrivals>().Look(platform, ct);
    }
}
