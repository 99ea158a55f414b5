using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Lapse;

/// <summary>Gives up an approved order that the supplier left unconfirmed: goods and money are free again.</summary>
internal static class LapseOrder
{
    public sealed record Input(string IdempotencyKey, Guid OrderId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock, OrderingOptions options)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                var now = clock.GetUtcNow();
                if (await db.Orders.Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == input.OrderId, ct) is not { } order)
                {
                    return PlatformErrors.NotFound;
                }

                if (order.Version != input.ExpectedVersion || !await db.Orders.Unconfirmed(db, options.ConfirmBefore(now)).AnyAsync(o => o.Id == order.Id, ct))
                {
                    return OrderingErrors.NotLapsed;
                }

                var reason = $"供货单位 {options.ConfirmWithinDays} 天内没有确认，自动取消";
                return await db.LetGo(order, reason, actor.Person(), now, ct) is { Error: { } refused } ? refused : order.Id;
            },
            ct);
    }

    /// <summary>Approved at or before a moment and not confirmed since. In a window the time runs from its end.</summary>
    public static IQueryable<Order> Unconfirmed(this IQueryable<Order> orders, OrderingDbContext db, DateTimeOffset since) => orders.Where(o =>
        o.Stage == OrderStage.Approved && !o.RestCancelled && !o.Approvals.Any(a => a.DecidedAt > since)
        && (o.WindowId == null || db.Windows.Any(w => w.Id == o.WindowId && w.ClosesAt <= since)));
}
