using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Devices;

/// <summary>Registers a screen at an outlet; its code is typed on the screen within ten minutes.</summary>
internal static class RegisterDevice
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("out")] Guid OutletId, string Name) : IMutationInput;

    // A screen is no fact of the catalogue: nobody's goods or prices are read anew for it.
    internal sealed class Handler(CatalogDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Outlets.AsNoTracking().FirstOrDefaultAsync(o => o.Id == input.OutletId, ct) is not { } outlet)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.DeviceManage, outlet.OperatorUnitId))
                {
                    return CatalogErrors.NotYourOutlet;
                }

                if (!outlet.Opens)
                {
                    return DeviceErrors.NoScreenThere;
                }

                var name = input.Name.Trim();
                if (name.Length is 0 or > 40)
                {
                    return DeviceErrors.NameShape;
                }

                if (await db.Devices.AnyAsync(d => d.OutletId == outlet.Id && d.WithdrawnAt == null && d.Name == name, ct))
                {
                    return DeviceErrors.NameTaken(name);
                }

                var now = clock.GetUtcNow();
                var device = new Device
                {
                    Id = Guid.CreateVersion7(now),
                    OutletId = outlet.Id,
                    Name = name,
                    RegisteredById = actor.Id,
                    RegisteredByName = actor.Name,
                    RegisteredAt = now,
                    Code = Device.NewCode(),
                    CodeUntil = now + Device.CodeLife,
                };
                db.Add(device);
                return device.Id;
            },
            ct);
    }
}
