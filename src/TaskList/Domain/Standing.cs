using Commerce.SharedKernel;

namespace Commerce.TaskList.Domain;

/// <summary>A milestone's state on a day.</summary>
internal enum MilestoneState
{
    Upcoming,
    DueSoon,
    Overdue,
    Done,
    Ongoing,
}

/// <summary>A task's state on a day.</summary>
internal enum TaskStage
{
    NotStarted,
    InProgress,
    AtRisk,
    Overdue,
    Done,
    Ongoing,
}

/// <summary>A list with all that was said about it.</summary>
internal sealed record ListRows(
    OfficialList List, IReadOnlyList<ListSection> Sections, IReadOnlyList<OfficialTask> Tasks, IReadOnlyList<Measure> Measures,
    IReadOnlyList<Responsibility> Responsibilities, IReadOnlyList<Milestone> Milestones, IReadOnlyList<Extension> Extensions,
    IReadOnlyList<ProgressReport> Reports, IReadOnlyList<CountedAct> Counted, IReadOnlyList<SpecialAction> Actions, UnitBook Units);

/// <summary>Where a list stands on a day (截至某日): lights by rule, each with its reason. Facts after that day are left out.</summary>
/// <remarks>A light is the worst open milestone of the measure itself or of its whole task (domain rule 10). Figures reckoned from
/// purchases never take part: they are shown beside the light, so shop figures can't colour any task.</remarks>
internal sealed class Standing
{
    private readonly ListRows rows;
    private readonly LightRules rules;
    private readonly ILookup<Guid, Measure> measuresByTask;
    private readonly ILookup<Guid, Milestone> milestonesByTask;
    private readonly ILookup<Guid, ProgressReport> reportsByMeasure;
    private readonly ILookup<Guid, Responsibility> responsibilitiesByTask;
    private readonly Dictionary<Guid, Light> lights = [];
    private readonly Dictionary<Guid, IReadOnlyList<Answering>> answering = [];

    public Standing(ListRows rows, DateOnly asOf, LightRules rules)
    {
        this.rows = rows;
        this.rules = rules;
        AsOf = asOf;
        measuresByTask = rows.Measures.Where(m => m.WithdrawnAt is null).OrderBy(m => m.Number).ToLookup(m => m.TaskId);
        milestonesByTask = rows.Milestones.Where(m => m.WithdrawnAt is null).OrderBy(m => m.Position).ToLookup(m => m.TaskId);
        reportsByMeasure = rows.Reports.Where(r => r.SubmittedAt.DayInChina() <= asOf).OrderBy(r => r.Position).ToLookup(r => r.MeasureId);
        responsibilitiesByTask = rows.Responsibilities.OrderBy(r => r.Position).ToLookup(r => r.TaskId);
    }

    /// <summary>The day, in China.</summary>
    public DateOnly AsOf { get; }

    public ListRows Rows => rows;

    private DayWords Words => new(AsOf, rows.List.Year);

    public IEnumerable<OfficialTask> Tasks => rows.Tasks.Where(t => t.WithdrawnAt is null).OrderBy(t => t.Number);

    public IEnumerable<Measure> MeasuresOf(Guid taskId) => measuresByTask[taskId];

    public IEnumerable<Milestone> MilestonesOf(Guid taskId) => milestonesByTask[taskId];

    public IEnumerable<Responsibility> ResponsibilitiesOf(Guid taskId) => responsibilitiesByTask[taskId];

    /// <summary>The milestones that speak of a measure.</summary>
    public IEnumerable<Milestone> MilestonesFor(Measure measure) => milestonesByTask[measure.TaskId].Where(m => m.Covers(measure.Id));

    /// <summary>What was done here and counts for a measure on this day, the latest first.</summary>
    public IReadOnlyList<CountedAct> CountedFor(Guid measureId) =>
        [.. rows.Counted.Where(a => a.MeasureId == measureId && a.On <= AsOf).OrderByDescending(a => a.On).ThenByDescending(a => a.Position)];

