using System.Security.Cryptography;
using System.Text;
using Commerce.Platform.GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using QRCoder;

namespace Commerce.Ordering.Retail;

/// <summary>The pages of a buyer's phone: /buy/OUTLET and /buy/sale/ID, one page with one script that anybody may read; and the code that leads a phone there.</summary>
internal static class BuyPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Part(routes, "/buy/buy.css", "buy.css", "text/css; charset=utf-8");
        Part(routes, "/buy/buy.js", "buy.js", "text/javascript; charset=utf-8");
        Part(routes, "/buy/{outlet}", "buy.html", "text/html; charset=utf-8");
        Part(routes, "/buy/sale/{sale:guid}", "buy.html", "text/html; charset=utf-8");
        routes.MapGet("/buy/{outlet}/code.svg", Code).AllowAnonymous();
    }

    private static IResult Code(string outlet, StripeSettings settings)
    {
        if (!settings.Offered || !NodeId.TryDecode(outlet, "out", out _))
        {
            return Results.NotFound();
        }

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(new Uri(settings.PublicAddress, $"/buy/{outlet}").ToString(), QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(data);
        return Results.Text(drawing.GetGraphic(4), "image/svg+xml", Encoding.UTF8);
    }

    private static void Part(IEndpointRouteBuilder routes, string path, string name, string type)
    {
        using var stream = typeof(BuyPage).Assembly.GetManifestResourceStream($"Commerce.Ordering.Retail.Pages.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..8])}\"");
        routes.MapGet(path, (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(bytes, type, entityTag: tag);
        }).AllowAnonymous();
    }
}
