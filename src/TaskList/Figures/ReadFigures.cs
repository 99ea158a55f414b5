using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Figures;

/// <summary>Figures of a list on a day: the typed ones as last typed, the computed ones reckoned anew.</summary>
internal sealed class ReadFigures(TaskListDbContext db, Reckoning reckoning, TimeProvider clock)
{
    private readonly Dictionary<(Guid List, DateOnly AsOf), ILookup<Guid, FigureView>> known = [];

    /// <summary>The figures of a measure.</summary>
    public async Task<IReadOnlyList<FigureView>> Of(MeasureView measure, CancellationToken ct) => [.. (await OfList(measure.Standing, ct))[measure.Id]];

    /// <summary>The figures of the task itself and of all its measures, in the list's order.</summary>
    public async Task<IReadOnlyList<FigureView>> Of(TaskView task, CancellationToken ct)
    {
        var all = await OfList(task.Standing, ct);
        return [.. all[task.Id], .. task.Measures.SelectMany(m => all[m.Id])];
    }

    /// <summary>The figures of the task as such.</summary>
    public async Task<IReadOnlyList<FigureView>> OfTaskAlone(TaskView task, CancellationToken ct) => [.. (await OfList(task.Standing, ct))[task.Id]];

    /// <summary>Figures by their ids, as of today.</summary>
    public async Task<IReadOnlyDictionary<Guid, FigureView>> ByIds(IReadOnlyCollection<Guid> ids, ReadLists lists, CancellationToken ct)
    {
        var found = new Dictionary<Guid, FigureView>();
        Guid[] listIds = [.. await db.Metrics.Where(m => ids.Contains(m.Id)).Select(m => m.ListId).Distinct().ToListAsync(ct)];
        foreach (var list in (await lists.Lists(listIds, ct)).Values)
        {
            foreach (var figure in (await OfList(list.Standing, ct)).SelectMany(g => g).Where(f => ids.Contains(f.Id)))
            {
                found[figure.Id] = figure;
            }
        }

        return found;
    }

    private async Task<ILookup<Guid, FigureView>> OfList(Standing standing, CancellationToken ct)
    {
        var key = (standing.Rows.List.Id, standing.AsOf);
        if (!known.TryGetValue(key, out var figures))
        {
            known[key] = figures = await Load(standing, ct);
        }

        return figures;
    }

    private async Task<ILookup<Guid, FigureView>> Load(Standing standing, CancellationToken ct)
    {
        var list = standing.Rows.List;
        var metrics = await db.Metrics.AsNoTracking().Where(m => m.ListId == list.Id).OrderBy(m => m.Position).ToListAsync(ct);
        var values = (await db.MetricValues.AsNoTracking().Where(v => v.ListId == list.Id && v.On <= standing.AsOf).ToListAsync(ct))
            .GroupBy(v => v.MetricId).ToDictionary(g => g.Key, g => g.OrderBy(v => v.On).ThenBy(v => v.Position).Last());
        var views = new List<FigureView>();
        foreach (var metric in metrics)
        {
            views.Add(metric.IsTyped ? Typed(metric, values.GetValueOrDefault(metric.Id), standing.Rows.Units) : await Computed(metric, standing, ct));
        }

        return views.ToLookup(v => v.Metric.MeasureId ?? v.Metric.TaskId);
    }

    private static FigureView Typed(Metric metric, MetricValue? value, UnitBook units) => new(
        metric, value?.Value, value?.At, value?.On, value is null ? null : $"{units.NameOf(value.UnitId)} {value.ByName}", value?.Evidence,
        value?.FileId is { } file ? new(file, value.FileName!) : null, null, []);

    // Each act counts once; reports on the measure tell of acts and are none. What was counted stands on the measure's page.
    private FigureView Acts(Metric metric, Standing standing)
    {
        var measure = standing.Rows.Measures.First(m => m.Id == metric.MeasureId);
        var done = standing.CountedFor(measure.Id).Count;
        return new(metric, done, clock.GetUtcNow(), null, null, null, null, TaskPaths.Measure(standing.Rows.List.Year, measure.Number), []);
    }

    private async Task<FigureView> Computed(Metric metric, Standing standing, CancellationToken ct)
    {
        if (metric.Computed == ComputedFigure.ActsDone)
        {
            return Acts(metric, standing);
        }

        var reckoned = await reckoning.Of(metric.Computed, standing.Rows.List.Year, standing.AsOf, standing.Rows.Units, ct);
        return new(metric, reckoned.Value, clock.GetUtcNow(), null, null, null, null, TaskPaths.Figure(standing.Rows.List.Year, Reckoning.PathOf(metric.Computed)), reckoned.Missing);
    }
}
