using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Payments;

/// <summary>Takes back a payment that was recorded wrongly or sent back by the bank (冲销): another row, never an edit. The slip may then be entered anew.</summary>
internal static class ReversePayment
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("pay")] Guid PaymentId, string Reason) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                // The statement first: whoever takes the payment back between the two reads makes the statement's version stale.
                if (await db.Statements.VisibleTo(actor).SingleOrDefaultAsync(s => db.Payments.Any(p => p.Id == input.PaymentId && p.StatementId == s.Id), ct) is not { } statement)
                {
                    return PlatformErrors.NotFound;
                }

                var payment = await db.Payments.SingleAsync(p => p.Id == input.PaymentId, ct);

                if (!actor.Can(Capability.PaymentWrite, statement.UnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                if (payment.Reversed || payment.ReversesId is not null)
                {
                    return SettlementErrors.ReversedAlready;
                }

                if (string.IsNullOrWhiteSpace(input.Reason) || input.Reason.Length > 400)
                {
                    return SettlementErrors.ReasonNeeded("reason");
                }

                var now = clock.GetUtcNow();
                var number = await db.NextPaper("PY", now, ct);
                if (statement.Pay(-payment.AmountFen).Error is { } stuck)
                {
                    return stuck;
                }

                payment.Reversed = true;
                payment.SlipKey = payment.Number;
                var back = new Payment
                {
                    Id = Guid.CreateVersion7(now),
                    Number = number,
                    StatementId = statement.Id,
                    AmountFen = -payment.AmountFen,
                    PaidOn = now.DayInChina(),
                    PayerName = payment.PayerName,
                    PayerAccountEnd = payment.PayerAccountEnd,
                    BankReference = payment.BankReference,
                    SlipKey = number,
                    ReversesId = payment.Id,
                    Reason = input.Reason.Trim(),
                    RecordedByName = actor.Name,
                    RecordedAt = now,
                };
                db.Payments.Add(back);
                await db.StatePaid(back, statement, ct);
                return payment.Id;
            },
            ct);
    }
}
