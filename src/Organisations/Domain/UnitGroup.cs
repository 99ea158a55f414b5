using Commerce.Platform.Databases;

namespace Commerce.Organisations.Domain;

/// <summary>A named set of units as official papers use them (厅直各单位、有关处室).</summary>
internal sealed class UnitGroup : IVersioned
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required string Name { get; set; }

    /// <summary>Who belongs is left open by the paper (有关…、其他…) or lies outside; the members are then only those in question.</summary>
    public bool Open { get; init; }

    public int Position { get; set; }

    public bool Sample { get; init; }

    public List<GroupMember> Members { get; init; } = [];
}

/// <summary>A unit belongs to a group from a day on.</summary>
internal sealed class GroupMember : IDated
{
    public required Guid GroupId { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
