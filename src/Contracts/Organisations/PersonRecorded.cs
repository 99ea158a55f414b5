namespace Commerce.Contracts.Organisations;

/// <summary>A person got an account, or it was disabled; the highest version is the valid one. No more of the person than papers show.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Name">As it stands on papers.</param>
/// <param name="UnitId">The unit the person belongs to.</param>
/// <param name="Disabled">Can't sign in any more.</param>
[Event]
public sealed record PersonRecorded(Guid AccountId, int Version, string Name, Guid UnitId, bool Disabled);
