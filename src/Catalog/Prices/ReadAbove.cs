using Commerce.Catalog.ReadModel;

namespace Commerce.Catalog.Prices;

/// <summary>Which offers ask more than their reference by more than the margin.</summary>
/// <param name="catalogue">The catalogue in memory.</param>
/// <param name="options">The margin.</param>
/// <param name="clock">Prices hold at an instant.</param>
internal sealed class ReadAbove(Catalogue catalogue, CatalogOptions options, TimeProvider clock)
{
    /// <summary>The farthest above first; with how many offers can be compared at all.</summary>
    public async Task<AboveSheet> Now(CancellationToken ct)
    {
        var (snapshot, now) = (await catalogue.Current(ct), clock.GetUtcNow());
        var offers = snapshot.Products.SelectMany(p => p.Offers).Where(o => o.ValidAt(now)).ToList();
        var compared = offers.Select(o => (Offer: o, Reference: snapshot.References.For(o, now))).Where(o => o.Reference is not null).ToList();
        return new(
            [.. compared.Where(o => o.Reference!.Above(options.ReferenceMarginPercent)).OrderByDescending(o => o.Reference!.DeviationPercent).ThenBy(o => o.Offer.Id).Select(o => (o.Offer, o.Reference!))],
            compared.Count, offers.Count, options.ReferenceMarginPercent, now);
    }
}

/// <summary>The list with what it was made from.</summary>
/// <param name="Above">Offers above the margin.</param>
/// <param name="Compared">Offers that have a reference.</param>
/// <param name="Offers">All on sale.</param>
/// <param name="Margin">In per cent.</param>
/// <param name="Now">As of.</param>
internal sealed record AboveSheet(IReadOnlyList<(OfferView Offer, ReferencePrice Reference)> Above, int Compared, int Offers, decimal Margin, DateTimeOffset Now);
