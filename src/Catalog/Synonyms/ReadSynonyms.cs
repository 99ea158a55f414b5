using Commerce.Catalog.ReadModel;

namespace Commerce.Catalog.Synonyms;

/// <summary>What the page of words asks.</summary>
internal sealed class ReadSynonyms(Catalogue catalogue)
{
    /// <summary>Each group, with how many goods it helps to find.</summary>
    public async Task<IReadOnlyList<(SynonymGroupView Group, int Goods)>> All(CancellationToken ct)
    {
        var snapshot = await catalogue.Current(ct);
        return [.. snapshot.Surroundings.SynonymGroups.Select(g => (g, snapshot.Products.Count(p => g.Words.Any(word =>
            p.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || p.Synonyms.Contains(word, StringComparer.OrdinalIgnoreCase)))))];
    }
}
