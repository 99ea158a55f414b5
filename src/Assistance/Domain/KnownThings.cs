using Commerce.Platform.Personal;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>A confirmed order: only what is known here may count.</summary>
internal sealed class KnownOrder
{
    public required Guid OrderId { get; init; }

    public required string Number { get; init; }

    public required DateTimeOffset ConfirmedAt { get; init; }
}

/// <summary>A line of a confirmed order, with the price that was agreed.</summary>
internal sealed class KnownOrderLine
{
    public required Guid OrderLineId { get; init; }

    public required Guid OrderId { get; init; }

    public required Guid OfferId { get; init; }

    public required long PriceTenThousandths { get; init; }

    public required MeasureUnit PricedBy { get; init; }

    public UnitPrice Price => new(PriceTenThousandths, PricedBy);
}

/// <summary>What a unit, village, product, producer, outlet or person was last called.</summary>
internal sealed class KnownName
{
    public required Guid Id { get; init; }

    [PersonName(nameof(Id))]
    public required string Name { get; set; }

    /// <summary>When it was said; an older saying changes nothing.</summary>
    public required DateTimeOffset SaidAt { get; set; }
}

/// <summary>Where a product comes from, so that a typed row names the right village.</summary>
internal sealed class KnownProduct
{
    public required Guid ProductId { get; init; }

    public required Guid ProducerId { get; set; }

    /// <summary>Empty for goods of no assisted village.</summary>
    public required Guid VillageId { get; set; }

    public required string CountyCode { get; set; }

    public required bool Sample { get; set; }

    public required DateTimeOffset SaidAt { get; set; }
}

/// <summary>A point of sale as the catalogue stated it.</summary>
internal sealed class KnownOutlet
{
    public required Guid OutletId { get; init; }

    /// <summary>The highest version heard.</summary>
    public required int StatedVersion { get; set; }

    /// <summary>As the API spells it, such as SPECIALTY_COUNTER.</summary>
    public required string Kind { get; set; }

    /// <summary>The unit that runs it; empty while nobody has said.</summary>
    public required Guid OperatorUnitId { get; set; }

    public required bool Sample { get; set; }
}

/// <summary>Whose goods an offer sells, as the catalogue stated it.</summary>
internal sealed class KnownOffer
{
    public required Guid OfferId { get; init; }

    /// <summary>The highest version heard.</summary>
    public required int StatedVersion { get; set; }

    /// <summary>The unit that supplies it: whoever runs the outlet, or one that supplies on behalf of a village.</summary>
    public required Guid SupplyUnitId { get; set; }
}

/// <summary>A unit as organisations stated it; the place in the list is the order in which units were set up.</summary>
internal sealed class KnownUnit
{
    public long Position { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>The highest statement heard.</summary>
    public required int StatedVersion { get; set; }

    /// <summary>As the API spells it, such as AFFILIATED_UNIT.</summary>
    public required string Kind { get; set; }

    public Guid? ParentId { get; set; }

    /// <summary>The first day on which it exists no more; null while it does, and for units that ended before this was kept.</summary>
    public DateOnly? ValidTo { get; set; }
}

/// <summary>帮扶产品认定 of a product, by the county, from a day to a day (both included, open while null).</summary>
internal sealed class KnownRecognition
{
    public required Guid CertificateId { get; init; }

    public required Guid ProductId { get; init; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public required DateTimeOffset SaidAt { get; set; }

    public bool HoldsOn(DateOnly day) => !(day < From) && !(To < day);
}

/// <summary>A county stands on the list of assisted counties from a day to a day (both included, open while null).</summary>
internal sealed class KnownDesignation
{
    public required Guid DesignationId { get; init; }

    public required string CountyCode { get; init; }

    public required DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    public required DateTimeOffset SaidAt { get; set; }
}
