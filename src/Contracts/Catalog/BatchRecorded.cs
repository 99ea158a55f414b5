namespace Commerce.Contracts.Catalog;

/// <summary>A batch (批次) of a product is on record; said again when it is corrected or recalled. The highest version is the valid one.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="Version">Its version.</param>
/// <param name="ProductId">The product.</param>
/// <param name="VariantId">The pack; null when it is any of the product's.</param>
/// <param name="ProducerId">Who made or grew it.</param>
/// <param name="SupplyUnitId">The unit that acts for the producer (代办).</param>
/// <param name="Number">The producer's number of it.</param>
/// <param name="Code">What its trace page is found by.</param>
/// <param name="HarvestedOn">Day in China on which it was gathered; null when it wasn't recorded.</param>
/// <param name="ProducedOn">Day on which it was made; null when it wasn't recorded.</param>
/// <param name="ExpiresOn">Last day on which it is good; null when it wasn't recorded.</param>
/// <param name="WithdrawnOn">Day of the recall (召回); null while there is none.</param>
/// <param name="WithdrawnBecause">Why.</param>
/// <param name="Sample">示例数据.</param>
[Event]
public sealed record BatchRecorded(
    Guid BatchId, int Version, Guid ProductId, Guid? VariantId, Guid ProducerId, Guid SupplyUnitId, string Number, string Code,
    DateOnly? HarvestedOn, DateOnly? ProducedOn, DateOnly? ExpiresOn, DateOnly? WithdrawnOn, string? WithdrawnBecause, bool Sample);
