using Commerce.Assistance.Data;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Leases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Flags;

/// <summary>Looks at once (现在检查) for flags of a unit and of those below it.</summary>
internal static class SearchFlags
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("ou")] Guid UnitId) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, FindFlags find)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!actor.Can(Capability.FlagEscalate, input.UnitId))
            {
                return actor.Can(Capability.AssistanceRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            return (await find.Look(actor.Name, await Below(input.UnitId, ct), ct)).Id;
        }, ct);

        private async Task<IReadOnlySet<Guid>> Below(Guid unit, CancellationToken ct)
        {
            var children = (await db.KnownUnits.AsNoTracking().Where(u => u.ParentId != null).Select(u => new { u.UnitId, u.ParentId }).ToListAsync(ct)).ToLookup(u => u.ParentId!.Value, u => u.UnitId);
            var (all, open) = (new HashSet<Guid> { unit }, new Queue<Guid>([unit]));
            while (open.TryDequeue(out var one))
            {
                foreach (var child in children[one].Where(all.Add))
                {
                    open.Enqueue(child);
                }
            }

            return all;
        }
    }
}

/// <summary>Once a day the program looks by itself.</summary>
internal sealed class SearchDaily(AssistanceDbContext db, FindFlags find, TimeProvider clock) : IScheduledWork
{
    public Task Run(CancellationToken ct) => db.InTransaction(
        async _ =>
        {
            var today = clock.GetUtcNow().DayInChina();
            if (await db.FlagSearches.AnyAsync(s => s.Day == today && s.ByName == null, ct) || !await db.LedgerEntries.AnyAsync(ct))
            {
                return false;
            }

            await find.Look(null, null, ct);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);
}
