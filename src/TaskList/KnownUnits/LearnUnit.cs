using Commerce.Contracts.Organisations;
using Commerce.Platform.Inbox;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.KnownUnits;

/// <summary>Keeps the units that lists name; an older statement than the known one changes nothing.</summary>
internal sealed class LearnUnit(TaskListDbContext db) : IHandle<UnitRecorded>
{
    public async Task<Taken> Handle(UnitRecorded fact, EventContext context, CancellationToken ct)
    {
        if (await db.KnownUnits.FirstOrDefaultAsync(u => u.Id == fact.UnitId, ct) is not { } known)
        {
            db.KnownUnits.Add(new()
            {
                Id = fact.UnitId,
                Version = fact.Version,
                Name = fact.Name,
                Kind = fact.Kind,
                ParentId = fact.ParentId,
                Sample = fact.Sample,
            });
        }
        else if (known.Version < fact.Version)
        {
            (known.Version, known.Name, known.Kind, known.ParentId, known.Sample) = (fact.Version, fact.Name, fact.Kind, fact.ParentId, fact.Sample);
        }

        return Taken.Done;
    }
}
