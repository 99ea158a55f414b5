namespace Commerce.Catalog.ReadModel.Search;

/// <summary>How near a product is to what was typed; the nearest first.</summary>
internal enum MatchRank : byte
{
    NameIs,
    NameStarts,
    NameContains,
    OwnSynonym,
    GroupSynonym,
    PinyinOfName,
    PinyinOfSynonym,
    Summary,
    Slip,
}

/// <summary>In which way it was found; the strictest first.</summary>
internal enum MatchWay : byte
{
    Contains,
    Pinyin,
    Initials,
    Fuzzy,
}

/// <summary>A product that was found.</summary>
internal readonly record struct Hit(int Product, MatchRank Rank, MatchWay Way);

/// <summary>The products that a text finds.</summary>
/// <param name="Hits">In the order of the products.</param>
internal sealed record TextMatches(IReadOnlyList<Hit> Hits)
{
    private volatile int[]? nearest;

    /// <summary>How the nearest of them was found.</summary>
    public MatchWay Way { get; } = Hits.Count == 0 ? MatchWay.Contains : Hits.Min(h => h.Way);

    /// <summary>Nearest first; ties as they came. Sorted when first asked.</summary>
    public int[] Nearest() => nearest ??= [.. Hits.OrderBy(h => h.Rank).ThenBy(h => h.Product).Select(h => h.Product)];

    /// <summary>Was it found?</summary>
    public bool Has(int product) => RankOf(product) != int.MaxValue;

    /// <summary>How near; behind all others when it wasn't found.</summary>
    public int RankOf(int product)
    {
        var (low, high) = (0, Hits.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Hits[middle].Product == product)
            {
                return (int)Hits[middle].Rank;
            }

            (low, high) = Hits[middle].Product < product ? (middle + 1, high) : (low, middle - 1);
        }

        return int.MaxValue;
    }
}
