using Commerce.Assistance.Totals;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Reports;

/// <summary>What a figure of a report covers: a month, a quarter, a year or several years.</summary>
/// <param name="From">Its first month.</param>
/// <param name="To">Its last month.</param>
internal readonly record struct Period(Month From, Month To)
{
    public static Period Of(Month month) => new(month, month);

    /// <param name="quarter">20263: the third one of 2026.</param>
    public static Period OfQuarter(int quarter) => new(Month.Of(quarter / 10, (((quarter % 10) - 1) * 3) + 1), Month.Of(quarter / 10, quarter % 10 * 3));

    public static Period OfYears(int first, int last) => new(Month.Of(first, 1), Month.Of(last, 12));

    /// <summary>The period of a row that is shown by a time of its own; else the whole.</summary>
    public Period Of(RowKey key, IReadOnlyCollection<TotalsBy> by) =>
        by.Contains(TotalsBy.Month) ? Of(new Month(key.Month))
        : by.Contains(TotalsBy.Quarter) ? OfQuarter(key.Quarter)
        : by.Contains(TotalsBy.Year) ? Clipped(OfYears(key.Year, key.Year))
        : this;

    /// <summary>同期: the same a year earlier.</summary>
    public Period YearBefore() => new(Shift(From, -12), Shift(To, -12));

    /// <summary>上期: the one of the same length just before.</summary>
    public Period Before() => new(Shift(From, -Length), Shift(To, -Length));

    /// <summary>From the year's beginning to the period's end.</summary>
    public Period ToDate() => new(Month.Of(To.Year, 1), To);

    public bool Holds(Month month) => month >= From && month <= To;

    /// <summary>What a column over it is called: 本月, 本季, 本年, 本期.</summary>
    public string Name(bool chinese) => Length switch
    {
        1 => chinese ? "本月" : "Month",
        3 => chinese ? "本季" : "Quarter",
        12 => chinese ? "本年" : "Year",
        _ => chinese ? "本期" : "Period",
    };

    /// <summary>The period in words: 2026年6月, 2026年第二季度, 2025—2026年.</summary>
    public string Said(bool chinese) => Length switch
    {
        1 => chinese ? $"{From.Year}年{From.OfYear}月" : From.ToString(),
        3 => Ledger.LedgerWords.Quarter((From.Year * 10) + (To.OfYear / 3), chinese),
        12 => chinese ? $"{From.Year}年" : $"{From.Year}",
        _ => chinese ? $"{From.Year}—{To.Year}年" : $"{From.Year}–{To.Year}",
    };

    private int Length => ((To.Year - From.Year) * 12) + To.OfYear - From.OfYear + 1;

    private Period Clipped(Period inner) => new(inner.From < From ? From : inner.From, inner.To > To ? To : inner.To);

    private static Month Shift(Month month, int by)
    {
        var months = (month.Year * 12) + month.OfYear - 1 + by;
        return Month.Of(months / 12, (months % 12) + 1);
    }
}
