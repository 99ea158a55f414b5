using Commerce.Ordering.Data;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Weigh;

/// <summary>An approver agrees to more of a line than was ordered, beyond the tolerance; only then is it taken in.</summary>
internal static class AllowMore
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("po")] Guid OrderId, int ExpectedVersion, [property: IdOf("pol")] Guid LineId, AskedQuantity More, string Reason) : IMutationInput;

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

                if (!actor.Can(Capability.OrderApprove, order.UnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                if (order.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(order.Version);
                }

                var more = input.More.Read();
                return more.Error is { } wrong ? wrong.At("more")
                    : order.AllowMore(input.LineId, more.Value, input.Reason, actor.Person(), clock.GetUtcNow()) is { Error: { } refused } ? refused
                    : order.Id;
            },
            ct);
    }
}
