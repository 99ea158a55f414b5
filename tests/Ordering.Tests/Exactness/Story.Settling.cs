using Commerce.Ordering.Domain;
using Commerce.Ordering.Invoices;
using Commerce.Ordering.Payments;
using Commerce.Ordering.Tests.Slices;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Tests.Exactness;

/// <summary>Statements, invoices and payments.</summary>
internal sealed partial class Story
{
    private BookedStatement? PickStatement(Step step) => books.Statements.Count == 0 ? null : books.Statements[step.Which % books.Statements.Count];

    private async Task<Statement> Stored(BookedStatement statement)
    {
        await using var db = world.Open();
        return await db.Statements.AsNoTracking().SingleAsync(s => s.Month == statement.Month);
    }

    private async Task ConfirmStatement(Step step)
    {
        if (PickStatement(step) is { } statement)
        {
            var stored = await Stored(statement);
            var (side, who) = step.Luck % 2 == 0 ? (StatementSide.Unit, Settling.Leader) : (StatementSide.Supplier, Settling.Seller);
            Agreed(
                stored.IsConfirmed(side) ? ErrorCode.StateNotAllowed : null,
                await world.Do(who, (db, once, actor) => new Statements.ConfirmStatement.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), stored.Id, stored.Version), default)));
        }
    }

    private async Task Invoice(Step step)
    {
        if (PickStatement(step) is { } statement)
        {
            var gross = Math.Max(1, Part(Math.Abs(statement.Amount), step.Luck % 5 == 0 ? 1_000 : step.Much, 1));
            var invoiced = statement.Blue.Sum(b => b.Fen) - statement.RedOf.Values.Sum();
            ErrorCode? expected = invoiced + gross > Math.Max(0, statement.Amount) ? ErrorCode.StateNotAllowed : null;
            var (stored, number) = (await Stored(statement), $"{++numbers:00000000000000000000}");
            var said = await Twice(step, $"invoice {steps}", key => world.Invoice(gross / 100m, number: number, statement: stored.Id, key: key));
            if (Agreed(expected, said))
            {
                statement.Blue.Add((said.Id!.Value, gross));
                statement.RedOf[said.Id.Value] = 0;
            }
        }
    }

    private async Task RedInvoice(Step step)
    {
        if (Pick(step, books.Statements, s => s.Blue.Count > 0) is { Blue.Count: > 0 } statement)
        {
            var (blue, fen) = statement.Blue[step.Which % statement.Blue.Count];
            var left = fen - statement.RedOf[blue];
            var gross = Math.Max(1, Part(left, step.Luck % 5 == 0 ? 1_100 : step.Much, 1));
            var invoiced = statement.Blue.Sum(b => b.Fen) - statement.RedOf.Values.Sum();
            ErrorCode? expected = gross > left ? ErrorCode.Invalid : invoiced - gross < Math.Min(0, statement.Amount) ? ErrorCode.StateNotAllowed : null;
            var (stored, number) = (await Stored(statement), $"{++numbers:00000000000000000000}");
            if (Agreed(expected, await world.Invoice(gross / 100m, kind: InvoiceKind.CreditNote, number: number, corrects: blue, statement: stored.Id)))
            {
                statement.RedOf[blue] += gross;
            }
        }
    }

    /// <summary>Above zero to the supplier; on a statement below zero it is what came back.</summary>
    private async Task Pay(Step step)
    {
        if (PickStatement(step) is { } statement)
        {
            var outstanding = statement.Amount - statement.Paid;
            var amount = Math.Max(1, Part(Math.Abs(outstanding), (step.Luck % 5) switch { 0 => 1_000, 1 => 1_100, _ => step.Much }, 1));
            var signed = Math.Sign(outstanding) * amount;
            ErrorCode? expected = signed == 0 || !statement.TakesPaid(statement.Paid + signed) ? ErrorCode.StateNotAllowed : null;
            var stored = await Stored(statement);
            var said = await Twice(step, $"pay {steps}", key => world.Pay(amount / 100m, $"S{steps}", code: stored.PaymentCode, key: key));
            if (Agreed(expected, said))
            {
                statement.Payments.Add((said.Id!.Value, signed));
            }
        }
    }

    private async Task TakePaymentBack(Step step)
    {
        if (Pick(step, books.Statements, s => s.Payments.Count > 0) is { Payments.Count: > 0 } statement)
        {
            var payment = statement.Payments[step.Which % statement.Payments.Count];
            if (Agreed(statement.TakesPaid(statement.Paid - payment.Fen) ? null : ErrorCode.StateNotAllowed, await world.Reverse(payment.Id)))
            {
                statement.Payments.Remove(payment);
            }
        }
    }
}
