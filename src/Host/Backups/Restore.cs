using Commerce.Platform.Databases;
using Commerce.Platform.Faults;
using Commerce.Platform.Files;
using Commerce.Platform.Modules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Commerce.Host.Backups;

/// <summary>What a restore did.</summary>
/// <param name="TakenAt">The moment that the data are of.</param>
/// <param name="Incarnation">The new life of the database.</param>
/// <param name="Reopened">Events that go out again.</param>
/// <param name="Aside">Where what was there before lies now; null when the place was empty.</param>
internal sealed record Restored(DateTimeOffset? TakenAt, int Incarnation, int Reopened, string? Aside);

/// <summary>Brings a backup into an empty place; with force beside what is there, which is kept under another name.</summary>
/// <param name="services">On the place itself.</param>
/// <param name="database">The place.</param>
/// <param name="on">The program's services on another database.</param>
internal sealed class Restore(IServiceProvider services, DatabaseOptions database, Func<DatabaseOptions, WebApplication> on)
{
    private readonly IReadOnlyList<DatabaseEntry> databases = services.GetRequiredService<IReadOnlyList<DatabaseEntry>>();
    private readonly FileStoreOptions files = services.GetRequiredService<FileStoreOptions>();

    /// <exception cref="UnusableInputException">The backup can't be used, or the place isn't empty.</exception>
    public async Task<Restored> From(string folder, bool force, CancellationToken ct)
    {
        var manifest = await Manifest.Read(folder, ct);
        Fits(manifest);
        await manifest.Check(folder, ct);
        return database.Provider == DatabaseProvider.Sqlite
            ? await Files(manifest, folder, force, ct)
            : await Postgres(manifest, folder, force, ct);
    }

    /// <summary>The database was brought back by its own tools: only the new life begins here.</summary>
    public async Task<Restored> Adopt(CancellationToken ct)
    {
        var (incarnation, reopened) = await NewLife.Begin(services, ct);
        return new(null, incarnation, reopened, null);
    }

    private void Fits(Manifest manifest)
    {
        if (manifest.Provider != database.Provider)
        {
            throw new UnusableInputException($"The backup is of {manifest.Provider}, this is {database.Provider}; a backup goes back to the kind of database it came from. Nothing was changed.");
        }

        foreach (var told in manifest.Modules)
        {
            if (databases.FirstOrDefault(d => d.Module == told.Module) is not { } entry)
            {
                throw Newer($"the module {told.Module}");
            }

            using var db = entry.Open(database);
            if (told.Migrations.Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown)
            {
                throw Newer($"{told.Module}: {unknown}");
            }
        }

        if (files.Folder is null && manifest.Files.Count(f => f.HandedIn is not null) is > 0 and var handedIn)
        {
            throw new UnusableInputException($"The backup has {handedIn} files that lay in a folder. Set Commerce:Files:Folder to a folder that is there. Nothing was changed.");
        }

        if (System.Version.TryParse(manifest.Version, out var theirs) && System.Version.TryParse(Backup.Version, out var ours) && theirs > ours)
        {
            throw Newer($"version {manifest.Version} (this is {Backup.Version})");
        }
    }

    private static UnusableInputException Newer(string what) =>
        new($"The backup has {what}, which this program doesn't know: it was taken by a newer version. Restore it with that version. Nothing was changed.");

    private async Task<Restored> Files(Manifest manifest, string folder, bool force, CancellationToken ct)
    {
        var there = Directory.GetFiles(database.DataFolder).Select(p => Path.GetFileName(p)!)
            .Where(n => n is Backup.DemoAccounts or DataFolderLock.UnfinishedRestore || databases.Any(d => n.StartsWith(SqliteFiles.NameOf(d.Module), StringComparison.Ordinal))).ToList();
        if (there.Count > 0 && !force)
        {
            throw new UnusableInputException($"{database.DataFolder} isn't empty ({there[0]}). Name another folder with --data, or add --force: what is there is then moved aside, not deleted. Nothing was changed.");
        }

        // Everything is made ready beside, and moved in when it is whole.
        var staging = Path.Combine(database.DataFolder, ".restoring-" + Path.GetRandomFileName());
        Private.Folder(staging);
        try
        {
            foreach (var file in manifest.Files.Where(f => f.HandedIn is null))
            {
                await Private.Copy(Path.Combine(folder, file.Name), Path.Combine(staging, file.Name), ct);
            }

            var (incarnation, reopened) = await Prepare(manifest, staging, ct);
            await HandIn(manifest, folder, ct);
            return new(manifest.TakenAt, incarnation, reopened, MoveIn(manifest, staging, there));
        }
        finally
        {
            Directory.Delete(staging, true);
        }
    }

    private async Task<(int Incarnation, int Reopened)> Prepare(Manifest manifest, string staging, CancellationToken ct)
    {
        foreach (var told in manifest.Modules)
        {
            if (await SqliteFiles.Fault(staging, told.Module, ct) is { } fault)
            {
                throw new UnusableInputException($"{SqliteFiles.NameOf(told.Module)} is damaged inside ({fault}). Take another backup. Nothing was changed.");
            }

            await SqliteFiles.MakeWorking(staging, told.Module, ct);
        }

        var place = new DatabaseOptions { DataFolder = staging };
        await using var there = on(place);
        await Compare(manifest, place, ct);
        await Migrator.Migrate(there.Services, ct);
        var life = await NewLife.Begin(there.Services, ct);
        SqliteConnection.ClearAllPools();
        return life;
    }

