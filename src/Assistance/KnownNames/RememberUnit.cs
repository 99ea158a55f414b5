using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.KnownNames;

/// <summary>Keeps what a unit is called, of what kind it is, and where it belongs.</summary>
internal sealed class RememberUnit(AssistanceDbContext db) : IHandle<UnitRecorded>
{
    public async Task<Taken> Handle(UnitRecorded fact, EventContext context, CancellationToken ct)
    {
        await db.Remember([(fact.UnitId, fact.Name)], context.OccurredAt, ct);
        if (await db.KnownUnits.SingleOrDefaultAsync(u => u.UnitId == fact.UnitId, ct) is not { } unit)
        {
            db.KnownUnits.Add(new KnownUnit { UnitId = fact.UnitId, StatedVersion = fact.Version, Kind = fact.Kind, ParentId = fact.ParentId, ValidTo = fact.ValidTo });
        }
        else if (unit.StatedVersion < fact.Version)
        {
            unit.StatedVersion = fact.Version;
            unit.Kind = fact.Kind;
            unit.ParentId = fact.ParentId;
            unit.ValidTo = fact.ValidTo;
        }

        return Taken.Done;
    }
}
