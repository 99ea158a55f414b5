using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Devices;

/// <summary>Puts a screen out of use for good: a lost one, a broken one, one that stands elsewhere now.</summary>
internal static class WithdrawDevice
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("dev")] Guid DeviceId, int ExpectedVersion, string Reason) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                // Another unit's looks as if there were none.
                var units = actor.UnitsWhere(Capability.DeviceManage);
                return await db.Devices.FirstOrDefaultAsync(d => d.Id == input.DeviceId && db.Outlets.Any(o => o.Id == d.OutletId && units.Contains(o.OperatorUnitId)), ct) is not { } device ? PlatformErrors.NotFound
                    : device.Withdraw(input.ExpectedVersion, input.Reason, actor.Id, actor.Name, clock.GetUtcNow()) is { Failed: true } refused ? refused.Error!
                    : device.Id;
            },
            ct);
    }
}
