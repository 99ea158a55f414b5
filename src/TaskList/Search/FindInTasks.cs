using System.Runtime.CompilerServices;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Circulars;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Inspections;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Projects;
using Commerce.TaskList.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Search;

/// <summary>Looks through what hangs on a year's list and through all problems, as far as this person sees it; whatever is spelled in either width or case is found.</summary>
internal sealed class FindInTasks(TaskListDbContext db, Actor actor, ReadLists lists, ReadProjects projects, ReadLetters letters, ReadCirculars circulars, ReadRounds rounds, ReadInspections inspections)
{
    public const int Most = 50;

    private const int Around = 30;

    /// <param name="year">The list's year; null is the latest.</param>
    /// <param name="text">At least two characters; shorter finds nothing.</param>
    /// <param name="chinese">The language of titles.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<TaskHits> Find(int? year, string text, bool chinese, CancellationToken ct)
    {
        var words = Folded(text.Trim());
        var wanted = year ?? (await lists.Years(ct)).Select(y => (int?)y.Year).FirstOrDefault();
        List<TaskHit> hits = [];
        if (words.Length >= 2 && wanted is { } known && await lists.List(known, null, ct) is { } list)
        {
            await foreach (var hit in Look(list, words, chinese, ct))
            {
                hits.Add(hit);
                if (hits.Count > Most)
                {
                    break;
                }
            }
        }

        return new([.. hits.Take(Most)], hits.Count > Most);
    }

    // Part by part: what comes after enough was found isn't even read.
    private async IAsyncEnumerable<TaskHit> Look(ListView list, string words, bool chinese, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var hit in InList(list, words, chinese))
        {
            yield return hit;
        }

        foreach (var hit in await InFigures(list, words, chinese, ct))
        {
            yield return hit;
        }

        foreach (var hit in (await projects.Of(list.Year, ct)).Projects.SelectMany(p => InProject(p, words, chinese)))
        {
            yield return hit;
        }

        foreach (var hit in (await letters.All(new(list.Year), ct)).SelectMany(l => InLetter(l, words, chinese)))
        {
            yield return hit;
        }

        foreach (var hit in (await circulars.All(list.Year, ct)).SelectMany(c => InCircular(c, words, chinese)))
        {
            yield return hit;
        }

        foreach (var hit in (await rounds.All(list.Year, null, null, ct)).SelectMany(r => InRound(r, words, chinese)))
        {
            yield return hit;
        }

        foreach (var hit in (await inspections.Of(list.Year, ct)).SelectMany(i => InInspection(i, words, chinese)))
        {
            yield return hit;
        }

        foreach (var hit in await InSpecialActions(list, words, chinese, ct))
        {
            yield return hit;
        }

