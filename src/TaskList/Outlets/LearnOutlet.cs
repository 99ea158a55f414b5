using Commerce.Contracts.Catalog;
using Commerce.Platform.Inbox;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Outlets;

/// <summary>Keeps every statement about points of sale: measure 43 is asked for any day.</summary>
internal sealed class LearnOutlet(TaskListDbContext db) : IHandle<OutletRecorded>
{
    public async Task<Taken> Handle(OutletRecorded fact, EventContext context, CancellationToken ct)
    {
        if (!await db.OutletStatements.AnyAsync(s => s.OutletId == fact.OutletId && s.Version == fact.Version, ct))
        {
            db.OutletStatements.Add(new()
            {
                OutletId = fact.OutletId,
                Version = fact.Version,
                Name = fact.Name,
                Kind = fact.Kind,
                PairId = fact.ServiceAreaId,
                Direction = fact.Direction,
                Working = fact.Working,
                Since = fact.Since,
                OwnStore = fact.OwnStore,
                Sample = fact.Sample,
            });
        }

        return Taken.Done;
    }
}
