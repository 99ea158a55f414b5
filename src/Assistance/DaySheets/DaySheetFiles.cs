using System.Globalization;
using Commerce.Assistance.Domain;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Assistance.DaySheets;

/// <summary>Day sheets as files: a row per line, as the page shows them.</summary>
internal static class DaySheetFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assistance/daysheets/list.xlsx", (HttpContext http, ReadDaySheets read, Actor actor, TimeProvider clock, CancellationToken ct) =>
            List(http, read, actor, clock, t => FileOut.Give(http, t, XlsxFile.Of, XlsxFile.MediaType, "日销售单.xlsx"), ct)).WithMetadata(new RequiresAttribute(Capability.DaySheetRead));
        routes.MapGet("/assistance/daysheets/list.csv", (HttpContext http, ReadDaySheets read, Actor actor, TimeProvider clock, CancellationToken ct) =>
            List(http, read, actor, clock, t => FileOut.Give(http, t, CsvFile.Of, CsvFile.MediaType, "日销售单.csv"), ct)).WithMetadata(new RequiresAttribute(Capability.DaySheetRead));
    }

    private static async Task<IResult> List(HttpContext http, ReadDaySheets read, Actor actor, TimeProvider clock, Func<PaperTable, IResult> give, CancellationToken ct) =>
        await read.All(DaySheetAddress.Read(http.Request.QueryString.Value ?? "").Filter, ct) is { } sheets
            ? give(Table(sheets, actor.Chinese) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) })
            : Results.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: AssistanceErrors.TooManyRows(ReadDaySheets.MostExported).Text(actor.Chinese),
                extensions: new Dictionary<string, object?> { ["code"] = GraphJson.EnumName(ErrorCode.Invalid) });

    private static PaperTable Table(IReadOnlyList<DaySheetView> sheets, bool chinese)
    {
        var lines = sheets.SelectMany(s => s.Lines).ToList();
        return new(
            chinese ? "日销售单明细（现金销售）" : "Day sheets (cash sales)",
            [
                new(chinese ? "日期" : "Day", 12), new(chinese ? "销售点" : "Outlet", 30), new(chinese ? "状态" : "State", 18), new(chinese ? "商品" : "Goods", 22), new(chinese ? "货源" : "Stock", 18),
                new(chinese ? "认定" : "Recognised", 12), new(chinese ? "数量" : "Quantity", 12, PaperFigure.Quantity), new(chinese ? "计量" : "Unit", 8), new(chinese ? "金额" : "Amount", 14, PaperFigure.Money),
                new(chinese ? "退款原因" : "Why refunded", 24), new(chinese ? "提交" : "Handed in by", 12), new(chinese ? "确认" : "Confirmed by", 12),
            ],
            [
                .. sheets.SelectMany(s => s.Lines.Select(l => new PaperRow(
                [
                    s.Sheet.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), s.Outlet, DaySheetWords.Of(s.Sheet.State, chinese), l.Goods, DaySheetWords.Of(l.Stock, chinese),
                    l.Recognised ? chinese ? "帮扶产品" : "recognised" : chinese ? "普通商品" : "ordinary", l.QuantityMilli == 0 ? PaperCell.Empty : l.Quantity.Value,
                    l.QuantityMilli == 0 ? "" : l.QuantityUnit.Name(chinese), l.Amount, l.Reason ?? "", Masking.Name(s.Sheet.SubmittedByName ?? ""), Masking.Name(s.Sheet.ConfirmedByName ?? ""),
                ]))),
                new PaperRow([chinese ? "合计" : "Total", "", "", "", "", "", PaperCell.Empty, "", lines.Sum(l => l.Amount), "", "", ""], IsTotal: true),
            ])
        {
            Right = chinese ? "单位：元" : "in yuan",
            Notes = [chinese ? $"注：认定商品 {SalesSplit.Of(lines).Recognised}，普通商品 {SalesSplit.Of(lines).Ordinary}；手机付款的销售自动计入台账，不在本表。" : $"Recognised {SalesSplit.Of(lines).Recognised}, ordinary {SalesSplit.Of(lines).Ordinary}; sales by phone enter the ledger by themselves and aren't in this table."],
        };
    }
}
