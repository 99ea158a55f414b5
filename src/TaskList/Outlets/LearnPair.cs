using Commerce.Contracts.Catalog;
using Commerce.Platform.Inbox;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Outlets;

/// <summary>Keeps the pairs of service areas; an older statement than the known one changes nothing.</summary>
internal sealed class LearnPair(TaskListDbContext db) : IHandle<ServiceAreaRecorded>
{
    public async Task<Taken> Handle(ServiceAreaRecorded fact, EventContext context, CancellationToken ct)
    {
        if (await db.KnownPairs.FirstOrDefaultAsync(p => p.Id == fact.ServiceAreaId, ct) is not { } known)
        {
            db.KnownPairs.Add(new()
            {
                Id = fact.ServiceAreaId,
                Version = fact.Version,
                Name = fact.Name,
                Expressway = fact.Expressway,
                Position = fact.Position,
                Sample = fact.Sample,
            });
        }
        else if (known.Version < fact.Version)
        {
            (known.Version, known.Name, known.Expressway, known.Position, known.Sample) = (fact.Version, fact.Name, fact.Expressway, fact.Position, fact.Sample);
        }

        return Taken.Done;
    }
}
