namespace Commerce.Catalog.Domain;

/// <summary>A branch of the tree of goods.</summary>
internal sealed class Category : ICatalogueFact
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public Guid? ParentId { get; init; }

    /// <summary>Where it stands among the others.</summary>
    public required int Position { get; set; }
}
