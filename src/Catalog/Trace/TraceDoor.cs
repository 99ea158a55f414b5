using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Commerce.Platform.People;
using Commerce.Platform.Walls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using QRCoder;

namespace Commerce.Catalog.Trace;

/// <summary>The public pages of batches: /trace/CODE, the code that leads a phone there, and for whoever acts for the producer the labels.</summary>
internal static class TraceDoor
{
    private const string Policy = "trace";

    /// <summary>An address can't leaf through codes.</summary>
    public static void Limit(IServiceCollection services, CatalogOptions options) => services.Configure<RateLimiterOptions>(o => o.AddPolicy(Policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(KnownReader.Of(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = options.TracesPerMinute, Window = TimeSpan.FromMinutes(1) })));

    public static void Map(IEndpointRouteBuilder routes)
    {
        Sheet(routes);
        routes.MapGet("/trace", Ask).AllowAnonymous().RequireRateLimiting(Policy);
        routes.MapGet("/trace/{code}", Show).AllowAnonymous().RequireRateLimiting(Policy);
        routes.MapGet("/trace/{code}/code.svg", Code).AllowAnonymous().RequireRateLimiting(Policy);
    }

    /// <summary>Labels to print, for whoever acts for the producer.</summary>
    public static void MapLabels(IEndpointRouteBuilder routes) =>
        routes.MapGet("/batches/{batch:guid}/labels", Labels).WithMetadata(new RequiresAttribute(Capability.CatalogueWrite));

    private static IResult Ask(HttpContext http, string? code) => string.IsNullOrWhiteSpace(code)
        ? Document(http, null, null, StatusCodes.Status200OK)
        : Results.Redirect($"/trace/{Uri.EscapeDataString(code.Trim().ToUpperInvariant())}{http.Request.Query["lang"] switch { [{ Length: 2 } lang] => $"?lang={Uri.EscapeDataString(lang)}", _ => "" }}");

    private static async Task<IResult> Show(HttpContext http, string code, ReadTrace read, CancellationToken ct) =>
        await read.ByCode(code, ct) is { } traced ? Document(http, traced, code, StatusCodes.Status200OK) : Document(http, null, code, StatusCodes.Status404NotFound);

    private static RazorComponentResult<TracePage> Document(HttpContext http, Traced? traced, string? code, int status)
    {
        http.Response.Headers.Vary = "Accept-Language";
        return new RazorComponentResult<TracePage>(new Dictionary<string, object?> { ["Found"] = traced, ["Asked"] = code, ["Language"] = TraceLanguages.Of(http.Request) })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
    }

    private static async Task<IResult> Code(HttpContext http, string code, ReadTrace read, CatalogOptions options, CancellationToken ct)
    {
        if (await read.ByCode(code, ct) is not { } traced)
        {
            return Results.NotFound();
        }

        return Results.Text(Drawing(http, options, traced.Batch.Code), "image/svg+xml", Encoding.UTF8);
    }

    private static string Drawing(HttpContext http, CatalogOptions options, string code)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Address(http, options, code), QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(data);
        return drawing.GetGraphic(4);
    }

    private static string Address(HttpContext http, CatalogOptions options, string code) =>
        new Uri(new Uri(options.PublicAddress.Length > 0 ? options.PublicAddress : $"{http.Request.Scheme}://{http.Request.Host}"), $"/trace/{code}").ToString();

    private static async Task<IResult> Labels(HttpContext http, Guid batch, ReadTrace read, CatalogOptions options, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return await read.ForLabels(batch, ct) is { } found
            ? new RazorComponentResult<LabelSheet>(new Dictionary<string, object?> { ["Of"] = found, ["Address"] = Address(http, options, found.Code) }) { PreventStreamingRendering = true }
            : Document(http, null, null, StatusCodes.Status404NotFound);
    }

    private static void Sheet(IEndpointRouteBuilder routes)
    {
        using var stream = typeof(TraceDoor).Assembly.GetManifestResourceStream("Commerce.Catalog.Trace.trace.css")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..8])}\"");
        routes.MapGet("/trace/trace.css", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(bytes, "text/css; charset=utf-8", entityTag: tag);
        }).AllowAnonymous();
    }
}
