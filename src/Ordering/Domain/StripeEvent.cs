namespace Commerce.Ordering.Domain;

/// <summary>A message from Stripe, kept by its id so that it counts once.</summary>
internal sealed class StripeEvent
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required Guid? SaleId { get; init; }

    public required string? SessionId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required StripeEventState State { get; set; }

    /// <summary>Why it was put aside.</summary>
    public string? Note { get; init; }
}

/// <summary>What became of a message.</summary>
internal enum StripeEventState
{
    /// <summary>The sale it speaks of is still to be asked after.</summary>
    Waiting,
    Done,

    /// <summary>Of a kind that says nothing about a sale.</summary>
    Ignored,

    /// <summary>Genuine, but of another account or of no sale of ours: a person may look.</summary>
    Parked,
}
