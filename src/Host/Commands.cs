using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;

namespace Commerce.Host;

/// <summary>What the program can be told to do: serve (no verb), or one of the verbs.</summary>
internal static class Commands
{
    public static async Task<int> Run(string[] arguments)
    {
        var (verb, settings) = HostSettings.Parse(arguments);
        return verb switch
        {
            null => await Serve(settings),
            "migrate" => await Migrate(settings),
            _ => throw new WrongSettingException(verb, "is no verb; there is migrate, and without a verb the server runs"),
        };
    }

    private static async Task<int> Serve(Dictionary<string, string?> arguments)
    {
        var builder = Server.Builder(arguments, out var settings);
        await using var app = Server.Build(builder, settings);
        using var alone = DataFolderLock.Take(settings.Database);
        await Server.Prepare(app, settings, CancellationToken.None);
        await app.StartAsync();
        await Server.Open(app, settings, app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync();
        return ExitCodes.Good;
    }

    private static async Task<int> Migrate(Dictionary<string, string?> arguments)
    {
        var builder = Server.Builder(arguments, out var settings);
        await using var app = Server.Build(builder, settings);
        using var alone = DataFolderLock.Take(settings.Database);
        var applied = await Migrator.Migrate(app.Services, CancellationToken.None);
        Console.WriteLine(JsonSerializer.Serialize(new { applied }));
        return ExitCodes.Good;
    }
}
