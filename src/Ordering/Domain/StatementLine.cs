using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>What a line of a statement comes from.</summary>
internal enum StatementLineKind
{
    /// <summary>验收.</summary>
    Accepted,

    /// <summary>更正: the difference to what had been counted.</summary>
    Corrected,

    /// <summary>退货.</summary>
    Returned,
}

/// <summary>A counted line of an acceptance or a return, once in one statement for ever.</summary>
internal sealed class StatementLine
{
    /// <summary>The acceptance or return line itself: the ledger's source.</summary>
    public required Guid Id { get; init; }

    public Guid StatementId { get; init; }

    public int Position { get; set; }

    public required StatementLineKind Kind { get; init; }

    /// <summary>AC- or RT-.</summary>
    public required string Paper { get; init; }

    public required Guid OrderId { get; init; }

    public required string OrderNumber { get; init; }

    public required PurchasePurpose Purpose { get; init; }

    /// <summary>China day on which it counted.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>By when it is to be paid; null for what went back.</summary>
    public required DateOnly? DueOn { get; init; }

    public required string ProductName { get; init; }

    public required string Specification { get; init; }

    public required string ProducerName { get; init; }

    /// <summary>Signed, as it settles.</summary>
    public required long Milli { get; init; }

    public required MeasureUnit Unit { get; init; }

    public required long PriceTenThousandths { get; init; }

    public required MeasureUnit PricedBy { get; init; }

    /// <summary>As agreed in the order; null is 免税.</summary>
    public required int? TaxBasisPoints { get; init; }

    /// <summary>Signed.</summary>
    public required long AmountFen { get; init; }

    public Quantity Quantity => new(Milli, Unit);

    public UnitPrice Price => new(PriceTenThousandths, PricedBy);
}
