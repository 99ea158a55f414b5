using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Inbox;

namespace Commerce.Assistance.KnownNames;

/// <summary>Keeps what a point of sale is called, of what kind it is, and who runs it.</summary>
internal sealed class RememberOutlet(AssistanceDbContext db) : IHandle<OutletRecorded>
{
    public async Task<Taken> Handle(OutletRecorded fact, EventContext context, CancellationToken ct)
    {
        await db.Remember([(fact.OutletId, fact.Name)], context.OccurredAt, ct);
        if (await db.KnownOutlets.FindAsync([fact.OutletId], ct) is not { } outlet)
        {
            outlet = new KnownOutlet { OutletId = fact.OutletId, StatedVersion = 0, Kind = fact.Kind, OperatorUnitId = Guid.Empty, Sample = fact.Sample };
            db.KnownOutlets.Add(outlet);
        }
        else if (outlet.StatedVersion >= fact.Version)
        {
            return Taken.Done;
        }

        (outlet.StatedVersion, outlet.Kind, outlet.Sample) = (fact.Version, fact.Kind, fact.Sample);
        outlet.OperatorUnitId = fact.OperatorUnitId ?? outlet.OperatorUnitId;
        return Taken.Done;
    }
}
