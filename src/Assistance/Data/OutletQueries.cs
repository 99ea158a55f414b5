using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>Questions about points of sale that several slices ask.</summary>
internal static class OutletQueries
{
    private static readonly string[] Shops = ["SPECIALTY_COUNTER", "OWN_STORE"];

    /// <summary>Counters and own stores: they sell to travellers from shelves.</summary>
    public static IQueryable<KnownOutlet> Shop(this IQueryable<KnownOutlet> outlets) => outlets.Where(o => Shops.Contains(o.Kind));

    /// <summary>Those among these offers by which a counter or store sells on what it first bought from the village (转售): whoever runs it supplies the goods. Goods of another unit stand there on behalf of the village.</summary>
    public static async Task<IReadOnlySet<Guid>> Resold(this AssistanceDbContext db, IEnumerable<(Guid Offer, Guid Outlet)> offers, CancellationToken ct)
    {
        var asked = offers.Distinct().ToList();
        var (ids, outlets) = (asked.ConvertAll(o => o.Offer), asked.ConvertAll(o => o.Outlet));
        var runBy = await db.KnownOutlets.AsNoTracking().Shop().Where(o => outlets.Contains(o.OutletId) && o.OperatorUnitId != Guid.Empty).ToDictionaryAsync(o => o.OutletId, o => o.OperatorUnitId, ct);
        var suppliedBy = runBy.Count == 0 ? [] : await db.KnownOffers.AsNoTracking().Where(o => ids.Contains(o.OfferId)).ToDictionaryAsync(o => o.OfferId, o => o.SupplyUnitId, ct);
        return asked.Where(o => runBy.TryGetValue(o.Outlet, out var runs) && suppliedBy.GetValueOrDefault(o.Offer) == runs).Select(o => o.Offer).ToHashSet();
    }
}
