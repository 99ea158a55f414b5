using System.Globalization;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Catalog.ReadModel;

internal sealed class ProductView : IHaveId
{
    /// <summary>Its place among the products of its snapshot.</summary>
    public required int Index { get; init; }

    public required Guid Id { get; init; }

    public required long Serial { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public string? Summary { get; init; }

    public required IReadOnlyList<string> Synonyms { get; init; }

    public required CategoryView Category { get; init; }

    public required ProducerView Producer { get; init; }

    public SpeciesView? Species { get; init; }

    public required IReadOnlyList<PermittedUse> PermittedUses { get; init; }

    public required TaxView Tax { get; init; }

    public required IReadOnlyList<AttributeView> Attributes { get; init; }

    public required IReadOnlyList<CertificateView> Certificates { get; init; }

    public required IReadOnlyList<ImageView> Images { get; init; }

    /// <summary>When it is off the shelf; by first days, mostly empty.</summary>
    public required IReadOnlyList<ShelfGap> Gaps { get; init; }

    public Season? Season { get; init; }

    public string? Storage { get; init; }

    public ShelfLife? ShelfLife { get; init; }

    /// <summary>When its recognition has ended; by first days, mostly empty.</summary>
    public required IReadOnlyList<ShelfGap> RecognitionGaps { get; init; }

    public required bool Sample { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required int Version { get; init; }

    public List<VariantView> Variants { get; } = [];

    public IEnumerable<OfferView> Offers => Variants.SelectMany(v => v.Offers);

    /// <summary>The certificates that hold on a day.</summary>
    public IEnumerable<CertificateView> CertificatesOn(DateOnly day) => Certificates.Where(c => c.HeldOn(day));

    /// <summary>认定: the county's recognition holds on that day; all else is ordinary (普通).</summary>
    public bool RecognisedOn(DateOnly day) => CertificatesOn(day).Any(c => c.Kind == Certificate.Recognition);

    /// <summary>The service areas at which something of it is on sale at an instant.</summary>
    public IEnumerable<ServiceAreaView> ServiceAreasAt(DateTimeOffset instant) =>
        Offers.Where(o => o.ValidAt(instant)).Select(o => o.Outlet.ServiceArea).OfType<ServiceAreaView>().Distinct();

    /// <summary>Why it is off the shelf at that moment; null when it isn't.</summary>
    public ShelfGap? GapAt(DateTimeOffset instant)
    {
        if (Gaps.Count == 0)
        {
            return null;
        }

        var day = instant.DayInChina();
        return Gaps.FirstOrDefault(g => g.On(day));
    }
}

/// <summary>VAT as it prints: 免税 is not 0 %.</summary>
internal sealed record TaxView(bool Exempt, decimal? RatePercent, string Label)
{
    public static TaxView Of(long? basisPoints) => basisPoints is { } bp
        ? new(false, bp / 100m, (bp / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%")
        : new(true, null, "免税");
}

internal sealed record AttributeView(string Key, string Label, string Value);

internal sealed record CertificateView(Guid Id, string Kind, string Number, string Issuer, DateOnly? ValidFrom, DateOnly? ValidTo, DateOnly? WithdrawnOn, Guid? FileId = null)
{
    /// <summary>The last day on which it holds; null when it has no end.</summary>
    public DateOnly? LastDay => WithdrawnOn?.AddDays(-1) is { } before && !(ValidTo < before) ? before : ValidTo;
}

/// <summary>A picture; its file's id leads to its renderings.</summary>
internal sealed record ImageView(Guid Id, Guid FileId, string Alt, int Width, int Height);

internal sealed class VariantView : IHaveId
{
    public required Guid Id { get; init; }

    public required string Sku { get; init; }

    public string? Barcode { get; init; }

    public required string Specification { get; init; }

    public required MeasureUnit SoldBy { get; init; }

    public required MeasureUnit PricedBy { get; init; }

    public required Quantity NominalContent { get; init; }

    public required bool CatchWeight { get; init; }

    public required decimal TolerancePercent { get; init; }

    public required ProductView Product { get; init; }

    public List<OfferView> Offers { get; } = [];
}

internal sealed class OfferView : IHaveId
{
    public required Guid Id { get; init; }

    public required VariantView Variant { get; init; }

    public required OutletView Outlet { get; init; }

    public required BuyerGroup BuyerGroup { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ValidTo { get; init; }

    public required Quantity Step { get; init; }

    public required Quantity Minimum { get; init; }

    public required int Version { get; init; }

    /// <summary>Oldest first; never empty.</summary>
    public required IReadOnlyList<PriceView> Prices { get; init; }

    /// <summary>The instant that the client asked about; null for now.</summary>
    public DateTimeOffset? AskedFor { get; private init; }

    /// <summary>The same offer as it stands at another instant.</summary>
    public OfferView AsOf(DateTimeOffset instant) => new()
    {
        Id = Id,
        Variant = Variant,
        Outlet = Outlet,
        BuyerGroup = BuyerGroup,
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
        Step = Step,
        Minimum = Minimum,
        Version = Version,
        Prices = Prices,
        AskedFor = instant,
    };

    /// <summary>On sale at that moment: the offer holds, and the goods have their papers.</summary>
    public bool ValidAt(DateTimeOffset instant) => ValidFrom <= instant && (ValidTo is not { } end || instant < end) && Variant.Product.GapAt(instant) is null;

    /// <summary>The price that holds at an instant; before the first one, the first.</summary>
    public UnitPrice PriceAt(DateTimeOffset instant)
    {
        for (var i = Prices.Count - 1; i > 0; i--)
        {
            if (Prices[i].ValidFrom <= instant)
            {
                return Prices[i].Price;
            }
        }

        return Prices[0].Price;
    }

    /// <summary>What lists are sorted by: millionths of a ten-thousandth of a yuan per gram, millilitre or piece of content, so that 5.60 元/斤 stands before 12.00 元/公斤.</summary>
    public long ComparablePrice(DateTimeOffset instant)
    {
        var price = PriceAt(instant);
        var content = price.Per.Dimension() == MeasureDimension.Count && !Variant.NominalContent.IsZero ? Variant.NominalContent.Base : price.Per.ToBase();
        return (long)Math.Min(price.TenThousandths * 1_000_000m / content, long.MaxValue / 2);
    }

    /// <summary>The price per unit of mass, from the net content where the goods are sold by the piece; null for goods without a weight.</summary>
    /// <remarks>For comparing only, rounded to four places; amounts are settled at the offer's own price.</remarks>
    public UnitPrice? PricePer(MeasureUnit mass, DateTimeOffset instant)
    {
        var price = PriceAt(instant);
        var grams = price.Per.Dimension() == MeasureDimension.Mass ? price.Per.ToBase()
            : price.Per.Dimension() == MeasureDimension.Count && Variant.NominalContent is { Dimension: MeasureDimension.Mass, IsZero: false } net ? net.Base
            : 0;
        return grams == 0 ? null : UnitPrice.Of(Rounding.HalfAwayFromZero(price.Amount * mass.ToBase() / grams, 4), mass);
    }
}

/// <summary>A price from a moment on, and why.</summary>
internal sealed record PriceView(DateTimeOffset ValidFrom, UnitPrice Price, string? Reason);

internal sealed class OutletView : IHaveId
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required OutletKind Kind { get; init; }

    public string? Direction { get; init; }

    public ServiceAreaView? ServiceArea { get; init; }

    /// <summary>The unit that runs it.</summary>
    public required Guid OperatorUnitId { get; init; }

    public required bool Working { get; init; }

    public DateOnly? Since { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<OutletStateView> States { get; init; }

    public required bool Sample { get; init; }

    public required int Version { get; init; }
}

/// <summary>From a day on it worked, or no longer worked.</summary>
internal sealed record OutletStateView(bool Working, DateOnly From, string Reason);

internal sealed class ServiceAreaView : IHaveId
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Expressway { get; init; }

    public required int Position { get; init; }

    public required bool Sample { get; init; }

    public required int Version { get; init; }

    public List<OutletView> Outlets { get; } = [];

    /// <summary>A pair is set up when a counter (专柜) works on one side (decision 28).</summary>
    public bool SetUp => WorkingSides > 0;

    /// <summary>The other figure: on how many of its sides a counter works.</summary>
    public int WorkingSides => Outlets.Where(o => o is { Working: true, Kind: OutletKind.SpecialtyCounter }).DistinctBy(o => o.Direction).Count();
}
