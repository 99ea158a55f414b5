using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Policies;

/// <summary>Names who stands in for an approver who is away, or the contractor who orders for a canteen; from a day to a day.</summary>
internal static class SetDelegation
{
    private const int LongestName = 100;
    private const int LongestDays = 1_100;

    // Role: null for a contractor. ValidFrom: today when left out. ValidTo: the first day on which it holds no more.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ou")] Guid UnitId, [property: IdOf("usr")] Guid AccountId, ApproverRole? Role, string ForName, DateOnly? ValidFrom,
        DateOnly ValidTo) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                Guid[] managed = [.. actor.UnitsWhere(Capability.BudgetManage)];
                if (!managed.Contains(input.UnitId) || !await db.Units.AnyAsync(u => u.Id == input.UnitId, ct)
                    || await db.People.SingleOrDefaultAsync(p => p.Id == input.AccountId && managed.Contains(p.UnitId) && !p.Disabled, ct) is not { } person)
                {
                    return PlatformErrors.NotFound;
                }

                if (string.IsNullOrWhiteSpace(input.ForName) || input.ForName.Length > LongestName)
                {
                    return OrderingErrors.DelegationNameWrong(LongestName);
                }

                var now = clock.GetUtcNow();
                var today = now.DayInChina();
                var from = input.ValidFrom ?? today;
                if (from < today || input.ValidTo <= from || input.ValidTo > from.AddDays(LongestDays))
                {
                    return OrderingErrors.DelegationDaysWrong;
                }

                var delegation = new Delegation
                {
                    Id = Guid.CreateVersion7(now),
                    UnitId = input.UnitId,
                    Role = input.Role,
                    PersonId = person.Id,
                    PersonName = person.Name,
                    ForName = input.ForName.Trim(),
                    ValidFrom = from,
                    ValidTo = input.ValidTo,
                    SetByName = actor.Name,
                    SetAt = now,
                };
                db.Delegations.Add(delegation);
                return input.UnitId;
            },
            ct);
    }
}
