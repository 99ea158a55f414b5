using Commerce.Contracts.Catalog;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Outlets;

/// <summary>Keeps where goods of villages are on sale and who speaks for them: what stands beside measure 47. An older statement changes nothing.</summary>
internal sealed class LearnVillageOffer(TaskListDbContext db) : IHandle<OfferPublished>
{
    public async Task<Taken> Handle(OfferPublished fact, EventContext context, CancellationToken ct)
    {
        var known = await db.VillageOffers.FirstOrDefaultAsync(o => o.OfferId == fact.OfferId, ct);
        if (known?.Version >= fact.Version || (known is null && fact.VillageName is null))
        {
            return Taken.Done;
        }

        var from = fact.ValidFrom.DayInChina();
        if (known is null)
        {
            db.VillageOffers.Add(known = new()
            {
                OfferId = fact.OfferId,
                Version = fact.Version,
                OutletId = fact.OutletId,
                ProductId = fact.ProductId,
                VillageName = "",
                From = from,
                Sample = fact.Sample,
            });
        }

        (known.Version, known.OutletId, known.ProductId) = (fact.Version, fact.OutletId, fact.ProductId);
        (known.VillageName, known.EndorsedBy, known.Sample) = (fact.VillageName ?? "", fact.EndorsedBy, fact.Sample);

        // An offer that ends at midnight was last on sale the day before.
        (known.From, known.To) = (from, fact.ValidTo?.AddTicks(-1).DayInChina());
        return Taken.Done;
    }
}
