using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Totals;

/// <summary>A question to the ledger, already narrowed to the units that the asker may see.</summary>
internal sealed class TotalsQuestion
{
    private TotalsQuestion(int since, int year, IReadOnlyList<TotalsBy> by, IReadOnlyList<Guid> units, TotalsFilter filter)
    {
        Since = since;
        Year = year;
        By = by;
        Units = units;
        Filter = filter;
    }

    /// <summary>The first year; the same as the last unless several are asked for.</summary>
    public int Since { get; }

    public int Year { get; }

    public IReadOnlyList<TotalsBy> By { get; }

    public IReadOnlyList<Guid> Units { get; }

    /// <summary>As the ledger knew it at the end of this China day; null for as it knows it now.</summary>
    public DateOnly? KnownOn { get; private init; }

    private TotalsFilter Filter { get; }

    private RuleBook? Rules { get; init; }

    /// <summary>Help-sell (帮销) is no purchase: it is answered when its channel is asked for, or when channels stand apart.</summary>
    public bool WithHelpSell => Filter.Channel == Channel.HelpSell || (By.Contains(TotalsBy.Channel) && !Filter.AsInMonthTable);

    /// <summary>Help-sell alone: what the rows come to is no sum of purchases.</summary>
    public bool HelpSellAlone => Filter.Channel == Channel.HelpSell;

    /// <summary>Whether a row goes into the sum: help-sell is never added to purchases.</summary>
    public bool Adds(RowSums row) => HelpSellAlone || row.Key.Channel != Channel.HelpSell;

    /// <summary>True when only a part of a unit's, village's and month's rows is asked for.</summary>
    public bool CutsAcross => Filter.ProductIds is not null || Filter.Purpose is not null || Filter.Origin is not null || Filter.Adjusts is not null || Filter.AsInMonthTable || Filter.Channel is not null || Filter.Outlet is not null;

    /// <param name="year">Calendar year.</param>
    /// <param name="by">May be empty: one row of all.</param>
    /// <param name="filter">What the client asked for.</param>
    /// <param name="visible">The units whose rows the asker may see.</param>
    /// <param name="knownOn">As the ledger knew it at the end of this China day.</param>
    /// <param name="since">The first year, when it isn't this one alone.</param>
    public static TotalsQuestion Of(int year, IEnumerable<TotalsBy> by, TotalsFilter? filter, IReadOnlyCollection<Guid> visible, DateOnly? knownOn = null, int? since = null)
    {
        filter ??= new TotalsFilter();
        return new(since ?? year, year, [.. by.Distinct()], [.. filter.UnitIds is { } asked ? visible.Intersect(asked) : visible], filter) { KnownOn = knownOn };
    }

    /// <summary>The same question one year earlier.</summary>
    public TotalsQuestion YearBefore() =>
        new(Since - 1, Year - 1, By, Units, Filter with { Months = Filter.Months?.Select(m => new Month(m.Number - 100)).ToList() }) { KnownOn = KnownOn, Rules = Rules };

    /// <summary>With the rules that the month's table needs; as they were known on the question's day.</summary>
    public TotalsQuestion With(RuleBook rules) => new(Since, Year, By, Units, Filter) { KnownOn = KnownOn, Rules = rules.AsKnownOn(KnownOn) };

    // A page that shows the month's table without its rule would show another table.
    private IReadOnlyList<RulePeriod> MonthTable =>
        (Rules ?? throw new InvalidOperationException("The month's table is asked for without its rule.")).Of(CountedFigure.MonthTable, Span.From, Span.To);

    public IQueryable<LedgerTotal> In(IQueryable<LedgerTotal> totals)
    {
        var (from, to) = Span;
        totals = totals.Where(t => t.MonthNumber >= from && t.MonthNumber <= to && Units.Contains(t.UnitId));
        return Narrow(Months is { } months ? totals.Where(t => months.Contains(t.MonthNumber)) : totals);
    }

    /// <summary>The rows that ordering states in the year and months asked for: what went forward from a closed month belongs where its document says.</summary>
    public IQueryable<LedgerTotal> AsStated(IQueryable<LedgerTotal> totals)
    {
        var (from, to) = Span;
        totals = totals.Where(t => Units.Contains(t.UnitId)
            && (t.ForwardFromNumber == 0 ? t.MonthNumber : t.ForwardFromNumber) >= from && (t.ForwardFromNumber == 0 ? t.MonthNumber : t.ForwardFromNumber) <= to);
        if (Months is { } months)
        {
            totals = totals.Where(t => months.Contains(t.ForwardFromNumber == 0 ? t.MonthNumber : t.ForwardFromNumber));
        }

        return Narrow(totals);
    }

