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

/// <summary>A change of what is on hand, with its reason.</summary>
internal sealed class StockMovement
{
    public long Sequence { get; init; }

    public required Guid OfferId { get; init; }

    public required long DeltaMilli { get; init; }

    public required string Reason { get; init; }

    /// <summary>The delivery that took it; null for an adjustment.</summary>
    public Guid? DeliveryId { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