    /// <summary>Files go to their folder before the database that names them is there. One that is there already is the same file: its id is its own for ever.</summary>
    private async Task HandIn(Manifest manifest, string folder, CancellationToken ct)
    {
        foreach (var file in manifest.Files)
        {
            if (file.HandedIn is { } id)
            {
                await using var content = File.OpenRead(Path.Combine(folder, file.Name));
                await FolderContents.Write(files.Folder!, id, content, ct);
            }
        }
    }

    private string? MoveIn(Manifest manifest, string staging, List<string> there)
    {
        var unfinished = Path.Combine(database.DataFolder, DataFolderLock.UnfinishedRestore);
        File.WriteAllText(unfinished, "");
        string? aside = null;
        if (there.Count > 0)
        {
            aside = Path.Combine(database.DataFolder, $"replaced-{services.GetRequiredService<TimeProvider>().GetUtcNow():yyyyMMddHHmmss}");
            Private.Folder(aside);
            foreach (var name in there.Where(n => n != DataFolderLock.UnfinishedRestore))
            {
                File.Move(Path.Combine(database.DataFolder, name), Path.Combine(aside, name));
            }
        }

        foreach (var file in manifest.Files.Where(f => f.HandedIn is null))
        {
            Failpoint.Reach("restore.moving", file.Name);
            File.Move(Path.Combine(staging, file.Name), Path.Combine(database.DataFolder, file.Name));
        }

        File.Delete(unfinished);
        return aside;
    }

    private async Task<Restored> Postgres(Manifest manifest, string folder, bool force, CancellationToken ct)
    {
        var there = await Ask<string>("SELECT nspname::text FROM pg_namespace", ct);
        there = [.. there.Where(s => databases.Any(d => d.Module == s))];
        if (there.Count > 0 && !force)
        {
            throw new UnusableInputException($"The database isn't empty (schema {there[0]}). Name an empty one, or add --force: what is there is then renamed, not deleted. Nothing was changed.");
        }

        if (there.Count > 0 && (await Ask<long>("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'", ct))[0] is > 0 and var others)
        {
            throw new UnusableInputException($"{others} others are connected to the database. Stop all hosts first. Nothing was changed.");
        }

        var suffix = $"_replaced_{services.GetRequiredService<TimeProvider>().GetUtcNow():yyyyMMddHHmmss}";
        await Execute(string.Concat(there.Select(s => $"ALTER SCHEMA \"{s}\" RENAME TO \"{s}{suffix}\";")), ct);
        try
        {
            await PostgresTools.Run(
                "pg_restore",
                database.ConnectionString!,
                [
                    "--dbname", new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!, "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
                    Path.Combine(folder, Backup.PostgresFile),
                ],
                ct);
            await Compare(manifest, database, ct);
            await HandIn(manifest, folder, ct);
            Failpoint.Reach("restore.moving");
            await Migrator.Migrate(services, ct);
            var (incarnation, reopened) = await NewLife.Begin(services, ct);
            await RestoreDemoAccounts(manifest, folder, suffix, ct);
            return new(manifest.TakenAt, incarnation, reopened, there.Count > 0 ? $"schemas *{suffix}" : null);
        }
        catch
        {
            // As it was: the half-restored schemas go, the old ones get their names back.
            await Execute(
                string.Concat(databases.Select(d => $"DROP SCHEMA IF EXISTS \"{d.Module}\" CASCADE;")) + string.Concat(there.Select(s => $"ALTER SCHEMA \"{s}{suffix}\" RENAME TO \"{s}\";")), CancellationToken.None);
            throw;
        }
    }

    private async Task RestoreDemoAccounts(Manifest manifest, string folder, string suffix, CancellationToken ct)
    {
        if (manifest.Files.Any(f => f.Name == Backup.DemoAccounts))
        {
            var path = Path.Combine(database.DataFolder, Backup.DemoAccounts);
            if (File.Exists(path))
            {
                File.Move(path, path + suffix);
            }

            await Private.Copy(Path.Combine(folder, Backup.DemoAccounts), path, ct);
        }
    }

    private async Task Compare(Manifest manifest, DatabaseOptions place, CancellationToken ct)
    {
        foreach (var told in manifest.Modules)
        {
            await using var db = databases.Single(d => d.Module == told.Module).Open(place);
            await Contents.Compare(db, told, ct);
        }
    }

    private async Task<List<T>> Ask<T>(string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Unpooled());
        await connection.OpenAsync(ct);
#pragma warning disable CA2100 // Written above.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(ct);
        var answers = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            answers.Add(reader.GetFieldValue<T>(0));
        }

        return answers;
    }

    private async Task Execute(string sql, CancellationToken ct)
    {
        if (sql.Length > 0)
        {
            _ = await Ask<int>($"BEGIN; {sql} COMMIT;", ct);
        }
    }

    private string Unpooled() => new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString();
}
