using System.Text.Encodings.Web;
using System.Text.Json;
using Commerce.Host.Backups;
using Commerce.Host.Doctoring;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Microsoft.AspNetCore.Connections;

namespace Commerce.Host;

/// <summary>What the program can be told to do: serve (no verb), or one of the verbs.</summary>
internal static class Commands
{
    private const string To = "Verb:To";
    private const string From = "Verb:From";
    private const string Force = "Verb:Force";
    private const string Adopt = "Verb:Adopt";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> Run(string[] arguments)
    {
        var (verb, settings) = HostSettings.Parse(arguments);
        return verb switch
        {
            null => await Serve(Only(settings)),
            "migrate" => await Migrate(Only(settings)),
            "backup" => await TakeBackup(Only(settings, To)),
            "restore" => await BringBack(Only(settings, From, Force, Adopt)),
            "doctor" => await Examine(Only(settings)),
            "audit" => await AuditVerify.Run(Only(settings, AuditVerify.What, AuditVerify.Head)),
            "import-tasks" => await TaskImport.Run(Only(settings, TaskImport.InputFile, TaskImport.Preview, TaskImport.Year)),
            _ => throw new WrongSettingException(verb, "is no verb; there are migrate, backup, restore, doctor, audit verify and import-tasks, and without a verb the server runs"),
        };
    }

    private static async Task<int> Serve(Dictionary<string, string?> arguments)
    {
        var builder = Server.Builder(arguments, out var settings);
        await using var app = Server.Build(builder, settings);
        using var alone = DataFolderLock.Take(settings.Database);
        await Server.Prepare(app, settings, CancellationToken.None);
        await Listen(app);
        try
        {
            await Server.Open(app, settings, app.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop before it was ready.
        }

        await app.WaitForShutdownAsync();
        return ExitCodes.Good;
    }

    private static async Task Listen(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new WrongSettingException("Urls", $"can't be listened at: {e.Message} Choose another with --urls");
        }
    }

    private static async Task<int> Migrate(Dictionary<string, string?> arguments)
    {
        var builder = Server.Builder(arguments, out var settings);
        await using var app = Server.Build(builder, settings);
        using var alone = DataFolderLock.Take(settings.Database);
        var applied = await Migrator.Migrate(app.Services, CancellationToken.None);
        return Say(new { applied });
    }

    private static async Task<int> TakeBackup(Dictionary<string, string?> arguments)
    {
        var to = arguments.GetValueOrDefault(To) ?? throw new WrongSettingException("--to", "is needed: the new folder of the backup");
        var builder = Server.Builder(arguments, out var settings);
        await using var app = Server.Build(builder, settings);
        var manifest = await new Backup(app.Services, settings.Database).Take(to, CancellationToken.None);
        return Say(new { backup = Path.GetFullPath(to), manifest.TakenAt, manifest.Version, files = manifest.Files.Count, bytes = manifest.Files.Sum(f => f.Bytes) });
    }

    private static async Task<int> BringBack(Dictionary<string, string?> arguments)
    {
        var adopts = arguments.ContainsKey(Adopt);
        if (adopts == arguments.ContainsKey(From))
        {
            throw new WrongSettingException("--from", "names the folder of the backup; or, for a database that its own tools brought back, --adopt stands instead");
        }

        var builder = Server.Builder(arguments, out var settings);
        await using var app = Server.Build(builder, settings);
        using var alone = DataFolderLock.Take(settings.Database, restoring: !adopts);
        var restore = new Restore(app.Services, settings.Database, place => On(arguments, place));
        var restored = adopts
            ? await restore.Adopt(CancellationToken.None)
            : await restore.From(arguments[From]!, arguments.ContainsKey(Force), CancellationToken.None);
        return Say(restored);
    }

    /// <summary>A line per check for the person, the same as JSON for a program.</summary>
    private static async Task<int> Examine(Dictionary<string, string?> arguments)
    {
        var builder = Server.Builder(arguments, out var settings);
        await using var app = Server.Build(builder, settings);
        var findings = await new Doctor(app.Services, settings).Look(CancellationToken.None);
        foreach (var finding in findings)
        {
            await Console.Error.WriteLineAsync($"{finding.Verdict.ToString().ToUpperInvariant(),-8} {finding.Check,-10} {finding.Found}");
        }

        var findingsJson = findings.Select(f => new { verdict = f.Verdict.ToString(), f.Check, f.Found });
        _ = Say(new { good = findings.All(f => f.Verdict is Verdict.Good or Verdict.Look), findings = findingsJson });
        return Doctor.ExitCode(findings);
    }

    /// <summary>The program with the same settings on files elsewhere.</summary>
    internal static WebApplication On(IReadOnlyDictionary<string, string?> arguments, DatabaseOptions place)
    {
        var builder = Server.Builder(new Dictionary<string, string?>(arguments) { ["Commerce:Database:DataFolder"] = place.DataFolder }, out var settings);
        return Server.Build(builder, settings);
    }

    private static int Say(object answer)
    {
        Console.WriteLine(JsonSerializer.Serialize(answer, Readable));
        return ExitCodes.Good;
    }

    /// <summary>An option of another verb is a mistake, not a wish to be passed over.</summary>
    private static Dictionary<string, string?> Only(Dictionary<string, string?> settings, params string[] own)
    {
        if (settings.Keys.FirstOrDefault(k => k.StartsWith("Verb:", StringComparison.Ordinal) && !own.Contains(k)) is { } foreign)
        {
            throw new WrongSettingException("--" + foreign["Verb:".Length..].ToLowerInvariant(), "belongs to another verb");
        }

        return settings;
    }
}
