using System.Security.Claims;
using Commerce.Organisations.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace Commerce.Organisations.SignIn;

/// <summary>What a token or cookie says: the account and its security stamp, nothing else. Name, roles and units are looked up with each request.</summary>
internal sealed class Tickets(IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider clock)
{
    public const string Scheme = "Commerce";

    public const string CookieScheme = "Commerce.Cookie";

    private const string StampClaim = "stamp";

    /// <summary>A working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public static ClaimsPrincipal PrincipalOf(User user, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, user.Id.ToString("N")), new Claim(StampClaim, user.SecurityStamp!)], scheme));

    /// <summary>Reads what a signed ticket says; null when nobody signed in.</summary>
    public static (Guid UserId, string Stamp)? Read(ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && Guid.TryParseExact(principal.FindFirstValue(ClaimTypes.NameIdentifier), "N", out var id)
        && principal.FindFirstValue(StampClaim) is { } stamp
            ? (id, stamp)
            : null;

    /// <summary>A token that the bearer handler accepts. No refresh token goes with it: after a working day one signs in again.</summary>
    public string TokenFor(User user)
    {
        const string scheme = BearerTokenDefaults.AuthenticationScheme;
        var properties = new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + Lifetime };
        return bearer.Get(scheme).BearerTokenProtector.Protect(new AuthenticationTicket(PrincipalOf(user, scheme), properties, $"{scheme}:AccessToken"));
    }
}
