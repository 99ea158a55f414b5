using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Stations;

/// <summary>Puts a delivery station on the list, or changes it.</summary>
internal static class SaveStation
{
    // StationId: a new one when left out. UnitId: whose list it stands on.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("dst")] Guid? StationId, int? ExpectedVersion, [property: IdOf("ou")] Guid UnitId, StationTier Tier, string Name, string Place, int Days,
        AskedMoney Cost, bool WithBus = false, bool Closed = false) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (!actor.Can(Capability.OrderSupply, input.UnitId))
                {
                    return PlatformErrors.NotFound;
                }

                if (input.Cost.Fen is not { } cost)
                {
                    return OrderingErrors.FreightWrong.At("cost");
                }

                var station = new DeliveryStation { Id = Guid.CreateVersion7(clock.GetUtcNow()), SupplyUnitId = input.UnitId };
                if (input.StationId is { } id)
                {
                    if (await db.Stations.SingleOrDefaultAsync(s => s.Id == id && s.SupplyUnitId == input.UnitId, ct) is not { } known)
                    {
                        return PlatformErrors.NotFound;
                    }

                    if (known.Version != input.ExpectedVersion)
                    {
                        return PlatformErrors.Stale(known.Version);
                    }

                    station = known;
                }
                else
                {
                    db.Stations.Add(station);
                }

                return station.Write(input.Tier, input.Name, input.Place, input.Days, cost, input.WithBus, input.Closed) is { Error: { } refused } ? refused : station.Id;
            },
            ct);
    }
}
