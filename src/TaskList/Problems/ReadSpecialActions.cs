using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Problems;

/// <summary>Reads special actions: whoever reads task lists reads them, and counts only the problems that are theirs to see.</summary>
internal sealed class ReadSpecialActions(TaskListDbContext db, Actor actor, ReadLists lists, ReadProblems problems, TaskListOptions options)
{
    /// <summary>All of a year, the latest first; of all years unless said.</summary>
    public async Task<IReadOnlyList<SpecialActionView>> Of(int? year, CancellationToken ct) => await Views(
        db.SpecialActions.Where(a => year == null || db.Lists.Any(l => l.Id == a.ListId && l.Year == year)), ct);

    public async Task<IReadOnlyDictionary<Guid, SpecialActionView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(db.SpecialActions.Where(a => ids.Contains(a.Id)), ct)).ToDictionary(v => v.Id);

    /// <summary>Units of the action's task that must report, and for which this person does.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Filing(SpecialActionView action, CancellationToken ct) =>
    [
        .. (await lists.StandingOf(action.Action.ListId, lists.Today, ct)).AnsweringFor(action.Action.TaskId)
            .Where(a => a.Owes && actor.Can(Capability.TaskReport, a.UnitId)).Select(a => (a.UnitId, a.Name)),
    ];

    /// <summary>The measures of the latest list, to choose from, when the person may set up a special action.</summary>
    public async Task<IReadOnlyList<MeasureView>> Measures(CancellationToken ct)
    {
        var years = await lists.Years(ct);
        if (years.Count == 0 || await lists.List(years[0].Year, null, ct) is not { } list || !actor.SupervisesAll(list.Standing.Rows.Units))
        {
            return [];
        }

        return [.. list.Tasks.SelectMany(t => t.Measures)];
    }

    private async Task<IReadOnlyList<SpecialActionView>> Views(IQueryable<SpecialAction> wanted, CancellationToken ct)
    {
        if (!actor.Can(Capability.TaskRead))
        {
            return [];
        }

        List<SpecialActionView> views = [];

        // Ids tell the time here, but not in every database: SQL Server sorts them by their last bytes.
        var actions = (await wanted.AsNoTracking().ToListAsync(ct)).OrderByDescending(a => a.Id).ToList();
        var files = await problems.Files([.. actions.Select(a => a.Id)], ct);
        var ids = actions.ConvertAll(a => a.Id);
        var counts = await db.Problems.AsNoTracking().SeenBy(actor).Where(p => p.ActionId != null && ids.Contains(p.ActionId.Value)).GroupBy(p => new { p.ActionId, p.State })
            .Select(g => new { g.Key.ActionId, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        foreach (var action in actions)
        {
            var standing = await lists.StandingOf(action.ListId, lists.Today, ct);
            var measure = standing.Rows.Measures.First(m => m.Id == action.MeasureId);
            var mine = counts.Where(c => c.ActionId == action.Id).ToList();
            views.Add(new(
                action, ProblemLights.Of(action, standing.RhythmOf(measure), lists.Today, options.Lights), measure.Number, standing.Rows.List.Year,
                action.SummaryUnitId is { } unit ? standing.Rows.Units.NameOf(unit) : null, [.. files[action.Id]], mine.Sum(c => c.Count),
                mine.Where(c => c.State is ProblemState.Closed or ProblemState.Standing).Sum(c => c.Count)));
        }

        return views;
    }
}
