using Commerce.Assistance.Totals;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Reports;

/// <summary>A line of a report.</summary>
/// <param name="Key">What it is of.</param>
/// <param name="Period">What its figure covers.</param>
/// <param name="Sums">本期: amount, quantity and rows of the period.</param>
/// <param name="ToDate">累计: from the year's beginning to the period's end.</param>
/// <param name="YearBefore">同期: the same a year earlier.</param>
/// <param name="Before">上期: the period just before.</param>
internal sealed record ReportLine(RowKey Key, Period Period, RowSums Sums, Money ToDate, Money YearBefore, Money Before)
{
    /// <summary>What it is called, one word per asked dimension.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>订货: agreed in the period, less what was given up in it.</summary>
    public Money Ordered { get; init; }

    /// <summary>付款: transferred in the period.</summary>
    public Money Paid { get; init; }

    /// <summary>排名 by the period's amount; equal amounts share a place.</summary>
    public int Rank { get; init; }

    /// <summary>The unit's guide figure of the year; null without one (不适用), or when the line isn't a whole unit's.</summary>
    public Money? Guide { get; init; }

    /// <summary>What counted towards the guide figure by the period's end.</summary>
    public Money Achieved { get; init; }

    /// <summary>完成率, to four places.</summary>
    public decimal? Rate => Domain.CommitmentProgress.Rate(Guide, Achieved);

    /// <summary>Place among those with a rate; null outside.</summary>
    public int? RankByRate { get; init; }

    /// <summary>同比, to four places; null when there was nothing to compare with.</summary>
    public decimal? OverYear => Growth(Sums.Amount, YearBefore);

    /// <summary>环比, to four places.</summary>
    public decimal? OverPeriod => Growth(Sums.Amount, Before);

    /// <summary>(now − then) over then; null when then isn't above zero, since a share of nothing says nothing.</summary>
    public static decimal? Growth(Money now, Money then) => then > Money.Zero ? Rounding.HalfAwayFromZero((now.Amount - then.Amount) / then.Amount, 4) : null;

    /// <summary>Places by a figure, the largest first: 1, 2, 2, 4.</summary>
    public static IReadOnlyList<int> Places(IReadOnlyList<decimal> figures) => [.. figures.Select(f => figures.Count(o => o > f) + 1)];
}
