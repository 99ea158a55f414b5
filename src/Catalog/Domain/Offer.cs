using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>For whom an offer is.</summary>
internal enum BuyerGroup
{
    Public,
    DepartmentCanteen,
    StaffWelfare,
}

/// <summary>A variant on sale (上架) at an outlet for a buyer group, with dated prices.</summary>
internal sealed class Offer : IVersioned, ICatalogueFact
{
    public required Guid Id { get; init; }

    public required Guid VariantId { get; init; }

    public required Guid OutletId { get; init; }

    public required BuyerGroup BuyerGroup { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ValidTo { get; private set; }

    /// <summary>Smallest step of an order, in thousandths of the base unit; shown in <see cref="Unit"/>.</summary>
    public required long StepMilli { get; init; }

    public required long MinimumMilli { get; init; }

    /// <summary>The unit it is sold by.</summary>
    public required MeasureUnit Unit { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; }

    /// <summary>The catalogue's revision in which it, or what belongs to it, was last changed: hosts read only what is newer than what they have.</summary>
    public long ChangedIn { get; set; }

    public List<OfferPrice> Prices { get; init; } = [];

    public Quantity Step => new(StepMilli, Unit);

    public Quantity Minimum => new(MinimumMilli, Unit);

    public bool EndedBy(DateTimeOffset instant) => ValidTo <= instant;

    /// <summary>The price that holds at an instant; before the first one, the first.</summary>
    public OfferPrice PriceAt(DateTimeOffset instant) =>
        Prices.Where(p => p.ValidFrom <= instant).MaxBy(p => p.ValidFrom) ?? Prices.MinBy(p => p.ValidFrom)!;

    /// <summary>Gives the offer another price from a moment on. A second price for the same moment replaces the first.</summary>
    /// <param name="expectedVersion">What the caller has seen.</param>
    /// <param name="amount">Yuan per <paramref name="per"/>.</param>
    /// <param name="per">The unit of the price.</param>
    /// <param name="variant">What is sold: says which units make sense.</param>
    /// <param name="validFrom">Now (a minute of slack for clocks) or later.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="now">Server time.</param>
    public Result SetPrice(int expectedVersion, decimal amount, MeasureUnit per, ProductVariant variant, DateTimeOffset validFrom, string? reason, DateTimeOffset now)
    {
        if (expectedVersion != Version)
        {
            return PlatformErrors.Stale(Version);
        }

        if (EndedBy(now))
        {
            return CatalogErrors.OfferEnded;
        }

        if (OfferPrice.Check(amount, per, variant) is { Failed: true } refused)
        {
            return refused;
        }

        if (validFrom < now - Instants.ClockSlack)
        {
            return CatalogErrors.PriceInThePast;
        }

        if (ValidTo <= validFrom)
        {
            return CatalogErrors.PriceAfterTheEnd;
        }

        Prices.RemoveAll(p => p.ValidFrom == validFrom);
        Prices.Add(OfferPrice.Of(Id, UnitPrice.Of(amount, per), validFrom, reason, now));
        UpdatedAt = now;
        return Result.Done;
    }

    /// <summary>Takes it off the shelf now (下架). What was ordered stays ordered.</summary>
    public Result Withdraw(int expectedVersion, DateTimeOffset now)
    {
        if (expectedVersion != Version)
        {
            return PlatformErrors.Stale(Version);
        }

        if (EndedBy(now))
        {
            return CatalogErrors.OfferEnded;
        }

        ValidTo = now;
        UpdatedAt = now;
        return Result.Done;
    }
}

/// <summary>A price from a moment on, until the next one.</summary>
internal sealed class OfferPrice : ICatalogueFact
{
    public required Guid Id { get; init; }

    public required Guid OfferId { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public required long TenThousandths { get; init; }

    public required MeasureUnit Per { get; init; }

    public string? Reason { get; init; }

    public UnitPrice Price => new(TenThousandths, Per);

    public static OfferPrice Of(Guid offerId, UnitPrice price, DateTimeOffset validFrom, string? reason, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OfferId = offerId,
        ValidFrom = validFrom,
        TenThousandths = price.TenThousandths,
        Per = price.Per,
        Reason = reason,
    };

    /// <summary>Above zero, at most four places, per a unit that measures what the variant is priced by.</summary>
    public static Result Check(decimal amount, MeasureUnit per, ProductVariant variant) =>
        amount <= 0 ? CatalogErrors.PriceNotPositive
        : !UnitPrice.IsExact(amount) ? CatalogErrors.PriceTooFine
        : per.Dimension() != variant.PricedBy.Dimension() ? CatalogErrors.PricePerOtherDimension(per, variant.PricedBy)
        : Result.Done;
}
