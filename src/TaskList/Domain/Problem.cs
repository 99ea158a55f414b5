using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>Who found a problem.</summary>
internal enum ProblemSource
{
    /// <summary>自查.</summary>
    SelfCheck,

    /// <summary>检查.</summary>
    Inspection,

    /// <summary>审计.</summary>
    Audit,

    /// <summary>巡视巡察.</summary>
    Patrol,
}

/// <summary>Where a problem stands.</summary>
internal enum ProblemState
{
    /// <summary>未启动: no measures, person and limit are set yet.</summary>
    NotStarted,

    /// <summary>整改中.</summary>
    Mending,

    /// <summary>已整改待销号: the responsible unit says that it is mended.</summary>
    SaidMended,

    /// <summary>退回: what the unit said didn't convince.</summary>
    Returned,

    /// <summary>已销号.</summary>
    Closed,

    /// <summary>长期坚持: mended, and kept up for good.</summary>
    Standing,
}

/// <summary>A line of the ledger of problems (问题整改台账): what was found, who mends it by when, and whether it held. The first day that was set never moves.</summary>
internal sealed class Problem : IVersioned
{
    public const int TextLength = 2000;
    public const int KindLength = 40;
    public const int BasisLength = 200;
    public const int PersonLength = 60;
    public const int MostPartners = 20;

    // So many problems have room in a year; the position orders them over the years.
    private const long PerYear = 1_000_000;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    /// <summary>The order of the ledger: the year and the number in it.</summary>
    public required long Position { get; init; }

    public required ProblemSource Source { get; init; }

    /// <summary>The day on which it was found, in China.</summary>
    public required DateOnly FoundOn { get; init; }

    /// <summary>问题.</summary>
    public required string Text { get; set; }

    /// <summary>类型, as typed: 资金管理, 工程质量 ….</summary>
    public required string Kind { get; set; }

    /// <summary>Where it stands written: the report's name and number.</summary>
    public string? Basis { get; set; }

    /// <summary>责任部门.</summary>
    public required Guid UnitId { get; set; }

    /// <summary>责任人, as typed.</summary>
    public string? PersonName { get; set; }

    /// <summary>整改措施.</summary>
    public string? Measures { get; set; }

    /// <summary>配合.</summary>
    public List<ProblemPartner> Partners { get; init; } = [];

    /// <summary>The special action that it belongs to.</summary>
    public Guid? ActionId { get; init; }

    /// <summary>The inspection that found it.</summary>
    public Guid? InspectionId { get; init; }

    /// <summary>At which of the inspection's levels.</summary>
    public InspectionLevel? Level { get; init; }

    /// <summary>In which of the inspection's counties.</summary>
    public string? County { get; init; }

    /// <summary>The first limit, included. It never moves.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>As <see cref="DueOn"/>, unless more time was agreed to or it was opened again.</summary>
    public DateOnly? WorkingDueOn { get; private set; }

    /// <summary>The day of the last extension that was agreed to; opening it again gives no more time in the assessment.</summary>
    public DateOnly? ExtendedTo { get; private set; }

    public ProblemState State { get; private set; }

    /// <summary>The day on which it was mended, as the unit says.</summary>
    public DateOnly? MendedOn { get; private set; }

    public Guid? SaidById { get; private set; }

    public string? SaidByName { get; private set; }

    public DateTimeOffset? SaidAt { get; private set; }

    public string? ReturnedReason { get; private set; }

    /// <summary>销号: who closed it.</summary>
    public Guid? ClosedById { get; private set; }

    public string? ClosedByName { get; private set; }

    /// <summary>The day in China of the closing.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The day of the last 回头看 since it was closed, and what it found.</summary>
    public DateOnly? RecheckedOn { get; private set; }

    public required Guid RecordedById { get; init; }

