using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>The approval policies and procurement limits of all units: few rows, read together. A unit without its own follows the nearest one above it.</summary>
internal sealed class Rulebook(
    IReadOnlyDictionary<Guid, Guid?> parents, IReadOnlyDictionary<Guid, ApprovalPolicy> policies, ILookup<(Guid Unit, PurchasePurpose Purpose), ProcurementLimit> limits)
{
    // Deeper than any tree of offices; ends the climb should two units name each other as their parent.
    private const int Deepest = 20;

    /// <summary>As it stands now.</summary>
    public static async Task<Rulebook> Read(OrderingDbContext db, CancellationToken ct)
    {
        var parents = await db.Units.AsNoTracking().Select(u => new { u.Id, u.ParentId }).ToDictionaryAsync(u => u.Id, u => u.ParentId, ct);
        var policies = await db.Policies.AsNoTracking().Include(p => p.Rules.OrderBy(r => r.Position))
            .Where(p => !db.Policies.Any(newer => newer.UnitId == p.UnitId && newer.Number > p.Number)).ToDictionaryAsync(p => p.UnitId, ct);
        var limits = await db.ProcurementLimits.AsNoTracking().ToListAsync(ct);
        return new(parents, policies, limits.ToLookup(l => (l.UnitId, l.Purpose)));
    }

    /// <summary>The policy that holds for a unit.</summary>
    public ApprovalPolicy PolicyOf(Guid unit) =>
        Upwards(unit).Select(u => policies.GetValueOrDefault(u)).FirstOrDefault(p => p is not null) ?? ApprovalPolicy.Usual;

    /// <summary>政府采购限额 for a unit and category on a China day; null when none is set.</summary>
    public long? LimitOf(Guid unit, PurchasePurpose purpose, DateOnly day) =>
        Upwards(unit).Select(u => limits[(u, purpose)].Where(l => l.ValidFrom <= day).MaxBy(l => l.ValidFrom)).FirstOrDefault(l => l is not null)?.LimitFen;

    private IEnumerable<Guid> Upwards(Guid unit)
    {
        for (var (at, climbed) = ((Guid?)unit, 0); at is { } here && climbed < Deepest; at = parents.GetValueOrDefault(here), climbed++)
        {
            yield return here;
        }
    }
}
