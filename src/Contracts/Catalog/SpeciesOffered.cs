namespace Commerce.Contracts.Catalog;

/// <summary>An own store (吉高易联超市) offers goods of a species (种类) from an instant to an instant; the highest statement about an offer is the valid one.</summary>
/// <remarks>Measure 44: a species counts as added when it is on offer on a day on which it isn't in the baseline.</remarks>
/// <param name="OfferId">The offer.</param>
/// <param name="Statement">Rises with each statement about the same offer.</param>
/// <param name="OutletId">The own store.</param>
/// <param name="OutletName">Its name.</param>
/// <param name="ServiceAreaId">The pair (对) it stands at.</param>
/// <param name="ServiceAreaName">Its name.</param>
/// <param name="SpeciesId">The species.</param>
/// <param name="SpeciesName">Such as 木耳.</param>
/// <param name="BaselineFrom">First day in China on which the species was in the dated baseline list; null when it never was.</param>
/// <param name="BaselineTo">Last such day; null while it is.</param>
/// <param name="ProductId">The product.</param>
/// <param name="ProductName">Its name at that moment.</param>
/// <param name="ValidFrom">UTC instant from which it is on sale.</param>
/// <param name="ValidTo">UTC instant at which the offer ends; null while open.</param>
/// <param name="Sample">示例数据.</param>
[Event]
public sealed record SpeciesOffered(
    Guid OfferId, long Statement, Guid OutletId, string OutletName, Guid? ServiceAreaId, string? ServiceAreaName,
    Guid SpeciesId, string SpeciesName, DateOnly? BaselineFrom, DateOnly? BaselineTo, Guid ProductId, string ProductName,
    DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, bool Sample);
