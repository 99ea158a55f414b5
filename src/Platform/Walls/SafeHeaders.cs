using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Commerce.Platform.Walls;

/// <summary>What browsers are told to refuse, on every answer.</summary>
public static class SafeHeaders
{
    /// <summary>Scripts and styles come from files of this site alone, never from the page itself.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>The same for pages with a circuit: their component library sets sizes and places by style attributes. Scripts stay files of this site.</summary>
    public const string PageSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>For what people handed in: no browser runs anything of it.</summary>
    public const string FileSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>Sets them when the answer starts, over whatever stands there but the policy of files.</summary>
    public static Task Write(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = IsPage(context) ? PageSecurityPolicy : headers.ContentSecurityPolicy == FileSecurityPolicy ? FileSecurityPolicy : ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            return Task.CompletedTask;
        }, http);
        return next(http);
    }

    private static bool IsPage(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } endpoint && endpoint.GetMetadata<ComponentTypeMetadata>() is not null && endpoint.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is null;
}
