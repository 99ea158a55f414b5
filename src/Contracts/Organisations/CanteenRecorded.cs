namespace Commerce.Contracts.Organisations;

/// <summary>A canteen (食堂) was set up or changed; the highest version is the valid one.</summary>
/// <param name="CanteenId">The canteen.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Name">Its name.</param>
/// <param name="UnitId">The unit that runs it, or the representative of a shared one.</param>
/// <param name="ServedUnitIds">All units that eat there, the running one included.</param>
[Event]
public sealed record CanteenRecorded(Guid CanteenId, int Version, string Name, Guid UnitId, IReadOnlyList<Guid> ServedUnitIds);
