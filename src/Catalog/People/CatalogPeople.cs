using Commerce.Platform.Personal;

namespace Commerce.Catalog.People;

/// <summary>The catalogue keeps people in its audit trail and with the screens they registered; nothing there waits for one of them.</summary>
internal sealed class CatalogPeople : IPersonPart
{
    public string Module => "catalog";

    public IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string> { ["devices"] = "屏幕登记" };

    public Task<IReadOnlyList<Duty>> Open(Guid person, CancellationToken ct) => Task.FromResult<IReadOnlyList<Duty>>([]);
}
