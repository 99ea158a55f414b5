using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.CloseOutlet;

/// <summary>States that a point of sale no longer sells from a day on (停业). Its offers stay; travellers no longer see them there.</summary>
internal static class CloseOutlet
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("out")] Guid OutletId, int ExpectedVersion, DateOnly On, string Reason) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Outlets.FirstOrDefaultAsync(o => o.Id == input.OutletId, ct) is not { } outlet)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.CatalogueWrite, outlet.OperatorUnitId))
                {
                    return CatalogErrors.NotYourOutlet;
                }

                var now = clock.GetUtcNow();
                if (outlet.State(input.ExpectedVersion, working: false, input.On, input.Reason, now) is { Failed: true } refused)
                {
                    return refused.Error!;
                }

                await db.State(outlet, now, ct);
                return outlet.Id;
            },
            ct);
    }
}
