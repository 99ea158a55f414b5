using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;

namespace Commerce.Organisations.Directories;

/// <summary>A unit as it stands today, with what hangs on it.</summary>
internal sealed class UnitView(OrgUnit unit) : IHaveId
{
    public Guid Id => unit.Id;

    public int Version => unit.Version;

    public string Name => unit.Name;

    public OrgUnitKind Kind => unit.Kind;

    public bool BudgetUnit => unit.IsBudgetUnit;

    public bool External => unit.External;

    public bool Sample => unit.Sample;

    public DateOnly ValidFrom => unit.ValidFrom;

    public DateOnly? ValidTo => unit.ValidTo;

    /// <summary>The unit it was, or will be, merged into.</summary>
    public UnitView? Successor { get; internal set; }

    /// <summary>What it was called before, the last first.</summary>
    public IReadOnlyList<FormerName> FormerNames { get; internal init; } = [];

    /// <summary>The name that is decided for a coming day.</summary>
    public string? NextName { get; internal init; }

    public DateOnly? NextNameFrom { get; internal init; }

    public UnitView? Parent { get; internal set; }

    public List<UnitView> Children { get; } = [];

    /// <summary>Those it runs and those where it eats.</summary>
    public List<CanteenView> Canteens { get; } = [];

    internal OrgUnit Entity => unit;
}

/// <summary>What a unit was called until the day on which it took another name.</summary>
internal sealed record FormerName(string Name, DateOnly From, DateOnly To);

/// <summary>A canteen as it is run today.</summary>
internal sealed record CanteenView(
    Guid Id, int Version, string Name, UnitView Unit, CanteenModel Model, int Headcount, string? Contractor, IReadOnlyList<UnitView> ServedUnits, bool Sample) : IHaveId
{
    /// <summary>What the yearly filing remarks about it.</summary>
    public string? Note(bool chinese) => Model switch
    {
        CanteenModel.Own => null,
        CanteenModel.Shared => chinese ? $"共用食堂，由{Unit.Name}填报" : $"Shared; {Unit.Name} files for all",
        CanteenModel.Outsourced => chinese ? $"由{Contractor}承包" : $"Run by {Contractor}",
        CanteenModel.None => chinese ? "无食堂" : "No canteen",
    };
}

/// <summary>A group with all memberships that ever were.</summary>
internal sealed record GroupView(Guid Id, string Name, bool Open, bool Sample, DateOnly Day, IReadOnlyList<(GroupMember Membership, UnitView Unit)> Memberships) : IHaveId
{
    public IReadOnlyList<UnitView> MembersOn(DateOnly day) =>
        [.. Memberships.Where(m => m.Membership.HoldsOn(day)).Select(m => m.Unit).OrderBy(u => u.Entity.Position)];
}

/// <summary>An account, without its secrets.</summary>
internal sealed record AccountView(Guid Id, int Version, string UserName, string Name, UnitView HomeUnit, string? Language, bool LargeType, bool Disabled, bool Sample) : IHaveId
{
    public List<RoleAssignmentView> Roles { get; } = [];
}

/// <summary>A role that somebody has, had or will have.</summary>
internal sealed record RoleAssignmentView(Guid Id, int Version, Role Role, UnitView Unit, AccountView Account, DateOnly ValidFrom, DateOnly? ValidTo) : IHaveId;

/// <summary>Oneself.</summary>
internal sealed record ViewerView(Guid Id, string Name, IReadOnlyList<UnitView> Units, IReadOnlyList<string> Capabilities, string Language) : IHaveId
{
    public static ViewerView Of(Actor actor, OrgSnapshot directory) => new(
        actor.Id,
        actor.Name,
        [.. actor.UnitIds.Select(id => directory.Units.GetValueOrDefault(id)).OfType<UnitView>()],
        [.. actor.Capabilities.Order(StringComparer.Ordinal)],
        actor.Chinese ? "zh" : "en");
}
