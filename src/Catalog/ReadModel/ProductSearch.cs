using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel.Search;
using Commerce.Platform.GraphQL;

namespace Commerce.Catalog.ReadModel;

/// <summary>What buyers narrow the list by. Several values of one field mean any of them; several fields mean all. An empty list is no filter.</summary>
internal sealed record ProductFilter(
    string? Text = null, IReadOnlyList<string>? CategoryIds = null, IReadOnlyList<string>? VillageIds = null, IReadOnlyList<string>? CountyCodes = null,
    IReadOnlyList<PermittedUse>? Uses = null, string? OutletId = null, bool? InStock = null, decimal? PriceMin = null, decimal? PriceMax = null,
    IReadOnlyList<string>? CertificateKinds = null, bool? Recognised = null, IReadOnlyList<string>? ServiceAreaIds = null, IReadOnlyList<int>? Months = null);

/// <summary>A page of products, with the counts beside it.</summary>
internal sealed class ProductPage : Page<ProductView>
{
    /// <summary>How the nearest product was found: BIGRAM by the index of pairs, EXACT without it, else PINYIN, INITIALS or FUZZY.</summary>
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
        CatalogueSnapshot catalogue, IReadOnlyDictionary<Guid, string> stock, ProductFilter? filter, ProductOrder order, PageRequest page, Cursors cursors, DateTimeOffset now)
    {
        var text = SearchQuery.Of(filter?.Text);
        var matches = text.Words.Count == 0 ? null : catalogue.Text.Find(text);
        var misses = FilterMisses.Of(catalogue, filter, matches, stock, now);
        var sorted = catalogue.Orders.In(order, matches, now);

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
            Nodes = [.. rows.Take(page.First)],
            Cursor = p => cursors.Encode(sorted.Position(p.Index)),
            HasNextPage = rows.Count > page.First,
            HasPreviousPage = page.After is not null,
            CountAll = () => Task.FromResult<int?>(misses.CountPassing()),
            MatchedBy = Way(text, matches),
            CountFacets = () => ProductFacets.Count(catalogue, misses, now),
        };
    }

    private static string Way(SearchQuery text, TextMatches? matches) => (matches?.Way ?? MatchWay.Contains) switch
    {
        MatchWay.Contains => text.Whole.Length > 1 ? "BIGRAM" : "EXACT",
        MatchWay.Pinyin => "PINYIN",
        MatchWay.Initials => "INITIALS",
        MatchWay.Fuzzy => "FUZZY",
    };
}
