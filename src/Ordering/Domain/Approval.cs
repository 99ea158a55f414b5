namespace Commerce.Ordering.Domain;

/// <summary>A decision on a submitted order.</summary>
internal sealed class Approval
{
    public long Sequence { get; init; }

    public Guid OrderId { get; init; }

    public required int Level { get; init; }

    /// <summary>As whom.</summary>
    public required ApproverRole Role { get; init; }

    /// <summary>The amount from which this level is asked.</summary>
    public required long FromFen { get; init; }

    /// <summary>The policy in force for the order; null for the usual one.</summary>
    public required Guid? PolicyId { get; init; }

    /// <summary>What the approver was warned of (拆单).</summary>
    public string? Flag { get; init; }

    /// <summary>For whom the decider stood in (代理); null for their own right.</summary>
    public string? OnBehalfOf { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required Decision Decision { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public string? Comment { get; init; }
}
