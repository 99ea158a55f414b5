using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Payments;

/// <summary>Records a transfer by the code that was written on it: the whole of a statement, or a part.</summary>
internal static class RecordPayment
{
    // PayerAccountEnd: the last four digits. Amount: above zero; on a statement below zero it is what came back from the supplier.
    public sealed record Input(
        string IdempotencyKey, string Code, AskedMoney Amount, DateOnly PaidOn, string PayerName, string? PayerAccountEnd, string BankReference) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            // A slip of the finger isn't worth keeping: nothing was looked for yet.
            var code = input.Code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
            return PaymentCode.IsWell(code) ? Record(input, code, ct) : Task.FromResult(Outcome.Refused(SettlementErrors.CodeMistyped));
        }

        private Task<Outcome> Record(Input input, string code, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Statements.VisibleTo(actor).SingleOrDefaultAsync(s => s.PaymentCode == code, ct) is not { } statement)
                {
                    return SettlementErrors.CodeUnknown;
                }

                if (!actor.Can(Capability.PaymentWrite, statement.UnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                var now = clock.GetUtcNow();
                if (Slip(input, statement, now) is { Error: { } misread })
                {
                    return misread;
                }

                if (await db.Payments.SingleOrDefaultAsync(p => p.SlipKey == input.BankReference, ct) is { } taken)
                {
                    var seen = await db.Statements.VisibleTo(actor).AnyAsync(s => s.Id == taken.StatementId, ct);
                    return SettlementErrors.SlipTaken(input.BankReference, seen ? taken.Number : null);
                }

                // Numbers first: the first of a year saves its own row.
                var number = await db.NextPaper("PY", now, ct);
                var fen = Math.Sign(statement.OutstandingFen) * input.Amount.Fen!.Value;
                if (fen == 0)
                {
                    return SettlementErrors.NothingOwed(statement.Number);
                }

                if (statement.Pay(fen).Error is { } tooMuch)
                {
                    return tooMuch;
                }

                var payment = new Payment
                {
                    Id = Guid.CreateVersion7(now),
                    Number = number,
                    StatementId = statement.Id,
                    AmountFen = fen,
                    PaidOn = input.PaidOn,
                    PayerName = input.PayerName.Trim(),
                    PayerAccountEnd = input.PayerAccountEnd,
                    BankReference = input.BankReference,
                    SlipKey = input.BankReference,
                    ReversesId = null,
                    Reason = null,
                    RecordedByName = actor.Name,
                    RecordedAt = now,
                };
                db.Payments.Add(payment);
                await db.StatePaid(payment, statement, ct);
                return payment.Id;
            },
            ct);

        private static Result Slip(Input input, Statement statement, DateTimeOffset now) =>
            input.Amount.Fen is not > 0 ? SettlementErrors.AmountWrong
            : input.PaidOn > now.DayInChina() || input.PaidOn < new DateOnly(statement.Month.Year, statement.Month.OfYear, 1) ? SettlementErrors.PaidDayWrong
            : input.PayerName.Trim().Length is 0 or > 100 || input.BankReference.Length is 0 or > 60 || !input.BankReference.All(char.IsAsciiLetterOrDigit) ? SettlementErrors.PayerNeeded
            : input.PayerAccountEnd is { } end && (end.Length != 4 || !end.All(char.IsAsciiDigit)) ? SettlementErrors.AccountEndWrong
            : Result.Done;
    }
}
