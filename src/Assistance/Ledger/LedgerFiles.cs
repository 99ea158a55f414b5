using Commerce.Assistance.Months;
using Commerce.Assistance.Sampling;
using Commerce.Assistance.Totals;
using Commerce.Platform.Documents;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Assistance.Ledger;

/// <summary>What may be taken away as a file: the month's table, totals, ledger rows, with the very filters of the page they were asked from.</summary>
internal static class LedgerFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new RequiresAttribute(Capability.AssistanceRead);
        routes.MapGet("/months/{month}/table.xlsx", Month).RequireAuthorization(door);
        routes.MapGet("/assistance/briefing.docx", async (HttpContext http, ReadSheet sheet, TimeProvider clock, Actor actor, CancellationToken ct) =>
            await sheet.Briefing(AddressOf(http, clock), ct) is var read && read.Error is { } refused
                ? Refuse(refused, StatusCodes.Status400BadRequest, actor)
                : FileOut.Give(http, read.Value, DocxFile.Of, DocxFile.MediaType, "消费帮扶采购情况通报（代拟稿）.docx")).RequireAuthorization(door);
        routes.MapGet("/audit/sample.xlsx", async (HttpContext http, DrawSample draw, TimeProvider clock, Actor actor, CancellationToken ct) =>
            SampleAddress.Read(http.Request.QueryString.Value ?? "", clock.GetUtcNow().DayInChina().Year) is { Seed.Length: > 0 } asked && await draw.Paper(asked.From, asked.Seed, asked.Size, asked.Upto, ct) is { } table
                ? Workbook(http, table, "消费帮扶台账抽样核对表")
                : Refuse(PlatformErrors.NotFound, StatusCodes.Status404NotFound, actor)).RequireAuthorization(new RequiresAttribute(Capability.AuditRead));
        foreach (var (kind, give) in new[] { ("xlsx", (Func<HttpContext, PaperTable, string, IResult>)Workbook), ("csv", Text) })
        {
            routes.MapGet($"/assistance/totals.{kind}", async (HttpContext http, ReadSheet sheet, TimeProvider clock, Actor actor, CancellationToken ct) =>
                await sheet.Totals(AddressOf(http, clock), ct) is var read && read.Error is { } refused
                    ? Refuse(refused, StatusCodes.Status400BadRequest, actor)
                    : give(http, read.Value, "消费帮扶采购汇总")).RequireAuthorization(door);
            routes.MapGet($"/ledger/rows.{kind}", async (HttpContext http, ReadSheet sheet, TimeProvider clock, Actor actor, CancellationToken ct) =>
                await sheet.Rows(AddressOf(http, clock), ct) is { } table
                    ? give(http, table, "消费帮扶台账明细")
                    : Refuse(AssistanceErrors.TooManyRows(ReadRows.MostExported), StatusCodes.Status400BadRequest, actor)).RequireAuthorization(door);
        }
    }

    private static async Task<IResult> Month(string month, string? version, HttpContext http, ReadMonths months, Actor actor, CancellationToken ct)
    {
        int? number = null;
        if (version is not null)
        {
            if (!int.TryParse(version, out var asked))
            {
                return Refuse(PlatformErrors.NotFound, StatusCodes.Status404NotFound, actor);
            }

            number = asked;
        }

        return SharedKernel.Month.TryParse(month, out var of) && await months.File(of, number, LedgerAddress.Read(http.Request.QueryString.Value ?? "", of.Year).Unit, ct) is { } file
            ? Results.File(file.Content, file.MediaType, file.Name)
            : Refuse(PlatformErrors.NotFound, StatusCodes.Status404NotFound, actor);
    }

    private static LedgerAddress AddressOf(HttpContext http, TimeProvider clock) =>
        LedgerAddress.Read(http.Request.QueryString.Value ?? "", clock.GetUtcNow().DayInChina().Year);

    private static IResult Workbook(HttpContext http, PaperTable table, string name) => FileOut.Give(http, table, XlsxFile.Of, XlsxFile.MediaType, name + ".xlsx");

    private static IResult Text(HttpContext http, PaperTable table, string name) => FileOut.Give(http, table, CsvFile.Of, CsvFile.MediaType, name + ".csv");

    private static IResult Refuse(Error error, int status, Actor actor) =>
        Results.Problem(statusCode: status, title: error.Text(actor.Chinese), extensions: new Dictionary<string, object?> { ["code"] = Platform.GraphQL.GraphJson.EnumName(error.Code) });
}
