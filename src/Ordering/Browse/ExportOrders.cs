using Commerce.Ordering.Labels;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Ordering.Browse;

/// <summary>The list of orders to take away: the same rows as the page shows for the same address, all of them.</summary>
internal static class ExportOrders
{
    private const int AtATime = 500;

    // What a spreadsheet of this shape can still be opened with on an office computer.
    private const int Most = 20_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/orders/export.xlsx", (HttpContext http, ListOrders orders, Words words, Actor actor, TimeProvider clock, CancellationToken ct) =>
            File(http, orders, words, actor, clock, XlsxFile.Of, XlsxFile.MediaType, "xlsx", ct)).WithMetadata(new RequiresAttribute(Capability.OrderRead));
        routes.MapGet("/orders/export.csv", (HttpContext http, ListOrders orders, Words words, Actor actor, TimeProvider clock, CancellationToken ct) =>
            File(http, orders, words, actor, clock, CsvFile.Of, CsvFile.MediaType, "csv", ct)).WithMetadata(new RequiresAttribute(Capability.OrderRead));
    }

    private static async Task<IResult> File(
        HttpContext http, ListOrders orders, Words w, Actor actor, TimeProvider clock, Func<PaperTable, byte[]> write, string mediaType, string extension, CancellationToken ct)
    {
        string? Of(string name) => http.Request.Query[name];
        var question = new OrderQuestion(Of("status"), Of("purpose"), Of("unit"), Of("village"), Of("from"), Of("to"), Of("text"));
        var rows = new List<OrderRow>();
        for (long? below = null; rows.Count < Most;)
        {
            var page = await orders.Read(question.Filter, below, AtATime, ct);
            rows.AddRange(page.Rows);
            if ((below = page.Next) is null)
            {
                break;
            }
        }

        var today = clock.GetUtcNow().DayInChina();
        return FileOut.Give(http, Table(rows, w, today) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) }, write, mediaType, $"{w["订单", "orders"]}-{today:yyyyMMdd}.{extension}");
    }

    private static PaperTable Table(IReadOnlyList<OrderRow> rows, Words w, DateOnly today) => new(
        w["采购订单", "Purchase orders"],
        [
            new(w["订单号", "Number"], 18), new(w["单位", "Unit"], 16), new(w["计入单位", "Counts for"], 16), new(w["类别", "Purpose"], 8), new(w["品名和数量", "Goods"], 40), new(w["村", "Village"], 12),
            new(w["申请人", "Requested by"], 12), new(w["提交时间", "Submitted"], 17), new(w["状态", "Status"], 12),
            new(w["预计", "Estimated"], 14, PaperFigure.Money), new(w["实收", "Accepted"], 14, PaperFigure.Money),
        ],
        [
            .. rows.Select(r => new PaperRow(
            [
                r.Order.Number, r.Unit, r.CountsFor ?? r.Unit, w.Label(r.Order.Purpose),
                string.Join(w["；", "; "], r.Goods.Select(g => $"{g.Product} {Words.Number(g.Ordered.Value)} {g.Ordered.Unit.Name(w.Chinese)}")),
                string.Join(w["、", ", "], r.Goods.Select(g => g.Village).Where(v => v is not null).Distinct()),
                Masking.Name(r.Order.RequestedBy), r.Order.SubmittedAt is { } at ? w.Moment(at) : PaperCell.Empty, w.Label(r.Order.Status), r.Order.Estimated, r.Order.Settled?.Amount,
            ])),
            new PaperRow(
                [w["合计", "Total"], "", "", "", "", "", "", "", "", rows.Sum(r => r.Order.Estimated), rows.Sum(r => r.Order.Settled ?? Money.Zero)], true),
        ])
    {
        Right = w["单位：元", "in yuan"],
        Left = $"{w["导出日期：", "exported "]}{w.Day(today)}",
    };
}
