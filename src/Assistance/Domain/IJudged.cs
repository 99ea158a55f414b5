namespace Commerce.Assistance.Domain;

/// <summary>A row that rules judge: the ledger's, its rollup's, or one of what was ordered and paid.</summary>
internal interface IJudged
{
    int MonthNumber { get; }

    Guid VillageId { get; }

    PurchasePurpose Purpose { get; }

    Channel Channel { get; }
}
