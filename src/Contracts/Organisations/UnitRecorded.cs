namespace Commerce.Contracts.Organisations;

/// <summary>A unit (单位, 处室, 厅直单位) was set up or changed; the highest version is the valid one.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Name">Official short name, such as 公路局.</param>
/// <param name="Kind">OrgUnitKind in the API's spelling, such as AFFILIATED_UNIT.</param>
/// <param name="ParentId">The unit it belongs under.</param>
/// <param name="Sample">示例数据: never part of an official figure outside a demonstration.</param>
/// <param name="ValidTo">The first day (China time) on which it exists no more; null while it does.</param>
[Event]
public sealed record UnitRecorded(Guid UnitId, int Version, string Name, string Kind, Guid? ParentId, bool Sample, DateOnly? ValidTo = null);
