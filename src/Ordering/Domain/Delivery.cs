using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>发货单: goods that left for the unit, maybe a part of the order.</summary>
internal sealed class Delivery
{
    public required Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public required string Number { get; init; }

    public required DateTimeOffset DispatchedAt { get; init; }

    public required Guid DispatchedById { get; init; }

    public required string DispatchedByName { get; init; }

    /// <summary>The unit that dispatched for villagers (代办); null when the seller did it.</summary>
    public string? OnBehalf { get; init; }

    /// <summary>The station it goes through, as it was called then.</summary>
    public string? Station { get; init; }

    /// <summary>China day on which it should be there.</summary>
    public DateOnly? ExpectedOn { get; init; }

    public DeliveryState State { get; set; }

    /// <summary>Who signed first, while a second signature is missing.</summary>
    public Guid? WeighedById { get; set; }

    public List<DeliveryLine> Lines { get; } = [];

    /// <summary>What left of an order line, over all batches, counted as it settles.</summary>
    public long Dispatched(OrderLine line) => line.ToSettle(Lines.Where(l => l.OrderLineId == line.Id).Sum(l => l.Milli));
}

/// <summary>A batch of one order line in a delivery.</summary>
internal sealed class DeliveryLine
{
    public required Guid Id { get; init; }

    public Guid DeliveryId { get; init; }

    public required Guid OrderLineId { get; init; }

    public required int Position { get; init; }

    /// <summary>As sold.</summary>
    public required long Milli { get; init; }

    public required MeasureUnit Unit { get; init; }

    public string? Batch { get; init; }

    /// <summary>The batch on record that it is of; null when its number was typed.</summary>
    public Guid? BatchId { get; init; }

    public DateOnly? ProducedOn { get; init; }

    public DateOnly? ExpiresOn { get; init; }
}

/// <summary>What a dispatcher says of a batch.</summary>
internal sealed record BatchSent(Guid LineId, Quantity Quantity, string? Batch, DateOnly? ProducedOn, DateOnly? ExpiresOn, Guid? BatchId = null);