    public IQueryable<LedgerEntry> In(IQueryable<LedgerEntry> entries)
    {
        var (from, to) = Span;
        entries = entries.Where(e => e.MonthNumber >= from && e.MonthNumber <= to && Units.Contains(e.UnitId));
        if (KnownOn is { } day)
        {
            var after = day.AddDays(1).StartInChina();
            entries = entries.Where(e => e.RecordedAt < after);
        }

        if (Filter.VillageIds is { } villages)
        {
            entries = entries.Where(e => villages.Contains(e.VillageId));
        }

        if (Filter.ProductIds is { } products)
        {
            entries = entries.Where(e => products.Contains(e.ProductId));
        }

        if (Months is { } months)
        {
            entries = entries.Where(e => months.Contains(e.MonthNumber));
        }

        if (Filter.Purpose is { } purpose)
        {
            entries = entries.Where(e => e.Purpose == purpose);
        }

        if (Filter.Origin is { } origin)
        {
            entries = origin switch
            {
                GoodsOrigin.Villages => entries.Where(e => e.VillageId != Guid.Empty),
                GoodsOrigin.OtherCounties => entries.Where(e => e.VillageId == Guid.Empty && e.Designated && e.Channel != Channel.Platform832),
                GoodsOrigin.Platform832 => entries.Where(e => e.VillageId == Guid.Empty && e.Channel == Channel.Platform832),
            };
        }

        if (Filter.Adjusts is { } adjusts)
        {
            entries = entries.Where(e => e.AdjustsMonthNumber == adjusts.Number);
        }

        if (Filter.Channel is { } channel)
        {
            entries = entries.Where(e => e.Channel == channel);
        }

        if (!WithHelpSell)
        {
            entries = entries.Where(e => e.Channel != Channel.HelpSell);
        }

        if (Filter.Outlet is { } outlet)
        {
            entries = entries.Where(e => e.OutletId == outlet);
        }

        if (Filter.AsInMonthTable)
        {
            entries = entries.Under(MonthTable);
        }

        return HidesOtherYears ? entries.Where(e => e.AdjustsMonthNumber == 0 || e.AdjustsMonthNumber / 100 == e.MonthNumber / 100) : entries;
    }

    /// <summary>True when what was ordered and paid can be narrowed alike: neither knows counties, nor months that are put right.</summary>
    public bool HasFlows => Filter.Origin is null or GoodsOrigin.Villages && Filter.Adjusts is null;

    public IQueryable<Flow> In(IQueryable<Flow> flows)
    {
        var (from, to) = Span;
        flows = flows.Where(f => f.MonthNumber >= from && f.MonthNumber <= to && Units.Contains(f.UnitId));
        if (KnownOn is { } day)
        {
            var after = day.AddDays(1).StartInChina();
            flows = flows.Where(f => f.RecordedAt < after);
        }

        if (Filter.VillageIds is { } villages)
        {
            flows = flows.Where(f => villages.Contains(f.VillageId));
        }

        if (Filter.ProductIds is { } products)
        {
            flows = flows.Where(f => products.Contains(f.ProductId));
        }

        if (Months is { } months)
        {
            flows = flows.Where(f => months.Contains(f.MonthNumber));
        }

        if (Filter.Purpose is { } purpose)
        {
            flows = flows.Where(f => f.Purpose == purpose);
        }

        if (Filter.Channel is { } channel)
        {
            flows = flows.Where(f => f.Channel == channel);
        }

        if (Filter.Outlet is { } outlet)
        {
            flows = flows.Where(f => f.OutletId == outlet);
        }

        if (Filter.Origin == GoodsOrigin.Villages)
        {
            flows = flows.Where(f => f.VillageId != Guid.Empty);
        }

        return Filter.AsInMonthTable ? flows.Under(MonthTable) : flows;
    }

    public IQueryable<StatedTotal> In(IQueryable<StatedTotal> stated)
    {
        var (from, to) = Span;
        stated = stated.Where(s => s.MonthNumber >= from && s.MonthNumber <= to && Units.Contains(s.UnitId));
        if (Filter.VillageIds is { } villages)
        {
            stated = stated.Where(s => villages.Contains(s.VillageId));
        }

        return Months is { } months ? stated.Where(s => months.Contains(s.MonthNumber)) : stated;
    }

    private IQueryable<LedgerTotal> Narrow(IQueryable<LedgerTotal> totals)
    {
        if (Filter.VillageIds is { } villages)
        {
            totals = totals.Where(t => villages.Contains(t.VillageId));
        }

        if (Filter.ProductIds is { } products)
        {
            totals = totals.Where(t => products.Contains(t.ProductId));
        }

        if (Filter.Purpose is { } purpose)
        {
            totals = totals.Where(t => t.Purpose == purpose);
        }

        if (Filter.Origin is { } origin)
        {
            totals = origin switch
            {
                GoodsOrigin.Villages => totals.Where(t => t.VillageId != Guid.Empty),
                GoodsOrigin.OtherCounties => totals.Where(t => t.VillageId == Guid.Empty && t.Designated && t.Channel != Channel.Platform832),
                GoodsOrigin.Platform832 => totals.Where(t => t.VillageId == Guid.Empty && t.Channel == Channel.Platform832),
            };
        }

        if (Filter.Adjusts is { } adjusts)
        {
            totals = totals.Where(t => t.AdjustsMonthNumber == adjusts.Number);
        }

        if (Filter.Channel is { } channel)
        {
            totals = totals.Where(t => t.Channel == channel);
        }

        if (!WithHelpSell)
        {
            totals = totals.Where(t => t.Channel != Channel.HelpSell);
        }

        if (Filter.Outlet is { } outlet)
        {
            totals = totals.Where(t => t.OutletId == outlet);
        }

        if (Filter.AsInMonthTable)
        {
            totals = totals.Under(MonthTable);
        }

        return HidesOtherYears ? totals.OfTheYearItself() : totals;
    }

    private bool HidesOtherYears => Filter is { AsInMonthTable: true, Adjusts: null };

    private (int From, int To) Span => (CommitmentQueries.MonthsOf(Since).From, CommitmentQueries.MonthsOf(Year).To);

    private List<int>? Months => Filter.Months?.Select(m => m.Number).ToList();
}
