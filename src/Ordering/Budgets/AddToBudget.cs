using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Budgets;

/// <summary>追加预算: goods arrived that cost more than the budget has left; whoever keeps the budget agrees by adding to it, for this order and with a reason. Only then can they be signed for: a budget is never overdrawn.</summary>
internal static class AddToBudget
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("po")] Guid OrderId, AskedMoney Amount, string Reason) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Orders.VisibleTo(actor).SingleOrDefaultAsync(o => o.Id == input.OrderId, ct) is not { } order)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.BudgetManage, order.UnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                var amount = input.Amount.Fen ?? 0;
                if (order.AddToBudget(amount, input.Reason, actor.Person(), clock.GetUtcNow()) is { Error: { } refused })
                {
                    return refused;
                }

                // Locked before it is read, and changed as an object, so that the audit trail has both limits.
                var (fund, year) = (Budget.FundOf(order.Purpose)!.Value, order.BudgetYear!.Value);
                var row = db.Budgets.Where(b => b.UnitId == order.UnitId && b.Year == year && b.Fund == fund);
                await row.ExecuteUpdateAsync(b => b.SetProperty(x => x.LimitFen, x => x.LimitFen), ct);
                (await row.SingleAsync(ct)).LimitFen += amount;
                return order.Id;
            },
            ct);
    }
}
