namespace Commerce.Contracts.Catalog;

/// <summary>A pair of service areas was recorded or changed; the highest version is the valid one. A pair without any outlet is known by this alone.</summary>
/// <param name="ServiceAreaId">The pair (对).</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Name">Its name.</param>
/// <param name="Expressway">The expressway it lies on.</param>
/// <param name="Position">Its place in the list, 1 to 42.</param>
/// <param name="Sample">示例数据.</param>
[Event]
public sealed record ServiceAreaRecorded(Guid ServiceAreaId, int Version, string Name, string Expressway, int Position, bool Sample);
