using Commerce.Catalog.Data;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Catalog.ImportGoods;

/// <summary>GET /goods/import.xlsx: the goods and prices that one may write, in the form that is imported.</summary>
internal static class GoodsBookDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/goods/import.xlsx", async (HttpContext http, CatalogDbContext db, Actor actor, TimeProvider clock, CancellationToken ct) =>
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "private, no-store";
            var now = clock.GetUtcNow();
            return Results.File(GoodsBook.Template(await Writable.Of(db, actor, now, tracked: false, ct), now), XlsxFile.MediaType, $"商品和价格-{now.DayInChina():yyyyMMdd}.xlsx");
        })
        .WithMetadata(new RequiresAttribute(Capability.CatalogueWrite));
}
