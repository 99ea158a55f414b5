namespace Commerce.Catalog.Domain;

/// <summary>Kinds of points of sale.</summary>
internal enum OutletKind
{
    /// <summary>专柜.</summary>
    SpecialtyCounter,

    /// <summary>吉高易联超市.</summary>
    OwnStore,

    /// <summary>自助屏.</summary>
    Kiosk,

    /// <summary>Where canteens and unions are supplied from.</summary>
    CanteenSupply,

    Online,
}

/// <summary>A point of sale; at a service area one per carriageway side.</summary>
internal sealed class Outlet : ICatalogueFact
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required OutletKind Kind { get; init; }

    public string? Direction { get; set; }

    public Guid? ServiceAreaId { get; init; }

    public bool Sample { get; init; }
}
