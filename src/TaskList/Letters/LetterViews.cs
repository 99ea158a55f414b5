using Commerce.Platform.GraphQL;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>A letter as shown on a day.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Standing">Its list, on the day.</param>
/// <param name="Supervises">Who asks supervises its matter.</param>
/// <param name="Answers">Who asks answers for its unit.</param>
internal sealed record LetterView(SupervisionLetter Letter, Standing Standing, bool Supervises, bool Answers) : IHaveId
{
    public Guid Id => Letter.Id;

    public LetterState State => Letter.StateOn(Standing.AsOf);

    public string? Reply => Letter.Reply?.Text;

    public string Unit => Standing.Rows.Units.NameOf(Letter.UnitId) is { Length: > 0 } name ? name : Letter.Addressee;

    public string Path => TaskPaths.Letter(Id);

    /// <summary>The page of its matter.</summary>
    public string MatterPath => Letter.MeasureId is { } id && Standing.Rows.Measures.FirstOrDefault(m => m.Id == id) is { } measure
        ? TaskPaths.Measure(Standing.Rows.List.Year, measure.Number) : TaskPaths.Task(Standing.Rows.List.Year, Standing.Rows.Tasks.First(t => t.Id == Letter.TaskId).Number);

    /// <summary>任务(六)措施27.</summary>
    public string Matter
    {
        get
        {
            var end = Letter.Subject.IndexOf('“', StringComparison.Ordinal);
            return end > 0 ? Letter.Subject[..end] : Letter.Subject;
        }
    }

    public IReadOnlyList<ReplyView> Replies => [.. Letter.Replies.OrderBy(r => r.Position).Select(r => new ReplyView(r))];
}

/// <summary>An answer as shown.</summary>
internal sealed record ReplyView(LetterReply Reply)
{
    public string Text => Reply.Text;

    public bool Late => Reply.Late;

    public string By => Reply.ByName;

    public DateTimeOffset At => Reply.At;

    public string? ReturnedReason => Reply.ReturnedReason;

    public string? ReturnedBy => Reply.ReturnedByName;

    public IReadOnlyList<FileView> Files => [.. Reply.Files.Select(f => new FileView(f.FileId, f.Name))];
}

/// <summary>A chase as shown on a day.</summary>
/// <param name="Chase">The chase.</param>
/// <param name="Standing">Its list, on the day.</param>
/// <param name="Answer">The report that answered it.</param>
internal sealed record ChaseView(Chase Chase, Standing Standing, ProgressReport? Answer) : IHaveId
{
    public Guid Id => Chase.Id;

    public string Unit => Standing.Rows.Units.NameOf(Chase.UnitId);

    public bool Answered => Answer is not null;

    public DateTimeOffset? AnsweredAt => Answer?.SubmittedAt;

    /// <summary>The page of its matter.</summary>
    public string Path => Chase.MeasureId is { } id && Standing.Rows.Measures.FirstOrDefault(m => m.Id == id) is { } measure
        ? TaskPaths.Measure(Standing.Rows.List.Year, measure.Number) : TaskPaths.Task(Standing.Rows.List.Year, Standing.Rows.Tasks.First(t => t.Id == Chase.TaskId).Number);

    /// <summary>The matter still waits: it is neither done nor dropped.</summary>
    public bool Waits => !Answered
        && (Chase.MeasureId is not { } measure || Standing.Rows.Measures.FirstOrDefault(m => m.Id == measure) is { WithdrawnAt: null, State: not MeasureState.Closed })
        && (Chase.MilestoneId is not { } milestone || Standing.Rows.Milestones.FirstOrDefault(m => m.Id == milestone) is { WithdrawnAt: null, DoneOn: null });
}

/// <summary>How often was chased and written, and what came of it.</summary>
/// <param name="Sent">Letters issued.</param>
/// <param name="Answered">Of those: with an answer.</param>
/// <param name="AnsweredLate">Of those: where the first answer came after the limit.</param>
/// <param name="Overdue">Letters whose limit has passed and which wait.</param>
/// <param name="Escalated">Letters in whose place a graver one was issued.</param>
/// <param name="Closed">Letters whose answer was accepted.</param>
/// <param name="Chases">催办.</param>
/// <param name="ChasesAnswered">Of those: followed by a report.</param>
internal sealed record LetterCounts(int Sent, int Answered, int AnsweredLate, int Overdue, int Escalated, int Closed, int Chases, int ChasesAnswered)
{
    public static LetterCounts Of(IReadOnlyCollection<LetterView> letters, IReadOnlyCollection<ChaseView> chases)
    {
        var sent = letters.Where(l => l.Letter.State != LetterState.Draft).ToList();
        return new(
            sent.Count, sent.Count(l => l.Letter.Replies.Count > 0), sent.Count(l => l.Letter.Replies.MinBy(r => r.Position)?.Late == true), sent.Count(l => l.State == LetterState.Overdue),
            sent.Count(l => l.Letter.Superseded), sent.Count(l => l.Letter is { State: LetterState.Closed, Superseded: false }), chases.Count, chases.Count(c => c.Answered));
    }
}

/// <summary>Which letters are asked for; what is left out isn't narrowed.</summary>
internal sealed record LetterFilter(int? Year = null, LetterState? State = null, LetterColour? Colour = null, [property: IdOf("ou")] Guid? UnitId = null);
