using Commerce.Contracts.Ordering;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Decide;

/// <summary>The approver whose level it is agrees, sends back or rejects; never whoever ordered.</summary>
internal static class DecideOrder
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("po")] Guid OrderId, int ExpectedVersion, Decision Decision, string? Comment) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Orders.VisibleTo(actor).Include(o => o.Lines).Include(o => o.Approvals.OrderBy(a => a.Sequence)).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == input.OrderId, ct) is not { } order)
                {
                    return PlatformErrors.NotFound;
                }

                var now = clock.GetUtcNow();
                var (may, onBehalfOf) = await db.MayDecide(actor, order, now.DayInChina(), ct);
                if (order.Stage == OrderStage.Submitted ? !may : !actor.Can(Capability.OrderApprove, order.UnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                if (order.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(order.Version);
                }

                if (input.Decision == Decision.Approved && await db.MaySupply(order.Lines, now, ct) is { Error: { } suspended })
                {
                    return suspended;
                }

                var before = order.Holdings;
                var policy = await db.PolicyUnder(order.PolicyId, ct);
                var split = await db.SplitOf(order.Id, ct);
                if (order.Decide(input.Decision, input.Comment, policy, split, onBehalfOf, actor.Person(), now) is { Error: { } refused })
                {
                    return refused;
                }

                if (await db.Carry(order, before, now, ct) is { Error: { } stuck })
                {
                    return stuck;
                }

                if (order.Stage == OrderStage.Submitted)
                {
                    // Another level has to agree yet.
                    return order.Id;
                }

                db.Publish(
                    input.Decision == Decision.Approved
                        ? new OrderApproved(order.Id, order.Number, order.UnitId, now)
                        : new OrderReturned(order.Id, order.Number, order.UnitId, GraphJson.EnumName(input.Decision), input.Comment, now),
                    now);
                return order.Id;
            },
            ct);
    }
}