        await foreach (var hit in InProblems(list, words, chinese, ct))
        {
            yield return hit;
        }
    }

    private IEnumerable<TaskHit> InList(ListView list, string words, bool chinese)
    {
        foreach (var task in list.Tasks)
        {
            if (Excerpt(words, task.Text, task.ResponsibleText, task.DeadlineText) is { } inTask)
            {
                yield return new(TaskHitKind.Task, chinese ? $"任务{task.Label}" : $"Task {task.Number}", inTask, TaskPaths.Task(list.Year, task.Number));
            }

            foreach (var measure in task.Measures)
            {
                var (title, path) = (chinese ? $"措施{measure.Number}" : $"Measure {measure.Number}", TaskPaths.Measure(measure));
                if (Excerpt(words, measure.Text, measure.CorrectedText, measure.Group) is { } inMeasure)
                {
                    yield return new(TaskHitKind.Measure, title, inMeasure, path);
                }

                foreach (var report in lists.ReportsOf(measure))
                {
                    var whose = $"{title}：{list.Standing.Rows.Units.NameOf(report.UnitId)} {report.Period}";
                    if (Excerpt(words, report.Narrative) is { } inReport)
                    {
                        yield return new(TaskHitKind.Report, whose, inReport, path);
                    }

                    foreach (var hit in Named(report.Files, words, whose, path))
                    {
                        yield return hit;
                    }
                }
            }
        }
    }

    // Figures are for every reader of the list; one that was corrected is found by its last words and by all its papers.
    private async Task<IEnumerable<TaskHit>> InFigures(ListView list, string words, bool chinese, CancellationToken ct)
    {
        var values = await (from v in db.MetricValues.AsNoTracking()
                            join m in db.Metrics on v.MetricId equals m.Id
                            where v.ListId == list.Id
                            orderby m.Position, v.Position descending
                            select new { Metric = m, v.Evidence, v.FileName }).ToListAsync(ct);
        return values.SelectMany(v =>
        {
            var (metric, rows) = (v.Metric, list.Standing.Rows);
            var measure = rows.Measures.FirstOrDefault(m => m.Id == metric.MeasureId);
            var task = rows.Tasks.First(t => t.Id == metric.TaskId);
            var of = measure is null ? chinese ? $"任务{task.Label}" : $"Task {task.Number}" : chinese ? $"措施{measure.Number}" : $"Measure {measure.Number}";
            var path = measure is null ? TaskPaths.Task(list.Year, task.Number) : TaskPaths.Measure(list.Year, measure.Number);
            return Both(TaskHitKind.Figure, $"{of}：{(chinese ? metric.Label : metric.LabelEnglish)}", path, words, [v.Evidence], [v.FileName]);
        });
    }

    private static IEnumerable<TaskHit> InProject(ProjectView project, string words, bool chinese)
    {
        var values = project.Project.Figures.SelectMany(f => f.Values).OrderByDescending(v => v.Position).ToList();
        return Both(
            TaskHitKind.Project, chinese ? $"项目：{project.Name}" : $"Project: {project.Name}", ProjectWords.Of(project.Id), words,
            [project.Name, project.Leader, .. project.Steps.Select(s => s.What), .. project.Steps.Select(s => s.Evidence), .. project.Figures.Select(f => f.Label), .. values.Select(v => v.Evidence)],
            [.. project.Steps.Select(s => s.File?.Name), .. values.Select(v => v.FileName)]);
    }

    private static IEnumerable<TaskHit> InLetter(LetterView letter, string words, bool chinese) => Both(
        TaskHitKind.Letter, chinese ? $"督办函：{letter.Letter.Number ?? "草稿"}（{letter.Unit}）" : $"Letter: {letter.Letter.Number ?? "draft"} ({letter.Unit})", letter.Path, words,
        [letter.Letter.Number, letter.Letter.Subject, letter.Letter.Demand, letter.Unit, .. letter.Replies.Select(r => r.Text), .. letter.Replies.Select(r => r.ReturnedReason)],
        letter.Replies.SelectMany(r => r.Files).Select(f => f.Name));

    // An issued one is found by all of its words as they were issued, a draft by those that people write.
    private static IEnumerable<TaskHit> InCircular(CircularView view, string words, bool chinese)
    {
        var circular = view.Circular;
        IEnumerable<string> mentions = view.Content.Praise.Concat(view.Content.Criticism).Select(m => $"{m.Unit}：{m.Reason}");
        return Both(
            TaskHitKind.Circular, chinese ? $"情况通报：{circular.Number ?? "草稿"}（{circular.Title}）" : $"Circular: {circular.Number ?? "draft"} ({circular.Title})", view.Path, words,
            [circular.Number, circular.Title, circular.Opening, circular.Demands, .. mentions, circular.Text], []);
    }

    private static IEnumerable<TaskHit> InRound(RoundView round, string words, bool chinese)
    {
        var (title, path) = (chinese ? $"调度：{round.Title}" : $"Round: {round.Title}", TaskPaths.Round(round.Id));
        if (Excerpt(words, round.Title, round.ProjectName, round.Summary) is { } found)
        {
            yield return new(TaskHitKind.Round, title, found, path);
        }

        foreach (var unit in round.Units)
        {
            foreach (var hit in Both(
                TaskHitKind.Round, $"{title}（{unit.Name}）", path, words, unit.Answers.Reverse().Select(a => a.Narrative), unit.Answers.SelectMany(a => a.Files).Select(f => f.Name)))
            {
                yield return hit;
            }
        }
    }

    private static IEnumerable<TaskHit> InInspection(InspectionView inspection, string words, bool chinese) => Both(
        TaskHitKind.Inspection, chinese ? $"检查：{inspection.Name}" : $"Inspection: {inspection.Name}", $"/tasks/inspections/{NodeId.Encode("ins", inspection.Id)}", words,
        [inspection.Name, inspection.Kind, .. inspection.Counties, .. inspection.All.Select(f => f.Figure.Evidence)], inspection.All.SelectMany(f => f.Files).Select(f => f.Name));

    private async Task<IEnumerable<TaskHit>> InSpecialActions(ListView list, string words, bool chinese, CancellationToken ct)
    {
        var actions = await db.SpecialActions.AsNoTracking().Where(a => a.ListId == list.Id).OrderBy(a => a.SavedAt).ToListAsync(ct);
        Guid[] ids = [.. actions.Select(a => a.Id)];
        var files = (await db.OwnedFiles.AsNoTracking().Where(f => ids.Contains(f.OwnerId)).OrderBy(f => f.Name).ToListAsync(ct)).ToLookup(f => f.OwnerId, f => f.Name);
        return actions.SelectMany(a => Both(
            TaskHitKind.SpecialAction, chinese ? $"专项整治：{a.Name}" : $"Special action: {a.Name}", "/tasks/problems/actions", words, [a.Name, a.Summary], files[a.Id]));
    }

    // Row by row, however many there are: what is found, not what is looked through, is limited.
    private async IAsyncEnumerable<TaskHit> InProblems(ListView list, string words, bool chinese, [EnumeratorCancellation] CancellationToken ct)
    {
        var seen = db.Problems.AsNoTracking().SeenBy(actor);
        string Title(Problem problem)
        {
            var unit = list.Standing.Rows.Units.NameOf(problem.UnitId);
            return chinese ? $"问题 {problem.Number}（{unit}）" : $"Problem {problem.Number} ({unit})";
        }

        TaskHit? Hit(Problem problem, params IEnumerable<string?> texts) =>
            Excerpt(words, texts) is { } found ? new(TaskHitKind.Problem, Title(problem), found, Path(problem)) : null;

        TaskHit? File(Problem problem, string name) => Excerpt(words, name) is null ? null : new(TaskHitKind.Evidence, Title(problem), name, Path(problem));

        await foreach (var p in seen.OrderByDescending(p => p.Position).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (Hit(p, p.Number, p.Text, p.Kind, p.Basis, p.Measures, list.Standing.Rows.Units.NameOf(p.UnitId), p.PersonName) is { } hit)
            {
                yield return hit;
            }
        }

        var reports = from r in db.ProblemReports.AsNoTracking() join p in seen on r.ProblemId equals p.Id orderby r.Position descending select new { Problem = p, r.Narrative, r.Similar };
        await foreach (var r in reports.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (Hit(r.Problem, r.Narrative, r.Similar) is { } hit)
            {
                yield return hit;
            }
        }

        var rechecks = from r in db.ProblemRechecks.AsNoTracking() join p in seen on r.ProblemId equals p.Id orderby r.Position descending select new { Problem = p, r.Text };
        await foreach (var r in rechecks.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (Hit(r.Problem, r.Text) is { } hit)
            {
                yield return hit;
            }
        }

        var evidence = from f in db.OwnedFiles.AsNoTracking() join r in db.ProblemReports on f.OwnerId equals r.Id join p in seen on r.ProblemId equals p.Id orderby r.Position descending select new { Problem = p, f.Name };
        await foreach (var f in evidence.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (File(f.Problem, f.Name) is { } hit)
            {
                yield return hit;
            }
        }

        var rechecked = from f in db.OwnedFiles.AsNoTracking() join r in db.ProblemRechecks on f.OwnerId equals r.Id join p in seen on r.ProblemId equals p.Id orderby r.Position descending select new { Problem = p, f.Name };
        await foreach (var f in rechecked.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (File(f.Problem, f.Name) is { } hit)
            {
                yield return hit;
            }
        }
    }

    private static string Path(Problem problem) => $"/tasks/problems/{NodeId.Encode("prb", problem.Id)}";

    private static IEnumerable<TaskHit> Both(TaskHitKind kind, string title, string path, string words, IEnumerable<string?> texts, IEnumerable<string?> files) =>
        Excerpt(words, texts) is { } found ? Named(files, words, title, path).Prepend(new(kind, title, found, path)) : Named(files, words, title, path);

    private static IEnumerable<TaskHit> Named(IEnumerable<FileView> files, string words, string title, string path) => Named(files.Select(f => f.Name), words, title, path);

    private static IEnumerable<TaskHit> Named(IEnumerable<string?> files, string words, string title, string path) =>
        files.OfType<string>().Where(f => Excerpt(words, f) is not null).Distinct().Select(f => new TaskHit(TaskHitKind.Evidence, title, f, path));

    // The first of the texts that contains the words, cut around them.
    private static string? Excerpt(string words, params IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && Folded(text).IndexOf(words, StringComparison.Ordinal) is >= 0 and var at)
            {
                var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + words.Length + Around));
                return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}";
            }
        }

        return null;
    }

    // One character for one, so that places stay places.
    private static string Folded(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = char.ToLowerInvariant(from[i] is >= '！' and <= '～' ? (char)(from[i] - 0xFEE0) : from[i]);
        }
    });
}