    public IReadOnlyList<Answering> AnsweringFor(Guid taskId) =>
        answering.TryGetValue(taskId, out var known) ? known : answering[taskId] = rows.Units.Answering([.. responsibilitiesByTask[taskId]], AsOf);

    public bool IsClosed(Measure measure) => measure.State == MeasureState.Closed && measure.DoneOn <= AsOf;

    public bool IsDone(Milestone milestone) => milestone.DoneOn is { } day && day <= AsOf;

    /// <summary>待销号: the day on which a deadline was met as the units say, while no reviewer has decided; null when they haven't said so. A special action's summary meets its day.</summary>
    public DateOnly? SaidDoneOn(Milestone milestone)
    {
        if (IsDone(milestone) || milestone.Kind != MilestoneKind.Due)
        {
            return null;
        }

        if (rows.Actions.FirstOrDefault(a => a.TaskId == milestone.TaskId && a.SummarisedOn <= AsOf && (a.FirstSummaryDueOn ?? a.SummaryDueOn) == milestone.DueOn && milestone.Covers(a.MeasureId)) is { } action)
        {
            return action.SummarisedOn;
        }

        var said = measuresByTask[milestone.TaskId].Where(m => milestone.Covers(m.Id)).Select(SaidDoneOn).ToList();
        return said.Count > 0 && said.TrueForAll(d => d is not null) ? said.Max() : null;
    }

    // Of sharing units all must have said so.
    private DateOnly? SaidDoneOn(Measure measure)
    {
        if (measure.State == MeasureState.Open || IsClosed(measure))
        {
            return measure.DoneOn;
        }

        var said = reportsByMeasure[measure.Id].Where(r => r.DoneOn is not null && r.State != ReportState.Returned).ToList();
        return AnsweringFor(measure.TaskId).All(a => a.Role != TaskRole.Shared || said.Exists(r => r.UnitId == a.UnitId)) ? said.Max(r => r.DoneOn) : null;
    }

    /// <summary>The date that counts now: the original, or that of the last extension approved by this day.</summary>
    public DateOnly? WorkingDue(Milestone milestone) => rows.Extensions
        .Where(e => e.MilestoneId == milestone.Id && e.State == ExtensionState.Approved && e.DecidedAt!.Value.DayInChina() <= AsOf)
        .OrderBy(e => e.DecidedAt).LastOrDefault()?.NewDueOn ?? milestone.DueOn;

    public Assessment? AssessmentOf(Milestone milestone) =>
        IsDone(milestone) && milestone.DueOn is { } due ? Assessments.Of(due, WorkingDue(milestone) ?? due, milestone.DoneOn!.Value) : null;

    public MilestoneState StateOf(Milestone milestone)
    {
        if (IsDone(milestone))
        {
            return MilestoneState.Done;
        }

        return (milestone.Kind, LightOf(milestone).Colour) switch
        {
            (MilestoneKind.Ongoing, _) => MilestoneState.Ongoing,
            (_, LightColour.Red) => MilestoneState.Overdue,
            (_, LightColour.Yellow) => MilestoneState.DueSoon,
            (MilestoneKind.Due, LightColour.None) when milestone.DueOn < AsOf => MilestoneState.Ongoing, // An aim whose day went by is still worked for.
            _ => MilestoneState.Upcoming,
        };
    }

    public TaskStage StageOf(OfficialTask task)
    {
        var open = milestonesByTask[task.Id].Where(m => !IsDone(m)).ToList();
        var measures = measuresByTask[task.Id].ToList();
        if (measures.Count > 0 && (measures.All(IsClosed) || (open.Count == 0 && milestonesByTask[task.Id].Any())))
        {
            return TaskStage.Done;
        }

        return LightOf(task).Colour switch
        {
            LightColour.Red => TaskStage.Overdue,
            LightColour.Yellow => TaskStage.AtRisk,
            LightColour.Green or LightColour.None when open.Count > 0 && open.All(m => m.Kind == MilestoneKind.Ongoing) => TaskStage.Ongoing,
            LightColour.Green or LightColour.None => measures.Any(m => reportsByMeasure[m.Id].Any()) ? TaskStage.InProgress : TaskStage.NotStarted,
        };
    }

