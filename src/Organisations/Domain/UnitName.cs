namespace Commerce.Organisations.Domain;

/// <summary>What a unit is called from a day on (Asia/Shanghai): names of the past, and the one that is decided for a coming day.
/// A unit that was never renamed has none.</summary>
internal sealed class UnitName
{
    public required Guid UnitId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required string Name { get; init; }
}
