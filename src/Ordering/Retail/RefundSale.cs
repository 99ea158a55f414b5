using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Retail;

/// <summary>A clerk gives money back: first it is promised here, so that two clerks can't promise the same money, then Stripe is asked.</summary>
internal static class RefundSale
{
    // Amount: everything that is left when null.
    public sealed record Input(string IdempotencyKey, [property: IdOf("rs")] Guid SaleId, AskedMoney? Amount, string Reason) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock, StripeSettings settings, GiveBack giveBack)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            if (!settings.Offered)
            {
                return Outcome.Refused(RetailErrors.NotOffered);
            }

            var promised = Guid.Empty;
            var outcome = await once.Run(
                db,
                input,
                async () =>
                {
                    var refund = await Promise(input, ct);
                    promised = refund.Failed ? Guid.Empty : refund.Value.Id;
                    return refund.Error is { } refused ? refused : refund.Value.SaleId;
                },
                ct);
            if (outcome is { Id: not null, Replayed: false })
            {
                await giveBack.Do(promised, ct);
            }

            return outcome;
        }

        private async Task<Result<RetailRefund>> Promise(Input input, CancellationToken ct)
        {
            if (await db.RetailSales.ServedBy(actor).Include(s => s.Lines).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == input.SaleId, ct) is not { } sale)
            {
                return PlatformErrors.NotFound;
            }

            if (string.IsNullOrWhiteSpace(input.Reason) || input.Reason.Length > 400)
            {
                return RetailErrors.ReasonNeeded;
            }

            var left = sale.PaidFen - sale.RefundedFen;
            if (input.Amount is { Fen: null })
            {
                return RetailErrors.MoreThanPaid(Money.FromFen(left));
            }

            var now = clock.GetUtcNow();
            var before = sale.Stand;
            var refund = sale.Refund(input.Amount?.Fen ?? left, input.Reason, actor.Name, now);
            if (!refund.Failed)
            {
                await db.Follow(sale, before, HistoryAction.Refunded, actor.Person(), now, ct);
            }

            return refund;
        }
    }
}
