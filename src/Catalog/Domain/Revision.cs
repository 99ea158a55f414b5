namespace Commerce.Catalog.Domain;

/// <summary>A number raised in each transaction that changes the catalogue (or the stock copy), so that every host sees that it must read again.</summary>
internal sealed class Revision
{
    public const string OfCatalogue = "catalogue";

    /// <summary>Of what products stand in: places, producers, kinds.</summary>
    public const string OfSurroundings = "surroundings";

    public const string OfStock = "stock";

    /// <summary>Numbers the statements about one thing that several causes may change.</summary>
    public const string OfStatements = "statements";

    public required string Name { get; init; }

    public required long Value { get; set; }
}
