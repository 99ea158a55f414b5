using Commerce.SharedKernel;

namespace Commerce.Assistance.Flags;

/// <summary>An order as far as splitting is concerned.</summary>
internal sealed record OrderedSum(Guid OrderId, DateOnly On, long Fen);

/// <summary>The formulas, with nothing around them. docs/flags.md explains each by an example, and these examples are tests.</summary>
internal static class FlagRules
{
    /// <summary>拆单: groups of at least two orders of the same unit from the same producer, each below the limit, whose first and last are no more than
    /// so many days apart, and which together reach the limit. An order stands in one group at most.</summary>
    public static IReadOnlyList<IReadOnlyList<OrderedSum>> Splits(IEnumerable<OrderedSum> orders, int withinDays, Money limit)
    {
        var small = orders.Where(o => o.Fen > 0 && o.Fen < limit.Fen).OrderBy(o => o.On).ThenBy(o => o.OrderId).ToList();
        List<IReadOnlyList<OrderedSum>> groups = [];
        for (var first = 0; first < small.Count;)
        {
            var group = small.Skip(first).TakeWhile(o => o.On.DayNumber - small[first].On.DayNumber <= withinDays).ToList();
            var found = group.Count > 1 && group.Sum(o => o.Fen) >= limit.Fen;
            if (found)
            {
                groups.Add(group);
            }

            first += found ? group.Count : 1;
        }

        return groups;
    }

    /// <summary>月后退货, 月后取消: the part that went back in the first days of the next month, when it reaches the share; null otherwise.</summary>
    public static decimal? ShareGoneBack(long fen, long backFen, decimal share) =>
        fen > 0 && backFen > 0 && (decimal)backFen / fen is var part && part >= share ? part : null;

    /// <summary>The middle of the reference prices; of an even number the mean of the two in the middle.</summary>
    public static decimal Median(IReadOnlyCollection<decimal> prices)
    {
        var sorted = prices.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>价格偏高: the reference price when there are enough of them and this one lies further above it than the margin; null otherwise.</summary>
    public static decimal? ReferenceExceeded(decimal price, IReadOnlyCollection<decimal> others, int atLeast, decimal margin) =>
        others.Count >= atLeast && Median(others) is var reference && price > reference * (1 + margin) ? reference : null;
}
