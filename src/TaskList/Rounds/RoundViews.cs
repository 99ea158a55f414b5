using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Rounds.Links;

namespace Commerce.TaskList.Rounds;

/// <summary>How far a unit is with a round.</summary>
internal enum RoundUnitState
{
    /// <summary>Nothing was handed in.</summary>
    Owing,

    Answered,

    Returned,

    Accepted,
}

/// <summary>A round as a person may see it: whole, or their own units' lines alone.</summary>
/// <param name="Round">The round.</param>
/// <param name="Standing">Its list.</param>
/// <param name="Whole">The person sees all units.</param>
/// <param name="Supervises">The person may decide on answers, and hold or withdraw it.</param>
/// <param name="Units">Those that the person sees.</param>
/// <param name="Figures">What is asked for.</param>
internal sealed record RoundView(Round Round, Standing Standing, bool Whole, bool Supervises, IReadOnlyList<RoundUnitView> Units, IReadOnlyList<AskedFigureView> Figures) : IHaveId
{
    public Guid Id => Round.Id;

    public Guid TaskId => Round.TaskId;

    public OfficialTask Task => Standing.Rows.Tasks.First(t => t.Id == Round.TaskId);

    public string Title => Round.Title;

    public string? ProjectName => Round.Project;

    public DateOnly From => Round.From;

    public DateOnly To => Round.To;

    public DateOnly DueOn => Round.DueOn;

    public RoundState State => Round.State;

    public string OpenedBy => Round.OpenedByName;

    public DateTimeOffset OpenedAt => Round.OpenedAt;

    public DateOnly? HeldOn => Round.HeldOn;

    public string? Summary => Round.Summary;

    public string? EndedBy => Round.EndedByName;

    public DateTimeOffset? EndedAt => Round.EndedAt;

    public string? WithdrawnReason => Round.WithdrawnReason;

    public int Version => Round.Version;

    /// <summary>What it asks about, in the list's order.</summary>
    public IReadOnlyList<AskedMeasureView> Measures =>
        [.. Round.Measures.Select(m => new AskedMeasureView(m, Standing.Rows.Measures.First(o => o.Id == m.MeasureId))).OrderBy(m => m.Number)];

    public IReadOnlyList<AskedMeasureView> Percents => [.. Measures.Where(m => m.AsksPercent)];

    /// <summary>Units that have handed something in that wasn't sent back.</summary>
    public int Heard => Units.Count(u => u.State is RoundUnitState.Answered or RoundUnitState.Accepted);

    /// <summary>Units whose answer hasn't been accepted.</summary>
    public IReadOnlyList<RoundUnitView> Open => [.. Units.Where(u => u.State != RoundUnitState.Accepted)];

    /// <summary>Bodies outside that the task means and that don't owe an answer yet.</summary>
    public IReadOnlyList<KnownUnit> OtherOutside =>
        Round.ProjectId is not null ? [] : [.. Standing.Rows.Units.OutsideOf(Standing.ResponsibilitiesOf(TaskId), Standing.AsOf).Where(u => !Round.Units.Exists(r => r.UnitId == u.Id))];

    /// <summary>It waits for answers on this day, and the day for them has passed.</summary>
    public bool IsLate(DateOnly today) => State == RoundState.Open && today > DueOn && Units.Any(u => u.State is RoundUnitState.Owing or RoundUnitState.Returned);
}

/// <summary>A measure that is asked about, as shown.</summary>
internal sealed record AskedMeasureView(RoundMeasure Asked, Measure Measure)
{
    public Guid MeasureId => Measure.Id;

    public int Number => Measure.Number;

    public bool AsksPercent => Asked.AsksPercent;

    public bool Counts => Asked.Counts;
}

/// <summary>A figure that is asked for, as shown.</summary>
/// <param name="Asked">What the round says of it.</param>
/// <param name="Metric">Of the task or of one of its measures; null in a round on a project.</param>
/// <param name="OfProject">The project's own.</param>
internal sealed record AskedFigureView(RoundMetric Asked, Metric? Metric, ProjectFigure? OfProject = null)
{
    public Guid MetricId => Asked.MetricId;

    public string Unit => OfProject?.Unit ?? Metric!.Unit;

    public decimal? Baseline => Asked.Baseline;

    public decimal? Target => OfProject is not null ? OfProject.Target : Metric!.Target;

