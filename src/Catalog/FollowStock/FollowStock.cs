using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;

namespace Commerce.Catalog.FollowStock;

/// <summary>Keeps our copy of an offer's stock state. Statements may come twice, late and out of order: the highest is the valid one.</summary>
internal sealed class FollowStock(CatalogDbContext db) : IHandle<StockChanged>
{
    public async Task<Taken> Handle(StockChanged fact, EventContext context, CancellationToken ct)
    {
        // First the revision: its row lock puts the writers of all hosts in line, so that followers miss none.
        var revision = await db.Raise(Revision.OfStock, ct);
        var known = await db.StockStates.FindAsync([fact.OfferId], ct);
        if (known is not null && known.Statement >= fact.Statement)
        {
            return Taken.Done;
        }

        var available = (long)Rounding.HalfAwayFromZero(fact.Available * 1000, 0);
        if (known is null)
        {
            db.StockStates.Add(new OfferStockState
            {
                OfferId = fact.OfferId,
                Statement = fact.Statement,
                State = fact.State,
                AvailableMilli = available,
                Unit = fact.Unit,
                Revision = revision,
            });
            return Taken.Done;
        }

        known.Statement = fact.Statement;
        known.State = fact.State;
        known.AvailableMilli = available;
        known.Unit = fact.Unit;
        known.Revision = revision;
        return Taken.Done;
    }
}
