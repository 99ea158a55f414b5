using Commerce.Organisations.SignIn;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Organisations.Notices;

/// <summary>The two forms about one's own reminders on the page “my account”.</summary>
internal static class NoticeDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/account/notices", Choose).WithMetadata(new SignedInAttribute()).RequireRateLimiting(SignInLimits.Policy);
        routes.MapPost("/account/notices/code", Confirm).WithMetadata(new SignedInAttribute()).RequireRateLimiting(SignInLimits.Policy);
    }

    private static async Task<IResult> Choose(HttpContext http, IAntiforgery antiforgery, ChooseNotices.Handler choose, Actor actor, CancellationToken ct)
    {
        if (!await AccountRoutes.IsOurForm(http, antiforgery))
        {
            return AccountRoutes.Expired(http, actor);
        }

        var form = await http.Request.ReadFormAsync(ct);
        var address = form["address"].ToString();
        return Back((await choose.Handle(new(form["key"].ToString(), address), ct)).Error, address.Trim().Length > 0 ? "code-sent" : "notices-off");
    }

    private static async Task<IResult> Confirm(HttpContext http, IAntiforgery antiforgery, ConfirmNotices.Handler confirm, Actor actor, CancellationToken ct)
    {
        if (!await AccountRoutes.IsOurForm(http, antiforgery))
        {
            return AccountRoutes.Expired(http, actor);
        }

        var form = await http.Request.ReadFormAsync(ct);
        return Back((await confirm.Handle(new(form["key"].ToString(), form["code"].ToString()), ct)).Error, "notices-on");
    }

    private static IResult Back(Error? refusal, string done) => Results.LocalRedirect(MyPage.Result(refusal switch
    {
        null => done,
        _ when refusal == OrganisationsErrors.MailAddress => "bad-address",
        _ when refusal == OrganisationsErrors.EnoughCodes => "enough-codes",
        _ when refusal == OrganisationsErrors.WrongCode => "wrong-code",
        _ => "no-mail",
    }));
}
