using System.Collections.Concurrent;
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
    private static readonly ConcurrentDictionary<(DatabaseProvider, string, string?), Lazy<Task<TestDatabase<TDb>>>> Templates = [];

    private readonly DatabaseOptions options;
    private readonly string module;
    private readonly string? admin;

    private TestDatabase(DatabaseOptions options, string module, string? admin)
    {
        this.options = options;
        this.module = module;
        this.admin = admin;
    }

    /// <summary>A copy of a template that is made once in each run: making the tables costs more than most tests.</summary>
    /// <param name="provider">Where.</param>
    /// <param name="module">Its name.</param>
    /// <param name="filled">What the template is filled with, beyond its tables; null for nothing.</param>
    /// <param name="fill">Fills it.</param>
    public static async Task<TestDatabase<TDb>> Create(DatabaseProvider provider, string module, string? filled = null, Func<TestDatabase<TDb>, Task>? fill = null)
    {
        var template = await Templates.GetOrAdd((provider, module, filled), _ => new Lazy<Task<TestDatabase<TDb>>>(() => Template(provider, module, fill))).Value;
        var copy = await New(provider, module, template);
        if (provider == DatabaseProvider.Sqlite)
        {
            foreach (var file in Directory.GetFiles(template.options.DataFolder))
            {
                File.Copy(file, Path.Combine(copy.options.DataFolder, Path.GetFileName(file)));
            }
        }

        return copy;
    }

    private static async Task<TestDatabase<TDb>> Template(DatabaseProvider provider, string module, Func<TestDatabase<TDb>, Task>? fill)
    {
        var template = await New(provider, module, null);
        await using (var db = template.Open())
        {
            await db.Database.EnsureCreatedAsync();
        }

        await (fill?.Invoke(template) ?? Task.CompletedTask);

        // Nobody may be connected to what is copied; closing the last connection of a file also writes its log back into it.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (provider == DatabaseProvider.Sqlite)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(template.options.DataFolder, true);
        }

        return template;
    }

    private static async Task<TestDatabase<TDb>> New(DatabaseProvider provider, string module, TestDatabase<TDb>? like)
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        if (provider == DatabaseProvider.Sqlite)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "commerce-tests", name)).FullName;
            return new(new DatabaseOptions { Provider = provider, DataFolder = folder }, module, null);
        }

        var admin = Environment.GetEnvironmentVariable(Providers.PostgresVariable);
        Skip.If(string.IsNullOrEmpty(admin), $"PostgreSQL: {Providers.PostgresVariable} isn't set; ./test.sh sets it.");
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
#pragma warning disable CA2100 // The names are made here.
        create.CommandText = like is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(like.options.ConnectionString).Database}";
#pragma warning restore CA2100
        await create.ExecuteNonQueryAsync();
        var own = new NpgsqlConnectionStringBuilder(admin) { Database = name, MaxPoolSize = 20 }.ToString();
        return new(new DatabaseOptions { Provider = provider, ConnectionString = own }, module, admin);
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
