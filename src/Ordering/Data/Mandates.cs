using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>For whom somebody may buy, beyond their role.</summary>
internal static class Mandates
{
    /// <summary>A contractor buys for the canteen of a unit that named them, while it does; an employee for the own unit; goods to be sold on are a company's.</summary>
    /// <returns>The contractor's name; null for the unit's own people.</returns>
    public static async Task<Result<string?>> MayBuy(
        this OrderingDbContext db, Guid person, Guid? homeUnit, Guid unitId, Guid countsFor, PurchasePurpose purpose, DateOnly today, CancellationToken ct)
    {
        // From the day a unit ends nothing more is ordered for it, drafts and windows included, though the successor may finish its papers.
        if (await db.Units.AsNoTracking().Where(u => (u.Id == unitId || u.Id == countsFor) && u.ValidTo != null && u.ValidTo <= today).FirstOrDefaultAsync(ct) is { } ended)
        {
            return OrderingErrors.UnitEnded(ended.Name, ended.ValidTo!.Value);
        }

        if (purpose == PurchasePurpose.Personal && ((homeUnit is { } home && home != unitId) || countsFor != unitId))
        {
            return OrderingErrors.PersonalIsForOwnUnit;
        }

        if (purpose == PurchasePurpose.OutletTrade
            && (countsFor != unitId || !await db.Units.AnyAsync(u => u.Id == unitId && u.Kind == KnownUnit.Company, ct)))
        {
            return OrderingErrors.TradeIsACompanys;
        }

        var mandates = await db.Delegations.AsNoTracking().Where(d => d.PersonId == person && d.Role == null).ToListAsync(ct);
        return mandates.Count == 0 ? (string?)null
            : mandates.Find(d => d.UnitId == unitId && d.HoldsOn(today)) is not { } mandate ? OrderingErrors.NoMandate
            : purpose != PurchasePurpose.Canteen ? OrderingErrors.ContractorBuysForTheCanteen
            : mandate.ForName;
    }
}
