using Commerce.Ordering.Labels;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Ordering.Invoices;

/// <summary>The register to take away: the same rows as the page shows for the same address, all of them.</summary>
internal static class ExportInvoices
{
    // What a spreadsheet of this shape can still be opened with on an office computer.
    private const int Most = 20_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/invoices/export.xlsx", (HttpContext http, ReadInvoices read, Words words, Actor actor, TimeProvider clock, CancellationToken ct) =>
            File(http, read, words, actor, clock, XlsxFile.Of, XlsxFile.MediaType, "xlsx", ct)).WithMetadata(new RequiresAttribute(Capability.OrderRead));
        routes.MapGet("/invoices/export.csv", (HttpContext http, ReadInvoices read, Words words, Actor actor, TimeProvider clock, CancellationToken ct) =>
            File(http, read, words, actor, clock, CsvFile.Of, CsvFile.MediaType, "csv", ct)).WithMetadata(new RequiresAttribute(Capability.OrderRead));
    }

    private static async Task<IResult> File(
        HttpContext http, ReadInvoices read, Words w, Actor actor, TimeProvider clock, Func<PaperTable, byte[]> write, string mediaType, string extension, CancellationToken ct)
    {
        var rows = (await read.List(new InvoiceQuestion(http.Request.Query["kind"], http.Request.Query["text"]), null, Most, ct)).Rows;
        var today = clock.GetUtcNow().DayInChina();
        return FileOut.Give(http, Table(rows, w, today) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) }, write, mediaType, $"{w["发票登记簿", "invoices"]}-{today:yyyyMMdd}.{extension}");
    }

    private static PaperTable Table(IReadOnlyList<InvoiceRow> rows, Words w, DateOnly today) => new(
        w["发票登记簿", "Register of invoices"],
        [
            new(w["发票号码", "Number"], 24), new(w["种类", "Kind"], 16), new(w["开票方", "Issuer"], 24), new(w["统一社会信用代码", "Credit code"], 22), new(w["开票日期", "Issued"], 14), new(w["对账单", "Statement"], 18),
            new(w["采购单位", "Unit"], 20), new(w["供货单位", "Supplier"], 20), new(w["税率", "Rates"], 10), new(w["价税合计", "Gross"], 14, PaperFigure.Money), new(w["其中税额", "of which tax"], 14, PaperFigure.Money),
        ],
        [
            .. rows.Select(r => new PaperRow(
            [
                r.Invoice.Number, w.Label(r.Invoice.Kind), r.Invoice.IssuerName, r.Invoice.IssuerCode, w.Day(r.Invoice.IssuedOn), r.Statement, r.Unit, r.Supplier,
                string.Join(w["、", ", "], r.Invoice.Lines.OrderBy(l => l.Position).Select(l => w.Rate(l.TaxBasisPoints)).Distinct()), Money.FromFen(r.Invoice.TotalFen),
                r.Invoice.TaxFen is { } tax ? (PaperCell)Money.FromFen(tax) : PaperCell.Empty,
            ])),
            new PaperRow(
            [
                w["合计", "Total"], "", "", "", "", "", "", "", "", Money.FromFen(rows.Sum(r => r.Invoice.TotalFen)), Money.FromFen(rows.Sum(r => r.Invoice.TaxFen ?? 0)),
            ], true),
        ])
    {
        Right = w["单位：元", "in yuan"],
        Left = $"{w["导出日期：", "exported "]}{w.Day(today)}",
    };
}
