using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Policies;

/// <summary>Sets the procurement limit (采购限额) of a unit for a category from a day on; past days stay as they were.</summary>
internal static class SetProcurementLimit
{
    // ValidFrom: today when left out.
    public sealed record Input(string IdempotencyKey, [property: IdOf("ou")] Guid UnitId, PurchasePurpose Purpose, AskedMoney Limit, DateOnly? ValidFrom) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (!actor.Can(Capability.BudgetManage, input.UnitId) || !await db.Units.AnyAsync(u => u.Id == input.UnitId, ct))
                {
                    return PlatformErrors.NotFound;
                }

                if (input.Limit.Fen is not (> 0 and var limit))
                {
                    return OrderingErrors.ProcurementLimitWrong;
                }

                var today = clock.GetUtcNow().DayInChina();
                var from = input.ValidFrom ?? today;
                if (from < today)
                {
                    return OrderingErrors.LimitInThePast;
                }

                if (await db.ProcurementLimits.SingleOrDefaultAsync(l => l.UnitId == input.UnitId && l.Purpose == input.Purpose && l.ValidFrom == from, ct) is { } known)
                {
                    (known.LimitFen, known.SetByName) = (limit, actor.Name);
                }
                else
                {
                    db.ProcurementLimits.Add(new ProcurementLimit { UnitId = input.UnitId, Purpose = input.Purpose, ValidFrom = from, LimitFen = limit, SetByName = actor.Name });
                }

                return input.UnitId;
            },
            ct);
    }
}
