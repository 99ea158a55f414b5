using Commerce.Contracts.Organisations;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.KnownUnits;

/// <summary>Keeps the units' names and what they lie under.</summary>
internal sealed class LearnUnit(OrderingDbContext db) : IHandle<UnitRecorded>
{
    public async Task<Taken> Handle(UnitRecorded fact, EventContext context, CancellationToken ct)
    {
        var unit = await db.Units.FindAsync([fact.UnitId], ct);
        if (unit is null)
        {
            unit = new KnownUnit { Id = fact.UnitId };
            db.Units.Add(unit);
        }

        if (fact.Version > unit.Version)
        {
            unit.Version = fact.Version;
            unit.Name = fact.Name;
            unit.Kind = fact.Kind;
            unit.ParentId = fact.ParentId;
            unit.ValidTo = fact.ValidTo;
        }

        return Taken.Done;
    }
}

/// <summary>Keeps who has an account.</summary>
internal sealed class LearnPerson(OrderingDbContext db) : IHandle<PersonRecorded>
{
    public async Task<Taken> Handle(PersonRecorded fact, EventContext context, CancellationToken ct)
    {
        var person = await db.People.FindAsync([fact.AccountId], ct);
        if (person is null)
        {
            person = new KnownPerson { Id = fact.AccountId };
            db.People.Add(person);
        }

        if (fact.Version > person.Version)
        {
            (person.Version, person.Name, person.UnitId, person.Disabled) = (fact.Version, fact.Name, fact.UnitId, fact.Disabled);
        }

        return Taken.Done;
    }
}

/// <summary>Keeps the canteens and whom they serve.</summary>
internal sealed class LearnCanteen(OrderingDbContext db) : IHandle<CanteenRecorded>
{
    public async Task<Taken> Handle(CanteenRecorded fact, EventContext context, CancellationToken ct)
    {
        var canteen = await db.Canteens.SingleOrDefaultAsync(c => c.Id == fact.CanteenId, ct);
        if (canteen is null)
        {
            canteen = new KnownCanteen { Id = fact.CanteenId };
            db.Canteens.Add(canteen);
        }

        if (fact.Version > canteen.Version)
        {
            canteen.Version = fact.Version;
            canteen.Name = fact.Name;
            canteen.UnitId = fact.UnitId;
            canteen.Served.RemoveAll(s => !fact.ServedUnitIds.Contains(s.UnitId));
            canteen.Served.AddRange(fact.ServedUnitIds.Distinct().Where(id => canteen.Served.TrueForAll(s => s.UnitId != id)).Select(id => new ServedUnit { UnitId = id }));
        }

        return Taken.Done;
    }
}
