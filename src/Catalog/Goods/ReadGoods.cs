using Commerce.Catalog.Domain;
using Commerce.Catalog.Prices;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Goods;

/// <summary>What the pages of goods ask.</summary>
/// <param name="catalogue">The catalogue in memory.</param>
/// <param name="cursors">Reads the address' place in the list.</param>
/// <param name="options">How far above its reference a price is pointed out.</param>
/// <param name="clock">Prices hold at an instant.</param>
internal sealed class ReadGoods(Catalogue catalogue, Cursors cursors, CatalogOptions options, TimeProvider clock)
{
    public const int Most = 50;

    /// <summary>A page of the list with the counts beside it. A place that isn't ours is the beginning.</summary>
    public async Task<ProductPage> Find(ProductFilter filter, ProductOrder order, string? after, CancellationToken ct)
    {
        var snapshot = await catalogue.Current(ct);
        try
        {
            return ProductSearch.Find(snapshot, catalogue.StockStates, filter, order, new PageRequest(Most, string.IsNullOrEmpty(after) ? null : cursors.Decode(after)), cursors, clock.GetUtcNow());
        }
        catch (BadCursorException)
        {
            return ProductSearch.Find(snapshot, catalogue.StockStates, filter, order, new PageRequest(Most, null), cursors, clock.GetUtcNow());
        }
    }

    /// <summary>How prices stand to their references now.</summary>
    public async Task<References> References(CancellationToken ct) => new((await catalogue.Current(ct)).References, options.ReferenceMarginPercent, clock.GetUtcNow());

    /// <summary>One good by its slug; null when there is none.</summary>
    public async Task<Good?> One(string slug, CancellationToken ct)
    {
        var snapshot = await catalogue.Current(ct);
        return snapshot.ProductsBySlug.GetValueOrDefault(slug) is { } product
            ? new(
                product, clock.GetUtcNow(), snapshot.Surroundings.OutletsInOrder, snapshot.Surroundings.SpeciesInOrder, new(snapshot.References, options.ReferenceMarginPercent, clock.GetUtcNow()),
                snapshot.Surroundings.Endorsements.CampaignOf(product.Id, clock.GetUtcNow().DayInChina()), snapshot.Surroundings.Endorsements.BrandOf(product.Id))
            : null;
    }

    /// <summary>The rows of a list at this moment.</summary>
    public static IEnumerable<OfferView> OnSale(ProductView product, DateTimeOffset now) => product.Offers.Where(o => o.ValidAt(now));

    /// <summary>The filter that an address holds.</summary>
    public static ProductFilter Filter(string? text, string? category, string? village, string? use, string? certificate = null, string? recognised = null, string? area = null, int? month = null) => new(
        text,
        string.IsNullOrEmpty(category) ? null : [category],
        string.IsNullOrEmpty(village) ? null : [village],
        Uses: Enum.TryParse<PermittedUse>(use, ignoreCase: true, out var known) ? [known] : null,
        CertificateKinds: string.IsNullOrEmpty(certificate) ? null : [certificate],
        Recognised: bool.TryParse(recognised, out var yes) ? yes : null,
        ServiceAreaIds: string.IsNullOrEmpty(area) ? null : [area],
        Months: month is { } one ? [one] : null);
}

/// <summary>References at a moment, with the margin above which a price is pointed out.</summary>
internal sealed record References(ReferencePrices Prices, decimal MarginPercent, DateTimeOffset Now)
{
    public ReferencePrice? Of(OfferView? offer) => offer is null ? null : Prices.For(offer, Now);
}

/// <summary>A good with what its page needs beside it.</summary>
/// <param name="Product">The good.</param>
/// <param name="Now">The instant of its prices.</param>
/// <param name="Outlets">Where it may be put on sale.</param>
/// <param name="Species">What it may be classed as.</param>
/// <param name="References">How its prices stand to what others ask.</param>
/// <param name="Campaign">第一书记代言 that runs for it today; null when there is none.</param>
/// <param name="Brand">The brand that it carries; null when it carries none.</param>
internal sealed record Good(
    ProductView Product, DateTimeOffset Now, IReadOnlyList<OutletView> Outlets, IReadOnlyList<SpeciesView> Species, References References, CampaignView? Campaign, BrandView? Brand)
{
    public DateOnly Today => Now.DayInChina();
}
