using Commerce.Platform.Databases;

namespace Commerce.Organisations.Domain;

/// <summary>A person has a role in a unit, and so in all its sub-units, from a day on.</summary>
internal sealed class RoleAssignment : IVersioned, IDated
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid UserId { get; init; }

    public required Role Role { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>Do the two periods share a day?</summary>
    public bool Overlaps(DateOnly from, DateOnly? to) => (ValidTo is not { } end || from < end) && (to is not { } otherEnd || ValidFrom < otherEnd);
}
