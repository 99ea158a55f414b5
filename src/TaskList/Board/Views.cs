using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Board;

/// <summary>A list as shown on a day.</summary>
internal sealed record ListView(Standing Standing) : IHaveId
{
    public OfficialList List => Standing.Rows.List;

    public Guid Id => List.Id;

    public string Title => List.Title;

    public int Year => List.Year;

    public string Source => List.Source;

    public DateTimeOffset SavedAt => List.SavedAt;

    public bool Sample => List.Sample;

    public int Version => List.Version;

    public DateOnly AsOf => Standing.AsOf;

    public IReadOnlyList<SectionView> Sections =>
        [.. Standing.Rows.Sections.Select(s => new SectionView(s.Number, s.Title, [.. Standing.Tasks.Where(t => t.SectionId == s.Id).Select(t => new TaskView(Standing, t))])).Where(s => s.Tasks.Count > 0)];

    public SavingView LastSaving => new(List.LastNew, List.LastChanged, List.LastWithdrawn);

    public IEnumerable<TaskView> Tasks => Standing.Tasks.Select(t => new TaskView(Standing, t));
}

/// <summary>What the last saving did.</summary>
internal sealed record SavingView(int Added, int Changed, int Withdrawn);

/// <summary>A section as shown.</summary>
internal sealed record SectionView(int Number, string Title, IReadOnlyList<TaskView> Tasks);

/// <summary>A task as shown.</summary>
internal sealed record TaskView(Standing Standing, OfficialTask Task) : IHaveId
{
    public Guid Id => Task.Id;

    public int Number => Task.Number;

    public string Label => Task.Label;

    public string Text => Task.Text;

    public string? CorrectedText => Task.CorrectedText;

    public string DeadlineText => Task.DeadlineText;

    public string ResponsibleText => Task.ResponsibleText;

    public string? Remark => Task.Remark;

    public int Version => Task.Version;

    public Light Light => Standing.LightOf(Task);

    public TaskStage Stage => Standing.StageOf(Task);

    /// <summary>The day of its closing as a whole; null while it is open.</summary>
    public DateOnly? ClosedOn => Task.ClosedOn <= Standing.AsOf ? Task.ClosedOn : null;

    public IReadOnlyList<RoleView> Roles => [.. Standing.ResponsibilitiesOf(Id).Select(r => new RoleView(Standing, r))];

    public IReadOnlyList<MeasureView> Measures => [.. Standing.MeasuresOf(Id).Select(m => new MeasureView(Standing, m))];

    public IReadOnlyList<MilestoneView> Milestones => [.. Standing.MilestonesOf(Id).Select(m => new MilestoneView(Standing, m))];

    public IReadOnlyList<Answering> Answering => Standing.AnsweringFor(Id);

    public OfficialList List => Standing.Rows.List;
}

/// <summary>A unit or group that a task names, with the units behind it.</summary>
internal sealed record RoleView(Standing Standing, Responsibility Responsibility)
{
    public TaskRole Role => Responsibility.Role;

    public string Printed => Responsibility.Printed;

    public bool IsGroup => UnitNames.IsGroup(Responsibility.Name);

    public Guid? UnitId => IsGroup ? null : Standing.Rows.Units.Named(Responsibility.Name)?.Id;

    public string? UnitGroup => IsGroup ? Responsibility.Name : null;

    public bool Open => UnitNames.IsOpen(Responsibility.Name);

    /// <summary>The units behind it on the day; of an open group those that were named.</summary>
    public IReadOnlyList<Guid> MemberIds => Standing.Rows.Units.Behind(Responsibility, [.. Standing.ResponsibilitiesOf(Responsibility.TaskId)], Standing.AsOf);
}

/// <summary>A measure as shown.</summary>
internal sealed record MeasureView(Standing Standing, Measure Measure) : IHaveId
{
    public Guid Id => Measure.Id;

    public Guid TaskId => Measure.TaskId;

    public int Number => Measure.Number;

    public string Text => Measure.Text;

    public string? CorrectedText => Measure.CorrectedText;

    public string? Group => Measure.Group;

    public MeasureKind Kind => Measure.Kind;

    public MeasureState State => Measure.State;

    public DateOnly? DoneOn => Measure.DoneOn;

    public int Version => Measure.Version;

    public Light Light => Standing.LightOf(Measure);

    public TaskView Task => new(Standing, Standing.Rows.Tasks.First(t => t.Id == TaskId));

    public IReadOnlyList<RoleView> Roles => Task.Roles;

    public IReadOnlyList<CountedAct> Acts => Standing.CountedFor(Id);

    public IReadOnlyList<MilestoneView> Milestones => [.. Standing.MilestonesFor(Measure).Select(m => new MilestoneView(Standing, m))];
}

/// <summary>A milestone as shown.</summary>
internal sealed record MilestoneView(Standing Standing, Milestone Milestone) : IHaveId
{
    public Guid Id => Milestone.Id;

    public Guid TaskId => Milestone.TaskId;

    public string Text => Milestone.What;

    public MilestoneKind Kind => Milestone.Kind;

    public bool Aim => Milestone.Aim;

    public DateOnly? DueOn => Milestone.DueOn;

    public DateOnly? WorkingDueOn => Standing.WorkingDue(Milestone);

