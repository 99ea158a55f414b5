using System.Collections.Frozen;

namespace Commerce.Platform.People;

/// <summary>Who asks, with what they may do and where. A role in a unit covers its sub-units. Deny by default.</summary>
public sealed class Actor
{
    private static readonly Guid Program = Guid.Parse("00000000-0000-0000-0000-00000000c10c");

    private readonly FrozenDictionary<string, FrozenSet<Guid>> unitsByCapability;

    /// <summary>Builds an actor.</summary>
    /// <param name="id">The account.</param>
    /// <param name="name">The person's name as it stands on papers.</param>
    /// <param name="unitIds">The units the person belongs to, nearest first.</param>
    /// <param name="unitsByCapability">For each capability the units (sub-units included) where it holds.</param>
    /// <param name="chinese">The language of refusals.</param>
    public Actor(Guid id, string name, IReadOnlyList<Guid> unitIds, IReadOnlyDictionary<string, IReadOnlyCollection<Guid>> unitsByCapability, bool chinese = true)
    {
        Id = id;
        Name = name;
        UnitIds = unitIds;
        Chinese = chinese;
        this.unitsByCapability = unitsByCapability.ToFrozenDictionary(p => p.Key, p => p.Value.ToFrozenSet());
    }

    /// <summary>Somebody who hasn't signed in.</summary>
    public static Actor Anonymous { get; } = new(Guid.Empty, "", [], new Dictionary<string, IReadOnlyCollection<Guid>>());

    /// <summary>The program itself, doing at a set time what it has to do: one thing, for one unit. Stands in papers and in the audit trail as 系统.</summary>
    /// <param name="capability">What.</param>
    /// <param name="unitId">Where.</param>
    public static Actor OfProgram(string capability, Guid unitId) =>
        new(Program, "系统", [], new Dictionary<string, IReadOnlyCollection<Guid>> { [capability] = [unitId] });

    /// <summary>The account; empty when nobody signed in.</summary>
    public Guid Id { get; }

    /// <summary>The person's name.</summary>
    public string Name { get; }

    /// <summary>The units the person belongs to.</summary>
    public IReadOnlyList<Guid> UnitIds { get; }

    /// <summary>True when refusals are to be written in Chinese.</summary>
    public bool Chinese { get; init; }

    /// <summary>True when pages are to be shown in large type.</summary>
    public bool LargeType { get; init; }

    /// <summary>What the person may do by a role in the department itself: for whatever belongs to no unit alone, such as the audit trail.</summary>
    public IReadOnlySet<string> OfTheWholeHouse { get; init; } = FrozenSet<string>.Empty;

    /// <summary>True when somebody signed in.</summary>
    public bool SignedIn => Id != Guid.Empty;

    /// <summary>What the person may do somewhere.</summary>
    public IEnumerable<string> Capabilities => unitsByCapability.Keys;

    /// <summary>May do it somewhere.</summary>
    public bool Can(string capability) => unitsByCapability.ContainsKey(capability);

    /// <summary>May do it for this unit.</summary>
    public bool Can(string capability, Guid unitId) => unitsByCapability.TryGetValue(capability, out var units) && units.Contains(unitId);

    /// <summary>The units (sub-units included) where the person may do it; empty when nowhere.</summary>
    public IReadOnlyCollection<Guid> UnitsWhere(string capability) => unitsByCapability.TryGetValue(capability, out var units) ? units : [];
}
