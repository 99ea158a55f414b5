using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Organisations.SignIn;

/// <summary>Signing in and out over plain HTTP; open to anybody, it is how one becomes somebody.</summary>
internal static class AccountRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/account/login", Login).AllowAnonymous().RequireRateLimiting(SignInLimits.Policy);
        routes.MapPost("/account/sign-in", SignInToPages).AllowAnonymous().RequireRateLimiting(SignInLimits.Policy);
        routes.MapPost("/account/sign-out", SignOutOfPages).AllowAnonymous();
    }

    /// <summary>The answer to a login.</summary>
    internal sealed record Token(string AccessToken, int ExpiresIn);

    private static async Task<IResult> Login(Credentials credentials, HttpContext http, PasswordCheck check, Tickets tickets, Actor actor, CancellationToken ct) =>
        await check.Check(credentials, ClientAddress.Of(http), ct) is { } user
            ? Results.Ok(new Token(tickets.TokenFor(user), (int)Tickets.Lifetime.TotalSeconds))
            : Problem(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", OrganisationsErrors.SignInFailed, actor);

    private static async Task<IResult> SignInToPages(HttpContext http, IAntiforgery antiforgery, PasswordCheck check, Actor actor, CancellationToken ct)
    {
        if (!await IsOurForm(http, antiforgery))
        {
            return Problem(StatusCodes.Status400BadRequest, "INVALID", OrganisationsErrors.FormExpired, actor);
        }

        var form = await http.Request.ReadFormAsync(ct);
        if (await check.Check(new Credentials(form["userName"], form["password"]), ClientAddress.Of(http), ct) is not { } user)
        {
            return Problem(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", OrganisationsErrors.SignInFailed, actor);
        }

        await http.SignInAsync(Tickets.CookieScheme, Tickets.PrincipalOf(user, Tickets.CookieScheme));
        return Results.LocalRedirect(LocalOrHome(form["returnUrl"]));
    }

    private static async Task<IResult> SignOutOfPages(HttpContext http, IAntiforgery antiforgery, Actor actor)
    {
        if (!await IsOurForm(http, antiforgery))
        {
            return Problem(StatusCodes.Status400BadRequest, "INVALID", OrganisationsErrors.FormExpired, actor);
        }

        await http.SignOutAsync(Tickets.CookieScheme);
        return Results.LocalRedirect("/");
    }

    private static async Task<bool> IsOurForm(HttpContext http, IAntiforgery antiforgery)
    {
        try
        {
            return http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http);
        }
        catch (Exception e) when (e is AntiforgeryValidationException or InvalidDataException or IOException)
        {
            // Half a form, or one with more fields than any of ours.
            return false;
        }
    }

    /// <summary>Never to another site: "//evil" and "/\evil" are other sites to a browser.</summary>
    internal static string LocalOrHome(string? url) => url is ['/'] or ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) ? url : "/";

    private static IResult Problem(int status, string code, Error error, Actor actor) =>
        Results.Problem(statusCode: status, title: error.Text(actor.Chinese), extensions: new Dictionary<string, object?> { ["code"] = code });
}
