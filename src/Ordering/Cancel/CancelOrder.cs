using Commerce.Ordering.Data;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Cancel;

/// <summary>Gives up the rest of an order; accepted goods stay, goods on the way are still to be accepted.</summary>
internal static class CancelOrder
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("po")] Guid OrderId, int ExpectedVersion, string Reason) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Orders.VisibleTo(actor).Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == input.OrderId, ct) is not { } order)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.OrderRequest, order.UnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                if (order.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(order.Version);
                }

                return await db.LetGo(order, input.Reason, actor.Person(), clock.GetUtcNow(), ct) is { Error: { } refused } ? refused : order.Id;
            },
            ct);
    }
}
