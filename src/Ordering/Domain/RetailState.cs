namespace Commerce.Ordering.Domain;

/// <summary>Where a retail sale stands.</summary>
internal enum RetailState
{
    /// <summary>Goods are held; it may be paid.</summary>
    Reserved,

    /// <summary>Paid; the goods wait at the counter.</summary>
    Paid,

    /// <summary>The goods are with the buyer.</summary>
    HandedOver,

    /// <summary>Not paid in time; the goods are free again.</summary>
    Lapsed,

    /// <summary>All money went back before the goods left; they are free again.</summary>
    Refunded,

    /// <summary>What Stripe says doesn't fit the sale: a person must look. The goods stay held.</summary>
    Unclear,
}

/// <summary>What Stripe says of a Checkout session.</summary>
internal enum SessionState
{
    /// <summary>May still be paid.</summary>
    Open,

    /// <summary>The buyer is done, the money isn't here yet.</summary>
    Processing,

    Paid,

    /// <summary>Can't be paid any more.</summary>
    Expired,

    /// <summary>Stripe never made one.</summary>
    NeverMade,
}

/// <summary>Stripe's own word, asked for and not taken from a message.</summary>
/// <param name="State">Where the session stands.</param>
/// <param name="SaleId">The sale it names; null when it names none.</param>
/// <param name="IntentId">Its payment, once there is one.</param>
/// <param name="AmountFen">Its whole amount.</param>
/// <param name="Currency">Lower case.</param>
internal sealed record SessionTruth(SessionState State, Guid? SaleId, string? IntentId, long AmountFen, string Currency)
{
    public static SessionTruth NeverMade { get; } = new(SessionState.NeverMade, null, null, 0, "cny");
}
