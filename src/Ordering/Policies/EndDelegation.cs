using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Policies;

/// <summary>Ends it before its last day: from today it holds no more. What was done under it stays.</summary>
internal static class EndDelegation
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("dlg")] Guid DelegationId) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Delegations.SingleOrDefaultAsync(d => d.Id == input.DelegationId, ct) is not { } delegation || !actor.Can(Capability.BudgetManage, delegation.UnitId))
                {
                    return PlatformErrors.NotFound;
                }

                var today = clock.GetUtcNow().DayInChina();
                if (delegation.ValidTo <= today)
                {
                    return OrderingErrors.DelegationEnded;
                }

                delegation.ValidTo = today;
                return delegation.UnitId;
            },
            ct);
    }
}
