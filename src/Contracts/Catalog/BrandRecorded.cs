namespace Commerce.Contracts.Catalog;

/// <summary>A village's brand (品牌) with the products that carry it, whole; said again whenever it is changed. The highest version is the valid one.</summary>
/// <param name="BrandId">The brand.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Name">Such as 明东.</param>
/// <param name="EnglishName">How it is written in Latin letters; null when it isn't.</param>
/// <param name="VillageId">Whose brand it is.</param>
/// <param name="VillageName">The village's name at that moment.</param>
/// <param name="ProductIds">The products that carry it; a product carries one brand at most.</param>
/// <param name="Sample">示例数据.</param>
[Event]
public sealed record BrandRecorded(
    Guid BrandId, int Version, string Name, string? EnglishName, Guid VillageId, string VillageName, IReadOnlyList<Guid> ProductIds, bool Sample);
