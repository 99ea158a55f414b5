using Commerce.Contracts.Catalog;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Inbox;

namespace Commerce.Ordering.KnownOffers;

/// <summary>Keeps the batches on record, to be chosen when goods are sent; a recall among them.</summary>
internal sealed class LearnBatch(OrderingDbContext db) : IHandle<BatchRecorded>
{
    public async Task<Taken> Handle(BatchRecorded fact, EventContext context, CancellationToken ct)
    {
        if (await db.Batches.FindAsync([fact.BatchId], ct) is not { } known)
        {
            known = new KnownBatch { Id = fact.BatchId, ProductId = fact.ProductId, Code = fact.Code };
            db.Batches.Add(known);
        }

        if (fact.Version > known.Version)
        {
            (known.Version, known.SupplyUnitId, known.Number) = (fact.Version, fact.SupplyUnitId, fact.Number);
            (known.MadeOn, known.ExpiresOn) = (fact.ProducedOn ?? fact.HarvestedOn, fact.ExpiresOn);
            (known.WithdrawnOn, known.WithdrawnBecause) = (fact.WithdrawnOn, fact.WithdrawnBecause);
        }

        return Taken.Done;
    }
}
