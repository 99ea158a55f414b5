using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>Questions about points of sale that several slices ask.</summary>
internal static class OutletQueries
{
    private static readonly string[] Shops = ["SPECIALTY_COUNTER", "OWN_STORE"];

    /// <summary>Counters and own stores: they sell to travellers from shelves.</summary>
    public static IQueryable<KnownOutlet> Shop(this IQueryable<KnownOutlet> outlets) => outlets.Where(o => Shops.Contains(o.Kind));

    /// <summary>Those among these outlets that sell on what they first bought from the village (转售).</summary>
    public static async Task<IReadOnlySet<Guid>> ResoldBy(this AssistanceDbContext db, IEnumerable<Guid> outlets, CancellationToken ct)
    {
        var ids = outlets.Distinct().ToList();
        return (await db.KnownOutlets.AsNoTracking().Shop().Where(o => ids.Contains(o.OutletId)).Select(o => o.OutletId).ToListAsync(ct)).ToHashSet();
    }
}
