using Commerce.Catalog.Data;
using Commerce.Platform.Files;
using Commerce.Platform.Walls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Images;

/// <summary>Pictures that goods have, for anybody. What was uploaded and stands at no good isn't shown.</summary>
internal static class ImageDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/images/{id:guid}/{size:int}", Give).AllowAnonymous();

    /// <summary>Where a rendering is found.</summary>
    public static string Address(Guid file, int size) => $"/images/{file:N}/{size}";

    private static async Task<IResult> Give(Guid id, int size, HttpContext http, CatalogDbContext db, FileStore files, CancellationToken ct)
    {
        if (!Picture.Sizes.Contains(size) || !await db.Images.AnyAsync(i => i.FileId == id, ct) || await files.OpenJudged(Picture.Purpose, Picture.PartOf(id, size), ct) is not { } file)
        {
            return Results.NotFound();
        }

        // A picture never changes under its id.
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.ContentSecurityPolicy = SafeHeaders.FileSecurityPolicy;
        return Results.Bytes(file.Bytes, file.Facts.ContentType);
    }
}
