namespace Commerce.Ordering.Domain;

/// <summary>A kind of certificate that goods miss, or will miss: the rule of the shelf (docs/catalogue.md), asked of our own copy.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Number">Of its last paper.</param>
/// <param name="From">The first day in China without it.</param>
internal sealed record MissingPaper(string Kind, string Number, DateOnly From)
{
    /// <summary>What goods miss on a day, or begin to miss until another one; one per kind.</summary>
    /// <param name="papers">Of one good.</param>
    /// <param name="today">From this day on.</param>
    /// <param name="until">The last day that is looked at.</param>
    public static IEnumerable<MissingPaper> Of(IEnumerable<KnownCertificate> papers, DateOnly today, DateOnly until) =>
        papers.GroupBy(p => p.Kind).Select(kind => OfKind(kind.Key, [.. kind], today, until)).OfType<MissingPaper>();

    private static MissingPaper? OfKind(string kind, List<KnownCertificate> papers, DateOnly today, DateOnly until)
    {
        // Only the day after a paper's end, and the first day of one that never held, can begin a gap.
        foreach (var day in papers.SelectMany(p => new[] { p.LastDay?.AddDays(1), p.ValidFrom }).OfType<DateOnly>().Where(d => today < d && d <= until).Append(today).Order())
        {
            var begun = papers.Where(p => !(p.ValidFrom > day)).ToList();
            if (begun.Count > 0 && begun.TrueForAll(p => p.LastDay < day))
            {
                var last = begun.MaxBy(p => p.LastDay)!;
                return new(kind, last.Number, last.LastDay!.Value.AddDays(1));
            }
        }

        return null;
    }
}
