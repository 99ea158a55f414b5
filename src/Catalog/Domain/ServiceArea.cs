using Commerce.Platform.Databases;

namespace Commerce.Catalog.Domain;

/// <summary>An expressway service area (服务区): one row per pair (对) of two sides.</summary>
internal sealed class ServiceArea : IVersioned, ICatalogueFact
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Expressway { get; set; }

    /// <summary>1 to 42.</summary>
    public required int Position { get; init; }

    public bool Sample { get; init; }

    public int Version { get; set; }
}
