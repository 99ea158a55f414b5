using Commerce.Ordering.Labels;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Ordering.Lapsing;

/// <summary>The open lines that certificates touch, to take away: all rows of the page for the same address.</summary>
internal static class ExportLapsing
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new RequiresAttribute(Capability.OrderRead);
        routes.MapGet("/orders/papers/export.xlsx", (HttpContext http, ReadLapsing lapsing, Words words, Actor actor, TimeProvider clock, string? state, string? unit, CancellationToken ct) =>
            File(http, lapsing, words, ExportMark.Of(actor, clock.GetUtcNow()), state, unit, XlsxFile.Of, XlsxFile.MediaType, "xlsx", ct)).WithMetadata(door);
        routes.MapGet("/orders/papers/export.csv", (HttpContext http, ReadLapsing lapsing, Words words, Actor actor, TimeProvider clock, string? state, string? unit, CancellationToken ct) =>
            File(http, lapsing, words, ExportMark.Of(actor, clock.GetUtcNow()), state, unit, CsvFile.Of, CsvFile.MediaType, "csv", ct)).WithMetadata(door);
    }

    private static async Task<IResult> File(
        HttpContext http, ReadLapsing lapsing, Words w, string mark, string? state, string? unit, Func<PaperTable, byte[]> write, string mediaType, string extension, CancellationToken ct)
    {
        var list = await lapsing.Read(state, unit, ct);
        return FileOut.Give(http, Table(list, w) with { Mark = mark }, write, mediaType, $"{w["证书到期影响的订单", "orders-and-certificates"]}-{list.Today:yyyyMMdd}.{extension}");
    }

    private static PaperTable Table(LapsingList list, Words w) => new(
        w["证书到期影响的未发订单", "Open orders touched by certificates that end"],
        [
            new(w["订单号", "Number"], 18), new(w["单位", "Unit"], 18), new(w["状态", "Status"], 12), new(w["商品", "Good"], 22), new(w["规格", "Pack"], 14), new(w["未发数量", "Not sent"], 14),
            new(w["金额", "Amount"], 14, PaperFigure.Money), new(w["证书", "Certificate"], 18), new(w["编号", "Number of it"], 20), new(w["最后一天", "Last day"], 16), new(w["还有（天）", "Days left"], 10, PaperFigure.Whole),
        ],
        [
            .. list.Rows.Select(l => new PaperRow(
            [
                l.Number, l.Unit, w.Label(l.Status), l.Product, l.Specification, w.Amount(l.Open), l.Amount,
                l.Missing.Kind, l.Missing.Number, w.Day(l.Missing.From.AddDays(-1)), (decimal)l.DaysLeft,
            ])),
            new PaperRow([w["合计", "Total"], "", "", "", "", "", list.Rows.Sum(l => l.Amount), "", "", "", ""], true),
        ])
    {
        Right = w["单位：元", "in yuan"],
        Left = $"{w["截至：", "as of "]}{w.Day(list.Today)}",
    };
}
