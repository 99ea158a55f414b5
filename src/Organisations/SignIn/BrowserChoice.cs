using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Commerce.Organisations.SignIn;

/// <summary>How a browser wants its person spoken to, as long as the account says nothing: by the cookies that were chosen on a page, else
/// by Accept-Language, else Chinese and in normal type.</summary>
internal readonly record struct BrowserChoice(bool Chinese, bool LargeType)
{
    private const string LanguageCookie = "commerce.language";

    private const string TypeCookie = "commerce.type";

    private const string LanguageClaim = "browser.language";

    public static BrowserChoice Of(HttpRequest request) => new(
        request.Cookies[LanguageCookie] switch
        {
            "zh" => true,
            "en" => false,
            _ => AsksForChinese(request),
        },
        request.Cookies[TypeCookie] == "large");

    /// <summary>What <see cref="ToClaims"/> wrote.</summary>
    public static BrowserChoice In(ClaimsPrincipal who) => new(who.FindFirstValue(LanguageClaim) != "en", false);

    public ClaimsIdentity ToClaims() => new([new Claim(LanguageClaim, Chinese ? "zh" : "en")]);

    /// <summary>Keeps what was chosen for a year.</summary>
    public static void Keep(HttpContext http, string? language, bool? largeType)
    {
        var options = new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), Path = "/" };
        if (language is "zh" or "en")
        {
            http.Response.Cookies.Append(LanguageCookie, language, options);
        }

        if (largeType is { } large)
        {
            http.Response.Cookies.Append(TypeCookie, large ? "large" : "normal", options);
        }
    }

    /// <summary>Chinese unless the browser puts English first.</summary>
    private static bool AsksForChinese(HttpRequest request)
    {
        var languages = request.GetTypedHeaders().AcceptLanguage;
        var first = languages.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value)
            .FirstOrDefault(l => l is not null && (l.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase)));
        return first is null || first.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
    }
}
