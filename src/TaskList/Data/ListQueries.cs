using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>Reading a whole list at once: 54 measures are few.</summary>
internal static class ListQueries
{
    public static async Task<UnitBook> UnitBook(this TaskListDbContext db, CancellationToken ct) => new(
        await db.KnownUnits.AsNoTracking().ToListAsync(ct), await db.KnownGroups.AsNoTracking().Include(g => g.Members).ToListAsync(ct));

    /// <summary>What units are called now; one that isn't known any more has no name.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> UnitNames(this TaskListDbContext db, IEnumerable<Guid> units, CancellationToken ct)
    {
        Guid[] ids = [.. units.Distinct()];
        var known = ids.Length == 0 ? [] : await db.KnownUnits.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return ids.ToDictionary(id => id, id => known.GetValueOrDefault(id, ""));
    }

    /// <summary>A list with all that was said about it; not tracked.</summary>
    public static async Task<ListRows?> Rows(this TaskListDbContext db, Guid listId, UnitBook units, CancellationToken ct)
    {
        if (await db.Lists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, ct) is not { } list)
        {
            return null;
        }

        return new(
            list,
            await db.Sections.AsNoTracking().Where(s => s.ListId == listId).OrderBy(s => s.Number).ToListAsync(ct),
            await db.Tasks.AsNoTracking().Where(t => t.ListId == listId).OrderBy(t => t.Number).ToListAsync(ct),
            await db.Measures.AsNoTracking().Where(m => m.ListId == listId).OrderBy(m => m.Number).ToListAsync(ct),
            await db.Responsibilities.AsNoTracking().Include(r => r.Named).Where(r => r.ListId == listId).OrderBy(r => r.Position).ToListAsync(ct),
            await db.Milestones.AsNoTracking().Include(m => m.Measures).Where(m => m.ListId == listId).OrderBy(m => m.Position).ToListAsync(ct),
            await db.Extensions.AsNoTracking().Where(e => e.ListId == listId).OrderBy(e => e.RequestedAt).ToListAsync(ct),
            await db.Reports.AsNoTracking().Include(r => r.Files).Where(r => r.ListId == listId).OrderBy(r => r.Position).ToListAsync(ct),
            await db.CountedActs.AsNoTracking().Where(a => a.ListId == listId).OrderBy(a => a.Position).ToListAsync(ct),
            await db.SpecialActions.AsNoTracking().Where(a => a.ListId == listId).ToListAsync(ct),
            units);
    }
}