    public required string RecordedByName { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>示例数据.</summary>
    public bool Sample { get; init; }

    /// <summary>WT-2026-0001.</summary>
    public string Number => $"WT-{Position / PerYear}-{Position % PerYear:0000}";

    public bool IsClosed => State is ProblemState.Closed or ProblemState.Standing;

    /// <summary>The unit has to do something.</summary>
    public bool IsOpen => State is ProblemState.NotStarted or ProblemState.Mending or ProblemState.Returned;

    public static long PositionOf(int year, long serial) => (year * PerYear) + serial;

    /// <summary>True for the unit itself and those that cooperate.</summary>
    public bool Concerns(Guid unitId) => UnitId == unitId || Partners.Exists(p => p.UnitId == unitId);

    /// <summary>措施、责任人、配合、时限 are set, once: mending begins.</summary>
    public void Plan(string measures, string person, IEnumerable<Guid> partners, DateOnly dueOn)
    {
        (Measures, PersonName, DueOn, WorkingDueOn, State) = (measures, person, dueOn, dueOn, ProblemState.Mending);
        Partner(partners.ToHashSet());
    }

    /// <summary>Says anew which units cooperate.</summary>
    public void Partner(IReadOnlySet<Guid> units)
    {
        Partners.RemoveAll(p => !units.Contains(p.UnitId));
        Partners.AddRange(units.Where(u => !Partners.Exists(p => p.UnitId == u)).Select(u => new ProblemPartner { ProblemId = Id, UnitId = u }));
    }

    /// <summary>The responsible unit says that it is mended.</summary>
    public void SayMended(DateOnly day, Guid byId, string byName, DateTimeOffset at) =>
        (State, MendedOn, SaidById, SaidByName, SaidAt, ReturnedReason) = (ProblemState.SaidMended, day, byId, byName, at, null);

    /// <summary>A reviewer sends it back.</summary>
    public void Return(string reason) => (State, ReturnedReason, MendedOn) = (ProblemState.Returned, reason, null);

    /// <summary>销号 by a reviewer; standing ones are kept up for good.</summary>
    public void Close(bool standing, Guid byId, string byName, DateOnly on) =>
        (State, ClosedById, ClosedByName, ClosedOn, RecheckedOn) = (standing ? ProblemState.Standing : ProblemState.Closed, byId, byName, on, null);

    /// <summary>It is looked at again some time after it was closed, and held.</summary>
    public void Held(DateOnly on) => RecheckedOn = on;

    /// <summary>It wasn't mended after all, or came back: a new limit, the first one stays for the assessment.</summary>
    public void Reopen(DateOnly dueOn) => (State, MendedOn, ClosedById, ClosedByName, ClosedOn, WorkingDueOn) = (ProblemState.Mending, null, null, null, null, dueOn);

    /// <summary>More time was agreed to.</summary>
    public void Extend(DateOnly to) => (WorkingDueOn, ExtendedTo) = (to, to);

    /// <summary>How the mending is assessed, against the first limit; null while nobody says that it is mended.</summary>
    public Assessment? Assessment => MendedOn is { } done && DueOn is { } due ? Assessments.Of(due, ExtendedTo ?? due, done) : null;
}

/// <summary>A unit that cooperates in mending a problem (配合).</summary>
internal sealed class ProblemPartner
{
    public required Guid ProblemId { get; init; }

    public required Guid UnitId { get; init; }
}

/// <summary>What a unit reports about a problem; with <see cref="MendedOn"/> it says that it is mended.</summary>
internal sealed class ProblemReport
{
    public const int NarrativeLength = 2000;

    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required Guid ProblemId { get; init; }

    public required Guid UnitId { get; init; }

    public required string Narrative { get; init; }

    public DateOnly? MendedOn { get; init; }

    /// <summary>举一反三: where similar problems were looked for, and what was done.</summary>
    public string? Similar { get; init; }

    /// <summary>How many were found.</summary>
    public int? SimilarFound { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What a 回头看 found.</summary>
internal enum RecheckResult
{
    /// <summary>It held.</summary>
    Held,

    /// <summary>反弹: it came back.</summary>
    Relapsed,
}

/// <summary>A problem is looked at again after it was closed (回头看).</summary>
internal sealed class ProblemRecheck
{
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required Guid ProblemId { get; init; }

    public required DateOnly On { get; init; }

    public required RecheckResult Result { get; init; }

    /// <summary>What was seen.</summary>
    public required string Text { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The responsible unit asks for a later day, on or before the day.</summary>
internal sealed class ProblemExtension : IVersioned
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid ProblemId { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly NewDueOn { get; init; }

    public required string Reason { get; init; }

    public required Guid RequestedById { get; init; }

    public required string RequestedByName { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public ExtensionState State { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Comment { get; private set; }

    public void Decide(bool approved, Guid byId, string byName, string? comment, DateTimeOffset at) =>
        (State, DecidedById, DecidedByName, Comment, DecidedAt) = (approved ? ExtensionState.Approved : ExtensionState.Refused, byId, byName, comment, at);
}
