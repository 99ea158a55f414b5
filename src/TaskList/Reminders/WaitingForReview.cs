using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Reminders;

/// <summary>待销号: deadlines that are met as their units say, and only wait for the reviewer.</summary>
internal static class WaitingForReview
{
    /// <summary>Those of some milestones. Asked every few minutes and on every page: while nothing of their tasks is said to be done it costs one question, and never is a whole list read.</summary>
    public static async Task<IReadOnlySet<Guid>> SaidDone(this TaskListDbContext db, IEnumerable<Guid> milestones, DateOnly today, LightRules rules, CancellationToken ct)
    {
        Guid[] ids = [.. milestones.Distinct()];
        var perhaps = ids.Length == 0 ? [] : await db.Milestones.AsNoTracking().Include(m => m.Measures).Where(m => ids.Contains(m.Id)
            && (db.Measures.Any(x => x.TaskId == m.TaskId && x.WithdrawnAt == null && x.State != MeasureState.Open) || db.SpecialActions.Any(a => a.TaskId == m.TaskId && a.SummarisedOn != null))).ToListAsync(ct);
        if (perhaps.Count == 0)
        {
            return new HashSet<Guid>();
        }

        Guid[] tasks = [.. perhaps.Select(m => m.TaskId).Distinct()];
        Guid[] years = [.. perhaps.Select(m => m.ListId).Distinct()];
        var lists = await db.Lists.AsNoTracking().Where(l => years.Contains(l.Id)).ToListAsync(ct);
        var measures = await db.Measures.AsNoTracking().Where(m => tasks.Contains(m.TaskId)).ToListAsync(ct);
        var named = await db.Responsibilities.AsNoTracking().Include(r => r.Named).Where(r => tasks.Contains(r.TaskId)).ToListAsync(ct);
        var said = await db.Reports.AsNoTracking().Where(r => tasks.Contains(r.TaskId) && r.DoneOn != null).ToListAsync(ct);
        var actions = await db.SpecialActions.AsNoTracking().Where(a => tasks.Contains(a.TaskId)).ToListAsync(ct);
        var units = await db.UnitBook(ct);
        return lists.Select(l => new Standing(new(l, [], [], measures, named, perhaps, [], said, [], actions, units), today, rules))
            .SelectMany(s => perhaps.Where(m => m.ListId == s.Rows.List.Id && s.SaidDoneOn(m) is not null)).Select(m => m.Id).ToHashSet();
    }
}
