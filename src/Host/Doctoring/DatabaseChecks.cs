using Commerce.Host.Backups;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Host.Doctoring;

/// <summary>The databases themselves.</summary>
internal sealed class DatabaseChecks(IServiceProvider services, DatabaseOptions database)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);
    private readonly IReadOnlyList<DatabaseEntry> databases = services.GetRequiredService<IReadOnlyList<DatabaseEntry>>();

    public async Task<IReadOnlyList<Finding>> Reachable(CancellationToken ct)
    {
        foreach (var entry in databases)
        {
            // Opening a file that isn't there would make it.
            if (database.Provider == DatabaseProvider.Sqlite && !File.Exists(Path.Combine(database.DataFolder, SqliteFiles.NameOf(entry.Module))))
            {
                return Bad("database", $"{database.DataFolder} has no {SqliteFiles.NameOf(entry.Module)}. Name the data folder with --data; a new one is made when the server starts.");
            }

            await using var db = entry.Open(database);
            await db.Database.OpenConnectionAsync(ct);
            if (database.Provider != DatabaseProvider.Sqlite)
            {
                break;
            }
        }

        return Good("database", $"{database.Provider} answers.");
    }

    public async Task<IReadOnlyList<Finding>> Migrated(CancellationToken ct)
    {
        foreach (var entry in databases)
        {
            await using var db = entry.Open(database);
            if ((await db.Database.GetPendingMigrationsAsync(ct)).FirstOrDefault() is { } missing)
            {
                return Bad("migrations", $"{entry.Module} lacks {missing}. Take a backup, then run the verb migrate.");
            }

            if ((await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown)
            {
                return Bad("migrations", $"{entry.Module} has {unknown}, which this program doesn't know: a newer version ran here. Run that version, or restore a backup.");
            }
        }

        return Good("migrations", "All are applied.");
    }

    public async Task<IReadOnlyList<Finding>> Durable(CancellationToken ct)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                await Migrator.RequireDurable(services, ct);
                return Good("durability", "SQLite waits for the disk at each commit (synchronous FULL).");
            case DatabaseProvider.PostgreSql:
                foreach (var setting in (string[])["fsync", "synchronous_commit", "full_page_writes"])
                {
                    if (await Text($"SELECT current_setting('{setting}') AS \"Value\"", ct) is "off")
                    {
                        return Bad("durability", $"PostgreSQL runs with {setting} off: an answered order could be lost in a power cut. Set it on.");
                    }
                }

                return Good("durability", "PostgreSQL waits for the disk at each commit.");
            case DatabaseProvider.SqlServer:
                return [new(Verdict.Look, "durability", "Not looked at on SQL Server: see that delayed durability is off for this database.")];
        }

        return [];
    }

    public async Task<IReadOnlyList<Finding>> Whole(CancellationToken ct)
    {
        if (database.Provider != DatabaseProvider.Sqlite)
        {
            return [new(Verdict.Good, "integrity", $"Left to {database.Provider}'s own tools (pg_amcheck; DBCC CHECKDB).")];
        }

        foreach (var entry in databases)
        {
            if (await SqliteFiles.Fault(database.DataFolder, entry.Module, ct) is { } fault)
            {
                return [new(Verdict.Violated, "integrity", $"{SqliteFiles.NameOf(entry.Module)} is damaged: {fault}. Stop the server, keep the folder as it is, restore a backup elsewhere.")];
            }
        }

        return Good("integrity", "All files are whole (integrity_check).");
    }

    /// <summary>Every file that was handed in is there, and is what it was.</summary>
    public async Task<IReadOnlyList<Finding>> Files(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var options = services.GetRequiredService<FileStoreOptions>();
        var kept = await KeptFiles.Look(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), options, ct);
        var place = options.Folder ?? "the database";
        return kept is { Missing.Count: 0, Broken.Count: 0 }
            ? Good("files", $"All {kept.Whole} files are as they were handed in ({place}).")
            : [new(
                Verdict.Violated, "files",
                $"{kept.Missing.Count} files are missing and {kept.Broken.Count} aren't what was handed in ({place}), the first {kept.Missing.Concat(kept.Broken).First():N}. "
                + "Was Commerce:Files:Folder changed? Set it to where they lie, or bring them back from a backup.")];
    }

    public async Task<IReadOnlyList<Finding>> Clock(CancellationToken ct)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        DateTimeOffset? newest = null;
        foreach (var entry in databases)
        {
            await using var db = entry.Open(database);
            var last = await db.Outbox.OrderByDescending(e => e.Sequence).Select(e => (DateTimeOffset?)e.OccurredAt).FirstOrDefaultAsync(ct);
            newest = newest is null || last > newest ? last ?? newest : newest;
        }

        if (newest - clock.GetUtcNow() > ClockTolerance)
        {
            return Bad("clock", $"The newest event is of {newest:u}, this machine's clock says {clock.GetUtcNow():u}. Set the clock; months are counted by it.");
        }

        if (database.Provider == DatabaseProvider.PostgreSql)
        {
            var theirs = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(await Text("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint::text AS \"Value\"", ct), System.Globalization.CultureInfo.InvariantCulture));
            var apart = (theirs - clock.GetUtcNow()).Duration();
            return apart > ClockTolerance
                ? Bad("clock", $"This machine and the database are {apart.TotalSeconds:0} seconds apart. Have both follow the same time server.")
                : Good("clock", $"This machine and the database agree to {apart.TotalMilliseconds:0} ms.");
        }

        return Good("clock", "Nothing in the database is of the future.");
    }

    private async Task<string> Text(string sql, CancellationToken ct)
    {
        await using var db = databases[0].Open(database);
#pragma warning disable EF1002 // Written above.
        return await db.Database.SqlQueryRaw<string>(sql).SingleAsync(ct);
#pragma warning restore EF1002
    }

    private static Finding[] Good(string check, string found) => [new(Verdict.Good, check, found)];

    private static Finding[] Bad(string check, string found) => [new(Verdict.Bad, check, found)];
}
