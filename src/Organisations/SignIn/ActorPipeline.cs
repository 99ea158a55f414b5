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
    /// <summary>Put it after UseAuthentication and before everything that asks who is there. A disabled account, a changed security stamp
    /// or an ended role bites here within two seconds: such a request goes on as nobody's.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var chinese = PrefersChinese(http.Request);
        var actor = OrgSnapshot.Anonymous(chinese);
        if (Tickets.Read(http.User) is (var userId, var stamp))
        {
            var snapshot = await http.RequestServices.GetRequiredService<OrgDirectory>().Read(http.RequestAborted);
            if (snapshot.ActorOf(userId, stamp, chinese) is { } known)
            {
                actor = known;
            }
            else
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        http.RequestServices.GetRequiredService<CurrentActor>().Actor = actor;
        await next(http);
    });

    /// <summary>Chinese unless the browser puts English first.</summary>
    internal static bool PrefersChinese(HttpRequest request)
    {
        var languages = request.GetTypedHeaders().AcceptLanguage;
        var first = languages.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value)
            .FirstOrDefault(l => l is not null && (l.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase)));
        return first is null || first.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
    }
}
