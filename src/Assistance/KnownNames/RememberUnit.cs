using Commerce.Assistance.Data;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Inbox;

namespace Commerce.Assistance.KnownNames;

/// <summary>Keeps what a unit is called.</summary>
internal sealed class RememberUnit(AssistanceDbContext db) : IHandle<UnitRecorded>
{
    public async Task<Taken> Handle(UnitRecorded fact, EventContext context, CancellationToken ct)
    {
        await db.Remember([(fact.UnitId, fact.Name)], context.OccurredAt, ct);
        return Taken.Done;
    }
}
