using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;

namespace Commerce.Catalog.ReadModel;

/// <summary>What buyers narrow the list by. Several values of one field mean any of them; several fields mean all. An empty list is no filter.</summary>
internal sealed record ProductFilter(
    string? Text = null, IReadOnlyList<string>? CategoryIds = null, IReadOnlyList<string>? VillageIds = null, IReadOnlyList<string>? CountyCodes = null,
    IReadOnlyList<PermittedUse>? Uses = null, string? OutletId = null, bool? InStock = null, decimal? PriceMin = null, decimal? PriceMax = null);

/// <summary>A page of products, with the counts beside it.</summary>
internal sealed class ProductPage : Page<ProductView>
{
    /// <summary>BIGRAM when the index of pairs served the text, else EXACT.</summary>
    public required string MatchedBy { get; init; }

    /// <summary>Counted only when asked for.</summary>
    public required Func<IReadOnlyList<FacetView>> CountFacets { get; init; }
}

/// <summary>One way to narrow the list, with how many products each value would leave.</summary>
internal sealed record FacetView(string Key, string Label, IReadOnlyList<FacetValueView> Values);

internal sealed record FacetValueView(string Id, string Label, int Count);

/// <summary>Answers <c>products</c> from a snapshot.</summary>
internal static class ProductSearch
{
    /// <summary>Finds a page.</summary>
    /// <exception cref="BadCursorException">The cursor is of another order, or not ours.</exception>
    public static ProductPage Find(
        CatalogueSnapshot catalogue, IReadOnlyDictionary<Guid, bool> inStock, ProductFilter? filter, ProductOrder order, PageRequest page, Cursors cursors, DateTimeOffset now)
    {
        var text = filter?.Text?.Trim() ?? "";
        var matches = text.Length == 0 ? null : catalogue.Text.Find(text);
        var misses = FilterMisses.Of(catalogue, filter, matches, inStock, now);
        var sorted = catalogue.Orders.In(order, NameHits(catalogue, matches), now);

        List<ProductView> rows = new(page.First + 1);
        for (var place = sorted.After(page.After); place < sorted.Products.Length && rows.Count <= page.First; place++)
        {
            if (misses.None(sorted.Products[place]))
            {
                rows.Add(catalogue.Products[sorted.Products[place]]);
            }
        }

        return new ProductPage
        {
            Items = [.. rows.Take(page.First).Select(p => (p, cursors.Encode(sorted.Position(p.Index))))],
            HasNextPage = rows.Count > page.First,
            HasPreviousPage = page.After is not null,
            CountAll = () => Task.FromResult<int?>(misses.CountPassing()),
            MatchedBy = text.Length > 1 ? "BIGRAM" : "EXACT",
            CountFacets = () => ProductFacets.Count(catalogue, misses),
        };
    }

    private static Func<int, bool>? NameHits(CatalogueSnapshot catalogue, List<(int Product, bool InName)>? matches)
    {
        if (matches is null)
        {
            return null;
        }

        var hits = new bool[catalogue.Products.Count];
        foreach (var (product, inName) in matches)
        {
            hits[product] = inName;
        }

        return product => hits[product];
    }
}
