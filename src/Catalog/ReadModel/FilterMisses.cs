using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel.Search;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Catalog.ReadModel;

/// <summary>The parts of a filter.</summary>
[Flags]
internal enum FilterParts : ushort
{
    None = 0,
    Text = 1,
    Category = 2,
    Village = 4,
    County = 8,
    Use = 16,
    Offer = 32,
    Certificate = 64,
    Recognised = 128,
    ServiceArea = 256,
    Month = 512,
}

/// <summary>For each product the parts of the filter that it fails. A facet's counts leave its own part out, so they must be known apart.</summary>
/// <remarks>A page looks at no more products than it shows; all of them are looked at only when counts are asked for that nothing else knows.</remarks>
internal sealed class FilterMisses
{
    private readonly CatalogueSnapshot catalogue;
    private readonly TextMatches? matches;
    private readonly List<(FilterParts Part, Func<ProductView, bool> Passes)> parts = [];
    private Func<int>? count;
    private FilterParts[]? all;

    private FilterMisses(CatalogueSnapshot catalogue, TextMatches? matches) => (this.catalogue, this.matches) = (catalogue, matches);

    public static FilterMisses Of(
        CatalogueSnapshot catalogue, ProductFilter? filter, TextMatches? matches, IReadOnlyDictionary<Guid, string> stock, DateTimeOffset now)
    {
        var result = new FilterMisses(catalogue, matches);
        if (filter is null)
        {
            return result;
        }

        if (filter.CategoryIds is { Count: > 0 })
        {
            var wanted = Ids("cat", filter.CategoryIds);
            result.Require(FilterParts.Category, p => p.Category.Path.Any(c => wanted.Contains(c.Id)));
        }

        if (filter.VillageIds is { Count: > 0 })
        {
            var wanted = Ids("vil", filter.VillageIds);
            result.Require(FilterParts.Village, p => p.Producer.Village is { } village && wanted.Contains(village.Id));
        }

        if (filter.CountyCodes is { Count: > 0 } counties)
        {
            result.Require(FilterParts.County, p => counties.Contains(p.Producer.Origin.CountyCode));
        }

        if (filter.Uses is { Count: > 0 } uses)
        {
            result.Require(FilterParts.Use, p => p.PermittedUses.Any(uses.Contains));
        }

        var today = now.DayInChina();
        if (filter.CertificateKinds is { Count: > 0 } kinds)
        {
            result.Require(FilterParts.Certificate, p => p.CertificatesOn(today).Any(c => kinds.Contains(c.Kind)));
        }

        if (filter.Recognised is { } recognised)
        {
            result.Require(FilterParts.Recognised, p => p.RecognisedOn(today) == recognised);
        }

        if (filter.Months is { Count: > 0 } months)
        {
            result.Require(FilterParts.Month, p => p.Season is { } season && months.Any(season.Has));
        }

        if (filter.ServiceAreaIds is { Count: > 0 })
        {
            var wanted = Ids("sar", filter.ServiceAreaIds);
            result.Require(FilterParts.ServiceArea, p => p.ServiceAreasAt(now).Any(a => wanted.Contains(a.Id)));
        }

        if (filter.OutletId is not null || filter.InStock == true || filter.PriceMin is not null || filter.PriceMax is not null)
        {
            // One and the same offer must answer all of it: in stock there, at that price.
            var outlet = filter.OutletId is null ? default(Guid?) : NodeId.TryDecode(filter.OutletId, "out", out var id) ? id : Guid.Empty;
            result.Require(FilterParts.Offer, p => p.Offers.Any(o =>
                o.ValidAt(now)
                && (outlet is null || o.Outlet.Id == outlet)
                && (filter.InStock != true || (stock.TryGetValue(o.Id, out var state) && state != OfferStockState.Out))
                && (filter.PriceMin is not { } min || o.PriceAt(now).Amount >= min)
                && (filter.PriceMax is not { } max || o.PriceAt(now).Amount <= max)));
            if (filter is { OutletId: null, InStock: not true, PriceMin: null, PriceMax: { } most })
            {
                result.count = () => catalogue.Orders.CountUpTo(most, now);
            }
        }

        return result;
    }

    /// <summary>Passes the whole filter.</summary>
    public bool None(int product)
    {
        if (matches?.Has(product) == false)
        {
            return false;
        }

        foreach (var (_, passes) in parts)
        {
            if (!passes(catalogue.Products[product]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Passes the filter but for one part.</summary>
    public bool NoneBut(FilterParts part, int product) => ((all ??= LookAtAll())[product] & ~part) == FilterParts.None;

    public int CountPassing() =>
        parts.Count == 0 ? matches?.Hits.Count ?? catalogue.Products.Count
        : matches is not null ? matches.Hits.Count(h => None(h.Product))
        : parts.Count == 1 && count is not null ? count()
        : (all ??= LookAtAll()).Count(m => m == FilterParts.None);

    // An id of another kind, or none at all, is an id of nothing: it matches nothing.
    private static HashSet<Guid> Ids(string prefix, IReadOnlyList<string> ids) =>
        [.. ids.Select(text => NodeId.TryDecode(text, prefix, out var id) ? id : Guid.Empty)];

    private void Require(FilterParts part, Func<ProductView, bool> passes) => parts.Add((part, passes));

    private FilterParts[] LookAtAll()
    {
        var misses = new FilterParts[catalogue.Products.Count];
        if (matches is not null)
        {
            Array.Fill(misses, FilterParts.Text);
            foreach (var hit in matches.Hits)
            {
                misses[hit.Product] = FilterParts.None;
            }
        }

        foreach (var (part, passes) in parts)
        {
            foreach (var product in catalogue.Products)
            {
                if (!passes(product))
                {
                    misses[product.Index] |= part;
                }
            }
        }

        return misses;
    }
}
