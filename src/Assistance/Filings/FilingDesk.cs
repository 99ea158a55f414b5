using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Filings;

/// <summary>Who deals with whose filings: the unit writes, its superior unit reviews (the office, where only the department stands above it), the office approves.</summary>
internal sealed class FilingDesk
{
    private readonly Dictionary<Guid, Guid?> parents;
    private readonly Actor actor;
    private readonly bool isOffice;
    private readonly bool isSecond;

    private FilingDesk(Dictionary<Guid, Guid?> parents, Actor actor)
    {
        (this.parents, this.actor) = (parents, actor);
        var roots = parents.Where(p => p.Value is null).Select(p => p.Key).ToList();
        Department = roots.FirstOrDefault();
        isOffice = roots.Count > 0 && roots.TrueForAll(u => actor.Can(Capability.AssistanceManage, u));
        isSecond = roots.Count > 0 && roots.TrueForAll(u => actor.Can(Capability.AssistanceCountersign, u));
    }

    public static async Task<FilingDesk> Open(AssistanceDbContext db, Actor actor, CancellationToken ct) =>
        new(await db.KnownUnits.AsNoTracking().ToDictionaryAsync(u => u.UnitId, u => u.ParentId, ct), actor);

    /// <summary>The unit above all others; empty while none is known.</summary>
    public Guid Department { get; }

    public bool Knows(Guid unitId) => parents.ContainsKey(unitId);

    /// <summary>Enters the year's ratio, for all.</summary>
    public bool MaySetRatio => isOffice;

    public bool MayWrite(Guid unitId) => actor.Can(Capability.AssistanceFile, unitId);

    /// <summary>The superior unit; null when the office reviews.</summary>
    public Guid? SuperiorOf(Guid unitId) =>
        parents.GetValueOrDefault(unitId) is { } above && parents.GetValueOrDefault(above) is not null ? above : null;

    /// <summary>Agrees to it, or sends it back, in the state it is in.</summary>
    public bool MayDecide(ShareFiling filing) => filing.Latest?.State switch
    {
        FilingState.Submitted => SuperiorOf(filing.UnitId) is { } above ? actor.Can(Capability.AssistanceConfirm, above) : isOffice,
        FilingState.Reviewed => isOffice || isSecond,
        _ => false,
    };
}
