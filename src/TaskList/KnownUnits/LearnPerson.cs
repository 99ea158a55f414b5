using Commerce.Contracts.Organisations;
using Commerce.Platform.Inbox;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.KnownUnits;

/// <summary>Keeps who has an account; an older statement than the known one changes nothing.</summary>
internal sealed class LearnPerson(TaskListDbContext db) : IHandle<PersonRecorded>
{
    public async Task<Taken> Handle(PersonRecorded fact, EventContext context, CancellationToken ct)
    {
        if (await db.People.FirstOrDefaultAsync(p => p.Id == fact.AccountId, ct) is not { } known)
        {
            db.People.Add(new() { Id = fact.AccountId, PersonVersion = fact.Version, Name = fact.Name, UnitId = fact.UnitId, Disabled = fact.Disabled });
        }
        else if (known.PersonVersion < fact.Version)
        {
            (known.PersonVersion, known.Name, known.UnitId, known.Disabled) = (fact.Version, fact.Name, fact.UnitId, fact.Disabled);
        }

        return Taken.Done;
    }
}