    public Light LightOf(OfficialTask task) => Memo(task.Id, () => Light.Worst(
        [.. measuresByTask[task.Id].Select(LightOf), .. milestonesByTask[task.Id].Where(m => !IsDone(m)).Select(LightOf)], Lights.NoDeadline(task.DeadlineText)));

    public Light LightOf(Measure measure) => Memo(measure.Id, () =>
    {
        if (IsClosed(measure))
        {
            return Lights.Closed(measure.DoneOn!.Value, Words);
        }

        return Light.Worst(LightsOf(measure), MilestonesFor(measure).Any() ? Lights.AllDone : Lights.NoDeadline(Deadline(measure.TaskId)));
    });

    /// <summary>The gravest thing about a measure; of two that are yellow being behind is graver than a day that is near.</summary>
    public Light GravestOf(Measure measure) =>
        IsClosed(measure) ? LightOf(measure) : LightsOf(measure).OrderByDescending(l => l.Colour).ThenBy(l => l.Near).FirstOrDefault() ?? LightOf(measure);

    public Light LightOf(Milestone milestone) => Memo(milestone.Id, () =>
    {
        if (IsDone(milestone))
        {
            return Lights.Done(milestone.DoneOn!.Value, AssessmentOf(milestone), Words);
        }

        return milestone.Kind switch
        {
            MilestoneKind.Due when !milestone.Aim && SaidDoneOn(milestone) is { } said => Lights.Said(said, WorkingDue(milestone)!.Value, Words),
            MilestoneKind.Due => Lights.Due(milestone, WorkingDue(milestone)!.Value, Words, rules),
            MilestoneKind.Recurring => RecurringLight(milestone),
            MilestoneKind.Ongoing => Light.Worst(measuresByTask[milestone.TaskId].Where(m => milestone.Covers(m.Id) && !IsClosed(m)).Select(StandingLight), Lights.Standing),
        };
    });

    /// <summary>Who has to report still hasn't, by name: with a lead or alone one report is enough, 分工负责 asks all of them.</summary>
    public IReadOnlyList<string> Silent(Guid taskId, IEnumerable<ProgressReport> reports)
    {
        var owing = AnsweringFor(taskId).Where(a => a.Owes).ToList();
        var heard = reports.Where(r => r.State != ReportState.Returned).Select(r => r.UnitId).ToHashSet();
        var shared = owing.Where(a => a.Role == TaskRole.Shared).ToList();
        if (shared.Count > 0)
        {
            return [.. shared.Where(a => !heard.Contains(a.UnitId)).Select(a => a.Name)];
        }

        var answered = owing.Count == 0 ? heard.Count > 0 : owing.Any(a => heard.Contains(a.UnitId));
        return answered ? [] : owing.Count > 0 ? [.. owing.Select(a => a.Name)] : [.. responsibilitiesByTask[taskId].Take(1).Select(r => r.Printed)];
    }

