namespace Commerce.Ordering.Domain;

/// <summary>What a unit may spend in a year from one source. Used only by conditional updates: reserved + spent never pass the limit.</summary>
internal sealed class Budget
{
    public required Guid UnitId { get; init; }

    public required int Year { get; init; }

    public required FundingSource Fund { get; init; }

    public long LimitFen { get; set; }

    /// <summary>Held for submitted orders that aren't settled yet.</summary>
    public long ReservedFen { get; set; }

    /// <summary>Accepted net of returns.</summary>
    public long SpentFen { get; set; }

    /// <summary>Which source pays; null for 个人 and for goods to be sold on, which need no budget.</summary>
    public static FundingSource? FundOf(PurchasePurpose purpose) => purpose switch
    {
        PurchasePurpose.Canteen => FundingSource.CanteenBudget,
        PurchasePurpose.StaffWelfare => FundingSource.Union,
        PurchasePurpose.Personal or PurchasePurpose.OutletTrade => null,
    };
}
