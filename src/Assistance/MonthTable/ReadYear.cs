using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.MonthTable;

/// <summary>A month of a year's course.</summary>
/// <param name="Month">The month.</param>
/// <param name="Amount">本月.</param>
/// <param name="ToDate">累计: from January on.</param>
/// <param name="YearBefore">去年同期: the same month of last year.</param>
internal sealed record MonthOfYear(Month Month, Money Amount, Money ToDate, Money YearBefore);

/// <summary>A year's course, with the figure of measure 47 so far.</summary>
/// <param name="Months">From January to the month asked for.</param>
/// <param name="FromVillages">措施 47: what affiliated units bought from the two villages for canteens and welfare, in the year up to that month.</param>
internal sealed record YearView(IReadOnlyList<MonthOfYear> Months, Money FromVillages);

/// <summary>How the purchases of the units that the asker may see went through a year.</summary>
internal sealed class ReadYear(AssistanceDbContext db, Actor actor, Demonstration demonstration)
{
    private static readonly string[] DirectlyUnder = ["AFFILIATED_UNIT", "GROUP_COMPANY", "WORK_TEAM"];

    /// <param name="until">The last month shown.</param>
    /// <param name="unitId">One unit; null for all that the asker may see.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<YearView> Read(Month until, Guid? unitId, CancellationToken ct)
    {
        var visible = actor.UnitsWhere(Capability.AssistanceRead);
        var units = unitId is { } one ? visible.Where(u => u == one).ToList() : [.. visible];
        var (first, lastYear) = ((until.Year * 100) + 1, (until.Year - 1) * 100);
        var rules = await db.Rules(ct);
        var sums = await Counted(units)
            .Under([.. rules.Of(CountedFigure.MonthTable, lastYear + 1, lastYear + 12), .. rules.Of(CountedFigure.MonthTable, first, until.Number)])
            .GroupBy(t => t.MonthNumber).Select(g => new { Month = g.Key, Fen = g.Sum(t => t.AmountFen) }).ToDictionaryAsync(g => g.Month, g => Money.FromFen(g.Fen), ct);
        var months = new List<MonthOfYear>();
        var toDate = Money.Zero;
        for (var month = new Month(first); month <= until; month = new(month.Number + 1))
        {
            var amount = sums.GetValueOrDefault(month.Number);
            toDate += amount;
            months.Add(new(month, amount, toDate, sums.GetValueOrDefault(month.Number - 100)));
        }

        // Measure 47: units directly under the department, in the list's year, net of returns; what counts of theirs is the rule's to say.
        var affiliated = Affiliated(await db.KnownUnits.AsNoTracking().ToListAsync(ct)).Where(visible.Contains).ToList();
        var fen = await Counted(affiliated).Under(rules.Of(CountedFigure.Measure47, first, until.Number))
            .SumAsync(t => t.AmountFen, ct);
        return new(months, Money.FromFen(fen));
    }

    /// <summary>厅直 units and whatever stands under them.</summary>
    internal static HashSet<Guid> Affiliated(IReadOnlyCollection<KnownUnit> units)
    {
        var found = units.Where(u => DirectlyUnder.Contains(u.Kind)).Select(u => u.UnitId).ToHashSet();
        for (var before = 0; before < found.Count;)
        {
            before = found.Count;
            found.UnionWith(units.Where(u => u.ParentId is { } parent && found.Contains(parent)).Select(u => u.UnitId));
        }

        return found;
    }

    private IQueryable<LedgerTotal> Counted(List<Guid> units) =>
        db.LedgerTotals.AsNoTracking().ThatCount(demonstration).OfTheYearItself().Where(t => units.Contains(t.UnitId));
}
