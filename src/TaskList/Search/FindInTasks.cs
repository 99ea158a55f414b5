using Commerce.Platform.GraphQL;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Problems;
using Commerce.TaskList.Projects;

namespace Commerce.TaskList.Search;

/// <summary>What was found.</summary>
internal enum TaskHitKind
{
    Task,
    Measure,
    Report,

    /// <summary>By the name of a file.</summary>
    Evidence,
    Project,

    /// <summary>督办函.</summary>
    Letter,

    /// <summary>问题整改.</summary>
    Problem,
}

/// <summary>Something of the task list that contains the words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is called, in the reader's language.</param>
/// <param name="Excerpt">The words around the place.</param>
/// <param name="Path">Its page.</param>
internal sealed record TaskHit(TaskHitKind Kind, string Title, string Excerpt, string Path);

/// <summary>Looks through what hangs on a year's list, as far as this person sees it; whatever is spelled in either width or case is found.</summary>
internal sealed class FindInTasks(ReadLists lists, ReadProjects projects, ReadLetters letters, ReadProblems problems)
{
    public const int Most = 50;

    private const int Around = 30;

    /// <param name="year">The list's year; null is the latest.</param>
    /// <param name="text">At least two characters; shorter finds nothing.</param>
    /// <param name="chinese">The language of titles.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<IReadOnlyList<TaskHit>> Find(int? year, string text, bool chinese, CancellationToken ct)
    {
        var words = Folded(text.Trim());
        var wanted = year ?? (await lists.Years(ct)).Select(y => (int?)y.Year).FirstOrDefault();
        if (words.Length < 2 || wanted is not { } known || await lists.List(known, null, ct) is not { } list)
        {
            return [];
        }

        var (_, all) = await projects.Of(known, ct);
        var sent = await letters.All(new(known), ct);
        return [.. InList(list, words, chinese).Concat(all.SelectMany(p => InProject(p, words, chinese))).Concat(sent.SelectMany(l => InLetter(l, words, chinese)))
            .Concat((await problems.All(new(), ct) ?? []).SelectMany(p => InProblem(p, words, chinese))).Take(Most)];
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

                    foreach (var file in report.Files.Where(f => Excerpt(words, f.Name) is not null))
                    {
                        yield return new(TaskHitKind.Evidence, whose, file.Name, path);
                    }
                }
            }
        }
    }

    private static IEnumerable<TaskHit> InProject(ProjectView project, string words, bool chinese)
    {
        var (title, path) = (chinese ? $"项目：{project.Name}" : $"Project: {project.Name}", ProjectWords.Of(project.Id));
        if (Excerpt(words, [project.Name, project.Leader, .. project.Steps.Select(s => s.What), .. project.Steps.Select(s => s.Evidence), .. project.Figures.Select(f => f.Label)]) is { } found)
        {
            yield return new(TaskHitKind.Project, title, found, path);
        }

        foreach (var file in project.Steps.Select(s => s.File).Concat(project.Figures.Select(f => f.File)).OfType<FileView>().Where(f => Excerpt(words, f.Name) is not null))
        {
            yield return new(TaskHitKind.Evidence, title, file.Name, path);
        }
    }

    private static IEnumerable<TaskHit> InLetter(LetterView letter, string words, bool chinese)
    {
        var title = chinese ? $"督办函：{letter.Letter.Number ?? "草稿"}（{letter.Unit}）" : $"Letter: {letter.Letter.Number ?? "draft"} ({letter.Unit})";
        if (Excerpt(words, [letter.Letter.Number, letter.Letter.Demand, letter.Unit, .. letter.Replies.Select(r => r.Text)]) is { } found)
        {
            yield return new(TaskHitKind.Letter, title, found, letter.Path);
        }

        foreach (var file in letter.Replies.SelectMany(r => r.Files).Where(f => Excerpt(words, f.Name) is not null))
        {
            yield return new(TaskHitKind.Evidence, title, file.Name, letter.Path);
        }
    }

    private static IEnumerable<TaskHit> InProblem(ProblemView problem, string words, bool chinese)
    {
        if (Excerpt(words, problem.Number, problem.Text, problem.Kind, problem.Measures, problem.Unit, problem.Person) is { } found)
        {
            yield return new(TaskHitKind.Problem, chinese ? $"问题 {problem.Number}（{problem.Unit}）" : $"Problem {problem.Number} ({problem.Unit})", found, $"/tasks/problems/{NodeId.Encode("prb", problem.Id)}");
        }
    }

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
