namespace Commerce.Catalog.Domain;

/// <summary>A picture of a good (商品图片). Its renderings are files; which one a page shows is told by the size.</summary>
internal sealed class ProductImage : ICatalogueFact
{
    /// <summary>Pictures of one good.</summary>
    public const int Most = 8;

    /// <summary>Characters of <see cref="Alt"/>.</summary>
    public const int LongestAlt = 100;

    public required Guid Id { get; init; }

    public required Guid ProductId { get; init; }

    public required Guid FileId { get; init; }

    /// <summary>Where it stands; the first one is shown in lists.</summary>
    public required int Position { get; set; }

    /// <summary>What can be seen, in words, for those who don't see it.</summary>
    public required string Alt { get; init; }

    /// <summary>Of the largest rendering, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Of the largest rendering, in pixels.</summary>
    public required int Height { get; init; }
}
