using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>A list at one look, for a leader: how many stand how, what is overdue and with whom, letters that are open, the next days.</summary>
/// <param name="List">The year's list.</param>
/// <param name="Overdue">The latest due last.</param>
/// <param name="Next">Deadlines to come, the nearest first.</param>
/// <param name="Letters">Those that are open, the gravest first.</param>
/// <param name="Counts">Of letters and chases.</param>
internal sealed record LeaderBoard(ListView List, IReadOnlyList<DueRow> Overdue, IReadOnlyList<DueRow> Next, IReadOnlyList<LetterView> Letters, LetterCounts Counts)
{
    public IEnumerable<(TaskStage Stage, int Count)> Stages => Enum.GetValues<TaskStage>().Select(s => (s, List.Standing.Tasks.Count(t => List.Standing.StageOf(t) == s)));

    public int Measures => List.Tasks.Sum(t => t.Measures.Count);

    public int MeasuresOf(LightColour colour) => List.Tasks.SelectMany(t => t.Measures).Count(m => m.State != MeasureState.Closed && m.Light.Colour == colour);

    /// <summary>Those that no light is on for: no deadline could be read, or it is an aim alone.</summary>
    public int MeasuresDark => MeasuresOf(LightColour.None);

    public int MeasuresClosed => List.Tasks.SelectMany(t => t.Measures).Count(m => m.State == MeasureState.Closed);
}

/// <summary>A deadline with who answers for it.</summary>
internal sealed record DueRow(MilestoneView Milestone, OfficialTask Task, IReadOnlyList<string> Units)
{
    private const int Named = 4;
    private const int Longest = 24;

    public string Path => TaskPaths.Task(Milestone.Standing.Rows.List.Year, Task.Number);

    /// <summary>What is to be done by it: its own words, else the measures that it is for, else the task.</summary>
    public string What(bool chinese) => Milestone.Text.Length > 0 ? Milestone.Text
        : Milestone.Measures.Count == 0 ? chinese ? $"整项任务：{Short(Task.Text)}" : $"The whole task: {Short(Task.Text)}"
        : string.Join('；', Milestone.Measures.Select(m => $"{(chinese ? "措施" : "Measure ")}{m.Number}：{Short(m.Text)}"));

    /// <summary>The first units by name, and how many there are.</summary>
    public string UnitsText(bool chinese) => Units.Count <= Named ? string.Join(chinese ? "、" : ", ", Units)
        : chinese ? $"{string.Join("、", Units.Take(Named))}等 {Units.Count} 个单位" : $"{string.Join(", ", Units.Take(Named))} and {Units.Count - Named} more";

    private static string Short(string text) => text.Length <= Longest ? text.TrimEnd('。', '；') : text[..Longest] + "…";
}

/// <summary>Reads the leader's board.</summary>
internal sealed class ReadLeaderBoard(ReadLists lists, ReadLetters letters)
{
    /// <param name="year">The list's year; null is the latest.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>Null when there is no list.</returns>
    public async Task<LeaderBoard?> Read(int? year, CancellationToken ct)
    {
        var known = (await lists.Years(ct)).Select(y => (int?)y.Year).ToList();
        if ((year ?? known.FirstOrDefault()) is not { } wanted || await lists.List(wanted, null, ct) is not { } list)
        {
            return null;
        }

        var (standing, today) = (list.Standing, lists.Today);
        var next = standing.Tasks.SelectMany(t => standing.MilestonesOf(t.Id)).Where(m => m.Kind == MilestoneKind.Due && !standing.IsDone(m) && standing.WorkingDue(m) >= today).OrderBy(standing.WorkingDue);
        var open = (await letters.All(new(wanted), ct)).Where(l => l.State is LetterState.Issued or LetterState.Replied or LetterState.Overdue)
            .OrderByDescending(l => l.State == LetterState.Overdue).ThenByDescending(l => l.Letter.Colour).ThenBy(l => l.Letter.ReplyDueOn);
        return new(list, [.. new BoardView(standing).Overdue.Select(Row)], [.. next.Select(m => Row(new(standing, m)))], [.. open], await letters.Counts(wanted, ct));
    }

    private static DueRow Row(MilestoneView milestone) => new(
        milestone, milestone.Standing.Rows.Tasks.First(t => t.Id == milestone.TaskId), [.. milestone.Standing.AnsweringFor(milestone.TaskId).Where(a => a.Owes).Select(a => a.Name)]);
}
