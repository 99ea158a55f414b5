using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Commerce.Catalog.Devices;

/// <summary>What a registered screen shows to be known: in a cookie that no script can read, other software as a bearer.</summary>
internal static class ScreenToken
{
    private const string Mark = "screen_";
    private const string Cookie = "screen";
    private const string Bearer = "Bearer ";

    // Browsers keep no cookie longer; each day that the screen is on gives it anew.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static string New() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The token that came with a request; null when there is none.</summary>
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.Ordinal) ? header[Bearer.Length..] : request.Cookies[Name(request)];
        return token is { Length: > 20 and < 100 } && token.StartsWith(Mark, StringComparison.Ordinal) ? token : null;
    }

    public static void Keep(HttpContext http, string token) => http.Response.Cookies.Append(
        Name(http.Request), token, new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Kept, Path = "/" });

    // The prefix is what browsers accept only with Secure, for this host alone; over plain http it can't be.
    private static string Name(HttpRequest request) => request.IsHttps ? "__Host-" + Cookie : Cookie;
}
