using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Organisations.Domain;

/// <summary>What kind of unit.</summary>
internal enum OrgUnitKind
{
    /// <summary>The department itself (厅): the root, and the only one without anything above.</summary>
    Department,

    /// <summary>A division of the department (处室).</summary>
    Office,

    /// <summary>A public unit under the department (厅直单位).</summary>
    AffiliatedUnit,

    /// <summary>A company under the department.</summary>
    GroupCompany,

    /// <summary>The team that lives in the paired villages (包保帮扶工作队).</summary>
    WorkTeam,

    /// <summary>A transport authority of a city or county: outside the department.</summary>
    LocalAuthority,
}

/// <summary>A unit (单位、处室). Never deleted: it ends on a day.</summary>
internal sealed class OrgUnit : IVersioned, IDated
{
    public const int NameLength = 100;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required string Name { get; set; }

    public required OrgUnitKind Kind { get; set; }

    public Guid? ParentId { get; set; }

    /// <summary>Where the unit hangs, never null: names are unique among siblings, and unique keys need columns without nulls.</summary>
    public Guid ParentKey { get => ParentId ?? Guid.Empty; private set => _ = value; }

    /// <summary>Keeps accounts of its own (预算单位).</summary>
    public bool IsBudgetUnit { get; set; }

    /// <summary>Outside the department.</summary>
    public bool External { get; set; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>The unit it was, or will be, merged into when it ends; null when it is abolished, or stays.</summary>
    public Guid? SuccessorId { get; set; }

    /// <summary>What it is called from which day on; none for a unit that was never renamed.</summary>
    public List<UnitName> Names { get; init; } = [];

    public int Position { get; set; }

    public bool Sample { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The department: a role here covers everything.</summary>
    public bool IsRoot => Kind == OrgUnitKind.Department;

    /// <summary>What it is called on a day.</summary>
    public string NameOn(DateOnly day) => Names.Where(n => n.ValidFrom <= day).MaxBy(n => n.ValidFrom)?.Name ?? Name;

    /// <summary>The name that is decided for a coming day; null when none is.</summary>
    public UnitName? NextName(DateOnly today) => Names.Find(n => n.ValidFrom > today);

    /// <summary>It has this name, or will have it.</summary>
    public bool IsCalled(string name, DateOnly today) => Name == name || NextName(today)?.Name == name;

    /// <summary>Gives it a name from a day on, which isn't past. What it was called before stays on record; a renaming that was still to come is dropped.</summary>
    public void Rename(string name, DateOnly from, DateOnly today)
    {
        if (Names.Count == 0)
        {
            Names.Add(new UnitName { UnitId = Id, ValidFrom = ValidFrom, Name = Name });
        }

        Names.RemoveAll(n => n.ValidFrom > today);
        if (name != Name)
        {
            Names.RemoveAll(n => n.ValidFrom == from);
            Names.Add(new UnitName { UnitId = Id, ValidFrom = from, Name = name });
        }

        Name = NameOn(today);
    }

    /// <summary>Checks that a name, a kind and a place go together.</summary>
    public static Result CheckShape(string name, OrgUnitKind kind, bool hasParent) =>
        string.IsNullOrWhiteSpace(name) || name.Length > NameLength ? OrganisationsErrors.UnitName
        : (kind == OrgUnitKind.Department && hasParent) || (!hasParent && kind is not (OrgUnitKind.Department or OrgUnitKind.LocalAuthority)) ? OrganisationsErrors.UnitPlace
        : Result.Done;
}
