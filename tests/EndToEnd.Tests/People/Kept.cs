using System.Data;
using System.Text;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.EndToEnd.Tests.People;

/// <summary>Everything that a server keeps, searched the plain way: each text column of each table, and on SQLite the bytes of the files.</summary>
internal static class Kept
{
    /// <summary>The columns in which a text stands, as module.table.column.</summary>
    public static async Task<IReadOnlyList<string>> ColumnsWith(RunningHost host, string text)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var found = new List<string>();
        foreach (var database in scope.ServiceProvider.GetRequiredService<IReadOnlyList<DatabaseEntry>>())
        {
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(database.Context);
            await db.Database.OpenConnectionAsync();
            foreach (var table in await Tables(db))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names come from the database itself.
                command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
                await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess);
                var hits = new SortedSet<string>(StringComparer.Ordinal);
                while (await reader.ReadAsync())
                {
                    for (var i = 0; i < reader.FieldCount; i++)
                    {
                        if (reader.GetValue(i) is string value && value.Contains(text, StringComparison.OrdinalIgnoreCase))
                        {
                            hits.Add($"{database.Module}.{table[(table.IndexOf('.', StringComparison.Ordinal) + 1)..].Trim('"')}.{reader.GetName(i)}");
                        }
                    }
                }

                found.AddRange(hits);
            }
        }

        return found;
    }

    /// <summary>The SQLite files in whose bytes a text stands, once the log and the free pages are folded in.</summary>
    public static async Task<IReadOnlyList<string>> FilesWith(RunningHost host, string text)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var found = new List<string>();
        foreach (var database in scope.ServiceProvider.GetRequiredService<IReadOnlyList<DatabaseEntry>>())
        {
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(database.Context);
            await db.Database.ExecuteSqlRawAsync("VACUUM");
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            await using var file = new FileStream(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            if (bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
            {
                found.Add(database.Module);
            }
        }

        return found;
    }

    private static async Task<List<string>> Tables(ModuleDbContext db) => await db.Database.SqlQueryRaw<string>(
        db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? "SELECT '\"' || name || '\"' AS \"Value\" FROM sqlite_master WHERE type = 'table'"
            : $"SELECT '\"' || schemaname || '\".\"' || tablename || '\"' AS \"Value\" FROM pg_tables WHERE schemaname = '{db.Module}'").ToListAsync();
}
