using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Xunit;

namespace Commerce.Testing;

/// <summary>The providers that tests run on; one without a server shows as skipped, by name.</summary>
public static class Providers
{
    public const string PostgresVariable = "COMMERCE_TEST_POSTGRES";

    public static TheoryData<DatabaseProvider> All => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];
}

/// <summary>A database of a module's own for one test: a SQLite file, or a fresh PostgreSQL database.</summary>
public sealed class TestDatabase<TDb> : IAsyncDisposable
    where TDb : ModuleDbContext
{
    private readonly DatabaseOptions options;
    private readonly string module;
    private readonly string? admin;

    private TestDatabase(DatabaseOptions options, string module, string? admin)
    {
        this.options = options;
        this.module = module;
        this.admin = admin;
    }

    public static async Task<TestDatabase<TDb>> Create(DatabaseProvider provider, string module)
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        TestDatabase<TDb> database;
        if (provider == DatabaseProvider.Sqlite)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "commerce-tests", name)).FullName;
            database = new(new DatabaseOptions { Provider = provider, DataFolder = folder }, module, null);
        }
        else
        {
            var admin = Environment.GetEnvironmentVariable(Providers.PostgresVariable);
            Skip.If(string.IsNullOrEmpty(admin), $"PostgreSQL: {Providers.PostgresVariable} isn't set; ./test.sh sets it.");
            await using var connection = new NpgsqlConnection(admin);
            await connection.OpenAsync();
            await using var create = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
            create.CommandText = $"CREATE DATABASE {name}";
#pragma warning restore CA2100
            await create.ExecuteNonQueryAsync();
            var own = new NpgsqlConnectionStringBuilder(admin) { Database = name, MaxPoolSize = 20 }.ToString();
            database = new(new DatabaseOptions { Provider = provider, ConnectionString = own }, module, admin);
        }

        await using var db = database.Open();
        await db.Database.EnsureCreatedAsync();
        return database;
    }

    /// <summary>A new context, as a request would have.</summary>
    /// <param name="watched">Who sees its commands.</param>
    public TDb Open(params IInterceptor[] watched)
    {
        var builder = new DbContextOptionsBuilder<TDb>().AddInterceptors(watched);
        DatabaseSetup.Use(builder, options, module);
        return (TDb)Activator.CreateInstance(typeof(TDb), builder.Options)!;
    }

    public async ValueTask DisposeAsync()
    {
        if (admin is null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(options.DataFolder, true);
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await Task.CompletedTask;
    }
}
