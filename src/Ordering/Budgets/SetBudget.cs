using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Budgets;

/// <summary>Sets what a unit may spend in a year from one source; never below what is used and held.</summary>
internal static class SetBudget
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("ou")] Guid UnitId, int Year, FundingSource Fund, AskedMoney Limit) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (!actor.Can(Capability.BudgetManage, input.UnitId))
                {
                    return PlatformErrors.NotFound;
                }

                if (input.Year is < 2000 or > 2100)
                {
                    return OrderingErrors.YearWrong;
                }

                if (input.Limit.Fen is not { } limit)
                {
                    return OrderingErrors.LimitWrong;
                }

                // Locked before it is read: nothing is reserved between the look and the change. Changed as an object, so that the audit trail has both limits.
                var budget = db.Budgets.Where(b => b.UnitId == input.UnitId && b.Year == input.Year && b.Fund == input.Fund);
                await budget.ExecuteUpdateAsync(b => b.SetProperty(x => x.LimitFen, x => x.LimitFen), ct);
                if (await budget.SingleOrDefaultAsync(ct) is not { } known)
                {
                    db.Budgets.Add(new Budget { UnitId = input.UnitId, Year = input.Year, Fund = input.Fund, LimitFen = limit });
                    return input.UnitId;
                }

                if (known.ReservedFen + known.SpentFen > limit)
                {
                    return OrderingErrors.LimitBelowUse(Money.FromFen(known.ReservedFen + known.SpentFen));
                }

                known.LimitFen = limit;
                return input.UnitId;
            },
            ct);
    }
}
