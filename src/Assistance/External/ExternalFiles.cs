using Commerce.Assistance.Data;
using Commerce.Assistance.Ledger;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Assistance.External;

/// <summary>External purchases as files: the list as the page shows it, the empty form of 832 orders, and the evidence.</summary>
internal static class ExternalFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assistance/external/list.xlsx", (HttpContext http, ReadExternal read, Actor actor, TimeProvider clock, CancellationToken ct) =>
            List(http, read, actor, t => FileOut.Give(http, t with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) }, XlsxFile.Of, XlsxFile.MediaType, "外部采购.xlsx"), ct)).WithMetadata(new RequiresAttribute(Capability.ExternalRead));
        routes.MapGet("/assistance/external/list.csv", (HttpContext http, ReadExternal read, Actor actor, TimeProvider clock, CancellationToken ct) =>
            List(http, read, actor, t => FileOut.Give(http, t with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) }, CsvFile.Of, CsvFile.MediaType, "外部采购.csv"), ct)).WithMetadata(new RequiresAttribute(Capability.ExternalRead));
        routes.MapGet("/assistance/external/orders.xlsx", () => Results.File(OrderSheet.Template(), XlsxFile.MediaType, "832订单.xlsx"))
            .WithMetadata(new RequiresAttribute(Capability.ExternalRecord));
    }

    /// <summary>Who may open a piece of evidence: who may see its record.</summary>
    public static Task<bool> MayRead(IServiceProvider services, Actor actor, Guid fileId, CancellationToken ct)
    {
        var visible = actor.UnitsWhere(Capability.ExternalRead);
        return services.GetRequiredService<AssistanceDbContext>().ExternalPurchases.AnyAsync(p => p.FileId == fileId && visible.Contains(p.UnitId), ct);
    }

    private static async Task<IResult> List(HttpContext http, ReadExternal read, Actor actor, Func<PaperTable, IResult> give, CancellationToken ct) =>
        await read.All(ExternalAddress.Read(http.Request.QueryString.Value ?? "").Filter, ct) is { } rows
            ? give(Table(rows, actor.Chinese))
            : Results.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: AssistanceErrors.TooManyRows(ReadExternal.MostExported).Text(actor.Chinese),
                extensions: new Dictionary<string, object?> { ["code"] = GraphJson.EnumName(ErrorCode.Invalid) });

    private static PaperTable Table(IReadOnlyList<ExternalView> rows, bool chinese) => new(
        chinese ? "外部采购记录" : "External purchases",
        [
            new(chinese ? "单位" : "Unit", 20), new(chinese ? "种类" : "Kind", 12), new(chinese ? "订单号-行号／票据号" : "Order line or invoice", 26), new(chinese ? "日期" : "Day", 12), new(chinese ? "供应商" : "Supplier", 26),
            new(chinese ? "商品" : "Goods", 24), new(chinese ? "村" : "Village", 12), new(chinese ? "用途" : "Purpose", 10), new(chinese ? "金额" : "Amount", 14, PaperFigure.Money), new(chinese ? "状态" : "State", 20),
            new(chinese ? "判定" : "Decision", 40), new(chinese ? "登记人" : "Recorded by", 12),
        ],
        [
            .. rows.Select(v => new PaperRow(
            [
                v.Unit, ExternalWords.Of(v.Record.Kind, chinese), v.Record.Number, v.Record.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), v.Record.Supplier, v.Record.Goods, v.Village ?? "",
                LedgerWords.Of(v.Record.Purpose, chinese), v.Record.Amount, ExternalWords.Of(v.Record.State, chinese),
                string.Join(chinese ? "；" : "; ", v.Record.Judgements.Select(j => $"{Masking.Name(j.ByName)} {j.At.DayInChina():yyyy-MM-dd} {(j.Same ? chinese ? "同一笔" : "same" : chinese ? "不是同一笔" : "different")}: {j.Reason}")), Masking.Name(v.Record.RecordedByName),
            ])),
        ])
    {
        Right = chinese ? "单位：元" : "in yuan",
    };
}
