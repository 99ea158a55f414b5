using Commerce.Catalog;
using Commerce.Catalog.Devices;
using Commerce.Organisations.SignIn;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.Walls;

namespace Commerce.Host;

/// <summary>The server of <c>--roles Catalogue</c> (decision 22): the public catalogue, its streams, the trace pages and the counters' screens, from the database that
/// the other hosts write. It has no accounts, takes no events in and sends none, and every other address is a plain 404.</summary>
internal static class CatalogueServer
{
    public static WebApplication Build(WebApplicationBuilder builder, HostSettings settings)
    {
        Server.AddFrame(builder, settings);
        EventNames.Register(typeof(Contracts.EventAttribute).Assembly);
        builder.AddHouse([new CatalogModule()], settings.Database, settings.Messaging, settings.Roles);

        // The trace pages are rendered, and nobody may leaf through their codes.
        builder.Services.AddRazorComponents();
        builder.Services.AddRateLimiter(o => o.RejectionStatusCode = StatusCodes.Status429TooManyRequests);

        var app = builder.Build();
        app.UseWalls();
        app.UseKeptAnswers();
        app.UseRouting();
        app.UseScreens();
        app.UseRateLimiter();
        app.UseNobody();
        app.UseAuthorization();
        app.MapCatalogue();
        Server.MapHealth(app);
        return app;
    }
}
