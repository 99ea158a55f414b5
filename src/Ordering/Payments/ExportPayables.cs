using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Ordering.Payments;

/// <summary>What is to be paid, to take away: the same rows as the page shows for the same address.</summary>
internal static class ExportPayables
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/payables/export.xlsx", (HttpContext http, ReadPayables read, Words words, Actor actor, TimeProvider clock, CancellationToken ct) =>
            File(http, read, words, actor, clock, XlsxFile.Of, XlsxFile.MediaType, "xlsx", ct)).WithMetadata(new RequiresAttribute(Capability.OrderRead));
        routes.MapGet("/payables/export.csv", (HttpContext http, ReadPayables read, Words words, Actor actor, TimeProvider clock, CancellationToken ct) =>
            File(http, read, words, actor, clock, CsvFile.Of, CsvFile.MediaType, "csv", ct)).WithMetadata(new RequiresAttribute(Capability.OrderRead));
    }

    private static async Task<IResult> File(
        HttpContext http, ReadPayables read, Words w, Actor actor, TimeProvider clock, Func<PaperTable, byte[]> write, string mediaType, string extension, CancellationToken ct)
    {
        var rows = await read.Read(http.Request.Query["due"] == "overdue", ct);
        var today = clock.GetUtcNow().DayInChina();
        return FileOut.Give(http, Table(rows, w, today) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) }, write, mediaType, $"{w["应付款", "payables"]}-{today:yyyyMMdd}.{extension}");
    }

    private static PaperTable Table(IReadOnlyList<PayableRow> rows, Words w, DateOnly today) => new(
        w["应付款", "To be paid"],
        [
            new(w["期限", "Due"], 14), new(w["逾期天数", "Days overdue"], 10), new(w["验收单", "Acceptance"], 18), new(w["订单", "Order"], 18), new(w["对账单", "Statement"], 18), new(w["付款单位", "Payer"], 20),
            new(w["供货单位", "Supplier"], 20), new(w["验收金额", "Accepted"], 14, PaperFigure.Money), new(w["应付", "Owed"], 14, PaperFigure.Money), new(w["有差异暂不付", "Held back"], 14, PaperFigure.Money),
        ],
        [
            .. rows.Select(r => new PaperRow(
            [
                w.Day(r.Item.DueOn), r.OverdueDays == 0 ? PaperCell.Empty : Words.Number(r.OverdueDays), r.Item.Paper, r.Item.OrderNumber, r.Statement, r.Unit, r.Supplier,
                Money.FromFen(r.Item.AmountFen), Money.FromFen(r.Item.OwedFen), Money.FromFen(r.Item.HeldFen),
            ])),
            new PaperRow(
            [
                w["合计", "Total"], "", "", "", "", "", "", Money.FromFen(rows.Sum(r => r.Item.AmountFen)), Money.FromFen(rows.Sum(r => r.Item.OwedFen)), Money.FromFen(rows.Sum(r => r.Item.HeldFen)),
            ], true),
        ])
    {
        Right = w["单位：元", "in yuan"],
        Left = $"{w["导出日期：", "exported "]}{w.Day(today)}",
    };
}
