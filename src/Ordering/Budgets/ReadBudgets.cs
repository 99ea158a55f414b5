using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Budgets;

/// <summary>A unit's budget from one source, set or not.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">Its name.</param>
/// <param name="Path">Its name with the unit above where several have that name.</param>
/// <param name="Fund">The source.</param>
/// <param name="LimitFen">Null while none is set.</param>
/// <param name="ReservedFen">Held for orders.</param>
/// <param name="SpentFen">Accepted net of returns.</param>
internal sealed record BudgetRow(Guid UnitId, string Unit, string Path, FundingSource Fund, long? LimitFen, long ReservedFen, long SpentFen);

/// <summary>The budgets of one year.</summary>
/// <param name="Year">Which.</param>
/// <param name="Years">Those that there is anything to see of, and the two in which budgets are set.</param>
/// <param name="Rows">By unit and source.</param>
internal sealed record YearOfBudgets(int Year, IReadOnlyList<int> Years, IReadOnlyList<BudgetRow> Rows);

/// <summary>The budgets that one sets.</summary>
internal sealed class ReadBudgets(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    public async Task<YearOfBudgets> Read(int? asked, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        var year = asked is >= 2000 and <= 2100 ? asked.Value : today.Year;
        Guid[] managed = [.. actor.UnitsWhere(Capability.BudgetManage)];
        var all = await db.Units.AsNoTracking().ToListAsync(ct);
        var set = await db.Budgets.AsNoTracking().Where(b => managed.Contains(b.UnitId)).ToListAsync(ct);
        var ofYear = set.Where(b => b.Year == year).ToDictionary(b => (b.UnitId, b.Fund));
        var names = new UnitNames(all, today);
        var rows = all.Where(u => managed.Contains(u.Id) && (u.HoldsOn(today) || ofYear.Keys.Any(k => k.UnitId == u.Id)))
            .OrderBy(u => u.Name, StringComparer.Ordinal)
            .SelectMany(u => Enum.GetValues<FundingSource>().Select(f => ofYear.GetValueOrDefault((u.Id, f)) is { } b
                ? new BudgetRow(u.Id, u.Name, names.PathOf(u), f, b.LimitFen, b.ReservedFen, b.SpentFen)
                : new BudgetRow(u.Id, u.Name, names.PathOf(u), f, null, 0, 0)));
        return new(year, [.. set.Select(b => b.Year).Append(today.Year).Append(today.Year + 1).Distinct().Order()], [.. rows]);
    }
}

/// <summary>Finds units by what people write: a name, or 上级/单位 where several have that name. Ended units aren't found.</summary>
internal sealed class UnitNames(IReadOnlyList<KnownUnit> units, DateOnly today)
{
    public IReadOnlyList<KnownUnit> Find(string written)
    {
        List<KnownUnit> found = [.. units.Where(u => u.HoldsOn(today) && u.Name == written)];
        return found.Count > 0 || written.LastIndexOfAny(['/', '／']) is not (> 0 and var slash) ? found
            : [.. Find(written[..slash].Trim()).SelectMany(above => units.Where(u => u.HoldsOn(today) && u.ParentId == above.Id && u.Name == written[(slash + 1)..].Trim()))];
    }

    public string PathOf(KnownUnit unit) =>
        Find(unit.Name).Count > 1 && units.FirstOrDefault(u => u.Id == unit.ParentId) is { } above ? $"{above.Name}/{unit.Name}" : unit.Name;
}
