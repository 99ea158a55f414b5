using Commerce.Ordering.Labels;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Ordering.Statements;

/// <summary>The list of statements to take away: the same rows as the page shows for the same address, all of them.</summary>
internal static class ExportStatements
{
    // What a spreadsheet of this shape can still be opened with on an office computer.
    private const int Most = 20_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/statements/export.xlsx", (HttpContext http, ReadStatements read, Words words, Actor actor, TimeProvider clock, CancellationToken ct) =>
            File(http, read, words, actor, clock, XlsxFile.Of, XlsxFile.MediaType, "xlsx", ct)).WithMetadata(new RequiresAttribute(Capability.OrderRead));
        routes.MapGet("/statements/export.csv", (HttpContext http, ReadStatements read, Words words, Actor actor, TimeProvider clock, CancellationToken ct) =>
            File(http, read, words, actor, clock, CsvFile.Of, CsvFile.MediaType, "csv", ct)).WithMetadata(new RequiresAttribute(Capability.OrderRead));
    }

    private static async Task<IResult> File(
        HttpContext http, ReadStatements read, Words w, Actor actor, TimeProvider clock, Func<PaperTable, byte[]> write, string mediaType, string extension, CancellationToken ct)
    {
        string? Of(string name) => http.Request.Query[name];
        var rows = (await read.List(new StatementQuestion(Of("month"), Of("unit"), Of("owed")).Filter, null, Most, ct)).Rows;
        var today = clock.GetUtcNow().DayInChina();
        return FileOut.Give(http, Table(rows, w, today) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) }, write, mediaType, $"{w["对账单", "statements"]}-{today:yyyyMMdd}.{extension}");
    }

    private static PaperTable Table(IReadOnlyList<StatementRow> rows, Words w, DateOnly today) => new(
        w["对账单", "Statements"],
        [
            new(w["号码", "Number"], 18), new(w["月份", "Month"], 12), new(w["采购单位", "Unit"], 20), new(w["供货单位", "Supplier"], 20), new(w["状态", "State"], 16),
            new(w["验收净额", "Accepted, net"], 14, PaperFigure.Money), new(w["有差异", "Disputed"], 14, PaperFigure.Money), new(w["已开票", "Invoiced"], 14, PaperFigure.Money),
            new(w["已付", "Paid"], 14, PaperFigure.Money), new(w["未付", "Outstanding"], 14, PaperFigure.Money),
        ],
        [
            .. rows.Select(r => new PaperRow(
            [
                r.Statement.Number, w.Month(r.Statement.Month), r.Unit, r.Supplier, w.Label(r.Statement.State), Money.FromFen(r.Statement.AmountFen), Money.FromFen(r.Statement.DisputedFen),
                Money.FromFen(r.Statement.InvoicedFen), Money.FromFen(r.Statement.PaidFen), Money.FromFen(r.Statement.OutstandingFen),
            ])),
            new PaperRow(
            [
                w["合计", "Total"], "", "", "", "", Sum(rows, s => s.AmountFen), Sum(rows, s => s.DisputedFen), Sum(rows, s => s.InvoicedFen), Sum(rows, s => s.PaidFen), Sum(rows, s => s.OutstandingFen),
            ], true),
        ])
    {
        Right = w["单位：元", "in yuan"],
        Left = $"{w["导出日期：", "exported "]}{w.Day(today)}",
    };

    private static Money Sum(IReadOnlyList<StatementRow> rows, Func<Domain.Statement, long> fen) => Money.FromFen(rows.Sum(r => fen(r.Statement)));
}
