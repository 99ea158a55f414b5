using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>What a product may be bought for (适用用途). Medicinal raw goods must not reach a canteen.</summary>
internal enum PermittedUse
{
    Canteen,
    Welfare,
    Kiosk,
    Medicinal,
}

/// <summary>A product (产品) with its variants.</summary>
internal sealed class Product : IVersioned, ICatalogueFact
{
    public required Guid Id { get; init; }

    /// <summary>Rises with each new product: the order of coming, and the tie-break of every other order.</summary>
    public required long Serial { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public string? Summary { get; set; }

    /// <summary>Other names people search by (榛蘑 is also 蜜环菌).</summary>
    public required IReadOnlyList<string> Synonyms { get; set; }

    public required Guid CategoryId { get; set; }

    public required Guid ProducerId { get; set; }

    /// <summary>The kind of goods (种类); null until somebody has classed it.</summary>
    public Guid? SpeciesId { get; set; }

    public required IReadOnlyList<PermittedUse> PermittedUses { get; set; }

    /// <summary>VAT in hundredths of a per cent (900 = 9 %); null is 免税, which isn't 0 %.</summary>
    public long? TaxBasisPoints { get; set; }

    /// <summary>First month in which it is to be had (上市月份), 1 to 12; null when it wasn't recorded.</summary>
    public int? SeasonFrom { get; set; }

    /// <summary>The last such month; before the first one it lies in the next year.</summary>
    public int? SeasonTo { get; set; }

    /// <summary>How it is stored (储存).</summary>
    public string? Storage { get; set; }

    /// <summary>How long it keeps (保质期), in <see cref="ShelfLifeUnit"/>.</summary>
    public int? ShelfLifeNumber { get; set; }

    public ShelfLifeUnit? ShelfLifeUnit { get; set; }

    public bool Sample { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; }

    /// <summary>The catalogue's revision in which it, or what belongs to it, was last changed: hosts read only what is newer than what they have.</summary>
    public long ChangedIn { get; set; }

    public List<ProductVariant> Variants { get; init; } = [];

    public List<ProductAttribute> Attributes { get; init; } = [];

    public List<Certificate> Certificates { get; init; } = [];

    public List<ProductImage> Images { get; init; } = [];
}

/// <summary>A variant (规格): what one orders and how it is priced.</summary>
internal sealed class ProductVariant : ICatalogueFact
{
    public required Guid Id { get; init; }

    public required Guid ProductId { get; init; }

    /// <summary>Where it stands among the product's variants.</summary>
    public required int Position { get; init; }

    public required string Sku { get; init; }

    public string? Barcode { get; set; }

    /// <summary>What one pack is: 5 kg/袋, 散装.</summary>
    public required string Specification { get; set; }

    public required MeasureUnit SoldBy { get; init; }

    public required MeasureUnit PricedBy { get; init; }

    /// <summary>Net content of one piece (净含量), in thousandths of the base unit of <see cref="NominalUnit"/>; one unit for loose goods.</summary>
    public required long NominalMilli { get; init; }

    public required MeasureUnit NominalUnit { get; init; }

    /// <summary>按实重结算: the weighed quantity decides the amount.</summary>
    public bool CatchWeight { get; init; }

    /// <summary>How far the weight may be off, in hundredths of a per cent of the ordered quantity.</summary>
    public long ToleranceBasisPoints { get; init; }

    public Quantity NominalContent => new(NominalMilli, NominalUnit);
}

/// <summary>A property shown to buyers.</summary>
internal sealed class ProductAttribute : ICatalogueFact
{
    public required Guid Id { get; init; }

    public required Guid ProductId { get; init; }

    public required int Position { get; init; }

    public required string Key { get; init; }

    public required string Label { get; set; }

    public required string Value { get; set; }
}

/// <summary>Proof that came with the goods: 合格证, 检疫证, 绿色食品, SC.</summary>
internal sealed class Certificate : ICatalogueFact
{
    /// <summary>帮扶产品认定: by the county; we keep its number and days.</summary>
    public const string Recognition = "帮扶产品认定";

    public required Guid Id { get; init; }

    public required Guid ProductId { get; init; }

    public required string Kind { get; init; }

    public required string Number { get; init; }

    public required string Issuer { get; set; }

    /// <summary>First day on which it holds; null when it wasn't recorded.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day on which it holds; null when it has no end.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>First day from which it holds no more, whatever its end.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    public string? WithdrawnBecause { get; set; }

    /// <summary>Its scan, for people who signed in; null when there is none.</summary>
    public Guid? FileId { get; set; }

    /// <summary>The last day on which it holds; null when it has no end.</summary>
    public DateOnly? LastDay => WithdrawnOn?.AddDays(-1) is { } before && !(ValidTo < before) ? before : ValidTo;

    /// <summary>The county's recognition makes goods count as recognised ones; they may be sent without it.</summary>
    public bool IsRecognition => Kind == Recognition;
}
