using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Prices;

/// <summary>Reference prices (参考价): what other producers ask now for the same kind and specification, for the same buyers. docs/catalogue.md has the rule with an example.</summary>
/// <param name="products">Of one snapshot.</param>
internal sealed class ReferencePrices(IReadOnlyList<ProductView> products)
{
    /// <summary>Fewer others are no comparison.</summary>
    public const int FewestOthers = 2;

    private volatile Table? table;

    /// <summary>The reference for an offer at an instant; null when there is nothing to compare with.</summary>
    public ReferencePrice? For(OfferView offer, DateTimeOffset at)
    {
        if (Specification.Of(offer) is not { } specification)
        {
            return null;
        }

        var others = At(at).Asked.GetValueOrDefault(specification, []).Where(p => p.Key != offer.Variant.Product.Producer.Id).Select(p => p.Value).ToList();
        if (others.Count < FewestOthers)
        {
            return null;
        }

        var reference = Rounding.HalfAwayFromZero(others.Average(), 4);
        var own = specification.Price(offer, at);
        return new(UnitPrice.Of(reference, specification.Basis), UnitPrice.Of(own, specification.Basis), Rounding.HalfAwayFromZero((own - reference) / reference * 100, 1), others.Count, specification.Loose);
    }

    private Table At(DateTimeOffset at)
    {
        var known = table;
        return known is not null && known.From <= at && at < known.Until ? known : table = Table.Of(products, at);
    }

    /// <summary>What each producer asks on average for each specification; right until a price or an offer begins or ends.</summary>
    private sealed record Table(DateTimeOffset From, DateTimeOffset Until, Dictionary<Specification, Dictionary<Guid, decimal>> Asked)
    {
        public static Table Of(IReadOnlyList<ProductView> products, DateTimeOffset at)
        {
            var offers = products.SelectMany(p => p.Offers).ToList();
            return new(
                at,
                TimedChanges.After(products, at),
                offers.Where(o => o.ValidAt(at) && o.Variant.Product.Producer.SuspendedFrom is null)
                    .Select(o => (Offer: o, Specification: Specification.Of(o))).Where(o => o.Specification is not null)
                    .GroupBy(o => o.Specification!.Value)
                    .ToDictionary(
                        s => s.Key,
                        s => s.GroupBy(o => o.Offer.Variant.Product.Producer.Id).ToDictionary(p => p.Key, p => p.Average(o => s.Key.Price(o.Offer, at)))));
        }
    }
}

/// <summary>What makes two offers comparable.</summary>
/// <param name="Species">The kind of goods.</param>
/// <param name="Group">For whom.</param>
/// <param name="PricedBy">What the price is for: a weight, or a pack.</param>
/// <param name="Loose">Loose goods and packs stand apart.</param>
/// <param name="Basis">What prices are put on for comparing: kilograms, litres, pieces.</param>
/// <param name="Grade">The attribute grade, where given.</param>
internal readonly record struct Specification(Guid Species, BuyerGroup Group, MeasureDimension PricedBy, bool Loose, MeasureUnit Basis, string? Grade)
{
    /// <summary>Of an offer; null when its kind isn't known, or its pack says no content.</summary>
    public static Specification? Of(OfferView offer)
    {
        var variant = offer.Variant;
        var content = Content(variant);
        return variant.Product.Species is not { } species || content.IsZero ? null : new(
            species.Id, offer.BuyerGroup, variant.PricedBy.Dimension(), variant.SoldBy.Dimension() != MeasureDimension.Count,
            content.Dimension switch { MeasureDimension.Mass => MeasureUnit.Kg, MeasureDimension.Volume => MeasureUnit.L, MeasureDimension.Count => MeasureUnit.Piece },
            variant.Product.Attributes.FirstOrDefault(a => a.Key == "grade")?.Value);
    }

    /// <summary>Yuan per unit of the basis, to four places.</summary>
    public decimal Price(OfferView offer, DateTimeOffset at)
    {
        var price = offer.PriceAt(at);
        var content = price.Per.Dimension() == MeasureDimension.Count ? offer.Variant.NominalContent.Base : price.Per.ToBase();
        return Rounding.HalfAwayFromZero(price.Amount * Basis.ToBase() / content, 4);
    }

    private static Quantity Content(VariantView variant) => variant.PricedBy.Dimension() == MeasureDimension.Count ? variant.NominalContent : Quantity.Of(1, variant.PricedBy);
}

/// <summary>A reference price beside an offer's own.</summary>
/// <param name="Price">The average of the others, per kilogram, litre or piece.</param>
/// <param name="Own">The offer's price on the same basis.</param>
/// <param name="DeviationPercent">How far the own price lies above it (below: negative), to one place.</param>
/// <param name="Producers">How many others it is the average of.</param>
/// <param name="Loose">Compared with loose goods; else with packs.</param>
internal sealed record ReferencePrice(UnitPrice Price, UnitPrice Own, decimal DeviationPercent, int Producers, bool Loose)
{
    public bool Above(decimal marginPercent) => DeviationPercent > marginPercent;
}
