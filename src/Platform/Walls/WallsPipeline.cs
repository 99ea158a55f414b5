using Commerce.Platform.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Walls;

/// <summary>What every request passes before anything of ours looks at it.</summary>
public static class WallsPipeline
{
    /// <summary>Put it first.</summary>
    /// <exception cref="WrongSettingException">A setting is wrong; the message names its key.</exception>
    public static IApplicationBuilder UseWalls(this IApplicationBuilder app)
    {
        if (TrustedProxies.Read(app.ApplicationServices.GetRequiredService<IConfiguration>()) is { } proxies)
        {
            app.UseForwardedHeaders(proxies);
        }

        app.Use((http, next) => SafeHeaders.Write(http, next));
        return app.Use((http, next) => SameSite.Guard(http, next));
    }
}
