using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Invoices;

/// <summary>A row of the register.</summary>
internal sealed record InvoiceRow(Invoice Invoice, string Statement, Month Month, string Unit, string Supplier);

/// <summary>Rows, and the serial behind which the next ones start; null at the end.</summary>
internal sealed record InvoiceRows(IReadOnlyList<InvoiceRow> Rows, long? Next);

/// <summary>What the register is asked for; what can't be read asks for nothing.</summary>
/// <param name="Kind">Such as VAT_SPECIAL.</param>
/// <param name="Text">A part of the number or of the issuer's name.</param>
internal sealed record InvoiceQuestion(string? Kind, string? Text)
{
    public InvoiceKind? OfKind => Enum.GetValues<InvoiceKind>().Where(k => GraphJson.EnumName(k) == Kind).Select(k => (InvoiceKind?)k).FirstOrDefault();

    /// <summary>The same question as a query string, for a link to its export.</summary>
    public string Query => string.Join('&', new (string Name, string? Value)[] { ("kind", Kind), ("text", Text) }
        .Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
}

/// <summary>Reads the register of invoices, the newest first.</summary>
internal sealed class ReadInvoices(OrderingDbContext db, Actor actor)
{
    public async Task<InvoiceRows> List(InvoiceQuestion question, long? below, int most, CancellationToken ct)
    {
        var matching =
            from invoice in db.Invoices.AsNoTracking()
            join statement in db.Statements.AsNoTracking().VisibleTo(actor) on invoice.StatementId equals statement.Id
            select new { Invoice = invoice, statement.Number, statement.Month, statement.UnitId, statement.SupplyUnitId };
        if (question.OfKind is { } kind)
        {
            matching = matching.Where(x => x.Invoice.Kind == kind);
        }

        if (question.Text?.Trim() is { Length: > 0 and <= 100 } text)
        {
            matching = matching.Where(x => x.Invoice.Number.Contains(text) || x.Invoice.IssuerName.Contains(text));
        }

        var found = await matching.Where(x => below == null || x.Invoice.Serial < below).OrderByDescending(x => x.Invoice.Serial).Take(most + 1).ToListAsync(ct);
        var shown = found.Take(most).ToList();
        Guid[] units = [.. shown.SelectMany(x => new[] { x.UnitId, x.SupplyUnitId }).Distinct()];
        var names = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return new(
            [.. shown.Select(x => new InvoiceRow(x.Invoice, x.Number, x.Month, names.GetValueOrDefault(x.UnitId, ""), names.GetValueOrDefault(x.SupplyUnitId, "")))],
            found.Count > most ? shown[^1].Invoice.Serial : null);
    }
}
