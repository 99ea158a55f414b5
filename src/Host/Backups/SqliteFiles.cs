using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Microsoft.Data.Sqlite;

namespace Commerce.Host.Backups;

/// <summary>The files of the modules, copied while a server writes to them, all as of one moment.</summary>
internal static class SqliteFiles
{
    public static string NameOf(string module) => module + ".db";

    /// <summary>Holds all writers for a moment, pins a snapshot of each file, lets the writers go on, then copies the snapshots.</summary>
    public static async Task Copy(IReadOnlyList<DatabaseEntry> databases, string from, string to, Func<DateTimeOffset> now, Action<DateTimeOffset> taken, CancellationToken ct)
    {
        var writers = new List<SqliteTransaction>();
        var snapshots = new List<(string Module, SqliteConnection File, SqliteTransaction Read)>();
        try
        {
            foreach (var entry in databases)
            {
                writers.Add((await Open(from, entry.Module, ct)).BeginTransaction(deferred: false));
            }

            foreach (var entry in databases)
            {
                var file = await Open(from, entry.Module, ct);
                var read = file.BeginTransaction(deferred: true);

                // The snapshot begins with the first read.
                _ = await Scalar(file, "SELECT COUNT(*) FROM sqlite_master", ct);
                snapshots.Add((entry.Module, file, read));
            }

            taken(now());
            await Release(writers);
            foreach (var (module, file, _) in snapshots)
            {
                await using var copy = await Open(to, module, ct, SqliteOpenMode.ReadWriteCreate);
                file.BackupDatabase(copy);

                // A file that is whole by itself, without a log beside it.
                _ = await Scalar(copy, "PRAGMA journal_mode = DELETE", ct);
            }
        }
        finally
        {
            await Release(writers);
            await Release([.. snapshots.Select(s => s.Read)]);
        }
    }

    /// <summary>What is wrong inside a file; null when nothing is.</summary>
    public static async Task<string?> Fault(string folder, string module, CancellationToken ct)
    {
        await using var file = await Open(folder, module, ct);
        return await Scalar(file, "PRAGMA integrity_check", ct) is string said and not "ok" ? said : null;
    }

    /// <summary>A copy becomes a file to work with: readers and the writer no longer wait for each other.</summary>
    public static async Task MakeWorking(string folder, string module, CancellationToken ct)
    {
        await using var file = await Open(folder, module, ct);
        _ = await Scalar(file, "PRAGMA journal_mode = WAL", ct);
    }

    private static async Task<SqliteConnection> Open(string folder, string module, CancellationToken ct, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var file = new SqliteConnection(new SqliteConnectionStringBuilder(DatabaseSetup.SqliteConnectionString(folder, module)) { Pooling = false, Mode = mode }.ToString());
        await file.OpenAsync(ct);
        return file;
    }

    private static async Task<object?> Scalar(SqliteConnection file, string sql, CancellationToken ct)
    {
        await using var command = file.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(ct);
    }

    private static async Task Release(List<SqliteTransaction> transactions)
    {
        foreach (var transaction in transactions)
        {
            var file = transaction.Connection;
            await transaction.DisposeAsync();
            await (file?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        transactions.Clear();
    }
}
