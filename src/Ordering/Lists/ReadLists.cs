using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Lists;

/// <summary>Reads the lists of units for which somebody may order.</summary>
internal sealed class ReadLists(OrderingDbContext db, Actor actor)
{
    /// <summary>All of them, or those of one unit, by name.</summary>
    public Task<List<PurchaseList>> Of(Guid? unitId, CancellationToken ct) =>
        Mine().Where(l => unitId == null || l.UnitId == unitId).OrderBy(l => l.UnitId).ThenBy(l => l.Name).ThenBy(l => l.Id).ToListAsync(ct);

    /// <summary>Some of them by their ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, PurchaseList>> ById(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Mine().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);

    private IQueryable<PurchaseList> Mine()
    {
        Guid[] units = [.. actor.UnitsWhere(Capability.OrderRequest)];
        return db.PurchaseLists.AsNoTracking().Include(l => l.Lines.OrderBy(x => x.Position)).Where(l => units.Contains(l.UnitId));
    }
}
