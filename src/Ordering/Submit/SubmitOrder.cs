using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Submit;

/// <summary>Hands an order in: goods and money are held for it in one transaction.</summary>
internal static class SubmitOrder
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("po")] Guid OrderId, int ExpectedVersion, Procurement? Procurement = null) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Orders.VisibleTo(actor).Include(o => o.Lines.OrderBy(l => l.Position)).SingleOrDefaultAsync(o => o.Id == input.OrderId, ct) is not { } order)
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

                var now = clock.GetUtcNow();
                if (await db.MayBuy(actor.Id, null, order.UnitId, order.CountsForUnitId, order.Purpose, now.DayInChina(), ct) is { Error: { } mayNot })
                {
                    return mayNot;
                }

                var known = await db.TermsAt([.. order.Lines.Select(l => l.OfferId).Distinct()], order.WindowId, now, ct);
                return await db.Submit(order, known, input.Procurement, actor.Person(), now, ct) is { Error: { } refused } ? refused : order.Id;
            },
            ct);
    }
}
