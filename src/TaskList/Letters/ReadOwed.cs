using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Letters;

/// <summary>What a thing that is owed is.</summary>
internal enum OwedKind
{
    Milestone,
    Report,
    Letter,
    Chase,

    /// <summary>What other parts of the task list have put into the person's inbox for this week.</summary>
    Other,
}

/// <summary>Something that a unit owes by the end of the week, or owed before.</summary>
/// <param name="Kind">What.</param>
/// <param name="Unit">Who owes it.</param>
/// <param name="Chinese">What is to be done.</param>
/// <param name="English">The same in English.</param>
/// <param name="Path">Where it is done.</param>
/// <param name="Due">The last day; null when it is simply waited for.</param>
/// <param name="Reason">Why it stands here: the light, or the words of who waits.</param>
/// <param name="Light">Its colour.</param>
internal sealed record Owed(OwedKind Kind, string Unit, string Chinese, string English, string Path, DateOnly? Due, Light Reason, LetterColour Light);

/// <summary>本周应办 of one or more units.</summary>
/// <param name="Today">In China.</param>
/// <param name="Until">The week's last day, a Sunday.</param>
/// <param name="Mine">The units that the person reports for.</param>
/// <param name="Units">All units that the person may look at here.</param>
/// <param name="Items">What was missed first, then by the day.</param>
internal sealed record OwedWeek(DateOnly Today, DateOnly Until, IReadOnlyList<KnownUnit> Mine, IReadOnlyList<KnownUnit> Units, IReadOnlyList<Owed> Items);

/// <summary>What units owe this week: deadlines, reports, answers to letters and chases; and what else of the task list waits in the inbox.</summary>
internal sealed class ReadOwed(TaskListDbContext db, Actor actor, ReadLists lists, ReadLetters letters, IEnumerable<ITodo> todos)
{
    /// <param name="unit">Of this unit; null is all that the person reports for.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<OwedWeek> Week(Guid? unit, CancellationToken ct)
    {
        var today = lists.Today;
        var until = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var known = (await db.KnownUnits.AsNoTracking().ToListAsync(ct)).OrderBy(u => u.Name, StringComparer.Ordinal).ToList();
        var mine = known.Where(u => actor.Can(Capability.TaskReport, u.Id)).ToList();
        var readable = known.Where(u => actor.Can(Capability.TaskRead, u.Id)).ToList();
        var asked = unit is { } one ? [.. readable.Where(u => u.Id == one)] : mine;
        List<Owed> items = [];
        foreach (var list in asked.Count == 0 ? [] : await db.Lists.AsNoTracking().Select(l => l.Id).ToListAsync(ct))
        {
            var standing = await lists.StandingOf(list, today, ct);
            items.AddRange(asked.SelectMany(u => OfList(standing, u, until)));
        }

        var ids = asked.Select(u => u.Id).ToHashSet();
        items.AddRange((await letters.All(new(), ct)).Where(l => ids.Contains(l.Letter.UnitId) && l.Letter.State == LetterState.Issued).Select(Letter));
        items.AddRange((await letters.Chases(null, null, ct)).Where(c => c.Waits && ids.Contains(c.Chase.UnitId)).Select(c => new Owed(
            OwedKind.Chase, c.Unit, c.Chase.Word, c.Chase.Word, c.Path, null, new(LightColour.Yellow, $"{c.Chase.ByName}催办", $"chased by {c.Chase.ByName}"), LetterColour.Yellow)));
        if (unit is null)
        {
            items.AddRange(await Others(until, ct));
        }

        return new(today, until, mine, readable, [.. items.OrderBy(i => i.Due ?? today).ThenBy(i => i.Kind)]);
    }

    private static IEnumerable<Owed> OfList(Standing standing, KnownUnit unit, DateOnly until)
    {
        var (year, reports) = (standing.Rows.List.Year, standing.Rows.Reports);
        foreach (var task in standing.Tasks.Where(t => standing.AnsweringFor(t.Id).Any(a => a.UnitId == unit.Id && a.Owes)))
        {
            foreach (var milestone in standing.MilestonesOf(task.Id).Where(m => m is { Kind: MilestoneKind.Due, Aim: false } && !standing.IsDone(m) && standing.WorkingDue(m) <= until))
            {
                var light = standing.LightOf(milestone);
                yield return new(
                    OwedKind.Milestone, unit.Name, $"任务{task.Label}：{milestone.Title}", $"Task {task.Number}: {milestone.Title}", TaskPaths.Task(year, task.Number), standing.WorkingDue(milestone), light, Grave(light));
            }

            foreach (var (measure, due, light) in standing.ReportsOwed(task.Id, unit.Name, until))
            {
                yield return new(OwedKind.Report, unit.Name, $"上报措施{measure.Number}的进展", $"Report on measure {measure.Number}", TaskPaths.Measure(year, measure.Number), due, light, Grave(light));
            }

            foreach (var measure in standing.MeasuresOf(task.Id).Where(m => !standing.IsClosed(m)))
            {
                if (reports.LastOrDefault(r => r.MeasureId == measure.Id && r.UnitId == unit.Id) is { State: ReportState.Returned } back)
                {
                    var light = Lights.SentBack(back);
                    yield return new(OwedKind.Report, unit.Name, $"补正措施{measure.Number}的上报", $"Report anew on measure {measure.Number}", TaskPaths.Measure(year, measure.Number), null, light, Grave(light));
                }
            }
        }
    }

    private static Owed Letter(LetterView view)
    {
        var (today, due) = (view.Standing.AsOf, view.Letter.ReplyDueOn);
        var late = due < today;
        return new(
            OwedKind.Letter, view.Unit, $"回复督办函{view.Letter.Number}：{view.Matter}", $"Answer letter {view.Letter.Number}: {view.Matter}", view.Path, due,
            new(late ? LightColour.Red : LightColour.Yellow, view.Letter.StateText(today, true), view.Letter.StateText(today, false)), late ? LetterColour.Red : view.Letter.Colour);
    }

    private static LetterColour Grave(Light light) => LetterWords.Of(light) ?? LetterColour.Blue;

    private async Task<IEnumerable<Owed>> Others(DateOnly until, CancellationToken ct)
    {
        List<Todo> waiting = [];
        foreach (var part in todos.Where(t => t.GetType().Namespace!.StartsWith(typeof(TaskListModule).Namespace!, StringComparison.Ordinal) && t is not (TaskTodos or LetterTodos)))
        {
            waiting.AddRange(await part.Read(ct));
        }

        return waiting.Where(t => t.Due <= until).Select(t =>
        {
            var late = t.Due < lists.Today;
            return new Owed(OwedKind.Other, "", t.Chinese, t.English, t.Path, t.Due, late ? new(LightColour.Red, "已过时限", "overdue") : new(LightColour.Yellow, "本周到期", "due this week"), late ? LetterColour.Red : LetterColour.Blue);
        });
    }
}
