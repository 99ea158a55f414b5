using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Basket;

/// <summary>A unit for which somebody may order.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="SellsOn">Runs outlets, so it may buy to sell on.</param>
/// <param name="Canteens">Where its people eat; a canteen that is shared counts for the unit that is named (计入单位).</param>
internal sealed record BuyingUnit(Guid Id, string Name, IReadOnlyList<BuyingCanteen> Canteens, bool SellsOn = false);

/// <summary>A canteen that a unit orders for.</summary>
internal sealed record BuyingCanteen(Guid Id, string Name, IReadOnlyList<NamedUnit> Serves);

/// <summary>A unit by name.</summary>
internal sealed record NamedUnit(Guid Id, string Name);

/// <summary>What a unit may still spend this year.</summary>
internal sealed record Purse(Money Limit, Money Used)
{
    /// <summary>剩余.</summary>
    public Money Left => Limit - Used;
}

/// <summary>For whom somebody may order, and with what money.</summary>
internal sealed class ReadBuyer(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>The nearest unit first.</summary>
    public async Task<IReadOnlyList<BuyingUnit>> Units(CancellationToken ct)
    {
        Guid[] may = [.. actor.UnitsWhere(Capability.OrderRequest)];
        var today = clock.GetUtcNow().DayInChina();
        var units = await db.Units.AsNoTracking().Where(u => may.Contains(u.Id) && (u.ValidTo == null || u.ValidTo > today)).ToListAsync(ct);
        var canteens = await db.Canteens.AsNoTracking().Where(c => may.Contains(c.UnitId) || c.Served.Any(s => may.Contains(s.UnitId))).ToListAsync(ct);
        Guid[] served = [.. canteens.SelectMany(c => c.Served.Select(s => s.UnitId)).Distinct()];
        var names = await db.Units.AsNoTracking().Where(u => served.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var near = actor.UnitIds.ToList();
        return
        [
            .. units.OrderBy(u => near.IndexOf(u.Id) is var at && at < 0 ? int.MaxValue : at).ThenBy(u => u.Name, StringComparer.Ordinal)
                .Select(u => new BuyingUnit(
                    u.Id,
                    u.Name,
                    [
                        .. canteens.Where(c => c.UnitId == u.Id || c.Served.Exists(s => s.UnitId == u.Id)).OrderBy(c => c.UnitId != u.Id).ThenBy(c => c.Name, StringComparer.Ordinal)
                            .Select(c => new BuyingCanteen(
                                c.Id, c.Name, [.. c.Served.Where(s => names.ContainsKey(s.UnitId)).Select(s => new NamedUnit(s.UnitId, names[s.UnitId])).OrderBy(s => s.Name, StringComparer.Ordinal)])),
                    ],
                    u.Kind == KnownUnit.Company)),
        ];
    }

    /// <summary>This year's budget for a purpose; null when it needs none, or none was set.</summary>
    public async Task<Purse?> Purse(Guid unitId, PurchasePurpose purpose, CancellationToken ct)
    {
        var year = clock.GetUtcNow().DayInChina().Year;
        return Budget.FundOf(purpose) is { } fund && actor.Can(Capability.OrderRead, unitId)
            && await db.Budgets.AsNoTracking().SingleOrDefaultAsync(b => b.UnitId == unitId && b.Year == year && b.Fund == fund, ct) is { } budget
            ? new Purse(Money.FromFen(budget.LimitFen), Money.FromFen(budget.ReservedFen + budget.SpentFen))
            : null;
    }
}
