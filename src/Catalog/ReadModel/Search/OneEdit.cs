namespace Commerce.Catalog.ReadModel.Search;

/// <summary>The slips of one key: a letter too many, one missing, a wrong one, two neighbours swapped.</summary>
internal static class OneEdit
{
    /// <summary>True when at most one slip lies between the two.</summary>
    public static bool Apart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length < b.Length)
        {
            return Apart(b, a);
        }

        var same = a.CommonPrefixLength(b);
        return (a.Length - b.Length) switch
        {
            0 => same == a.Length
                || a[(same + 1)..].SequenceEqual(b[(same + 1)..])
                || (same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && a[(same + 2)..].SequenceEqual(b[(same + 2)..])),
            1 => a[(same + 1)..].SequenceEqual(b[same..]),
            _ => false,
        };
    }
}
