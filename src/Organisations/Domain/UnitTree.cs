namespace Commerce.Organisations.Domain;

/// <summary>The tree of units as it stands on one day; says which units a role in a unit covers.</summary>
internal sealed class UnitTree
{
    private readonly Dictionary<Guid, OrgUnit> units;
    private readonly ILookup<Guid, OrgUnit> children;
    private readonly ILookup<Guid, OrgUnit> merged;
    private readonly Dictionary<Guid, IReadOnlyCollection<Guid>> covered = [];

    public UnitTree(IEnumerable<OrgUnit> all, DateOnly day)
    {
        units = all.ToDictionary(u => u.Id);
        children = units.Values.Where(u => u.HoldsOn(day)).ToLookup(u => u.ParentKey);
        merged = units.Values.Where(u => u.ValidTo <= day && u.SuccessorId is not null).ToLookup(u => u.SuccessorId!.Value);
        Day = day;
    }

    public DateOnly Day { get; }

    /// <summary>The unit and all below it that exist on the day, with those that were merged into them: somebody has to finish their papers. The department covers everything, also what lies outside or has ended:
    /// its auditors must still read the papers of an abolished unit.</summary>
    public IReadOnlyCollection<Guid> CoveredBy(Guid unitId)
    {
        if (!covered.TryGetValue(unitId, out var known))
        {
            covered[unitId] = known = Walk(unitId);
        }

        return known;
    }

    /// <summary>True when <paramref name="unitId"/> is <paramref name="above"/> or lies below it: hanging a unit there would make a ring.</summary>
    public bool LiesWithin(Guid unitId, Guid above)
    {
        var seen = new HashSet<Guid>();
        for (Guid? at = unitId; at is { } id && seen.Add(id); at = units.TryGetValue(id, out var unit) ? unit.ParentId : null)
        {
            if (id == above)
            {
                return true;
            }
        }

        return false;
    }

    private IReadOnlyCollection<Guid> Walk(Guid unitId)
    {
        if (!units.TryGetValue(unitId, out var start) || !start.HoldsOn(Day))
        {
            return [];
        }

        if (start.IsRoot)
        {
            return units.Keys;
        }

        var found = new HashSet<Guid>();
        var next = new Stack<Guid>([unitId]);
        while (next.TryPop(out var id))
        {
            if (found.Add(id))
            {
                foreach (var child in children[id].Concat(merged[id]))
                {
                    next.Push(child.Id);
                }
            }
        }

        return found;
    }
}