    public bool AddsUp => Metric?.AddsUp != false;

    public string Label(bool chinese) => OfProject?.Label ?? (chinese ? Metric!.Label : Metric!.LabelEnglish);
}

/// <summary>A unit that owes an answer, as shown.</summary>
/// <param name="Round">The round.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Answers">Its versions that the person sees, the first one first.</param>
/// <param name="MayAnswer">The person answers for it.</param>
internal sealed record RoundUnitView(Round Round, RoundUnit Unit, IReadOnlyList<RoundAnswerView> Answers, bool MayAnswer)
{
    public Guid UnitId => Unit.UnitId;

    public string Name => Unit.Name;

    public bool Outside => Unit.Outside;

    public string? MissingReason => Unit.MissingReason;

    /// <summary>What was handed in last.</summary>
    public RoundAnswerView? Latest => Answers.LastOrDefault(a => a.State != RoundAnswerState.Draft);

    public RoundAnswerView? Draft => Answers.LastOrDefault(a => a.State == RoundAnswerState.Draft);

    public RoundUnitState State => Latest?.State switch
    {
        RoundAnswerState.Answered => RoundUnitState.Answered,
        RoundAnswerState.Returned => RoundUnitState.Returned,
        RoundAnswerState.Accepted => RoundUnitState.Accepted,
        RoundAnswerState.Draft or null => RoundUnitState.Owing,
    };

    /// <summary>It is part of the round's total: what was sent back isn't, nor, once the round is over, what was never accepted.</summary>
    public bool Counts => State == RoundUnitState.Accepted || (State == RoundUnitState.Answered && Round.State == RoundState.Open);

    /// <summary>First handed in after the day for answers.</summary>
    public bool Late => Answers.FirstOrDefault(a => a.State != RoundAnswerState.Draft)?.AnsweredAt.DayInChina() > Round.DueOn;
}

/// <summary>A version of an answer as shown.</summary>
/// <param name="Answer">The version.</param>
/// <param name="OfProject">Of a round on a project: its figures are the project's own.</param>
internal sealed record RoundAnswerView(RoundAnswer Answer, bool OfProject) : IHaveId
{
    public Guid Id => Answer.Id;

    public Guid RoundId => Answer.RoundId;

    public Guid UnitId => Answer.UnitId;

    public int Number => Answer.Number;

    public RoundAnswerState State => Answer.State;

    public string Narrative => Answer.Narrative;

    public string AnsweredBy => Answer.AnsweredByName;

    public DateTimeOffset AnsweredAt => Answer.AnsweredAt;

    public string? ReturnedReason => Answer.ReturnedReason;

    public string? ReviewedBy => Answer.ReviewedByName;

    public DateTimeOffset? ReviewedAt => Answer.ReviewedAt;

    public int Version => Answer.Version;

    public IReadOnlyList<AnsweredFigureView> Figures => [.. Answer.Figures.Select(f => new AnsweredFigureView(f.MetricId, f.Value, OfProject))];

    public IReadOnlyList<AnsweredPercent> Percents => Answer.Percents;

    public IReadOnlyList<FileView> Files => [.. Answer.Files.Select(f => new FileView(f.FileId, f.Name))];

    public decimal? ValueOf(Guid metricId) => Answer.Figures.Find(f => f.MetricId == metricId)?.Value;

    public int? PercentOf(Guid measureId) => Answer.Percents.Find(p => p.MeasureId == measureId)?.Percent;
}

/// <summary>A figure in an answer, as shown.</summary>
/// <param name="MetricId">Which one.</param>
/// <param name="Value">How much.</param>
/// <param name="OfProject">It is a project's own.</param>
internal sealed record AnsweredFigureView(Guid MetricId, decimal Value, bool OfProject);

/// <summary>A round as its page shows it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Today">In China.</param>
/// <param name="Shown">The units that the filter leaves.</param>
/// <param name="Links">Its links, the latest first; for supervisors.</param>
internal sealed record RoundSheet(RoundView Round, DateOnly Today, IReadOnlyList<RoundUnitView> Shown, IReadOnlyList<RoundLinkView> Links)
{
    public RoundUnitView UnitOf(Guid id) => Round.Units.First(u => u.UnitId == id);

    public RoundAnswerView AnswerOf(Guid id) => Round.Units.SelectMany(u => u.Answers).First(a => a.Id == id);
}
