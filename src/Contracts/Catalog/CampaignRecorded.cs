namespace Commerce.Contracts.Catalog;

/// <summary>A first secretary's endorsement campaign (第一书记代言), whole; said again whenever it is changed or ended early. The highest version is the valid one.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Name">What it is called.</param>
/// <param name="VillageId">The village it speaks for.</param>
/// <param name="VillageName">Its name at that moment.</param>
/// <param name="Endorser">Who speaks: title and office as they were typed.</param>
/// <param name="StartsOn">First day in China on which it runs.</param>
/// <param name="EndsOn">Last day on which it was to run, included.</param>
/// <param name="EndedOn">Ended early: the last day on which it ran, included; null when it wasn't.</param>
/// <param name="OutletIds">The points of sale at which it runs; empty for all channels.</param>
/// <param name="ProductIds">The products it speaks for.</param>
/// <param name="Target">Yuan that counters are to sell (帮销目标); null when nobody set an aim.</param>
/// <param name="Sample">示例数据.</param>
[Event]
public sealed record CampaignRecorded(
    Guid CampaignId, int Version, string Name, Guid VillageId, string VillageName, string Endorser, DateOnly StartsOn, DateOnly EndsOn, DateOnly? EndedOn,
    IReadOnlyList<Guid> OutletIds, IReadOnlyList<Guid> ProductIds, decimal? Target, bool Sample);
