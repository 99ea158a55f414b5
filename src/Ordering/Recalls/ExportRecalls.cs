using Commerce.Ordering.Domain;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Ordering.Recalls;

/// <summary>The list of recalled goods, to take away: all rows of the page for the same address.</summary>
internal static class ExportRecalls
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new RequiresAttribute(Capability.OrderRead);
        routes.MapGet("/orders/recall/export.xlsx", (HttpContext http, ReadRecalls recalls, Words words, Actor actor, TimeProvider clock, string? batch, string? state, CancellationToken ct) =>
            File(http, recalls, words, ExportMark.Of(actor, clock.GetUtcNow()), batch, state, XlsxFile.Of, XlsxFile.MediaType, "xlsx", ct)).WithMetadata(door);
        routes.MapGet("/orders/recall/export.csv", (HttpContext http, ReadRecalls recalls, Words words, Actor actor, TimeProvider clock, string? batch, string? state, CancellationToken ct) =>
            File(http, recalls, words, ExportMark.Of(actor, clock.GetUtcNow()), batch, state, CsvFile.Of, CsvFile.MediaType, "csv", ct)).WithMetadata(door);
    }

    /// <summary>Where recalled goods stand, in words.</summary>
    public static string Stands(this Words w, RecalledLine row) => row.State switch
    {
        DeliveryState.InTransit => w["在途，请拒收", "on the way: reject it"],
        DeliveryState.Weighed => w["已过秤、还没有签完，请拒收", "weighed, not signed: reject it"],
        DeliveryState.Accepted => row.AcceptedAt is { } at ? $"{w[$"{w.Day(at.DayInChina())} 验收", $"accepted {w.Day(at.DayInChina())}"]}{(row.Returned is { } back ? w[$"，这一行已退 {w.Amount(back)}", $", {w.Amount(back)} of this line went back"] : "")}" : w["已验收", "accepted"],
    };

    private static async Task<IResult> File(
        HttpContext http, ReadRecalls recalls, Words w, string mark, string? batch, string? state, Func<PaperTable, byte[]> write, string mediaType, string extension, CancellationToken ct)
    {
        var list = await recalls.Read(batch, state, ct);
        return FileOut.Give(http, Table(list, w) with { Mark = mark }, write, mediaType, $"{w["召回清单", "recalled-goods"]}-{list.Today:yyyyMMdd}.{extension}");
    }

    private static PaperTable Table(RecallList list, Words w) => new(
        w["召回清单", "Recalled goods"],
        [
            new(w["单位", "Unit"], 20), new(w["商品", "Good"], 22), new(w["规格", "Pack"], 14), new(w["批次", "Batch"], 16), new(w["召回日", "Recalled"], 16), new(w["原因", "Why"], 24), new(w["订单", "Order"], 18),
            new(w["发货单", "Delivery"], 18), new(w["发货日", "Sent on"], 16), new(w["发货数量", "Sent"], 14), new(w["状态", "State"], 30),
        ],
        [
            .. list.Rows.Select(r => new PaperRow(
            [
                r.Unit, r.Product, r.Specification, r.Batch.Number, w.Day(r.Batch.WithdrawnOn!.Value), r.Batch.WithdrawnBecause ?? "", r.Order, r.Delivery, w.Day(r.SentAt.DayInChina()), w.Amount(r.Sent), w.Stands(r),
            ])),
        ])
    {
        Left = $"{w["截至：", "as of "]}{w.Day(list.Today)}",
    };
}
