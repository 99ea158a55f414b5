using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Figures;

namespace Commerce.TaskList.Board;

/// <summary>What the pages of a list show, each in one question.</summary>
internal sealed class ReadBoard(ReadLists lists, ReadFigures figures, Actor actor)
{
    /// <param name="year">The list's year; null is the latest.</param>
    /// <param name="asOf">The day to tell the progress for; null is today.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<ListSheet> List(int? year, DateOnly? asOf, CancellationToken ct)
    {
        var years = await lists.Years(ct);
        var list = (year ?? years.Select(y => (int?)y.Year).FirstOrDefault()) is { } wanted ? await lists.List(wanted, asOf, ct) : null;
        var beside = new Dictionary<Guid, Beside>();
        foreach (var task in list?.Tasks ?? [])
        {
            beside[task.Id] = new(await figures.OfTaskAlone(task, ct), null);
            foreach (var measure in task.Measures)
            {
                beside[measure.Id] = new(await figures.Of(measure, ct), lists.ReportsOf(measure).FirstOrDefault(r => r.State != ReportState.Returned));
            }
        }

        return new(years, list, beside, lists.Today);
    }

    /// <summary>A task with its milestones and measures; null when there is none.</summary>
    public async Task<TaskSheet?> Task(int year, int number, DateOnly? asOf, CancellationToken ct) =>
        (await lists.List(year, asOf, ct))?.Tasks.FirstOrDefault(t => t.Number == number) is { } task ? await Sheet(task, null, ct) : null;

    /// <summary>A measure with its figures and reports; null when there is none.</summary>
    public async Task<TaskSheet?> Measure(int year, int number, DateOnly? asOf, CancellationToken ct) =>
        (await lists.List(year, asOf, ct))?.Tasks.SelectMany(t => t.Measures).FirstOrDefault(m => m.Number == number) is { } measure
            ? await Sheet(measure.Task, measure, ct) : null;

    private async Task<TaskSheet> Sheet(TaskView task, MeasureView? measure, CancellationToken ct)
    {
        var known = new Dictionary<Guid, IReadOnlyList<FigureView>> { [task.Id] = await figures.OfTaskAlone(task, ct) };
        foreach (var one in task.Measures)
        {
            known[one.Id] = await figures.Of(one, ct);
        }

        return new(
            task, measure, known, measure is null ? [] : lists.ReportsOf(measure), task.Milestones.SelectMany(lists.ExtensionsOf).ToLookup(e => e.MilestoneId),
            await lists.Story(task, measure?.Id, ct), lists.Today, actor.Supervises(task.Standing, task.Id),
            [.. task.Answering.Where(a => actor.Can(Capability.TaskReport, a.UnitId))]);
    }
}

/// <summary>A list as its page shows it.</summary>
/// <param name="Years">All lists that there are, the latest first.</param>
/// <param name="List">Null when there is none of the year.</param>
/// <param name="Beside">What stands beside a task or measure.</param>
/// <param name="Today">In China.</param>
internal sealed record ListSheet(IReadOnlyList<(int Year, string Title)> Years, ListView? List, IReadOnlyDictionary<Guid, Beside> Beside, DateOnly Today);

/// <summary>Figures and the latest report that wasn't sent back.</summary>
internal sealed record Beside(IReadOnlyList<FigureView> Figures, ReportView? Latest);

/// <summary>A task or one of its measures as its page shows it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Measure">Null on the task's own page.</param>
/// <param name="Figures">By the id of the task or measure.</param>
/// <param name="Reports">On the measure, those that the person may see.</param>
/// <param name="Extensions">By milestone, those that the person may see.</param>
/// <param name="Story">The latest first.</param>
/// <param name="Today">In China.</param>
/// <param name="Supervises">The person may review, decide and close.</param>
/// <param name="Reporting">The units of the task for which the person reports.</param>
internal sealed record TaskSheet(
    TaskView Task, MeasureView? Measure, IReadOnlyDictionary<Guid, IReadOnlyList<FigureView>> Figures, IReadOnlyList<ReportView> Reports,
    ILookup<Guid, ExtensionView> Extensions, IReadOnlyList<ActView> Story, DateOnly Today, bool Supervises, IReadOnlyList<Answering> Reporting)
{
    public OfficialList List => Task.List;

    /// <summary>Acts belong to today; an earlier day is only looked at.</summary>
    public bool IsToday => Task.Standing.AsOf == Today;

    public string NameOf(Guid unitId) => Task.Standing.Rows.Units.NameOf(unitId);

    /// <summary>The milestones of the page's subject.</summary>
    public IReadOnlyList<MilestoneView> Milestones => Measure?.Milestones ?? Task.Milestones;
}
