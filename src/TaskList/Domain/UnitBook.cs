namespace Commerce.TaskList.Domain;

/// <summary>A unit that a task concerns.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it is in the task; the weightier one when it is named twice.</param>
/// <param name="Owes">It must report: lead, sole or shared, and not merely one of an open group.</param>
internal sealed record Answering(Guid UnitId, string Name, TaskRole Role, bool Owes);

/// <summary>The units and groups that Organisations stated, found by the names that lists use.</summary>
internal sealed class UnitBook
{
    private const string Department = "DEPARTMENT";
    private readonly Dictionary<Guid, KnownUnit> byId;
    private readonly Dictionary<string, KnownUnit> byName;
    private readonly Dictionary<string, KnownGroup> groups;

    public UnitBook(IEnumerable<KnownUnit> units, IEnumerable<KnownGroup> groups)
    {
        byId = units.ToDictionary(u => u.Id);

        // Local authorities may carry a division's name: the department's own units come first.
        byName = byId.Values.OrderBy(u => u.Kind == "LOCAL_AUTHORITY").ThenBy(u => u.Id)
            .GroupBy(u => UnitNames.Canonical(u.Name)).ToDictionary(g => g.Key, g => g.First());
        this.groups = groups.GroupBy(g => g.Name).ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>The department itself (厅), once it is known.</summary>
    public Guid? Root => byId.Values.FirstOrDefault(u => u.Kind == Department)?.Id;

    public KnownUnit? Named(string name) => byName.GetValueOrDefault(UnitNames.Canonical(name));

    public KnownUnit? ById(Guid id) => byId.GetValueOrDefault(id);

    public string NameOf(Guid id) => byId.TryGetValue(id, out var unit) ? unit.Name : "";

    /// <summary>True for a unit directly under the department that isn't a division, and for what lies below one (厅直单位).</summary>
    public bool IsAffiliated(Guid unitId)
    {
        var unit = ById(unitId);
        for (var depth = 0; unit is not null && depth < 10; depth++)
        {
            if (unit.Kind is "AFFILIATED_UNIT" or "GROUP_COMPANY" or "WORK_TEAM")
            {
                return true;
            }

            unit = unit.ParentId is { } parent ? ById(parent) : null;
        }

        return false;
    }

    /// <summary>All units that a task concerns on a day, groups expanded; a unit named twice stands once, in its weightier part.</summary>
    public IReadOnlyList<Answering> Answering(IReadOnlyCollection<Responsibility> named, DateOnly day) =>
    [
        .. named.OrderBy(r => r.Position).SelectMany(r => Reach(r, named, day)).GroupBy(a => a.UnitId)
            .Select(g => g.OrderByDescending(a => a.Owes).ThenBy(a => a.Role == TaskRole.Cooperate).First()),
    ];

    /// <summary>The units behind one name of a task on a day; of an open group those that were named.</summary>
    public IReadOnlyList<Guid> Behind(Responsibility responsibility, IReadOnlyCollection<Responsibility> named, DateOnly day)
    {
        var chosen = responsibility.Named.Select(n => n.UnitId).ToHashSet();
        return [.. Reach(responsibility, named, day).Where(a => !UnitNames.IsOpen(responsibility.Name) || chosen.Contains(a.UnitId)).Select(a => a.UnitId)];
    }

    private IEnumerable<Answering> Reach(Responsibility responsibility, IReadOnlyCollection<Responsibility> named, DateOnly day)
    {
        var weighty = responsibility.Role != TaskRole.Cooperate;
        if (!UnitNames.IsGroup(responsibility.Name))
        {
            return Named(responsibility.Name) is { } unit ? [new(unit.Id, unit.Name, responsibility.Role, weighty)] : [];
        }

        var members = MembersOf(responsibility.Name, day);
        if (UnitNames.IsRest(responsibility.Name))
        {
            members = members.Except(named.Select(r => Named(r.Name)?.Id).OfType<Guid>());
        }

        var chosen = responsibility.Named.Select(n => n.UnitId).ToHashSet();
        var open = UnitNames.IsOpen(responsibility.Name);
        return members.Union(chosen).Select(ById).OfType<KnownUnit>()
            .Select(u => new Answering(u.Id, u.Name, responsibility.Role, weighty && (!open || chosen.Contains(u.Id))));
    }

    /// <summary>The units of a group on a day: as Organisations states it, else by what its words mean.</summary>
    public IEnumerable<Guid> MembersOf(string group, DateOnly day)
    {
        if (groups.TryGetValue(group, out var known) && known.Members.Count > 0)
        {
            return known.Members.Where(m => m.From <= day && (m.To is null || day < m.To)).Select(m => m.UnitId);
        }

        var kinds = UnitNames.KindsOf(group);
        return byId.Values.Where(u => kinds.Contains(u.Kind)).OrderBy(u => u.Name, StringComparer.Ordinal).Select(u => u.Id);
    }
}
