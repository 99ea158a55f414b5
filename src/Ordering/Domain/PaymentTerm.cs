namespace Commerce.Ordering.Domain;

/// <summary>From when the days of a payment term run.</summary>
internal enum TermStart
{
    /// <summary>交付: the day on which the goods were first weighed.</summary>
    Delivery,

    /// <summary>验收合格: the day of the second signature, where the contract says so.</summary>
    Acceptance,
}

/// <summary>账期 of a contract between a unit and a supplier, from a day on (保障中小企业款项支付条例: 30 days, at most 60 by contract).</summary>
internal sealed class PaymentTerm
{
    public const int Longest = 60;

    public required Guid SupplyUnitId { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required int Days { get; set; }

    public required TermStart Start { get; set; }

    /// <summary>The contract's number.</summary>
    public required string Contract { get; set; }
}
