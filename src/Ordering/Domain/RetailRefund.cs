namespace Commerce.Ordering.Domain;

/// <summary>How far giving back is.</summary>
internal enum RefundState
{
    /// <summary>Stripe was asked, or will be.</summary>
    Asked,
    Done,
    Failed,
}

/// <summary>退款: decided by a person, or by the rule for money that came too late.</summary>
internal sealed class RetailRefund
{
    public required Guid Id { get; init; }

    public Guid SaleId { get; init; }

    public required long AmountFen { get; init; }

    public required string Reason { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public RefundState State { get; set; }

    public string? StripeId { get; set; }

    /// <summary>Part of the key towards Stripe: it keeps a failure under a key as faithfully as a success.</summary>
    public int Attempt { get; set; }

    public DateTimeOffset? AskedAt { get; set; }
}
