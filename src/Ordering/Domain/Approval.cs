namespace Commerce.Ordering.Domain;

/// <summary>A decision on a submitted order.</summary>
internal sealed class Approval
{
    public long Sequence { get; init; }

    public Guid OrderId { get; init; }

    public required int Level { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required Decision Decision { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public string? Comment { get; init; }
}
