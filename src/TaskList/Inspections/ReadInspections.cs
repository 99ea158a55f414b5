using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Problems;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Inspections;

/// <summary>Reads inspections: like the list's figures they are for every reader of the list; of the problems opened from them only one's own are counted.</summary>
internal sealed class ReadInspections(TaskListDbContext db, Actor actor, ReadLists lists, ReadProblems problems)
{
    /// <summary>All of a year, the latest first; of all years unless said.</summary>
    public Task<IReadOnlyList<InspectionView>> Of(int? year, CancellationToken ct) => Views(db.Inspections.Where(i => year == null || db.Lists.Any(l => l.Id == i.ListId && l.Year == year)), ct);

    public async Task<IReadOnlyDictionary<Guid, InspectionView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(db.Inspections.Where(i => ids.Contains(i.Id)), ct)).ToDictionary(v => v.Id);

    /// <summary>An inspection with what this person may do about it; null when there is none.</summary>
    public async Task<InspectionSheet?> Sheet(Guid id, CancellationToken ct)
    {
        if (!(await ByIds([id], ct)).TryGetValue(id, out var view))
        {
            return null;
        }

        var standing = await lists.StandingOf(view.Inspection.ListId, lists.Today, ct);
        return new(
            view, actor.Supervises(standing, view.Inspection.TaskId),
            [.. standing.AnsweringFor(view.Inspection.TaskId).Where(a => actor.Can(Capability.TaskReport, a.UnitId)).Select(a => (a.UnitId, a.Name))], lists.Today);
    }

    /// <summary>The measures of the latest list that this person supervises, to open an inspection for.</summary>
    public async Task<IReadOnlyList<MeasureView>> Measures(CancellationToken ct)
    {
        var years = await lists.Years(ct);
        return years.Count > 0 && actor.Can(Capability.TaskSupervise) && await lists.List(years[0].Year, null, ct) is { } list
            ? [.. list.Tasks.Where(t => actor.Supervises(list.Standing, t.Id)).SelectMany(t => t.Measures)]
            : [];
    }

    private async Task<IReadOnlyList<InspectionView>> Views(IQueryable<Inspection> wanted, CancellationToken ct)
    {
        if (!actor.Can(Capability.TaskRead))
        {
            return [];
        }

        var inspections = await wanted.AsNoTracking().Include(i => i.Counties).OrderByDescending(i => i.OpenedAt).ToListAsync(ct);
        var ids = inspections.ConvertAll(i => i.Id);
        var figures = await db.InspectionFigures.AsNoTracking().Where(f => ids.Contains(f.InspectionId)).OrderByDescending(f => f.Position).ToListAsync(ct);
        var files = await problems.Files([.. figures.Select(f => f.Id)], ct);
        var units = await db.UnitBook(ct);
        var byInspection = figures.ToLookup(f => f.InspectionId, f => new InspectionFigureView(f, units.NameOf(f.UnitId), [.. files[f.Id]]));
        var counts = await db.Problems.AsNoTracking().SeenBy(actor).Where(p => p.InspectionId != null && ids.Contains(p.InspectionId.Value)).GroupBy(p => new { p.InspectionId, p.State })
            .Select(g => new { g.Key.InspectionId, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        List<InspectionView> views = [];
        foreach (var inspection in inspections)
        {
            var standing = await lists.StandingOf(inspection.ListId, lists.Today, ct);
            var mine = counts.Where(c => c.InspectionId == inspection.Id).ToList();
            views.Add(new(
                inspection, standing.Rows.Measures.First(m => m.Id == inspection.MeasureId).Number, standing.Rows.List.Year, [.. byInspection[inspection.Id]], mine.Sum(c => c.Count),
                mine.Where(c => c.State is ProblemState.Closed or ProblemState.Standing).Sum(c => c.Count)));
        }

        return views;
    }
}

/// <summary>An inspection as its page shows it.</summary>
/// <param name="View">The inspection.</param>
/// <param name="Supervises">The person may change and draw it.</param>
/// <param name="Reporting">The units of its task that the person reports for.</param>
/// <param name="Today">In China.</param>
internal sealed record InspectionSheet(InspectionView View, bool Supervises, IReadOnlyList<(Guid Id, string Name)> Reporting, DateOnly Today)
{
    public Inspection Inspection => View.Inspection;
}
