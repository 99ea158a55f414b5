using Commerce.Platform.Databases;
using Commerce.Platform.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Parked;

/// <summary>What is on its way between the modules, and what couldn't be taken in.</summary>
/// <param name="Pending">Events stored and not yet taken in by everybody.</param>
/// <param name="Parked">Those that a module couldn't take in, the oldest first, a hundred at most.</param>
/// <param name="OldestSeconds">Age of the oldest pending one.</param>
internal sealed record BacklogView(int Pending, IReadOnlyList<ParkedEvent> Parked, int OldestSeconds);

/// <summary>Reads it.</summary>
internal sealed class ReadBacklog(Backlog backlog, PlatformDbContext db)
{
    private const int Shown = 100;

    public async Task<BacklogView> Read(CancellationToken ct)
    {
        var state = await backlog.Read(ct);
        return new(state.Pending, await db.Parked.AsNoTracking().StillParked().OrderBy(p => p.ReceivedAt).Take(Shown).ToListAsync(ct), state.OldestSeconds);
    }
}
