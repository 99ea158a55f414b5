using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Payments;

/// <summary>The term of a contract between a unit and a supplier, from today on; what was accepted before keeps its day.</summary>
internal static class SetPaymentTerm
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ou")] Guid UnitId, [property: IdOf("ou")] Guid SupplyUnitId, int Days, TermStart Start, string Contract) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (!actor.Can(Capability.PaymentWrite, input.UnitId) || !await db.Units.AnyAsync(u => u.Id == input.SupplyUnitId, ct))
                {
                    return PlatformErrors.NotFound;
                }

                if (input.Days is < 1 or > PaymentTerm.Longest)
                {
                    return SettlementErrors.TermWrong;
                }

                if (string.IsNullOrWhiteSpace(input.Contract) || input.Contract.Length > 100)
                {
                    return SettlementErrors.ContractNeeded;
                }

                var today = clock.GetUtcNow().DayInChina();
                if (await db.PaymentTerms.SingleOrDefaultAsync(t => t.SupplyUnitId == input.SupplyUnitId && t.UnitId == input.UnitId && t.ValidFrom == today, ct) is { } same)
                {
                    (same.Days, same.Start, same.Contract) = (input.Days, input.Start, input.Contract.Trim());
                }
                else
                {
                    db.PaymentTerms.Add(new PaymentTerm
                    {
                        SupplyUnitId = input.SupplyUnitId,
                        UnitId = input.UnitId,
                        ValidFrom = today,
                        Days = input.Days,
                        Start = input.Start,
                        Contract = input.Contract.Trim(),
                    });
                }

                return input.UnitId;
            },
            ct);
    }
}
