using System.Collections.Concurrent;

namespace Commerce.Catalog.ReadModel.Search;

/// <summary>What was looked for lately, with what it found. It lives as long as the texts it was found in: a broad word is looked up and sorted once, not for every page and every filter.</summary>
internal sealed class FoundBefore
{
    // About 12 MB at most; a flood of other words only empties it.
    private const int MostHits = 1_000_000;
    private const int MostTexts = 1000;

    private readonly ConcurrentDictionary<string, TextMatches> known = new(StringComparer.Ordinal);
    private int hits;

    public TextMatches Or(SearchQuery query, Func<SearchQuery, TextMatches> look)
    {
        if (known.TryGetValue(query.Whole, out var found))
        {
            return found;
        }

        found = look(query);
        if (Interlocked.Add(ref hits, found.Hits.Count) > MostHits || known.Count >= MostTexts)
        {
            known.Clear();
            Interlocked.Exchange(ref hits, found.Hits.Count);
        }

        known[query.Whole] = found;
        return found;
    }
}
