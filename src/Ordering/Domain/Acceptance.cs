using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>验收单: weighed facts of one delivery. Counts when two different people have signed; never edited, only corrected by a newer one.</summary>
internal sealed class Acceptance
{
    public required Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public required Guid DeliveryId { get; init; }

    public required string Number { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The signed acceptance whose figures this one sets right.</summary>
    public Guid? CorrectsId { get; init; }

    /// <summary>The unsigned acceptance in whose place this one stands.</summary>
    public Guid? ReplacesId { get; init; }

    public required Guid FirstSignerId { get; init; }

    public AcceptanceState State { get; set; }

    /// <summary>A newer acceptance corrects this one.</summary>
    public bool Corrected { get; set; }

    /// <summary>Server time of the second signature: decides the month.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    public Month? CountedIn { get; set; }

    /// <summary>China day by which it is to be paid.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>What it posted: the whole amount, or for a correction the difference.</summary>
    public long PostedFen { get; set; }

    public List<AcceptanceLine> Lines { get; } = [];

    public List<Signature> Signatures { get; } = [];
}

/// <summary>What was weighed of one order line. Quantities are counted as the line settles.</summary>
internal sealed class AcceptanceLine
{
    public required Guid Id { get; init; }

    public Guid AcceptanceId { get; init; }

    public required Guid OrderLineId { get; init; }

    public required int Position { get; init; }

    public long? GrossMilli { get; init; }

    public MeasureUnit? GrossUnit { get; init; }

    public long? TareMilli { get; init; }

    public MeasureUnit? TareUnit { get; init; }

    public required long NetMilli { get; init; }

    public required MeasureUnit NetUnit { get; init; }

    public long RejectedMilli { get; init; }

    public MeasureUnit? RejectedUnit { get; init; }

    /// <summary>有争议: set aside, neither accepted nor rejected; the rest is accepted and paid.</summary>
    public long DisputedMilli { get; init; }

    public string? Reason { get; init; }

    /// <summary>What the keeper photographed of the goods, in order.</summary>
    public List<AcceptancePhoto> Photos { get; } = [];

    /// <summary>Taken back since, over the whole chain of corrections.</summary>
    public long ReturnedMilli { get; set; }

    /// <summary>What the chain has posted up to now: always the amount of net less returned, so that a full return leaves exactly 0.00.</summary>
    public long BookedFen { get; set; }

    /// <summary>What this line itself posted: all of it, or for a correction the difference.</summary>
    public long PostedFen { get; set; }

    public long PostedMilli { get; set; }

    /// <summary>The newest line of the chain that the ledger knows: this one, or one that it corrects; null when nothing was counted.</summary>
    public Guid? CountedLineId { get; set; }
}

/// <summary>A photo of accepted, rejected or disputed goods. Each file stands at one line only.</summary>
internal sealed class AcceptancePhoto
{
    /// <summary>Most photos of a line.</summary>
    public const int Most = 3;

    public required Guid FileId { get; init; }

    public required Guid AcceptanceLineId { get; init; }

    public required int Position { get; init; }
}

/// <summary>A signature under an acceptance.</summary>
internal sealed class Signature
{
    public required Guid AcceptanceId { get; init; }

    /// <summary>1 or 2.</summary>
    public required int Position { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>When the person says they signed.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>The server's time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>代验: who stood in for which unit.</summary>
    public string? OnBehalfOf { get; init; }
}

/// <summary>What a keeper weighed of an order line.</summary>
internal sealed record Weighed(Guid LineId, Quantity? Gross, Quantity? Tare, Quantity Net, Quantity? Rejected, string? Reason, Quantity? Disputed = null)
{
    /// <summary>Files that the keeper handed in.</summary>
    public IReadOnlyList<Guid> Photos { get; init; } = [];
}
