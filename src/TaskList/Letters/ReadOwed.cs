using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Problems;
using Commerce.TaskList.Projects;
using Commerce.TaskList.Reminders;
using Commerce.TaskList.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Letters;

/// <summary>What a thing that is owed is.</summary>
internal enum OwedKind
{
    Milestone,
    Report,
    Letter,
    Chase,
    Round,
    Problem,

    /// <summary>A project's step.</summary>
    Step,

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
/// <param name="Items">What has a day: what was missed first, then by the day.</param>
/// <param name="Undated">What waits without a day: chases, reports of a period that is over, problems without a limit.</param>
internal sealed record OwedWeek(DateOnly Today, DateOnly Until, IReadOnlyList<KnownUnit> Mine, IReadOnlyList<KnownUnit> Units, IReadOnlyList<Owed> Items, IReadOnlyList<Owed> Undated);

/// <summary>What units owe this week: deadlines, reports and chases of the latest list; letters, rounds, problems and steps of projects that are open, of whatever year.
/// Of every unit the same is shown, whoever looks; of one's own also what else of the task list waits in the inbox.</summary>
internal sealed class ReadOwed(TaskListDbContext db, Actor actor, ReadLists lists, ReadLetters letters, TaskListOptions options, IEnumerable<ITodo> todos)
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
        Guid[] ids = [.. asked.Select(u => u.Id)];
        var names = known.ToDictionary(u => u.Id, u => u.Name);
        List<Owed> items = [];
        if (ids.Length > 0)
        {
            if (await db.Lists.AsNoTracking().OrderByDescending(l => l.Year).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct) is { } list)
            {
                var standing = await lists.StandingOf(list, today, ct);
                items.AddRange(asked.SelectMany(u => OfList(standing, u, until)));
                items.AddRange((await letters.ChasesWaiting(list, ids, ct)).Select(c => new Owed(
                    OwedKind.Chase, c.Unit, c.Chase.Word, c.Chase.Word, c.Path, null, new(LightColour.Yellow, $"{c.Chase.ByName}催办", $"chased by {c.Chase.ByName}"), LetterColour.Yellow)));
            }

