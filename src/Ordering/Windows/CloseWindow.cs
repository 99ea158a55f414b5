using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Windows;

/// <summary>Ends the ordering, at its last day by the clock or earlier by the supplier. Too little for a truck: everything is released.</summary>
internal static class CloseWindow
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("win")] Guid WindowId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                // Takes the row first: whoever is handing in an order now is either counted below or comes too late.
                await db.Windows.Where(w => w.Id == input.WindowId).ExecuteUpdateAsync(s => s.SetProperty(w => w.Submissions, w => w.Submissions), ct);
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

                var now = clock.GetUtcNow();
                var orders = await db.OpenOrders(window.Id, ct);
                var reached = orders.Where(o => o.Stage is OrderStage.Submitted or OrderStage.Approved).Sum(o => o.EstimatedFen);
                if (window.Close(reached, now) is { Error: { } refused })
                {
                    return refused;
                }

                if (window.Stage == WindowStage.NotReached)
                {
                    foreach (var order in orders)
                    {
                        if (await db.LetGo(order, $"征订“{window.Name}”没有达到起运金额", actor.Person(), now, ct) is { Error: { } stuck })
                        {
                            return stuck;
                        }
                    }
                }

                return window.Id;
            },
            ct);
    }
}
