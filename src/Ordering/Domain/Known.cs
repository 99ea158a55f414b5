using Commerce.Platform.Personal;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Our copy of what the catalogue offers; the highest version is the valid one.</summary>
internal sealed class KnownOffer
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public Guid ProductId { get; set; }

    public string ProductName { get; set; } = "";

    public Guid VariantId { get; set; }

    public string Specification { get; set; } = "";

    public Guid ProducerId { get; set; }

    public string ProducerName { get; set; } = "";

    public Guid? VillageId { get; set; }

    public string? VillageName { get; set; }

    public string CountyCode { get; set; } = "";

    public string CountyName { get; set; } = "";

    public Guid OutletId { get; set; }

    public Guid SupplyUnitId { get; set; }

    public BuyerGroup BuyerGroup { get; set; }

    /// <summary>CANTEEN, WELFARE, KIOSK, MEDICINAL, joined by commas.</summary>
    public string PermittedUses { get; set; } = "";

    public MeasureUnit SoldBy { get; set; }

    /// <summary>Net content of one piece, in thousandths of the base of <see cref="NominalUnit"/>.</summary>
    public long NominalMilli { get; set; }

    public MeasureUnit NominalUnit { get; set; }

    public bool CatchWeight { get; set; }

    /// <summary>Hundredths of a per cent.</summary>
    public int ToleranceBasisPoints { get; set; }

    public long StepMilli { get; set; }

    public long MinimumMilli { get; set; }

    /// <summary>Hundredths of a per cent; null is 免税, which isn't 0 %.</summary>
    public int? TaxBasisPoints { get; set; }

    public DateTimeOffset ValidFrom { get; set; }

    public DateTimeOffset? ValidTo { get; set; }

    public bool Sample { get; set; }

    /// <summary>A traveller may pay for it before seeing it weighed: sold to everybody, at a price that is known beforehand.</summary>
    public bool SellsByPhone => PermittedUses.Split(',').Contains("KIOSK") && BuyerGroup == BuyerGroup.Public && !CatchWeight;

    /// <summary>What some of it is worth at a price, to the fen: by its content where it is sold by the piece and priced by weight.</summary>
    public long? Worth(long soldMilli, UnitPrice price)
    {
        var quantity = price.Per.Dimension() == SoldBy.Dimension() ? new Quantity(soldMilli, SoldBy)
            : price.Per.Dimension() == NominalUnit.Dimension() ? new Quantity((long)((Int128)soldMilli * NominalMilli / Quantity.Of(1, SoldBy).Milli), NominalUnit)
            : default(Quantity?);
        return quantity is { } measured ? Money.Settle(price, measured).Fen : null;
    }

    /// <summary>A price of it for half a kilogram or a kilogram, to compare by: exact, or rounded to the fen where a pack doesn't divide; null when the content isn't a weight.</summary>
    public UnitPrice? PricePer(MeasureUnit mass, UnitPrice price) =>
        price.Per.Dimension() == MeasureDimension.Mass ? price.PerUnit(mass)
        : NominalMilli > 0 && NominalUnit.Dimension() == MeasureDimension.Mass && price.Per == SoldBy
            ? UnitPrice.Of(Rounding.HalfAwayFromZero(price.Amount / new Quantity(NominalMilli, NominalUnit).In(mass), 2), mass)
        : null;

    /// <summary>May be ordered at this moment.</summary>
    public bool IsValid(DateTimeOffset at) => ValidFrom <= at && (ValidTo is not { } end || at < end);

    /// <summary>May it be bought for this (药材不得进食堂), and is it offered to such buyers?</summary>
    public Result MayServe(PurchasePurpose purpose)
    {
        string[] uses = PermittedUses.Split(',');
        var (used, offered) = purpose switch
        {
            PurchasePurpose.Canteen => (uses.Contains("CANTEEN"), BuyerGroup is BuyerGroup.DepartmentCanteen or BuyerGroup.Public),
            PurchasePurpose.StaffWelfare => (uses.Contains("WELFARE"), BuyerGroup is BuyerGroup.StaffWelfare or BuyerGroup.Public),
            PurchasePurpose.OutletTrade => (uses.Contains("KIOSK"), true),
            PurchasePurpose.Personal => (uses.Contains("WELFARE") || uses.Contains("KIOSK"), BuyerGroup is BuyerGroup.StaffWelfare or BuyerGroup.Public),
        };
        return !used ? OrderingErrors.UseNotPermitted(ProductName, purpose)
            : !offered ? OrderingErrors.NotForTheseBuyers(ProductName)
            : Result.Done;
    }

    /// <summary>Is it a quantity in which this is sold?</summary>
    public Result MayBeOrdered(Quantity quantity) =>
        !quantity.Unit.Counts(SoldBy) ? OrderingErrors.OtherDimension(ProductName, SoldBy)
        : quantity.Milli <= 0 ? OrderingErrors.NotPositive
        : quantity.Milli % StepMilli != 0 ? OrderingErrors.NotAStep(ProductName, new Quantity(StepMilli, SoldBy))
        : quantity.Milli < MinimumMilli ? OrderingErrors.BelowMinimum(ProductName, new Quantity(MinimumMilli, SoldBy))
        : Result.Done;
}

