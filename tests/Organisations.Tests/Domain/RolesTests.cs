using Commerce.Organisations.Domain;
using Commerce.Platform.People;
using Xunit;

namespace Commerce.Organisations.Tests.Domain;

public sealed class RolesTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    private readonly OrgUnit department = Unit("厅", OrgUnitKind.Department, null);
    private readonly OrgUnit bureau;
    private readonly OrgUnit section;
    private readonly OrgUnit other;
    private readonly OrgUnit county = Unit("县交通局", OrgUnitKind.LocalAuthority, null);

    public RolesTests()
    {
        bureau = Unit("公路局", OrgUnitKind.AffiliatedUnit, department.Id);
        section = Unit("养护科", OrgUnitKind.Office, bureau.Id);
        other = Unit("运输局", OrgUnitKind.AffiliatedUnit, department.Id);
    }

    [Fact]
    public void A_role_in_a_unit_covers_its_sub_units_and_no_others()
    {
        var reach = Reach(RoleIn(bureau));

        Assert.Equal([bureau.Id, section.Id], reach[Capability.OrderRequest].Order().ToList().OrderBy(i => i == section.Id));
        Assert.DoesNotContain(other.Id, reach[Capability.OrderRead]);
        Assert.DoesNotContain(department.Id, reach[Capability.OrderRead]);
    }

    [Fact]
    public void A_role_in_the_department_covers_everything_also_what_lies_outside()
    {
        var reach = Reach(RoleIn(department));

        Assert.Equal(5, reach[Capability.OrderRead].Count);
        Assert.Contains(county.Id, reach[Capability.OrderRead]);
    }

    [Fact]
    public void A_role_holds_from_its_first_day_and_no_more_on_the_day_it_ends()
    {
        Assert.NotEmpty(Reach(RoleIn(bureau, Today)));
        Assert.Empty(Reach(RoleIn(bureau, Today.AddDays(1))));
        Assert.NotEmpty(Reach(RoleIn(bureau, Today.AddDays(-9), Today.AddDays(1))));
        Assert.Empty(Reach(RoleIn(bureau, Today.AddDays(-9), Today)));
    }

    [Fact]
    public void A_sub_unit_that_has_ended_is_no_longer_covered_except_from_the_department()
    {
        section.ValidTo = Today;

        Assert.DoesNotContain(section.Id, Reach(RoleIn(bureau))[Capability.OrderRead]);
        Assert.Contains(section.Id, Reach(RoleIn(department))[Capability.OrderRead]);
    }

    [Fact]
    public void Roles_in_two_units_add_up()
    {
        var reach = Reach(RoleIn(section), RoleIn(other));

        Assert.Equal(2, reach[Capability.OrderRequest].Count);
    }

    [Fact]
    public void Every_role_gives_something_and_only_known_capabilities()
    {
        Assert.All(Enum.GetValues<Role>(), r => Assert.NotEmpty(Roles.CapabilitiesOf(r)));
        Assert.All(Enum.GetValues<Role>().SelectMany(Roles.CapabilitiesOf), c => Assert.Contains(c, Capability.All));
    }

    [Fact]
    public void Every_capability_belongs_to_some_role()
    {
        Assert.Empty(Capability.All.Except(Enum.GetValues<Role>().SelectMany(Roles.CapabilitiesOf)));
    }

    [Fact]
    public void A_unit_lies_within_itself_and_all_above_it()
    {
        var tree = new UnitTree([department, bureau, section, other, county], Today);

        Assert.True(tree.LiesWithin(section.Id, bureau.Id));
        Assert.True(tree.LiesWithin(bureau.Id, bureau.Id));
        Assert.False(tree.LiesWithin(bureau.Id, section.Id));
    }

    private static OrgUnit Unit(string name, OrgUnitKind kind, Guid? parent) =>
        new() { Id = Guid.NewGuid(), Name = name, Kind = kind, ParentId = parent, ValidFrom = new(2020, 1, 1) };

    private static RoleAssignment RoleIn(OrgUnit unit, DateOnly? from = null, DateOnly? to = null) =>
        new() { Id = Guid.NewGuid(), UserId = Guid.NewGuid(), Role = Role.Buyer, UnitId = unit.Id, ValidFrom = from ?? new(2020, 1, 1), ValidTo = to };

    private Dictionary<string, IReadOnlyCollection<Guid>> Reach(params RoleAssignment[] roles) =>
        Roles.Reach(roles, new UnitTree([department, bureau, section, other, county], Today));
}
