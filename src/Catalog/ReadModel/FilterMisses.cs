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
internal sealed class FilterMisses
{
    private readonly FilterParts[] misses;

    private FilterMisses(int products) => misses = new FilterParts[products];

    public static FilterMisses Of(
        CatalogueSnapshot catalogue, ProductFilter? filter, TextMatches? matches, IReadOnlyDictionary<Guid, bool> inStock, DateTimeOffset now)
    {
        var result = new FilterMisses(catalogue.Products.Count);
        if (matches is not null)
        {
            Array.Fill(result.misses, FilterParts.Text);
            foreach (var hit in matches.Hits)
            {
                result.misses[hit.Product] = FilterParts.None;
            }
        }

        if (filter is null)
        {
            return result;
        }

        if (filter.CategoryIds is { Count: > 0 })
        {
            var wanted = Ids("cat", filter.CategoryIds);
            result.Require(catalogue, FilterParts.Category, p => p.Category.Path.Any(c => wanted.Contains(c.Id)));
        }

        if (filter.VillageIds is { Count: > 0 })
        {
            var wanted = Ids("vil", filter.VillageIds);
            result.Require(catalogue, FilterParts.Village, p => p.Producer.Village is { } village && wanted.Contains(village.Id));
        }

        if (filter.CountyCodes is { Count: > 0 } counties)
        {
            result.Require(catalogue, FilterParts.County, p => counties.Contains(p.Producer.Origin.CountyCode));
        }

        if (filter.Uses is { Count: > 0 } uses)
        {
            result.Require(catalogue, FilterParts.Use, p => p.PermittedUses.Any(uses.Contains));
        }

        var today = now.DayInChina();
        if (filter.CertificateKinds is { Count: > 0 } kinds)
        {
            result.Require(catalogue, FilterParts.Certificate, p => p.CertificatesOn(today).Any(c => kinds.Contains(c.Kind)));
        }

        if (filter.Recognised is { } recognised)
        {
            result.Require(catalogue, FilterParts.Recognised, p => p.RecognisedOn(today) == recognised);
        }

        if (filter.Months is { Count: > 0 } months)
        {
            result.Require(catalogue, FilterParts.Month, p => p.Season is { } season && months.Any(season.Has));
        }

        if (filter.ServiceAreaIds is { Count: > 0 })
        {
            var wanted = Ids("sar", filter.ServiceAreaIds);
            result.Require(catalogue, FilterParts.ServiceArea, p => p.ServiceAreasAt(now).Any(a => wanted.Contains(a.Id)));
        }

        if (filter.OutletId is not null || filter.InStock == true || filter.PriceMin is not null || filter.PriceMax is not null)
        {
            // One and the same offer must answer all of it: in stock there, at that price.
            var outlet = filter.OutletId is null ? default(Guid?) : NodeId.TryDecode(filter.OutletId, "out", out var id) ? id : Guid.Empty;
            result.Require(catalogue, FilterParts.Offer, p => p.Offers.Any(o =>
                o.ValidAt(now)
                && (outlet is null || o.Outlet.Id == outlet)
                && (filter.InStock != true || (inStock.TryGetValue(o.Id, out var some) && some))
                && (filter.PriceMin is not { } min || o.PriceAt(now).Amount >= min)
                && (filter.PriceMax is not { } max || o.PriceAt(now).Amount <= max)));
        }

        return result;
    }

    /// <summary>Passes the whole filter.</summary>
    public bool None(int product) => misses[product] == FilterParts.None;

    /// <summary>Passes the filter but for one part.</summary>
    public bool NoneBut(FilterParts part, int product) => (misses[product] & ~part) == FilterParts.None;

    public int CountPassing() => misses.Count(m => m == FilterParts.None);

    // An id of another kind, or none at all, is an id of nothing: it matches nothing.
    private static HashSet<Guid> Ids(string prefix, IReadOnlyList<string> ids) =>
        [.. ids.Select(text => NodeId.TryDecode(text, prefix, out var id) ? id : Guid.Empty)];

    private void Require(CatalogueSnapshot catalogue, FilterParts part, Func<ProductView, bool> passes)
    {
        foreach (var product in catalogue.Products)
        {
            if (!passes(product))
            {
                misses[product.Index] |= part;
            }
        }
    }
}
