using Commerce.Contracts.Catalog;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Outlets;

/// <summary>Keeps which kinds own stores sell, and whether each was in the baseline: what measure 44 is reckoned from.</summary>
internal sealed class LearnKind(TaskListDbContext db) : IHandle<SpeciesOffered>
{
    public async Task<Taken> Handle(SpeciesOffered fact, EventContext context, CancellationToken ct)
    {
        var known = await db.ShelvedKinds.FirstOrDefaultAsync(k => k.OfferId == fact.OfferId, ct);
        if (known?.Statement >= fact.Statement)
        {
            return Taken.Done;
        }

        var from = fact.ValidFrom.DayInChina();

        // An offer that ends at midnight was last on sale the day before.
        var to = fact.ValidTo?.AddTicks(-1).DayInChina();
        if (known is null)
        {
            db.ShelvedKinds.Add(known = new()
            {
                OfferId = fact.OfferId,
                Statement = fact.Statement,
                OutletId = fact.OutletId,
                SpeciesId = fact.SpeciesId,
                SpeciesName = fact.SpeciesName,
                ProductName = fact.ProductName,
                From = from,
                Sample = fact.Sample,
            });
        }

        (known.Statement, known.OutletId, known.SpeciesId, known.SpeciesName) = (fact.Statement, fact.OutletId, fact.SpeciesId, fact.SpeciesName);
        (known.BaselineFrom, known.BaselineTo, known.ProductName) = (fact.BaselineFrom, fact.BaselineTo, fact.ProductName);
        (known.From, known.To, known.Sample) = (from, to, fact.Sample);
        return Taken.Done;
    }
}