/// <summary>A price of an offer from a moment on.</summary>
internal sealed class KnownPrice
{
    public required Guid OfferId { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public required int Version { get; set; }

    public required long TenThousandths { get; set; }

    public required MeasureUnit Per { get; set; }

    public UnitPrice Price => new(TenThousandths, Per);
}

/// <summary>暂停供货: from a moment on a producer may not supply, until it may again.</summary>
internal sealed class KnownSuspension
{
    public required Guid Id { get; init; }

    public required Guid ProducerId { get; init; }

    public required DateTimeOffset From { get; set; }

    public DateTimeOffset? To { get; set; }

    public required string Reason { get; set; }

    public required DateTimeOffset SaidAt { get; set; }
}

/// <summary>Our copy of a certificate of a product, without recognitions, which goods may be sent without.</summary>
internal sealed class KnownCertificate
{
    public required Guid Id { get; init; }

    public required Guid ProductId { get; init; }

    public required string Kind { get; set; }

    public required string Number { get; set; }

    /// <summary>First and last day in China on which it holds; open when null.</summary>
    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>First day from which it was withdrawn.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    public required DateTimeOffset SaidAt { get; set; }

    /// <summary>The last day on which it holds; null when it has no end.</summary>
    public DateOnly? LastDay => WithdrawnOn?.AddDays(-1) is { } before && !(ValidTo < before) ? before : ValidTo;
}

/// <summary>Our copy of a unit: its name at this moment, and what it lies under.</summary>
internal sealed class KnownUnit
{
    /// <summary>帮扶工作队: acts for villagers (代办).</summary>
    public const string WorkTeam = "WORK_TEAM";

    /// <summary>A company: runs outlets, buys to sell on.</summary>
    public const string Company = "GROUP_COMPANY";

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public Guid? ParentId { get; set; }

    /// <summary>The first day on which it exists no more; null while it does.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>It exists on this day (Asia/Shanghai).</summary>
    public bool HoldsOn(DateOnly day) => ValidTo is not { } end || day < end;
}

/// <summary>Our copy of a person with an account: who may be named to act for somebody.</summary>
internal sealed class KnownPerson
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    [PersonName(nameof(Id))]
    public string Name { get; set; } = "";

    public Guid UnitId { get; set; }

    public bool Disabled { get; set; }
}

/// <summary>Our copy of a canteen.</summary>
internal sealed class KnownCanteen
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public string Name { get; set; } = "";

    public Guid UnitId { get; set; }

    public List<ServedUnit> Served { get; } = [];
}

/// <summary>A unit that eats in a canteen.</summary>
internal sealed class ServedUnit
{
    public Guid CanteenId { get; init; }

    public required Guid UnitId { get; init; }
}

/// <summary>Which units may stand for which.</summary>
internal static class UnitsOfMeasure
{
    /// <summary>斤 may be given for 公斤; a bag is a bag, or simply a piece.</summary>
    public static bool Counts(this MeasureUnit given, MeasureUnit sold) =>
        given.Dimension() == sold.Dimension() && (sold.Dimension() != MeasureDimension.Count || given == sold || given == MeasureUnit.Piece);

    /// <summary>Things that are counted come whole.</summary>
    public static bool IsWhole(this Quantity quantity) => quantity.Dimension != MeasureDimension.Count || quantity.Milli % 1000 == 0;
}
