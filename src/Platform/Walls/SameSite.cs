using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Commerce.Platform.Walls;

/// <summary>A browser that says that another site made it ask is not listened to: the cookie it sends along is not its user's wish.</summary>
internal static class SameSite
{
    public static Task Guard(HttpContext http, RequestDelegate next)
    {
        if (!IsForeign(http.Request))
        {
            return next(http);
        }

        http.RequestServices.GetRequiredService<Denials>().Note($"another site's {http.Request.Method} {http.Request.Path}", Actor.Anonymous);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>A token in a header was put there by a program on purpose; only cookies travel by themselves.</summary>
    internal static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || request.Headers.ContainsKey(HeaderNames.Authorization))
        {
            return false;
        }

        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site is not ("same-origin" or "none"))
        {
            return true;
        }

        // By host: behind a proxy that isn't told of, the scheme can't be known.
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase));
    }
}
