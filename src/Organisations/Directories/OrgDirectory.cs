using System.Security.Claims;
using Commerce.Organisations.Data;
using Commerce.Organisations.SignIn;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Organisations.Directories;

/// <summary>This host's copy of the directory: at most two seconds behind other hosts, never behind itself.</summary>
/// <param name="scopes">For the database.</param>
/// <param name="clock">Server time.</param>
internal sealed class OrgDirectory(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim loading = new(1, 1);
    private int changes;
    private volatile Held? held;

    /// <summary>The directory now.</summary>
    public async ValueTask<OrgSnapshot> Read(CancellationToken ct)
    {
        if (held is { } copy && IsFresh(copy))
        {
            return copy.Snapshot;
        }

        await loading.WaitAsync(ct);
        try
        {
            return held is { } loaded && IsFresh(loaded) ? loaded.Snapshot : (held = await Load(ct)).Snapshot;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Who stands behind a ticket now; null when it counts no more.</summary>
    public async ValueTask<Actor?> Recognise(ClaimsPrincipal who, BrowserChoice browser, CancellationToken ct) => Tickets.Read(who) is (var userId, var stamp)
        ? (await Read(ct)).ActorOf(userId, stamp, browser.Chinese)
        : OrgSnapshot.Nobody(browser);

    /// <summary>Something was changed here: the next reader looks at the database again.</summary>
    public void Forget() => Interlocked.Increment(ref changes);

    public void Dispose() => loading.Dispose();

    private bool IsFresh(Held copy) => copy.Changes == Volatile.Read(ref changes) && clock.GetElapsedTime(copy.Asked) < Freshness;

    private async Task<Held> Load(CancellationToken ct)
    {
        // Noted before reading: a change or a delay meanwhile makes the copy old, never falsely fresh.
        var (known, asked) = (Volatile.Read(ref changes), clock.GetTimestamp());
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrganisationsDbContext>();
        var version = await db.DirectoryVersion(ct);
        var day = clock.GetUtcNow().DayInChina();
        var snapshot = held is { } old && old.Snapshot.Version == version && old.Snapshot.Day == day
            ? old.Snapshot
            : await OrgSnapshot.Load(db, version, day, ct);
        return new Held(snapshot, asked, known);
    }

    private sealed record Held(OrgSnapshot Snapshot, long Asked, int Changes);
}
