using Commerce.Platform.GraphQL;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Problems;

/// <summary>Which problems are asked for; what is left out isn't narrowed.</summary>
/// <param name="UnitIds">Where one of these is responsible or cooperates.</param>
/// <param name="Source">Who found it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Overdue">Those past their limit alone.</param>
/// <param name="SpecialActionId">Those of a special action.</param>
/// <param name="InspectionId">Those that an inspection found.</param>
internal sealed record ProblemFilter(
    [property: IdOf("ou")] IReadOnlyList<Guid>? UnitIds = null, ProblemSource? Source = null, ProblemState? State = null, bool Overdue = false,
    [property: IdOf("spa")] Guid? SpecialActionId = null, [property: IdOf("ins")] Guid? InspectionId = null);

/// <summary>A problem as shown.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Unit">The responsible unit's name.</param>
/// <param name="Partners">Names of those that cooperate.</param>
/// <param name="Action">The special action's name.</param>
/// <param name="Inspection">The inspection's name.</param>
/// <param name="Light">How it stands today, with the reason.</param>
/// <param name="Overdue">Past its limit today.</param>
internal sealed record ProblemView(Problem Problem, string Unit, IReadOnlyList<string> Partners, string? Action, string? Inspection, Light Light, bool Overdue) : IHaveId
{
    public Guid Id => Problem.Id;

    public string Number => Problem.Number;

    public ProblemSource Source => Problem.Source;

    public DateOnly FoundOn => Problem.FoundOn;

    public string Text => Problem.Text;

    public string Kind => Problem.Kind;

    public string? Basis => Problem.Basis;

    public InspectionLevel? Level => Problem.Level;

    public string? County => Problem.County;

    public string? Person => Problem.PersonName;

    public string? Measures => Problem.Measures;

    public DateOnly? DueOn => Problem.DueOn;

    public DateOnly? WorkingDueOn => Problem.WorkingDueOn;

    public ProblemState State => Problem.State;

    public DateOnly? MendedOn => Problem.MendedOn;

    public string? ReturnedReason => Problem.State == ProblemState.Returned ? Problem.ReturnedReason : null;

    public string? Reviewer => Problem.ClosedByName;

    public DateOnly? ClosedOn => Problem.ClosedOn;

    public DateOnly? RecheckedOn => Problem.RecheckedOn;

    public Assessment? Assessment => Problem.Assessment;

    public string RecordedBy => Problem.RecordedByName;

    public DateTimeOffset RecordedAt => Problem.RecordedAt;

    public bool Sample => Problem.Sample;

    public int Version => Problem.Version;
}

/// <summary>A report as shown.</summary>
internal sealed record ProblemReportView(ProblemReport Report, string Unit, IReadOnlyList<FileView> Files);

/// <summary>A re-check as shown.</summary>
internal sealed record ProblemRecheckView(ProblemRecheck Recheck, IReadOnlyList<FileView> Files);

/// <summary>A line of the story as shown.</summary>
internal sealed record ProblemActView(ProblemAct Act);

/// <summary>A page of the ledger.</summary>
/// <param name="Rows">The latest number first.</param>
/// <param name="States">How many stand where, whatever state is asked for.</param>
/// <param name="Sources">How many were found by whom, whatever source is asked for.</param>
/// <param name="OverdueCount">How many are past their limit.</param>
/// <param name="More">Below which the next page begins; null at the end.</param>
internal sealed record ProblemRows(
    IReadOnlyList<ProblemView> Rows, IReadOnlyDictionary<ProblemState, int> States, IReadOnlyDictionary<ProblemSource, int> Sources, int OverdueCount, long? More);

/// <summary>All of a problem, as its page shows it.</summary>
/// <param name="View">The problem.</param>
/// <param name="Reports">The latest first.</param>
/// <param name="Rechecks">The latest first.</param>
/// <param name="Extensions">The latest first.</param>
/// <param name="Acts">Its story, the latest first.</param>
/// <param name="Reporting">Units of the problem that the person reports for; the responsible one first.</param>
/// <param name="MayPlan">The person may set measures, person and limit.</param>
/// <param name="Supervises">The person supervises the responsible unit.</param>
/// <param name="Judges">And isn't of it.</param>
/// <param name="Today">In China.</param>
internal sealed record ProblemSheet(
    ProblemView View, IReadOnlyList<ProblemReportView> Reports, IReadOnlyList<ProblemRecheckView> Rechecks, IReadOnlyList<ProblemExtension> Extensions, IReadOnlyList<ProblemActView> Acts,
    IReadOnlyList<(Guid Id, string Name)> Reporting, bool MayPlan, bool Supervises, bool Judges, DateOnly Today)
{
    public Problem Problem => View.Problem;
}

/// <summary>A special action as shown.</summary>
/// <param name="Action">The action.</param>
/// <param name="Light">How it stands today.</param>
/// <param name="Measure">The number of its measure.</param>
/// <param name="Year">Of its list.</param>
/// <param name="SummaryUnit">The unit that filed the summary.</param>
/// <param name="Files">The summary's.</param>
/// <param name="Problems">Its problems that the person may see.</param>
/// <param name="ClosedProblems">Of which closed.</param>
internal sealed record SpecialActionView(
    SpecialAction Action, Light Light, int Measure, int Year, string? SummaryUnit, IReadOnlyList<FileView> Files, int Problems, int ClosedProblems) : IHaveId
{
    public Guid Id => Action.Id;

    public string Name => Action.Name;

    public DateOnly SummaryDueOn => Action.SummaryDueOn;

    public DateOnly? FirstSummaryDueOn => Action.FirstSummaryDueOn;

    public string? Summary => Action.Summary;

    public DateOnly? SummarisedOn => Action.SummarisedOn;

    public string? SummarisedBy => Action.SummaryByName;

    public bool Sample => Action.Sample;

    public int Version => Action.Version;
}
