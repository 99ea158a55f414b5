using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Assistance.DaySheets.Import;

/// <summary>GET /assistance/daysheets/import.xlsx, with ?outlet=out_…: an empty form for an outlet of which one writes the sheets, the first one when none is named.</summary>
internal static class SalesTemplateDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/assistance/daysheets/import.xlsx", async (HttpContext http, ReadDaySheets read, TimeProvider clock, string? outlet, CancellationToken ct) =>
        {
            var mine = await read.Outlets(Capability.DaySheetWrite, ct);
            var asked = NodeId.TryDecode(outlet, "out", out var id);
            if (mine.FirstOrDefault(o => outlet is null || (asked && o.Id == id)) is not { } chosen)
            {
                return Results.NotFound();
            }

            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "private, no-store";
            var today = clock.GetUtcNow().DayInChina();
            return Results.File(
                SalesBook.Template(chosen.Name, today, await read.GoodsOf(chosen.Id, ct), await read.Refundable(chosen.Id, today, ct)), XlsxFile.MediaType, $"{chosen.Name}日销售.xlsx");
        })
        .WithMetadata(new RequiresAttribute(Capability.DaySheetWrite));
}
