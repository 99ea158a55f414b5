using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Totals;

/// <summary>What totals are shown by.</summary>
internal enum TotalsBy
{
    Unit,
    Village,
    Month,
    Product,
    Producer,
    Purpose,
    Outlet,
}

/// <summary>Which rows are asked for; what is left out isn't narrowed.</summary>
internal sealed record TotalsFilter(
    [property: IdOf("ou")] IReadOnlyList<Guid>? UnitIds = null, [property: IdOf("vil")] IReadOnlyList<Guid>? VillageIds = null,
    [property: IdOf("prd")] IReadOnlyList<Guid>? ProductIds = null, IReadOnlyList<Month>? Months = null, PurchasePurpose? Purpose = null);

/// <summary>A question to the ledger, already narrowed to the units that the asker may see.</summary>
internal sealed class TotalsQuestion
{
    private TotalsQuestion(int year, IReadOnlyList<TotalsBy> by, IReadOnlyList<Guid> units, TotalsFilter filter)
    {
        Year = year;
        By = by;
        Units = units;
        Filter = filter;
    }

    public int Year { get; }

    public IReadOnlyList<TotalsBy> By { get; }

    public IReadOnlyList<Guid> Units { get; }

    private TotalsFilter Filter { get; }

    /// <summary>True when only a part of a unit's, village's and month's rows is asked for.</summary>
    public bool CutsAcross => Filter.ProductIds is not null || Filter.Purpose is not null;

    /// <param name="year">Calendar year.</param>
    /// <param name="by">May be empty: one row of all.</param>
    /// <param name="filter">What the client asked for.</param>
    /// <param name="visible">The units whose rows the asker may see.</param>
    public static TotalsQuestion Of(int year, IEnumerable<TotalsBy> by, TotalsFilter? filter, IReadOnlyCollection<Guid> visible)
    {
        filter ??= new TotalsFilter();
        return new(year, [.. by.Distinct()], [.. filter.UnitIds is { } asked ? visible.Intersect(asked) : visible], filter);
    }

    /// <summary>The same question one year earlier.</summary>
    public TotalsQuestion YearBefore() =>
        new(Year - 1, By, Units, Filter with { Months = Filter.Months?.Select(m => new Month(m.Number - 100)).ToList() });

    public IQueryable<LedgerTotal> In(IQueryable<LedgerTotal> totals)
    {
        totals = totals.OfYear(Year).Where(t => Units.Contains(t.UnitId));
        return Narrow(Months is { } months ? totals.Where(t => months.Contains(t.MonthNumber)) : totals);
    }

    /// <summary>The rows that ordering states in the year and months asked for: what went forward from a closed month belongs where its document says.</summary>
    public IQueryable<LedgerTotal> AsStated(IQueryable<LedgerTotal> totals)
    {
        var (from, to) = CommitmentQueries.MonthsOf(Year);
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
        var (from, to) = CommitmentQueries.MonthsOf(Year);
        entries = entries.Where(e => e.MonthNumber >= from && e.MonthNumber <= to && Units.Contains(e.UnitId));
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

        return Filter.Purpose is { } purpose ? entries.Where(e => e.Purpose == purpose) : entries;
    }

    public IQueryable<StatedTotal> In(IQueryable<StatedTotal> stated)
    {
        var (from, to) = CommitmentQueries.MonthsOf(Year);
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

        return Filter.Purpose is { } purpose ? totals.Where(t => t.Purpose == purpose) : totals;
    }

    private List<int>? Months => Filter.Months?.Select(m => m.Number).ToList();
}
