namespace Commerce.Ordering.Domain;

/// <summary>Our copy of a point of sale; the highest version is the valid one.</summary>
internal sealed class KnownOutlet
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The unit that runs it; null when it wasn't told.</summary>
    public Guid? OperatorUnitId { get; set; }
}
