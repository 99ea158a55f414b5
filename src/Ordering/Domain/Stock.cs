using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>What is there of an offer, and what of it is held for orders. Changed only by conditional updates.</summary>
internal sealed class Stock
{
    public required Guid OfferId { get; init; }

    public required MeasureUnit Unit { get; init; }

    public long OnHandMilli { get; set; }

    public long ReservedMilli { get; set; }

    /// <summary>At or below this it is short.</summary>
    public long LowMilli { get; set; }

    /// <summary>Rises with each statement to the other modules.</summary>
    public long Statement { get; set; }

    public long AvailableMilli => OnHandMilli - ReservedMilli;

    public Quantity Available => new(AvailableMilli, Unit);

    public StockState State => StateOf(AvailableMilli, LowMilli);

    public static StockState StateOf(long availableMilli, long lowMilli) =>
        availableMilli <= 0 ? StockState.Out : availableMilli <= lowMilli ? StockState.Low : StockState.InStock;
}

/// <summary>Why what is on hand changed.</summary>
internal enum MovementKind
{
    /// <summary>更正: a difference set right; also every movement from before kinds were told that no delivery took.</summary>
    Correction,

    /// <summary>进货.</summary>
    Received,

    /// <summary>售出: handed over, or sent to a unit.</summary>
    Sold,

    /// <summary>盘点: the difference between what was counted and what stood here.</summary>
    Counted,

    /// <summary>损耗.</summary>
    Loss,

    /// <summary>调拨: from one outlet to another, one act of two movements.</summary>
    Transferred,
}

/// <summary>What became of goods that are no more.</summary>
internal enum LossCause
{
    /// <summary>变质.</summary>
    Spoiled,

    /// <summary>破损.</summary>
    Damaged,

    /// <summary>过期.</summary>
    Expired,

    /// <summary>短少: nobody knows where it is.</summary>
    Missing,
}

/// <summary>A change of what is on hand, with its reason.</summary>
internal sealed class StockMovement
{
    public long Sequence { get; init; }

    public required Guid OfferId { get; init; }

    public required long DeltaMilli { get; init; }

    public required string Reason { get; init; }

    /// <summary>The delivery that took it; null for an adjustment.</summary>
    public Guid? DeliveryId { get; init; }

    public MovementKind Kind { get; init; }

    /// <summary>Of a loss, and of a count that found less.</summary>
    public LossCause? Cause { get; init; }

    /// <summary>The batch on record that came, or went.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Last day on which what came is good; null when nobody said.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>First day on which it was: when it was made; null when nobody said.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>What it was worth at the price of the moment, never below zero; null where there was no price, and from before it was kept.</summary>
    public long? ValueFen { get; init; }

    /// <summary>Of both movements of a transfer.</summary>
    public Guid? TransferId { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
