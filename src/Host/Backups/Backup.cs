using System.Data;
using System.Reflection;
using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Platform.Faults;
using Commerce.Platform.Files;
using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Commerce.Host.Backups;

/// <summary>Takes a backup of all databases as of one moment, beside a running server.</summary>
internal sealed class Backup(IServiceProvider services, DatabaseOptions database)
{
    public const string PostgresFile = "commerce.dump";

    /// <summary>The sample accounts' passwords, when this is a demonstration.</summary>
    public const string DemoAccounts = "demo-accounts.json";

    private readonly IReadOnlyList<DatabaseEntry> databases = services.GetRequiredService<IReadOnlyList<DatabaseEntry>>();

    public static string Version { get; } = typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Writes the folder <paramref name="to"/>; it appears when it is whole.</summary>
    /// <exception cref="UnusableInputException">It is there already, or the database can't be backed up from here.</exception>
    public async Task<Manifest> Take(string to, CancellationToken ct)
    {
        to = Path.TrimEndingDirectorySeparator(Path.GetFullPath(to));
        if (Path.Exists(to))
        {
            throw new UnusableInputException($"{to} is there already and a backup never overwrites anything. Name a new folder.");
        }

        if (database.Provider == DatabaseProvider.SqlServer)
        {
            throw new UnusableInputException(
                "SQL Server backs itself up: BACKUP DATABASE … TO DISK … WITH CHECKSUM, or the server's own schedule; the key ring is in that database. "
                + "After RESTORE DATABASE run the verb restore with --adopt, so that messages from before are parked. Nothing was written.");
        }

        var half = to + ".partial-" + Path.GetRandomFileName();
        Private.Folder(half);
        try
        {
            var manifest = database.Provider == DatabaseProvider.Sqlite ? await OfFiles(half, ct) : await OfPostgres(half, ct);
            Failpoint.Reach("backup.copied");
            await using (var file = Private.Create(Path.Combine(half, Manifest.FileName)))
            {
                await JsonSerializer.SerializeAsync(file, manifest, Manifest.Json, ct);
                file.Flush(flushToDisk: true);
            }

            Directory.Move(half, to);
            return manifest;
        }
        finally
        {
            if (Directory.Exists(half))
            {
                Directory.Delete(half, true);
            }
        }
    }

    private async Task<Manifest> OfFiles(string folder, CancellationToken ct)
    {
        if (databases.FirstOrDefault(d => !File.Exists(Path.Combine(database.DataFolder, SqliteFiles.NameOf(d.Module)))) is { } absent)
        {
            throw new UnusableInputException($"{database.DataFolder} has no {SqliteFiles.NameOf(absent.Module)}: it is no data folder of this program. Name it with --data. Nothing was written.");
        }

        var takenAt = default(DateTimeOffset);
        await SqliteFiles.Copy(databases, database.DataFolder, folder, Now, at => takenAt = at, ct);
        var copy = new DatabaseOptions { DataFolder = folder };
        var modules = new List<BackedUpModule>();
        StoredIdentity? identity = null;
        IReadOnlyList<Guid> files = [];
        foreach (var entry in databases)
        {
            await using var db = entry.Open(copy);
            modules.Add(await Contents.Read(db, ct));
            if (db is PlatformDbContext platform)
            {
                identity = await platform.Identities.AsNoTracking().SingleAsync(ct);
                files = await platform.Files.AsNoTracking().Select(f => f.Id).ToListAsync(ct);
            }

            Microsoft.Data.Sqlite.SqliteConnection.ClearPool((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection());
        }

        var contents = await CopyContents(folder, files, ct);
        return await Describe(folder, takenAt, identity!, modules, databases.Select(d => SqliteFiles.NameOf(d.Module)).Concat(contents), ct);
    }

    private async Task<Manifest> OfPostgres(string folder, CancellationToken ct)
    {
        // Counts and dump see the same snapshot.
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", connection, transaction);
        var snapshot = (string)(await export.ExecuteScalarAsync(ct))!;
        var takenAt = Now();
        var modules = new List<BackedUpModule>();
        StoredIdentity? identity = null;
        IReadOnlyList<Guid> files = [];
        foreach (var entry in databases)
        {
            await using var db = entry.Open(database);
            db.Database.SetDbConnection(connection);
            await db.Database.UseTransactionAsync(transaction, ct);
            modules.Add(await Contents.Read(db, ct));
            if (db is PlatformDbContext platform)
            {
                identity = await platform.Identities.AsNoTracking().SingleAsync(ct);
                files = await platform.Files.AsNoTracking().Select(f => f.Id).ToListAsync(ct);
            }
        }

        await PostgresTools.Run(
            "pg_dump",
            database.ConnectionString!,
            [
                "--dbname", connection.Database, "--snapshot", snapshot, "--format", "custom", "--no-owner", "--no-privileges", "--file", Path.Combine(folder, PostgresFile),
                .. databases.SelectMany(d => (string[])["--schema", d.Module]),
            ],
            ct);
        return await Describe(folder, takenAt, identity!, modules, [PostgresFile, .. await CopyContents(folder, files, ct)], ct);
    }

    /// <summary>What lies in the folder of files, of those that the databases name: bytes come before their row, so every row of that moment has them.</summary>
    private async Task<IReadOnlyList<string>> CopyContents(string folder, IReadOnlyList<Guid> files, CancellationToken ct)
    {
        var names = new List<string>();
        if (services.GetRequiredService<FileStoreOptions>().Folder is { } place)
        {
            foreach (var (file, path) in files.Select(f => (f, FolderContents.PathOf(place, f))).Where(f => File.Exists(f.Item2)))
            {
                names.Add(BackedUpFile.NameOf(file));
                await Private.Copy(path, Path.Combine(folder, names[^1]), ct);
            }
        }

        return names;
    }

    private async Task<Manifest> Describe(
        string folder, DateTimeOffset takenAt, StoredIdentity identity, IReadOnlyList<BackedUpModule> modules, IEnumerable<string> names, CancellationToken ct)
    {
        var files = new List<BackedUpFile>();
        var demo = Path.Combine(database.DataFolder, DemoAccounts);
        if (File.Exists(demo))
        {
            await Private.Copy(demo, Path.Combine(folder, DemoAccounts), ct);
            names = names.Append(DemoAccounts);
        }

        foreach (var path in names.Select(n => Path.Combine(folder, n)))
        {
            Private.Settle(path);
            files.Add(await BackedUpFile.Of(path, ct));
        }

        return new(Manifest.CurrentFormat, Version, takenAt, database.Provider, identity.Id, identity.Incarnation, files, modules);
    }

    private DateTimeOffset Now() => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
