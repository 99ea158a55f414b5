using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Windows;

/// <summary>The supplier takes on all approved orders of a closed window at once; orders nobody approved in time are released.</summary>
internal static class ConfirmWindow
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("win")] Guid WindowId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Windows.SingleOrDefaultAsync(w => w.Id == input.WindowId, ct) is not { } window)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.OrderSupply, window.SupplyUnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                if (window.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(window.Version);
                }

                if (window.Confirm() is { Error: { } refused })
                {
                    return refused;
                }

                var now = clock.GetUtcNow();
                var onBehalf = await db.ActsOnBehalfAs(actor, ct);
                foreach (var order in await db.OpenOrders(window.Id, ct))
                {
                    if (await db.MaySupply(order.Lines, now, ct) is { Error: { } suspended })
                    {
                        return suspended;
                    }

                    var done = order.Stage == OrderStage.Approved
                        ? db.Agree(order, null, onBehalf, actor.Person(), now)
                        : await db.LetGo(order, $"征订“{window.Name}”确认前没有通过审批", actor.Person(), now, ct);
                    if (done.Error is { } stuck)
                    {
                        return stuck;
                    }
                }

                return window.Id;
            },
            ct);
    }
}
