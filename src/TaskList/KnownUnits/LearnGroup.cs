using Commerce.Contracts.Organisations;
using Commerce.Platform.Inbox;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.KnownUnits;

/// <summary>Keeps the named sets of units that lists speak of, with the days of membership.</summary>
internal sealed class LearnGroup(TaskListDbContext db) : IHandle<UnitGroupRecorded>
{
    public async Task<Taken> Handle(UnitGroupRecorded fact, EventContext context, CancellationToken ct)
    {
        var known = await db.KnownGroups.Include(g => g.Members).FirstOrDefaultAsync(g => g.Id == fact.GroupId, ct);
        if (known?.Version >= fact.Version)
        {
            return Taken.Done;
        }

        if (known is null)
        {
            db.KnownGroups.Add(known = new() { Id = fact.GroupId, Version = fact.Version, Name = fact.Name });
        }

        (known.Version, known.Name) = (fact.Version, fact.Name);
        var stated = fact.Members.DistinctBy(m => (m.UnitId, m.From)).ToList();
        known.Members.RemoveAll(m => !stated.Any(s => s.UnitId == m.UnitId && s.From == m.From && s.To == m.To));
        known.Members.AddRange(stated.Where(s => !known.Members.Exists(m => m.UnitId == s.UnitId && m.From == s.From))
            .Select(s => new KnownMember { GroupId = fact.GroupId, UnitId = s.UnitId, From = s.From, To = s.To }));
        return Taken.Done;
    }
}
