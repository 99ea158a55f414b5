using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Circulars;

/// <summary>What every act on a draft asks first.</summary>
internal static class CircularRights
{
    /// <summary>The draft, for a supervisor of the department; to others a draft doesn't exist, and what was issued isn't theirs to change.</summary>
    public static async Task<Result<Circular>> CircularDraft(this TaskListDbContext db, Actor actor, Guid id, int expectedVersion, CancellationToken ct)
    {
        if (await db.Circulars.FirstOrDefaultAsync(c => c.Id == id, ct) is not { } circular)
        {
            return PlatformErrors.NotFound;
        }

        if (!actor.SupervisesAll(await db.UnitBook(ct)))
        {
            return circular.State == CircularState.Draft ? PlatformErrors.NotFound : PlatformErrors.Forbidden;
        }

        return circular.Version != expectedVersion ? PlatformErrors.Stale(circular.Version)
            : circular.State != CircularState.Draft ? CircularErrors.IssuedAlready
            : circular;
    }
}
