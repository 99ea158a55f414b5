using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>Where a round stands.</summary>
internal enum RoundState
{
    /// <summary>Units answer.</summary>
    Open,

    /// <summary>已调度: it was held; nothing more is answered.</summary>
    Held,

    /// <summary>Opened in error, and taken back before anybody answered.</summary>
    Withdrawn,
}

/// <summary>调度: every unit that answers for a task, or for one of its projects, is asked how far it is in a period. What is asked stays as it was when the round was opened.</summary>
internal sealed class Round : IVersioned
{
    public const int TitleLength = 100;

    public const int SummaryLength = 2000;

    /// <summary>The order of the list.</summary>
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid ListId { get; init; }

    public required Guid TaskId { get; init; }

    public required string Title { get; init; }

    /// <summary>The project that it is about; null when it is about the whole task.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>The project as it was called when the round was opened.</summary>
    public string? Project { get; init; }

    /// <summary>The period's first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The period's last day, included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The last day for answers, included.</summary>
    public required DateOnly DueOn { get; init; }

    public required Guid OpenedById { get; init; }

    public required string OpenedByName { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public RoundState State { get; private set; }

    /// <summary>The day on which it was held.</summary>
    public DateOnly? HeldOn { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Summary { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? WithdrawnReason { get; private set; }

    /// <summary>Who held it or took it back.</summary>
    public Guid? EndedById { get; private set; }

    public string? EndedByName { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public List<RoundMeasure> Measures { get; init; } = [];

    public List<RoundMetric> Metrics { get; init; } = [];

    public List<RoundUnit> Units { get; init; } = [];

    public void Hold(DateOnly on, string summary, Guid byId, string byName, DateTimeOffset at)
    {
        (State, HeldOn, Summary) = (RoundState.Held, on, summary);
        (EndedById, EndedByName, EndedAt) = (byId, byName, at);
    }

    public void Withdraw(string reason, Guid byId, string byName, DateTimeOffset at)
    {
        (State, WithdrawnReason) = (RoundState.Withdrawn, reason);
        (EndedById, EndedByName, EndedAt) = (byId, byName, at);
    }
}

/// <summary>A measure that a round asks about.</summary>
internal sealed class RoundMeasure
{
    public required Guid RoundId { get; init; }

    public required Guid MeasureId { get; init; }

    /// <summary>A percentage may be given: only for measures whose reports may carry one.</summary>
    public required bool AsksPercent { get; init; }

    /// <summary>Once held, the round counts for it: it asks for rounds itself.</summary>
    public required bool Counts { get; init; }
}

/// <summary>A figure that a round asks for.</summary>
internal sealed class RoundMetric
{
    public required Guid RoundId { get; init; }

    /// <summary>A figure of the task or of one of its measures; in a round on a project one of the project's own.</summary>
    public required Guid MetricId { get; init; }

    public required int Position { get; init; }

    /// <summary>Where it stood before the period; null when nobody had said.</summary>
    public decimal? Baseline { get; init; }
}

/// <summary>A unit that owes a round an answer.</summary>
internal sealed class RoundUnit
{
    public required Guid RoundId { get; init; }

    public required Guid UnitId { get; init; }

    public required int Position { get; init; }

    /// <summary>As it was called when the round was opened.</summary>
    public required string Name { get; init; }

    /// <summary>A body outside the department: nobody there has an account.</summary>
    public required bool Outside { get; init; }

    /// <summary>Why the round was held without its answer.</summary>
    public string? MissingReason { get; set; }
}
