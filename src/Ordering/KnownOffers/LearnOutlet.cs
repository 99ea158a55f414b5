using Commerce.Contracts.Catalog;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Inbox;

namespace Commerce.Ordering.KnownOffers;

/// <summary>Keeps what points of sale are called, and who runs them.</summary>
internal sealed class LearnOutlet(OrderingDbContext db) : IHandle<OutletRecorded>
{
    public async Task<Taken> Handle(OutletRecorded fact, EventContext context, CancellationToken ct)
    {
        if (await db.Outlets.FindAsync([fact.OutletId], ct) is not { } known)
        {
            known = new KnownOutlet { Id = fact.OutletId };
            db.Outlets.Add(known);
        }

        if (fact.Version > known.Version)
        {
            (known.Version, known.Name, known.OperatorUnitId) = (fact.Version, fact.Name, fact.OperatorUnitId ?? known.OperatorUnitId);
        }

        return Taken.Done;
    }
}
