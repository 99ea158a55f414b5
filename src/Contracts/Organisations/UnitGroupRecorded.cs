namespace Commerce.Contracts.Organisations;

/// <summary>A named set of units as official papers use them (厅直各单位、有关处室) was set up or changed; the highest version is the valid one.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Name">As papers write it.</param>
/// <param name="Open">The paper leaves open which of the members are meant.</param>
/// <param name="Members">All memberships, past ones too.</param>
/// <param name="Sample">示例数据.</param>
[Event]
public sealed record UnitGroupRecorded(Guid GroupId, int Version, string Name, bool Open, IReadOnlyList<UnitGroupMember> Members, bool Sample);

/// <summary>A unit belongs to a group for some days.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="From">First day in China.</param>
/// <param name="To">The day on which it no longer belongs; null while it does.</param>
public sealed record UnitGroupMember(Guid UnitId, DateOnly From, DateOnly? To);
