using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Queries that several use cases share.</summary>
internal static class Reading
{
    /// <summary>Offers with the price that holds at a moment.</summary>
    public static async Task<IReadOnlyDictionary<Guid, (KnownOffer Offer, UnitPrice? Price)>> OffersAt(
        this OrderingDbContext db, IReadOnlyCollection<Guid> ids, DateTimeOffset at, CancellationToken ct)
    {
        // Two questions: as one, databases number the prices of all offers before they look for these.
        var offers = await db.Offers.AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(ct);
        var prices = (await db.Prices.AsNoTracking().Where(p => ids.Contains(p.OfferId) && p.ValidFrom <= at).ToListAsync(ct)).ToLookup(p => p.OfferId);
        return offers.ToDictionary(o => o.Id, o => (o, prices[o.Id].MaxBy(p => p.ValidFrom)?.Price));
    }

    /// <summary>May this person take in goods of the unit? 代验: also somebody who may do so for the unit above it.</summary>
    /// <returns>Whether, and who stands in for whom when it isn't one's own unit.</returns>
    public static async Task<(bool May, string? OnBehalfOf)> MayAccept(this OrderingDbContext db, Actor actor, Guid unitId, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == unitId, ct);
        var may = actor.Can(Capability.OrderAccept, unitId) || (unit?.ParentId is { } parent && actor.Can(Capability.OrderAccept, parent));
        if (!may || actor.UnitIds.Contains(unitId))
        {
            return (may, null);
        }

        var own = actor.UnitIds.Count == 0 ? null : await db.Units.AsNoTracking().Where(u => u.Id == actor.UnitIds[0]).Select(u => u.Name).SingleOrDefaultAsync(ct);
        return (true, own is null ? unit?.Name : $"{own}代{unit?.Name}");
    }

    /// <summary>The work team that the actor belongs to: acts for villagers (代办). Null for a seller of their own goods.</summary>
    public static async Task<string?> ActsOnBehalfAs(this OrderingDbContext db, Actor actor, CancellationToken ct)
    {
        Guid[] own = [.. actor.UnitIds];
        return await db.Units.AsNoTracking().Where(u => own.Contains(u.Id) && u.Kind == KnownUnit.WorkTeam).Select(u => u.Name).FirstOrDefaultAsync(ct);
    }

    /// <summary>The actor as a person in the papers.</summary>
    public static Person Person(this Actor actor) => new(actor.Id, actor.Name);
}
