namespace Commerce.TaskList.Domain;

/// <summary>What was done to a problem.</summary>
internal enum ProblemAction
{
    Recorded,
    Planned,
    Reported,
    SaidMended,
    Returned,
    Closed,
    KeptUp,
    Reopened,
    RecheckHeld,
    RecheckRelapsed,
    ExtensionAsked,
    ExtensionApproved,
    ExtensionRefused,
    Corrected,
}

/// <summary>A line of a problem's story; a correction says what stood there before and after.</summary>
internal sealed class ProblemAct
{
    public const int ValueLength = 2000;

    public long Sequence { get; init; }

    public required Guid ProblemId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required ProblemAction Action { get; init; }

    /// <summary>The day that the act itself speaks of.</summary>
    public DateOnly? On { get; init; }

    /// <summary>For a correction: what was corrected.</summary>
    public ProblemField? Field { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? Note { get; init; }
}

/// <summary>What of a problem can be corrected. Limits can't: more time is asked for.</summary>
internal enum ProblemField
{
    Text,
    Kind,
    Basis,
    Unit,
    Person,
    Measures,
    Partners,
}

/// <summary>A file that goes with a report, a re-check or a summary; its bytes lie in the house's file store.</summary>
internal sealed class OwnedFile
{
    public required Guid OwnerId { get; init; }

    public required Guid FileId { get; init; }

    public required string Name { get; init; }
}
