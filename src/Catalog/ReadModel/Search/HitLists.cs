namespace Commerce.Catalog.ReadModel.Search;

/// <summary>Joins lists of hits, each in the order of the products.</summary>
internal static class HitLists
{
    /// <summary>What stands in both, as the weaker of the two.</summary>
    public static List<Hit> Both(List<Hit> a, List<Hit> b)
    {
        List<Hit> both = [];
        for (var (i, j) = (0, 0); i < a.Count && j < b.Count;)
        {
            if (a[i].Product == b[j].Product)
            {
                both.Add(new(a[i].Product, (MatchRank)Math.Max((byte)a[i].Rank, (byte)b[j].Rank), (MatchWay)Math.Max((byte)a[i].Way, (byte)b[j].Way)));
            }

            (i, j) = (a[i].Product <= b[j].Product ? i + 1 : i, b[j].Product <= a[i].Product ? j + 1 : j);
        }

        return both;
    }

    /// <summary>What stands in one of them, as the stronger of the two.</summary>
    public static List<Hit> Either(List<Hit> a, List<Hit> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return a.Count == 0 ? b : a;
        }

        List<Hit> either = new(a.Count + b.Count);
        var (i, j) = (0, 0);
        while (i < a.Count || j < b.Count)
        {
            var (left, right) = (i < a.Count ? a[i].Product : int.MaxValue, j < b.Count ? b[j].Product : int.MaxValue);
            either.Add(left < right ? a[i] : right < left ? b[j] : new(left, (MatchRank)Math.Min((byte)a[i].Rank, (byte)b[j].Rank), (MatchWay)Math.Min((byte)a[i].Way, (byte)b[j].Way)));
            (i, j) = (left <= right ? i + 1 : i, right <= left ? j + 1 : j);
        }

        return either;
    }
}
