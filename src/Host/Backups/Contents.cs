using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Commerce.Host.Backups;

/// <summary>Counts what a module's database holds.</summary>
internal static class Contents
{
    public static async Task<BackedUpModule> Read(ModuleDbContext db, CancellationToken ct)
    {
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return new(db.Module, [.. await db.Database.GetAppliedMigrationsAsync(ct)], await Rows(db, tables, ct));
    }

    public static async Task<IReadOnlyDictionary<string, long>> Rows(ModuleDbContext db, IEnumerable<string> tables, CancellationToken ct)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var schema = db.Model.GetDefaultSchema();
        var rows = new Dictionary<string, long>();
        foreach (var table in tables)
        {
#pragma warning disable EF1002 // Names of tables can't be parameters; these are quoted.
            rows[table] = await db.Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS {names.DelimitIdentifier("Value")} FROM {names.DelimitIdentifier(table, schema)}").SingleAsync(ct);
#pragma warning restore EF1002
        }

        return rows;
    }

    /// <summary>The database holds exactly what the backup says.</summary>
    /// <exception cref="UnusableInputException">Names the table.</exception>
    public static async Task Compare(ModuleDbContext db, BackedUpModule told, CancellationToken ct)
    {
        foreach (var (table, rows) in await Rows(db, told.Rows.Keys, ct))
        {
            if (rows != told.Rows[table])
            {
                throw new UnusableInputException($"{told.Module}.{table} has {rows} rows, the backup's manifest says {told.Rows[table]}: the backup is damaged. Nothing was changed.");
            }
        }
    }
}
