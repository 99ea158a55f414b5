namespace Commerce.Contracts.Catalog;

/// <summary>A point of sale was set up, changed, opened or closed; the highest version is the valid one. Measure 43 counts the pairs where a SPECIALTY_COUNTER works on one side.</summary>
/// <param name="OutletId">The outlet.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">OutletKind in the API's spelling.</param>
/// <param name="ServiceAreaId">The pair (对) it stands at; null elsewhere.</param>
/// <param name="ServiceAreaName">Its name.</param>
/// <param name="Direction">The carriageway side, such as 长春方向.</param>
/// <param name="Working">It sells.</param>
/// <param name="Since">Day in China from which it has been so, today or earlier; null when it has never opened.</param>
/// <param name="OwnStore">自营, 吉高易联超市: counts for measure 44.</param>
/// <param name="Sample">示例数据.</param>
/// <param name="OperatorUnitId">The unit that runs it; null in events from before it was told.</param>
[Event]
public sealed record OutletRecorded(
    Guid OutletId, int Version, string Name, string Kind, Guid? ServiceAreaId, string? ServiceAreaName, string? Direction,
    bool Working, DateOnly? Since, bool OwnStore, bool Sample, Guid? OperatorUnitId = null);
