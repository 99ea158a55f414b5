using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Stations;

/// <summary>Reads the delivery stations: everybody who reads orders may know how goods come.</summary>
internal sealed class ReadStations(OrderingDbContext db, Actor actor)
{
    /// <summary>From the village to the county, the open ones first.</summary>
    public async Task<IReadOnlyList<DeliveryStation>> All(CancellationToken ct) => actor.Can(Capability.OrderRead)
        ? [.. (await db.Stations.AsNoTracking().ToListAsync(ct)).OrderBy(s => s.Closed).ThenBy(s => s.Tier).ThenBy(s => s.Days).ThenBy(s => s.Name, StringComparer.Ordinal)]
        : [];

    /// <summary>The units whose list the reader keeps.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Kept(CancellationToken ct)
    {
        Guid[] supply = [.. actor.UnitsWhere(Capability.OrderSupply)];
        return [.. (await db.Units.AsNoTracking().Where(u => supply.Contains(u.Id)).OrderBy(u => u.Name).Select(u => new { u.Id, u.Name }).ToListAsync(ct)).Select(u => (u.Id, u.Name))];
    }
}
