namespace Commerce.Contracts.Catalog;

/// <summary>A county stands on the list of assisted counties (指定县) from a day on; said again when it ends. The last saying is the valid one.</summary>
/// <param name="DesignationId">One stay on the list.</param>
/// <param name="CountyCode">GB/T 2260.</param>
/// <param name="CountyName">Its name.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while it stands.</param>
[Event]
public sealed record CountyDesignated(Guid DesignationId, string CountyCode, string CountyName, DateOnly From, DateOnly? To);
