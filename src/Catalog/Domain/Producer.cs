namespace Commerce.Catalog.Domain;

/// <summary>How the producer takes villagers along (带贫模式).</summary>
internal enum AssistanceModel
{
    Enterprise,
    Cooperative,
    LargeHousehold,
    VillageWorkshop,
    Household,
}

/// <summary>Who makes or grows the goods. Households are a number, never names.</summary>
internal sealed class Producer : ICatalogueFact
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public Guid? VillageId { get; set; }

    public required string CountyCode { get; set; }

    public required AssistanceModel Model { get; set; }

    /// <summary>第一书记代言: who speaks for it.</summary>
    public string? Endorsement { get; set; }

    /// <summary>利益联结机制: how villagers gain.</summary>
    public string? BenefitMechanism { get; set; }

    public int? Households { get; set; }

    /// <summary>The unit that lists, confirms and dispatches for them (代办).</summary>
    public required Guid SupplyUnitId { get; set; }

    public bool Sample { get; init; }
}