    public DateOnly? DoneOn => Standing.IsDone(Milestone) ? Milestone.DoneOn : null;

    public bool Guessed => Milestone.Guessed;

    public int Version => Milestone.Version;

    public MilestoneState State => Standing.StateOf(Milestone);

    public Light Light => Standing.LightOf(Milestone);

    public Assessment? Assessment => Standing.AssessmentOf(Milestone);

    /// <summary>Those it belongs to; none means the whole task.</summary>
    public IReadOnlyList<MeasureView> Measures =>
        Milestone.Measures.Count == 0 ? [] : [.. Standing.MeasuresOf(TaskId).Where(m => Milestone.Covers(m.Id)).Select(m => new MeasureView(Standing, m))];

    public IEnumerable<Extension> Extensions => Standing.Rows.Extensions.Where(e => e.MilestoneId == Id);
}

/// <summary>A request for more time as shown.</summary>
internal sealed record ExtensionView(Extension Extension) : IHaveId
{
    public Guid Id => Extension.Id;

    public Guid MilestoneId => Extension.MilestoneId;

    public Guid UnitId => Extension.UnitId;

    public DateOnly NewDueOn => Extension.NewDueOn;

    public string Reason => Extension.Reason;

    public string Progress => Extension.Progress;

    public string RequestedBy => Extension.RequestedByName;

    public DateTimeOffset RequestedAt => Extension.RequestedAt;

    public ExtensionState State => Extension.State;

    public string? DecidedBy => Extension.DecidedByName;

    public DateTimeOffset? DecidedAt => Extension.DecidedAt;

    public string? Comment => Extension.Comment;

    public int Version => Extension.Version;
}

/// <summary>A report as shown.</summary>
internal sealed record ReportView(ProgressReport Report) : IHaveId
{
    public Guid Id => Report.Id;

    public Guid UnitId => Report.UnitId;

    public Guid MeasureId => Report.MeasureId;

    public Month Period => Report.Period;

    public int? Percent => Report.Percent;

    public string Narrative => Report.Narrative;

    public DateOnly? DoneOn => Report.DoneOn;

    public ReportState State => Report.State;

    public string? ReturnedReason => Report.ReturnedReason;

    public string SubmittedBy => Report.SubmittedByName;

    public DateTimeOffset SubmittedAt => Report.SubmittedAt;

    public string? ReviewedBy => Report.ReviewedByName;

    public DateTimeOffset? ReviewedAt => Report.ReviewedAt;

    public int Version => Report.Version;

    public IReadOnlyList<FileView> Files => [.. Report.Files.Select(f => new FileView(f.FileId, f.Name))];
}

/// <summary>A file of evidence as shown.</summary>
internal sealed record FileView(Guid Id, string Name)
{
    public string Url => $"/files/{NodeId.Encode("fil", Id)}";
}

/// <summary>A figure as shown.</summary>
/// <param name="Metric">What it is.</param>
/// <param name="Actual">Null: not reported.</param>
/// <param name="AsOf">When it was reckoned, or typed.</param>
/// <param name="On">For a typed figure: the day for which it holds.</param>
/// <param name="By">For a typed figure: unit and person.</param>
/// <param name="Evidence">For a typed figure: where it stands written.</param>
/// <param name="File">For a typed figure: its file.</param>
/// <param name="Path">For a computed figure: the page with what it is made of.</param>
/// <param name="Missing">What it lacks, by name: pairs without a counter.</param>
internal sealed record FigureView(
    Metric Metric, decimal? Actual, DateTimeOffset? AsOf, DateOnly? On, string? By, string? Evidence, FileView? File, string? Path, IReadOnlyList<string> Missing) : IHaveId
{
    public Guid Id => Metric.Id;

    public string Unit => Metric.Unit;

    public decimal? Baseline => Metric.Baseline;

    public decimal? Target => Metric.Target;

    public MetricSource Source => Metric.Source;

    public string Label(bool chinese) => chinese ? Metric.Label : Metric.LabelEnglish;
}

/// <summary>The board of a list on a day.</summary>
internal sealed record BoardView(Standing Standing)
{
    public IReadOnlyList<StageCountView> Counts =>
        [.. Enum.GetValues<TaskStage>().Select(s => new StageCountView(s, Standing.Tasks.Count(t => Standing.StageOf(t) == s)))];

    public IReadOnlyList<MilestoneView> Overdue => [.. Standing.Tasks.SelectMany(t => Standing.MilestonesOf(t.Id)).Where(m => Standing.StateOf(m) == MilestoneState.Overdue)
        .Select(m => new MilestoneView(Standing, m)).OrderBy(m => m.WorkingDueOn)];

    public IReadOnlyList<Guid> UnitsBehindIds => [.. Overdue.SelectMany(m => Standing.AnsweringFor(m.TaskId)).Where(a => a.Owes).Select(a => a.UnitId).Distinct()];
}

/// <summary>How many tasks stand so.</summary>
internal sealed record StageCountView(TaskStage Stage, int Count);

/// <summary>A line of the story as shown.</summary>
internal sealed record ActView(TaskAct Act)
{
    public DateTimeOffset At => Act.At;

    public string By => Act.ByName;

    public DateOnly? On => Act.On;

    public string? Note => Act.Note;
}
