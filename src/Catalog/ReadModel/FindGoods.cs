using Commerce.Catalog.ReadModel.Search;
using Commerce.Platform.Modules;

namespace Commerce.Catalog.ReadModel;

/// <summary>Answers from the snapshot, as <c>products(filter: {text})</c> does when it is sorted by relevance.</summary>
internal sealed class FindGoods(Catalogue catalogue) : IFindGoods
{
    public async Task<IReadOnlyList<Guid>> Find(string text, CancellationToken ct)
    {
        var snapshot = await catalogue.Current(ct);
        var query = SearchQuery.Of(text);
        return query.Words.Count == 0
            ? [.. snapshot.Products.Select(p => p.Id)]
            : [.. snapshot.Text.Find(query).Nearest().Select(place => snapshot.Products[place].Id)];
    }
}
