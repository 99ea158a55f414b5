using Commerce.Platform.Databases;

namespace Commerce.Catalog.Domain;

/// <summary>A kind of goods (种类), such as 木耳, whatever its maker, pack or grade. The baseline says what own stores sold before the measure began.</summary>
internal sealed class Species : IVersioned, ICatalogueFact
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>First day in the baseline list of own stores; null when it never was.</summary>
    public DateOnly? BaselineFrom { get; set; }

    /// <summary>Last day in it; null while it is.</summary>
    public DateOnly? BaselineTo { get; set; }

    public bool Sample { get; init; }

    public int Version { get; set; }
}
