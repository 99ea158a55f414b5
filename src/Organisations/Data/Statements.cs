using Commerce.Contracts.Organisations;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Organisations.Data;

/// <summary>How units, people, groups and canteens are told to the other modules, with the version that the coming save gives them.</summary>
internal static class Statements
{
    public static void State(this OrganisationsDbContext db, OrgUnit unit, DateTimeOffset now)
    {
        // Also a save that changes nothing else raises the version: no two statements carry the same one.
        db.Entry(unit).Property(u => u.UpdatedAt).IsModified = true;
        db.Publish(new UnitRecorded(unit.Id, unit.Version + 1, unit.Name, GraphJson.EnumName(unit.Kind), unit.ParentId, unit.Sample, unit.ValidTo), now);
    }

    public static void State(this OrganisationsDbContext db, Canteen canteen, DateTimeOffset now)
    {
        var today = now.DayInChina();
        db.Entry(canteen).Property(c => c.UpdatedAt).IsModified = true;
        db.Publish(new CanteenRecorded(canteen.Id, canteen.Version + 1, canteen.Name, canteen.TermOn(today)!.UnitId, canteen.ServedOn(today)), now);
    }

    public static void State(this OrganisationsDbContext db, User user, DateTimeOffset now) =>
        db.Publish(new PersonRecorded(user.Id, user.Version + 1, user.DisplayName, user.HomeUnitId, user.Disabled), now);

    public static void State(this OrganisationsDbContext db, UnitGroup group, DateTimeOffset now) => db.Publish(
        new UnitGroupRecorded(
            group.Id, group.Version + 1, group.Name, group.Open,
            [.. group.Members.Select(m => new UnitGroupMember(m.UnitId, m.ValidFrom, m.ValidTo))], group.Sample),
        now);
}
