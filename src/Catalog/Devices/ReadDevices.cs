using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Devices;

/// <summary>A screen as its people see it.</summary>
internal sealed record DeviceView(Device Row, OutletView Outlet, DateTimeOffset Now) : IHaveId
{
    public Guid Id => Row.Id;

    public string Name => Row.Name;

    public string RegisteredBy => Row.RegisteredByName;

    public DateTimeOffset RegisteredAt => Row.RegisteredAt;

    public string? PairingCode => Row.Waits(Now) ? Row.Code : null;

    public DateTimeOffset PairingCodeUntil => Row.CodeUntil;

    public DateTimeOffset? PairedAt => Row.PairedAt;

    public DateTimeOffset? LastSeenAt => Row.LastSeenAt;

    public DateTimeOffset? CatalogueAt => Row.CatalogueAt;

    public DateTimeOffset? WithdrawnAt => Row.WithdrawnAt;

    public string? WithdrawnBy => Row.WithdrawnByName;

    public string? WithdrawnBecause => Row.WithdrawnBecause;

    public int Version => Row.Version;
}

/// <summary>The screens of the outlets that one's units run.</summary>
internal sealed class ReadDevices(CatalogDbContext db, Catalogue catalogue, Actor actor, TimeProvider clock)
{
    public async Task<IReadOnlyList<DeviceView>> All(CancellationToken ct) => await Read(_ => true, ct);

    public async Task<IReadOnlyDictionary<Guid, DeviceView>> ById(IReadOnlyCollection<Guid> ids, CancellationToken ct) => (await Read(d => ids.Contains(d.Id), ct)).ToDictionary(d => d.Id);

    /// <summary>Where a screen may be registered.</summary>
    public async Task<IReadOnlyList<OutletView>> Places(CancellationToken ct) => [.. (await Mine(ct)).Values.Where(o => o.Kind is OutletKind.SpecialtyCounter or OutletKind.OwnStore or OutletKind.Kiosk)];

    private async Task<IReadOnlyList<DeviceView>> Read(System.Linq.Expressions.Expression<Func<Device, bool>> which, CancellationToken ct)
    {
        var mine = await Mine(ct);
        var now = clock.GetUtcNow();
        return
        [
            .. (await db.Devices.AsNoTracking().Where(which).ToListAsync(ct)).Where(d => mine.ContainsKey(d.OutletId)).Select(d => new DeviceView(d, mine[d.OutletId], now))
                .OrderBy(d => d.WithdrawnAt is not null).ThenBy(d => d.Outlet.ServiceArea?.Position ?? int.MaxValue).ThenBy(d => d.Outlet.Name, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Id),
        ];
    }

    private async Task<Dictionary<Guid, OutletView>> Mine(CancellationToken ct) =>
        (await catalogue.Current(ct)).Surroundings.OutletsInOrder.Where(o => actor.Can(Capability.DeviceManage, o.OperatorUnitId)).ToDictionary(o => o.Id);
}
