using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.OpenOutlet;

/// <summary>States that a point of sale sells from a day on (开业、恢复营业).</summary>
internal static class OpenOutlet
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
                if (outlet.State(input.ExpectedVersion, working: true, input.On, input.Reason, now) is { Failed: true } refused)
                {
                    return refused.Error!;
                }

                await db.State(outlet, now, ct);
                return outlet.Id;
            },
            ct);
    }
}
