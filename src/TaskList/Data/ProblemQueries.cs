using Commerce.Platform.People;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>Finding problems, and who may do what with them. What isn't one's own looks as if it didn't exist.</summary>
internal static class ProblemQueries
{
    /// <summary>Those of units that the person reads for, as responsible or as cooperating ones.</summary>
    public static IQueryable<Problem> SeenBy(this IQueryable<Problem> all, Actor actor)
    {
        var mine = actor.UnitsWhere(Capability.TaskRead);
        return all.Where(p => mine.Contains(p.UnitId) || p.Partners.Any(x => mine.Contains(x.UnitId)));
    }

    /// <summary>A problem to act on; null when there is none, or none for this person. Acts on one problem happen one after another, as those on a task: who comes second waits here.</summary>
    public static async Task<Problem?> FindProblem(this TaskListDbContext db, Guid id, Actor actor, CancellationToken ct)
    {
        await db.Problems.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Version, p => p.Version), ct);
        return await db.Problems.Include(p => p.Partners).SeenBy(actor).FirstOrDefaultAsync(p => p.Id == id, ct);
    }

    /// <summary>Supervises the unit that mends.</summary>
    public static bool Supervises(this Actor actor, Problem problem) => actor.Can(Capability.TaskSupervise, problem.UnitId);

    /// <summary>Is of the responsible unit, or reports for it: such a person never judges its mending.</summary>
    public static bool IsOfUnit(this Actor actor, Problem problem) => actor.Can(Capability.TaskReport, problem.UnitId) || (actor.UnitIds.Count > 0 && actor.UnitIds[0] == problem.UnitId);

    /// <summary>Counts what was done about a problem for the measures of the task that its special action belongs to. What belongs to none counts for none.</summary>
    public static async Task CountFor(this TaskListDbContext db, SpecialAction? action, CountedKind kind, Guid sourceId, string title, DateOnly on, CancellationToken ct)
    {
        if (action is not null)
        {
            Guid[] measures = [.. (await db.MeasuresCounting(action.ListId, kind, ct)).Where(m => m.TaskId == action.TaskId).Select(m => m.Id)];
            _ = await db.Count(action.ListId, measures, kind, sourceId, title, on, ct);
        }
    }

    /// <summary>Special actions whose summary isn't filed and is due by a day, with each unit that may file it.</summary>
    public static async Task<IReadOnlyList<(SpecialAction Action, Answering Unit)>> SummariesDue(this TaskListDbContext db, DateOnly until, DateOnly today, CancellationToken ct)
    {
        var actions = await db.SpecialActions.AsNoTracking()
            .Where(a => a.SummarisedOn == null && a.SummaryDueOn <= until && db.Tasks.Any(t => t.Id == a.TaskId && t.WithdrawnAt == null)).OrderBy(a => a.SummaryDueOn).ToListAsync(ct);
        if (actions.Count == 0)
        {
            return [];
        }

        Guid[] tasks = [.. actions.Select(a => a.TaskId).Distinct()];
        var named = (await db.Responsibilities.AsNoTracking().Include(r => r.Named).Where(r => tasks.Contains(r.TaskId)).ToListAsync(ct)).ToLookup(r => r.TaskId);
        var units = await db.UnitBook(ct);
        return [.. actions.SelectMany(a => units.Answering([.. named[a.TaskId]], today).Where(u => u.Owes).Select(u => (a, u)))];
    }

    /// <summary>A line of the problem's story.</summary>
    public static ProblemAct Act(this Problem problem, ProblemAction action, Actor by, DateTimeOffset at, DateOnly? on = null, string? note = null) => new()
    {
        ProblemId = problem.Id,
        At = at,
        ById = by.Id,
        ByName = by.Name,
        Action = action,
        On = on,
        Note = note,
    };
}