            items.AddRange((await letters.ToAnswer(ids, ct)).Select(Letter));
            items.AddRange(await Rounds(ids, until, ct));
            items.AddRange(await Problems(ids, names, until, ct));
            items.AddRange(await Summaries(ids, until, ct));
        }

        items.AddRange(await Steps(ids, names, unit is null ? actor.Id : null, until, ct));
        if (unit is null)
        {
            items.AddRange(await Others(until, ct));
        }

        return new(today, until, mine, readable, [.. items.Where(i => i.Due is not null).OrderBy(i => i.Due).ThenBy(i => i.Kind)], [.. items.Where(i => i.Due is null).OrderBy(i => i.Kind)]);
    }

    // What was sent back waits at once, like a letter.
    private async Task<IEnumerable<Owed>> Rounds(Guid[] ids, DateOnly until, CancellationToken ct)
    {
        var open = await db.RoundsOwedBy(ids).Include(r => r.Units).OrderBy(r => r.Position).ToListAsync(ct);
        var said = await db.LatestAnswers([.. open.Select(r => r.Id)], ct);
        return open.SelectMany(r => r.Units.Where(u => ids.Contains(u.UnitId))
            .Select(u => (u.Name, Latest: said.GetValueOrDefault((r.Id, u.UnitId)), Todo: RoundTodos.Owed(r, u, said.GetValueOrDefault((r.Id, u.UnitId)))))
            .Where(o => o.Todo is not null && (o.Latest is not null || r.DueOn <= until))
            .Select(o => Dated(OwedKind.Round, o.Name, o.Todo!.Chinese, o.Todo.English, o.Todo.Path, r.DueOn)));
    }

    private async Task<IEnumerable<Owed>> Problems(Guid[] ids, Dictionary<Guid, string> names, DateOnly until, CancellationToken ct)
    {
        var open = await db.Problems.AsNoTracking().SeenBy(actor).Where(p => ids.Contains(p.UnitId)
            && (p.State == ProblemState.NotStarted || p.State == ProblemState.Returned || (p.State == ProblemState.Mending && p.WorkingDueOn <= until))).OrderBy(p => p.Position).ToListAsync(ct);
        return open.Select(p =>
        {
            var (chinese, english) = p.State switch
            {
                ProblemState.NotStarted => ($"为问题 {p.Number} 定措施、责任人和时限", $"Set measures, person and limit for problem {p.Number}"),
                ProblemState.Returned => ($"重新整改问题 {p.Number}", $"Mend problem {p.Number} anew"),
                _ => ($"整改问题 {p.Number}", $"Mend problem {p.Number}"),
            };
            var light = ProblemLights.Of(p, lists.Today, options.Lights);
            return new Owed(OwedKind.Problem, names.GetValueOrDefault(p.UnitId, ""), chinese, english, ProblemTodos.Path(p), p.WorkingDueOn, light, Grave(light));
        });
    }

    private async Task<IEnumerable<Owed>> Summaries(Guid[] ids, DateOnly until, CancellationToken ct) =>
        (await db.SummariesDue(until, lists.Today, ct)).Where(s => ids.Contains(s.Unit.UnitId)).Select(s => Dated(
            OwedKind.Problem, s.Unit.Name, $"报送专项整治“{s.Action.Name}”的工作总结", $"File the summary of the special action “{s.Action.Name}”", ProblemTodos.Path(s.Action), s.Action.SummaryDueOn));

    // Steps of the units' projects, and of those that this person stands for as leader.
    private async Task<IEnumerable<Owed>> Steps(Guid[] ids, Dictionary<Guid, string> names, Guid? leader, DateOnly until, CancellationToken ct)
    {
        var near = await db.Projects.AsNoTracking().Include(p => p.Steps)
            .Where(p => p.WithdrawnAt == null && (ids.Contains(p.UnitId) || (leader != null && p.LeaderId == leader)) && p.Steps.Any(s => s.DoneOn == null && !s.Aim && s.DueOn <= until)).ToListAsync(ct);
        return near.SelectMany(p => p.Steps.Where(s => s is { DoneOn: null, Aim: false } && s.DueOn <= until).Select(s => Dated(
            OwedKind.Step, names.GetValueOrDefault(p.UnitId, ""), $"项目节点：{p.Name}，{s.What}", $"Project step: {p.Name}, {s.What}", ProjectWords.Of(p.Id), s.DueOn!.Value)));
    }

    private Owed Dated(OwedKind kind, string unit, string chinese, string english, string path, DateOnly due)
    {
        var left = due.DayNumber - lists.Today.DayNumber;
        return left < 0
            ? new(kind, unit, chinese, english, path, due, new(LightColour.Red, $"逾期 {-left} 天", $"{-left} days late"), LetterColour.Red)
            : new(kind, unit, chinese, english, path, due, new(LightColour.Yellow, left == 0 ? "今天到期" : $"还有 {left} 天", left == 0 ? "due today" : $"{left} days left"), LetterColour.Blue);
    }

    private static IEnumerable<Owed> OfList(Standing standing, KnownUnit unit, DateOnly until)
    {
        var (year, reports) = (standing.Rows.List.Year, standing.Rows.Reports);
        foreach (var task in standing.Tasks.Where(t => standing.AnsweringFor(t.Id).Any(a => a.UnitId == unit.Id && a.Owes)))
        {
            foreach (var milestone in standing.MilestonesOf(task.Id).Where(m => m is { Kind: MilestoneKind.Due, Aim: false } && !standing.IsDone(m) && standing.SaidDoneOn(m) is null && standing.WorkingDue(m) <= until))
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
        foreach (var part in todos.Where(t => t.GetType().Namespace!.StartsWith(typeof(TaskListModule).Namespace!, StringComparison.Ordinal) && t is not (TaskTodos or LetterTodos or RoundTodos or ProblemTodos or ProjectTodos)))
        {
            waiting.AddRange(await part.Read(ct));
        }

        return waiting.Where(t => t.Due <= until).Select(t => Dated(OwedKind.Other, "", t.Chinese, t.English, t.Path, t.Due!.Value));
    }
}
