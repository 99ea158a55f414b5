using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.Walls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Catalog.Devices;

/// <summary>Knows a registered screen by its token.</summary>
internal sealed class KnownScreens(CatalogDbContext db, TimeProvider clock)
{
    /// <summary>The screen behind a token, withdrawn or not; null when nobody knows it.</summary>
    public async Task<Device?> Find(string token, CancellationToken ct)
    {
        var hash = Device.HashOf(token);
        return await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.TokenHash == hash, ct);
    }

    /// <summary>Writes down that it is there, once a minute at most.</summary>
    /// <returns>True when that was written.</returns>
    public async Task<bool> Seen(Device device, TimeSpan? catalogueAge, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var shown = catalogueAge is { } age ? now - age : device.CatalogueAt;
        return (device.LastSeenAt is not { } last || last <= now - Device.SeenEvery || (device.CatalogueAt is null && shown is not null))
            && await db.Devices.Where(d => d.Id == device.Id && d.WithdrawnAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.LastSeenAt, now).SetProperty(d => d.CatalogueAt, shown), ct) == 1;
    }
}

/// <summary>A registered screen has limits of its own.</summary>
public static class ScreensPipeline
{
    /// <summary>Put it before the limits. Who shows no screen's token is looked at no further.</summary>
    public static IApplicationBuilder UseScreens(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (IsLimited(http.Request.Path) && ScreenToken.Of(http.Request) is { } token
            && await http.RequestServices.GetRequiredService<KnownScreens>().Find(token, http.RequestAborted) is { WithdrawnAt: null } device)
        {
            http.Features.Set(new KnownReader($"screen {device.Id:N}"));
        }

        await next(http);
    });

    private static bool IsLimited(PathString path) => path.StartsWithSegments("/graphql/stream") || path.StartsWithSegments("/trace");
}
