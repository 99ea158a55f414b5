using Commerce.Ordering.Stocks;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Ordering.ImportStock;

/// <summary>GET /counters/stock/import.xlsx, with ?outlet=: the stock that one keeps, in the form that is imported.</summary>
internal static class StockTemplateDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/counters/stock/import.xlsx", async (HttpContext http, ReadStock read, string? outlet, CancellationToken ct) =>
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "private, no-store";
            var sheet = await read.Read(null, Guid.TryParse(outlet, out var id) ? id : null, ct);
            return Results.File(StockBook.Template(sheet), XlsxFile.MediaType, $"库存-{sheet.Today:yyyyMMdd}.xlsx");
        })
        .WithMetadata(new RequiresAttribute(Capability.StockWrite));
}
