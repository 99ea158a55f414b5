using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Commerce.Catalog.Kiosk;

/// <summary>The counter's screen at /kiosk: a page, a sheet, a script and drawings that anybody may read. It asks /graphql like any other client.</summary>
internal static class KioskPage
{
    private static readonly FrozenDictionary<string, (string Name, string Type)> Parts = new Dictionary<string, (string Name, string Type)>
    {
        ["/kiosk"] = ("kiosk.html", "text/html; charset=utf-8"),
        ["/kiosk/kiosk.css"] = ("kiosk.css", "text/css; charset=utf-8"),
        ["/kiosk/kiosk.js"] = ("kiosk.js", "text/javascript; charset=utf-8"),
        ["/kiosk/worker.js"] = ("worker.js", "text/javascript; charset=utf-8"),
        ["/kiosk/goods.svg"] = ("goods.svg", "image/svg+xml"),
    }.ToFrozenDictionary();

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (path, part) in Parts)
        {
            var (bytes, tag) = Read(part.Name);
            routes.MapGet(path, (HttpContext http) =>
            {
                // Asked for each time, sent only when it has changed: a screen is never left with half an update.
                http.Response.Headers.CacheControl = "no-cache";
                http.Response.Headers["Service-Worker-Allowed"] = "/kiosk";
                return Results.Bytes(bytes, part.Type, entityTag: tag);
            }).AllowAnonymous();
        }
    }

    private static (byte[] Bytes, EntityTagHeaderValue Tag) Read(string name)
    {
        using var stream = typeof(KioskPage).Assembly.GetManifestResourceStream($"Commerce.Catalog.Kiosk.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..8])}\""));
    }
}
