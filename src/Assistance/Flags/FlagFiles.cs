using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Assistance.Flags;

/// <summary>Flags as files, as the page shows them.</summary>
internal static class FlagFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assistance/flags/list.xlsx", (HttpContext http, ReadFlags read, Actor actor, TimeProvider clock, CancellationToken ct) =>
            List(http, read, actor, clock, t => FileOut.Give(http, t, XlsxFile.Of, XlsxFile.MediaType, "疑点.xlsx"), ct)).WithMetadata(new RequiresAttribute(Capability.AssistanceRead));
        routes.MapGet("/assistance/flags/list.csv", (HttpContext http, ReadFlags read, Actor actor, TimeProvider clock, CancellationToken ct) =>
            List(http, read, actor, clock, t => FileOut.Give(http, t, CsvFile.Of, CsvFile.MediaType, "疑点.csv"), ct)).WithMetadata(new RequiresAttribute(Capability.AssistanceRead));
    }

    private static async Task<IResult> List(HttpContext http, ReadFlags read, Actor actor, TimeProvider clock, Func<PaperTable, IResult> give, CancellationToken ct) =>
        await read.All(FlagAddress.Read(http.Request.QueryString.Value ?? "").Filter, ct) is { } rows
            ? give(Table(rows, actor.Chinese) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) })
            : Results.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: AssistanceErrors.TooManyRows(ReadFlags.MostExported).Text(actor.Chinese),
                extensions: new Dictionary<string, object?> { ["code"] = GraphJson.EnumName(ErrorCode.Invalid) });

    private static PaperTable Table(IReadOnlyList<FlagView> rows, bool chinese) => new(
        chinese ? "疑点" : "Flags",
        [
            new(chinese ? "种类" : "Kind", 22), new(chinese ? "单位" : "Unit", 20), new(chinese ? "月份" : "Month", 10), new(chinese ? "涉及金额" : "Amount", 14, PaperFigure.Money), new(chinese ? "发现时的数字和标准" : "Figures and threshold when found", 60),
            new(chinese ? "人员" : "Person", 12), new(chinese ? "单据" : "Papers", 40), new(chinese ? "发现日期" : "Found on", 12), new(chinese ? "状态" : "State", 14), new(chinese ? "说明和上报" : "Explained and escalated", 60),
        ],
        [
            .. rows.Select(v => new PaperRow(
            [
                FlagWords.Of(v.Flag.Kind, chinese), v.Unit, new Month(v.Flag.MonthNumber).ToString(), v.Flag.Amount, chinese ? v.Flag.Chinese : v.Flag.English, Masking.Name(v.Person ?? ""),
                string.Join(chinese ? "、" : ", ", v.Flag.Papers.Select(p => p.Number)), v.Flag.FoundAt.DayInChina().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), FlagWords.Of(v.Flag.State, chinese),
                string.Join(chinese ? "；" : "; ", v.Flag.Answers.Select(a => $"{Masking.Name(a.ByName)} {a.At.DayInChina():yyyy-MM-dd} {(a.Escalates ? chinese ? "上报" : "escalated" : chinese ? "说明" : "explained")}: {a.Text}")),
            ])),
        ])
    {
        Right = chinese ? "单位：元" : "in yuan",
    };
}
