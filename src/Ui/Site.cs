using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Commerce.Platform.Modules;
using Commerce.Ui.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;
using MudBlazor;
using MudBlazor.Services;

namespace Commerce.Ui;

/// <summary>What the pages know about the house they stand in.</summary>
/// <param name="Assemblies">Those with pages, besides this one.</param>
/// <param name="Demonstration">True while sample data and sample accounts are shown; pages then say so.</param>
public sealed record Site(IReadOnlyList<Assembly> Assemblies, bool Demonstration);

/// <summary>Adds the pages to the program and maps them.</summary>
public static class SitePipeline
{
    /// <summary>Who signed in may have a circuit; nobody else costs the server memory.</summary>
    private const string CircuitPath = "/_blazor";

    /// <summary>What pages need.</summary>
    public static void AddSite(this IServiceCollection services, Site site)
    {
        services.AddSingleton(site);
        services.AddPages();
        services.AddScoped<Words>();
        services.AddScoped<ActsHere>();
        services.AddRazorComponents().AddInteractiveServerComponents(o =>
        {
            // A phone in a cold store loses the network for minutes, and what was typed must still be there.
            o.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10);
            o.DisconnectedCircuitMaxRetained = 500;
        });
        // Chinese is written as itself, not as numbers three times as long.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddMudServices(o =>
        {
            o.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.TopCenter;
            o.SnackbarConfiguration.VisibleStateDuration = 6000;
            o.SnackbarConfiguration.PreventDuplicates = false;
        });
    }

    /// <summary>Maps every page. Each carries its own door; a page without one is closed.</summary>
    public static void MapSite(this IEndpointRouteBuilder routes) => routes.MapRazorComponents<App>()
        .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null)
        .AddAdditionalAssemblies([.. routes.ServiceProvider.GetRequiredService<Site>().Assemblies])
        .Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path } && path.TrimStart('/').StartsWith(CircuitPath.TrimStart('/'), StringComparison.Ordinal))
            {
                endpoint.Metadata.Add(new Platform.People.SignedInAttribute());
            }
            else if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } own } && own.Contains("_framework/", StringComparison.Ordinal))
            {
                endpoint.Metadata.Add(new Platform.People.PublicAttribute());
            }
        });
}
