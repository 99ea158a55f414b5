namespace Commerce.Catalog.Domain;

/// <summary>Days on which goods are off the shelf (下架), because a kind of certificate that they have had is held by none of its papers. docs/catalogue.md says the rule; Ordering asks the same of its own copy.</summary>
/// <param name="From">First day in China.</param>
/// <param name="To">Last day; null until a renewed paper is on record.</param>
/// <param name="Kind">Which kind of certificate is missing.</param>
/// <param name="Number">Of the last paper of that kind.</param>
/// <param name="Held">The last day on which it held; null when it never did.</param>
internal sealed record ShelfGap(DateOnly From, DateOnly? To, string Kind, string Number, DateOnly? Held)
{
    /// <summary>All gaps of some goods, in the order of their first days. A recognition is no paper that goods need.</summary>
    public static IReadOnlyList<ShelfGap> Of(IEnumerable<Certificate> papers) =>
        [.. papers.Where(p => !p.IsRecognition).GroupBy(p => p.Kind).SelectMany(OfKind).OrderBy(g => g.From).ThenBy(g => g.Kind, StringComparer.Ordinal)];

    /// <summary>Days on which goods are ordinary ones though they were recognised before: counted alike, but they stay on the shelf.</summary>
    public static IReadOnlyList<ShelfGap> OfRecognition(IEnumerable<Certificate> papers) => [.. papers.Where(p => p.IsRecognition).GroupBy(p => p.Kind).SelectMany(OfKind)];

    /// <summary>Does it lie on that day?</summary>
    public bool On(DateOnly day) => From <= day && !(To < day);

    /// <summary>Why, for people.</summary>
    public string Reason(bool chinese) => (Held, chinese) switch
    {
        ({ } day, true) => $"{Kind}（{Number}）只到 {day:yyyy-MM-dd} 有效",
        ({ } day, false) => $"the certificate {Kind} ({Number}) held until {day:yyyy-MM-dd}",
        (null, true) => $"{Kind}（{Number}）已撤销，没有有效过",
        (null, false) => $"the certificate {Kind} ({Number}) was withdrawn and never held",
    };

    private static IEnumerable<ShelfGap> OfKind(IGrouping<string, Certificate> kind)
    {
        var papers = kind.OrderBy(p => p.ValidFrom ?? DateOnly.MinValue).ThenBy(p => p.Number, StringComparer.Ordinal).ToList();

        // What has been held so far, up to a day; before its first paper a kind isn't missed.
        var (next, number, held) = (papers[0].ValidFrom ?? DateOnly.MinValue, papers[0].Number, default(DateOnly?));
        foreach (var paper in papers)
        {
            var (begins, ends) = (paper.ValidFrom ?? DateOnly.MinValue, paper.LastDay ?? DateOnly.MaxValue);
            if (ends < begins)
            {
                continue;
            }

            if (next < begins)
            {
                yield return new(next, begins.AddDays(-1), kind.Key, number, held);
            }

            if (ends == DateOnly.MaxValue)
            {
                yield break;
            }

            if (ends >= next)
            {
                (next, number, held) = (ends.AddDays(1), paper.Number, ends);
            }
        }

        yield return new(next, null, kind.Key, number, held);
    }
}
