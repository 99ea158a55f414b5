using System.Security.Claims;
using Commerce.Organisations.Directories;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Organisations.SignIn;

/// <summary>Turns who signed in into an actor, once per request.</summary>
public static class ActorPipeline
{
    /// <summary>For a host without accounts: everybody is nobody, spoken to as their browser wants.</summary>
    public static IApplicationBuilder UseNobody(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.RequestServices.GetRequiredService<CurrentActor>().Actor = OrgSnapshot.Nobody(BrowserChoice.Of(http.Request));
        return next(http);
    });

    /// <summary>Put it after UseAuthentication and before everything that asks who is there. A disabled account, a changed security stamp
    /// or an ended role bites here within two seconds: such a request goes on as nobody's.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var browser = BrowserChoice.Of(http.Request);
        var actor = await http.RequestServices.GetRequiredService<OrgDirectory>().Recognise(http.User, browser, http.RequestAborted);
        if (actor is null)
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        // A page's circuit outlives the request and hasn't its headers: they go with the person.
        http.User.AddIdentity(browser.ToClaims());
        http.RequestServices.GetRequiredService<CurrentActor>().Actor = actor ?? OrgSnapshot.Nobody(browser);
        await next(http);
    });
}
