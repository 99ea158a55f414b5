using Commerce.Platform.Faults;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Commerce.Platform.Databases;

/// <summary>Points a module's context at the chosen database. Provider quirks live in this folder; no module names a provider.</summary>
public static class DatabaseSetup
{
    /// <summary>Where the generated migrations of a provider live.</summary>
    public static string MigrationsAssembly(DatabaseProvider provider) => $"Commerce.Migrations.{provider}";

    /// <summary>Configures a context of one module.</summary>
    /// <param name="builder">The context's options.</param>
    /// <param name="options">Which database.</param>
    /// <param name="module">File name (SQLite) or schema name (servers).</param>
    public static void Use(DbContextOptionsBuilder builder, DatabaseOptions options, string module)
    {
        _ = options.Provider switch
        {
            DatabaseProvider.Sqlite => builder.UseSqlite(
                SqliteConnectionString(options.DataFolder, module),
                o => o.MigrationsAssembly(MigrationsAssembly(options.Provider)).MigrationsHistoryTable("__migrations")),
            DatabaseProvider.PostgreSql => builder.UseNpgsql(
                options.ConnectionString,
                o => o.MigrationsAssembly(MigrationsAssembly(options.Provider)).MigrationsHistoryTable("__migrations", module)),
            DatabaseProvider.SqlServer => builder.UseSqlServer(
                options.ConnectionString,
                o => o.MigrationsAssembly(MigrationsAssembly(options.Provider)).MigrationsHistoryTable("__migrations", module)),
        };

        // Transactions are always ours (one per mutation) and refusals roll back to our own savepoint.
        Failpoint.WatchMigrations(builder);
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
    }

    /// <summary>The connection string of a module's SQLite file.</summary>
    public static string SqliteConnectionString(string folder, string module) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(folder, module + ".db"),
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
