using Commerce.Contracts.Ordering;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Invoices;

/// <summary>Enters an invoice into the register, line by line as it is printed.</summary>
internal static class RegisterInvoice
{
    /// <summary>What files of invoices are handed in for.</summary>
    public const string Files = "ordering.invoice";

    // TaxRate: per cent, null is 免税. Tax: as printed; worked out of the gross when left out.
    public sealed record Line(decimal? TaxRate, AskedMoney Gross, AskedMoney? Tax);

    public sealed record Input(
        string IdempotencyKey, [property: IdOf("st")] Guid StatementId, InvoiceKind Kind, string Number, string IssuerCode, string IssuerName, DateOnly IssuedOn,
        IReadOnlyList<Line> Lines, [property: IdOf("inv")] Guid? CorrectsInvoiceId, [property: IdOf("fil")] Guid? FileId) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock, OrderingOptions options, FileStore files)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.StatementFor(actor, input.StatementId, ct) is not { } statement)
                {
                    return PlatformErrors.NotFound;
                }

                if (actor.SideOf(Capability.InvoiceWrite, statement) is null)
                {
                    return PlatformErrors.Forbidden;
                }

                var now = clock.GetUtcNow();
                if (Papers(input, now) is { Error: { } misread })
                {
                    return misread;
                }

                if (await db.Invoices.Where(i => i.IssuerCode == input.IssuerCode && i.Number == input.Number).Select(i => i.StatementId).SingleOrDefaultAsync(ct) is var there && there != Guid.Empty)
                {
                    return SettlementErrors.NumberTaken(input.Number, await db.Statements.VisibleTo(actor).Where(s => s.Id == there).Select(s => s.Number).SingleOrDefaultAsync(ct));
                }

                var original = await Original(input, statement, ct);
                if (original is null && input.CorrectsInvoiceId is not null)
                {
                    return SettlementErrors.NoSuchInvoice;
                }

                if (input.FileId is { } file && !(await files.Own(Files, [file], ct)).ContainsKey(file))
                {
                    return SettlementErrors.NoSuchFile;
                }

                var invoice = new Invoice
                {
                    Id = Guid.CreateVersion7(now),
                    Serial = await db.NextNumber("invoices", ct),
                    StatementId = statement.Id,
                    Kind = input.Kind,
                    Number = input.Number,
                    IssuerCode = input.IssuerCode,
                    IssuerName = input.IssuerName.Trim(),
                    IssuedOn = input.IssuedOn,
                    CorrectsId = input.CorrectsInvoiceId,
                    FileId = input.FileId,
                    RegisteredByName = actor.Name,
                    RegisteredAt = now,
                };
                var lines = input.Lines.Select(l => new InvoiceLineRead(l.TaxRate, l.Gross.Fen, l.Tax is { } tax ? tax.Fen ?? long.MaxValue : null)).ToList();
                if (invoice.Read(lines, original, options.TaxRates, options.InvoiceTaxTolerance.Fen).Error is { } refused)
                {
                    return refused;
                }

                if (statement.Invoice(invoice.TotalFen, options.InvoiceTolerance.Fen).Error is { } beyond)
                {
                    return beyond;
                }

                db.Invoices.Add(invoice);
                db.Publish(
                    new InvoiceRegistered(
                        invoice.Id, statement.UnitId, invoice.IssuerName, invoice.Number, invoice.IssuedOn, Money.FromFen(invoice.TotalFen).Amount, actor.Id, [.. statement.Lines.Select(l => l.OrderId).Distinct()]),
                    now);
                return invoice.Id;
            },
            ct);

        private static Result Papers(Input input, DateTimeOffset now) =>
            input.Number.Length is not (18 or 20) || !input.Number.All(char.IsAsciiDigit) ? SettlementErrors.InvoiceNumberWrong
            : input.IssuerName.Trim().Length is 0 or > 200 || !CreditCode.IsWell(input.IssuerCode) ? SettlementErrors.IssuerWrong
            : input.IssuedOn > now.DayInChina() ? SettlementErrors.IssuedInTheFuture
            : Result.Done;

        /// <summary>The blue invoice that a red one takes back: of the same supplier and unit, from the same issuer.</summary>
        private async Task<(Invoice Blue, IReadOnlyList<Invoice> Reds)?> Original(Input input, Statement statement, CancellationToken ct)
        {
            if (input.CorrectsInvoiceId is not { } id
                || await db.Invoices.SingleOrDefaultAsync(
                    i => i.Id == id && i.CorrectsId == null && i.IssuerCode == input.IssuerCode
                        && db.Statements.Any(s => s.Id == i.StatementId && s.SupplyUnitId == statement.SupplyUnitId && s.UnitId == statement.UnitId),
                    ct) is not { } blue)
            {
                return null;
            }

            blue.Reds++;
            return (blue, await db.Invoices.AsNoTracking().Where(i => i.CorrectsId == id).ToListAsync(ct));
        }
    }
}
