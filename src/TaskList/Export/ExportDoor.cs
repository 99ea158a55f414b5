using System.Globalization;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.TaskList.Export;

/// <summary>GET /tasks/export.docx and .xlsx, with ?year=2026&amp;asOf=2026-07-01; without them the latest list as of today.</summary>
internal static class ExportDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new RequiresAttribute(Capability.TaskRead);
        routes.MapGet("/tasks/export.docx", (HttpContext http, ExportList list, Actor actor, TimeProvider clock, int? year, string? asOf, CancellationToken ct) => Give(http, list, ExportMark.Of(actor, clock.GetUtcNow()), year, asOf, DocxFile.Of, ".docx", DocxFile.MediaType, ct)).WithMetadata(door);
        routes.MapGet("/tasks/export.xlsx", (HttpContext http, ExportList list, Actor actor, TimeProvider clock, int? year, string? asOf, CancellationToken ct) => Give(http, list, ExportMark.Of(actor, clock.GetUtcNow()), year, asOf, XlsxFile.Of, ".xlsx", XlsxFile.MediaType, ct)).WithMetadata(door);
    }

    private static async Task<IResult> Give(HttpContext http, ExportList list, string mark, int? year, string? asOf, Func<PaperTable, byte[]> write, string extension, string mediaType, CancellationToken ct)
    {
        var day = DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var said) ? said : (DateOnly?)null;
        if (day is null && asOf is not null)
        {
            return Results.Problem("日期应写成 2026-07-01。 The date must be like 2026-07-01.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (await list.Paper(year, day, ct) is not { } paper)
        {
            return Results.NotFound();
        }

        return FileOut.Give(http, paper with { Mark = mark }, write, mediaType, $"{paper.Title}（{paper.Left}）{extension}");
    }
}
