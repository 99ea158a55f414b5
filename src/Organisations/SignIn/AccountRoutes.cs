using Commerce.Organisations.Directories;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.Platform.Walls;
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

        // The page of the same address takes what isn't a form of ours.
        routes.MapPost(SignInPage.Path, SignInToPages).AllowAnonymous().RequireRateLimiting(SignInLimits.Policy).WithOrder(-1);
        routes.MapPost("/account/sign-out", SignOutOfPages).AllowAnonymous();
        routes.MapPost("/account/preferences", Prefer).AllowAnonymous();
        routes.MapPost("/account/password", ChangeOwnPassword).WithMetadata(new SignedInAttribute()).RequireRateLimiting(SignInLimits.Policy);
    }

    /// <summary>The answer to a login.</summary>
    internal sealed record Token(string AccessToken, int ExpiresIn);

    private static async Task<IResult> Login(Credentials credentials, HttpContext http, PasswordCheck check, Tickets tickets, Actor actor, CancellationToken ct) =>
        await check.Check(credentials, ClientAddress.Of(http), ct) is { } user
            ? Results.Ok(new Token(tickets.TokenFor(user), (int)Tickets.Lifetime.TotalSeconds))
            : Problem(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", OrganisationsErrors.SignInFailed, actor);

    private static async Task<IResult> SignInToPages(
        HttpContext http, IAntiforgery antiforgery, PasswordCheck check, OrgDirectory directory, Landing landing, Actor actor, CancellationToken ct)
    {
        if (!await IsOurForm(http, antiforgery))
        {
            return Expired(http, actor);
        }

        var form = await http.Request.ReadFormAsync(ct);
        var returnUrl = LocalOrHome(form["returnUrl"]);
        if (await check.Check(new Credentials(form["userName"], form["password"]), ClientAddress.Of(http), ct) is not { } user)
        {
            return HumanAnswersPipeline.IsForPeople(http) ? Results.LocalRedirect(SignInPage.Refused(returnUrl)) : Problem(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", OrganisationsErrors.SignInFailed, actor);
        }

        var principal = Tickets.PrincipalOf(user, Tickets.CookieScheme);
        await http.SignInAsync(Tickets.CookieScheme, principal);
        return Results.LocalRedirect(
            returnUrl == Landing.FrontPage && await directory.Recognise(principal, BrowserChoice.Of(http.Request), ct) is { } person ? landing.For(person) : returnUrl);
    }

    /// <summary>Language and size of type: with the account, and in the browser for when nobody is signed in.</summary>
    private static async Task<IResult> Prefer(HttpContext http, IAntiforgery antiforgery, ChoosePreferences.ChoosePreferences.Handler choose, Actor actor, CancellationToken ct)
    {
        if (!await IsOurForm(http, antiforgery))
        {
            return Expired(http, actor);
        }

        var form = await http.Request.ReadFormAsync(ct);
        var input = new ChoosePreferences.ChoosePreferences.Input(
            form["key"].ToString(),
            form["language"].ToString() is { Length: > 0 } language ? language : null,
            bool.TryParse(form["largeType"], out var large) ? large : null);
        if (actor.SignedIn && await choose.Handle(input, ct) is { Error: { } refusal })
        {
            return Problem(StatusCodes.Status400BadRequest, "INVALID", refusal, actor);
        }

        BrowserChoice.Keep(http, input.Language, input.LargeType);
        return Results.LocalRedirect(LocalOrHome(form["returnUrl"]));
    }

    /// <summary>The old password is checked as at signing in, with the same limits; the browser stays signed in, others don't.</summary>
    private static async Task<IResult> ChangeOwnPassword(
        HttpContext http, IAntiforgery antiforgery, PasswordCheck check, ChangePassword.ChangePassword.Handler change, Actor actor, CancellationToken ct)
    {
        if (!await IsOurForm(http, antiforgery))
        {
            return Expired(http, actor);
        }

        var form = await http.Request.ReadFormAsync(ct);
        var (current, wanted) = (form["current"].ToString(), form["password"].ToString());
        if (await check.Check(new Credentials(await change.UserName(ct), current), ClientAddress.Of(http), ct) is null)
        {
            return Results.LocalRedirect(MyPage.Result("wrong"));
        }

        if (wanted != form["again"].ToString())
        {
            return Results.LocalRedirect(MyPage.Result("differ"));
        }

        if (await change.Handle(new(form["key"].ToString(), wanted), ct) is { Error: not null })
        {
            return Results.LocalRedirect(MyPage.Result("short"));
        }

        await http.SignInAsync(Tickets.CookieScheme, Tickets.PrincipalOf(await change.Mine(ct), Tickets.CookieScheme));
        return Results.LocalRedirect(MyPage.Result("changed"));
    }

    private static async Task<IResult> SignOutOfPages(HttpContext http, IAntiforgery antiforgery, Actor actor)
    {
        if (!await IsOurForm(http, antiforgery))
        {
            return Expired(http, actor);
        }

        await http.SignOutAsync(Tickets.CookieScheme);
        return Results.LocalRedirect("/");
    }

    /// <summary>Sent by a page of ours, whole.</summary>
    internal static async Task<bool> IsOurForm(HttpContext http, IAntiforgery antiforgery)
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

    /// <summary>People get the page about it.</summary>
    internal static IResult Expired(HttpContext http, Actor actor) => HumanAnswersPipeline.IsForPeople(http)
        ? Results.StatusCode(StatusCodes.Status400BadRequest)
        : Problem(StatusCodes.Status400BadRequest, "INVALID", OrganisationsErrors.FormExpired, actor);

    private static IResult Problem(int status, string code, Error error, Actor actor) =>
        Results.Problem(statusCode: status, title: error.Text(actor.Chinese), extensions: new Dictionary<string, object?> { ["code"] = code });
}
