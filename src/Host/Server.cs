using Commerce.Assistance;
using Commerce.Catalog;
using Commerce.Catalog.Devices;
using Commerce.Host.Observing;
using Commerce.Ordering;
using Commerce.Organisations;
using Commerce.Organisations.SignIn;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.Walls;
using Commerce.TaskList;
using Commerce.Ui;
using Microsoft.AspNetCore.Authorization;

namespace Commerce.Host;

/// <summary>The server: names the modules, starts them in order, says when it is ready.</summary>
internal static class Server
{
    /// <summary>The modules, in the order in which they prepare themselves.</summary>
    public static IReadOnlyList<IModule> Modules { get; } = [new OrganisationsModule(), new CatalogModule(), new OrderingModule(), new AssistanceModule(), new TaskListModule()];

    public static WebApplicationBuilder Builder(Dictionary<string, string?> arguments, out HostSettings settings)
    {
        // Pages and their assets lie beside the program, wherever the command was typed.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Commerce.Host", ContentRootPath = AppContext.BaseDirectory });
        HostSettings.AddSecrets(builder.Configuration);
        builder.Configuration.AddInMemoryCollection(arguments);
        settings = HostSettings.Read(builder.Configuration);
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder, HostSettings settings)
    {
        if (settings.Roles.HasFlag(Roles.Catalogue))
        {
            return CatalogueServer.Build(builder, settings);
        }

        // Wherever it was built or published to: without the manifest that the build writes, wwwroot beside the program is taken.
        builder.WebHost.UseStaticWebAssets();
        AddFrame(builder, settings);
        EventNames.Register(typeof(Contracts.EventAttribute).Assembly);
        builder.AddHouse(Modules, settings.Database, settings.Messaging, settings.Roles);
        builder.Services.AddSite(new Site([.. Modules.Select(m => m.GetType().Assembly)], settings.Demo));

        var app = builder.Build();
        app.UseWalls();
        app.UseKeptAnswers();
        app.UseHumanAnswers();
        app.UseRouting();
        app.UseScreens();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseActor();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHouse();
        Telemetry.Map(app);
        MapHealth(app);
        app.MapSite();
        return app;
    }

    /// <summary>What every kind of host has: where it listens, what it logs and counts, how it stops, what it denies.</summary>
    internal static void AddFrame(WebApplicationBuilder builder, HostSettings settings)
    {
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        Logs.Add(builder);
        Telemetry.Add(builder);
        Stopping.Add(builder);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton(TrustedList.Read(builder.Configuration));

        // Deny by default: a route that states nothing is closed to everybody. Where there is no route there is nothing to close.
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder().RequireAssertion(c => c.Resource is HttpContext http && http.GetEndpoint() is null).Build());
        builder.Services.AddAntiforgery();
    }

    internal static void MapHealth(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", (Readiness readiness) => readiness.IsReady ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }

    /// <summary>Databases first: migrated (SQLite) or checked (servers), durable, known by identity.</summary>
    public static async Task Prepare(WebApplication app, HostSettings settings, CancellationToken ct)
    {
        if (settings.Database.Provider == DatabaseProvider.Sqlite)
        {
            await Migrator.Migrate(app.Services, ct);
        }
        else
        {
            await Migrator.RequireMigrated(app.Services, ct);
        }

        await Migrator.RequireDurable(app.Services, ct);
        await Migrator.LoadIdentity(app.Services, ct);
        if (!settings.Roles.HasFlag(Roles.Catalogue))
        {
            await PrepareModules(app, settings, ct);
        }
    }

    /// <summary>The bus runs: tell new consumers what they are owed, load the sample data if asked for, then open the door.</summary>
    public static async Task Open(WebApplication app, HostSettings settings, CancellationToken ct)
    {
        if (settings.Roles.HasFlag(Roles.Consumers))
        {
            await Past.Say(app.Services, ct);
        }

        if (settings.Demo && !settings.Roles.HasFlag(Roles.Catalogue))
        {
            await SampleData.Load(app.Services, ct);
        }

        app.Services.GetRequiredService<Readiness>().IsReady = true;
        Welcome.Print(app.Urls, settings);
    }

    private static async Task PrepareModules(WebApplication app, HostSettings settings, CancellationToken ct)
    {
        if (!settings.Demo)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await OrganisationsModule.PrepareAsync(scope.ServiceProvider, ct);
        }
    }
}

/// <summary>True once everything that a request needs is there.</summary>
internal sealed class Readiness
{
    private volatile bool ready;

    public bool IsReady
    {
        get => ready;
        set => ready = value;
    }
}