    /// <summary>The reports that a unit owes on a task: standing work of a period that is over, and recurring ones missed or due by a day.</summary>
    public IEnumerable<(Measure Measure, DateOnly? Due, Light Light)> ReportsOwed(Guid taskId, string unit, DateOnly until)
    {
        foreach (var measure in measuresByTask[taskId].Where(m => !IsClosed(m) && m.Kind != MeasureKind.Computed))
        {
            var open = MilestonesFor(measure).Where(m => !IsDone(m)).ToList();
            if (open.Exists(m => m.Kind == MilestoneKind.Ongoing) && rules.LastPeriodDue(rows.List.Year, AsOf) is { } period
                && Silent(taskId, reportsByMeasure[measure.Id].Where(r => r.Period >= period.First && r.Period <= period.Last)).Contains(unit))
            {
                yield return (measure, null, Lights.StandingSilent(period.First, period.Last, [unit]));
            }

            foreach (var milestone in open.Where(m => m.Kind == MilestoneKind.Recurring))
            {
                var (before, last, next) = milestone.Every!.Around(AsOf, new DateOnly(rows.List.Year, 1, 1));
                var since = reportsByMeasure[measure.Id].Where(r => before is null || r.SubmittedAt.DayInChina() > before);
                if (last is not null && Silent(taskId, since).Contains(unit))
                {
                    yield return (measure, last, Lights.RecurringMissed(last.Value, Words, [unit]));
                }
                else if (next <= until && Silent(taskId, reportsByMeasure[measure.Id].Where(r => last is null || r.SubmittedAt.DayInChina() > last)).Contains(unit))
                {
                    yield return (measure, next, LightOf(milestone));
                }
            }
        }
    }

    private IEnumerable<Light> LightsOf(Measure measure)
    {
        var open = MilestonesFor(measure).Where(m => !IsDone(m)).ToList();
        return open.Select(m => m.Kind == MilestoneKind.Ongoing ? StandingLight(measure) : LightOf(m)).Concat(QualityOf(measure, open));
    }

    /// <summary>How the rhythm of a measure that stands for good is kept.</summary>
    public Light RhythmOf(Measure measure) => StandingLight(measure);

    private Light StandingLight(Measure measure)
    {
        if (measure.Kind == MeasureKind.Computed)
        {
            return Lights.Computed;
        }

        if (rules.LastPeriodDue(rows.List.Year, AsOf) is not { } period)
        {
            return Lights.Standing;
        }

        var silent = Silent(measure.TaskId, reportsByMeasure[measure.Id].Where(r => r.Period >= period.First && r.Period <= period.Last));
        return silent.Count == 0 ? Lights.StandingReported(period.Last) : Lights.StandingSilent(period.First, period.Last, silent);
    }

    private Light RecurringLight(Milestone milestone)
    {
        var (before, last, next) = milestone.Every!.Around(AsOf, new DateOnly(rows.List.Year, 1, 1));
        if (last is { } day)
        {
            // Whoever reported since the deadline before the last one has kept the rhythm, be it late.
            var silent = measuresByTask[milestone.TaskId].Where(m => milestone.Covers(m.Id) && !IsClosed(m))
                .SelectMany(m => Silent(m.TaskId, reportsByMeasure[m.Id].Where(r => before is null || r.SubmittedAt.DayInChina() > before))).Distinct().ToList();
            if (silent.Count > 0)
            {
                return Lights.RecurringMissed(day, Words, silent);
            }
        }

        return Lights.RecurringNext(next, Words, rules);
    }

    // Behind the calendar, or sent back: yellow's other meaning.
    private IEnumerable<Light> QualityOf(Measure measure, IReadOnlyList<Milestone> open)
    {
        var latest = reportsByMeasure[measure.Id].LastOrDefault();
        if (latest is { State: ReportState.Returned } && latest.ReviewedAt!.Value.DayInChina() <= AsOf)
        {
            yield return Lights.SentBack(latest);
        }

        var percent = reportsByMeasure[measure.Id].LastOrDefault(r => r.Percent is not null && r.State != ReportState.Returned)?.Percent;
        var dated = open.Where(m => m is { Kind: MilestoneKind.Due, Aim: false } && SaidDoneOn(m) is null).Select(m => WorkingDue(m)!.Value).Where(d => d >= AsOf).Order().ToList();
        if (percent is { } reached && dated.Count > 0 && Lights.Behind(reached, rows.List.Year, dated[0], AsOf, rules) is { } behind)
        {
            yield return behind;
        }
    }

    private string Deadline(Guid taskId) => rows.Tasks.First(t => t.Id == taskId).DeadlineText;

    private Light Memo(Guid id, Func<Light> light)
    {
        if (!lights.TryGetValue(id, out var known))
        {
            lights[id] = known = light();
        }

        return known;
    }
}
