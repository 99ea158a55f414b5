using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>退货单: accepted goods that went back.</summary>
internal sealed class GoodsReturn
{
    public required Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public required Guid AcceptanceId { get; init; }

    public required string Number { get; init; }

    public required DateTimeOffset ReturnedAt { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required string Reason { get; init; }

    public required Month CountedIn { get; init; }

    /// <summary>补货: the same goods are to come again.</summary>
    public required bool Replace { get; init; }

    /// <summary>Negative.</summary>
    public long PostedFen { get; set; }

    public List<GoodsReturnLine> Lines { get; } = [];
}

/// <summary>What went back of one order line.</summary>
internal sealed class GoodsReturnLine
{
    public required Guid Id { get; init; }

    public Guid ReturnId { get; init; }

    public required Guid OrderLineId { get; init; }

    public required Guid AcceptanceLineId { get; init; }

    public required Guid? CountedLineId { get; init; }

    public required int Position { get; init; }

    public required long Milli { get; init; }

    public required MeasureUnit Unit { get; init; }

    /// <summary>Negative.</summary>
    public required long PostedFen { get; init; }
}
