using System.Data.Common;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>A place of its own for a server: a folder, and on PostgreSQL a database.</summary>
public sealed class Room : IDisposable
{
    private readonly string? connection;

    private Room(string folder, string? connection)
    {
        Folder = folder;
        this.connection = connection;
    }

    public string Folder { get; }

    public string Data => Path.Combine(Folder, "data");

    /// <summary>Settings for the program.</summary>
    public Dictionary<string, string> Settings => connection is null ? [] : new()
    {
        ["Commerce__Database__Provider"] = nameof(DatabaseProvider.PostgreSql),
        ["Commerce__Database__ConnectionString"] = connection,
    };

    /// <summary>True until a server database has its tables.</summary>
    public bool ToBeMigrated { get; set; }

    /// <summary>Nothing in it yet.</summary>
    public static Task<Room> Create(DatabaseProvider provider) => Make(provider, null);

    /// <summary>The demonstration's data in it, as after a first start that has ended.</summary>
    public static async Task<Room> WithSample(DatabaseProvider provider)
    {
        var prepared = await Prepared.With(provider);
        var room = await Make(provider, prepared);
        Directory.CreateDirectory(room.Data);
        foreach (var file in Directory.GetFiles(prepared.Data))
        {
            File.Copy(file, Path.Combine(room.Data, Path.GetFileName(file)));
        }

        return room;
    }

    private static async Task<Room> Make(DatabaseProvider provider, Room? like)
    {
        var name = "r" + Guid.NewGuid().ToString("N");
        string? own = null;
        if (provider == DatabaseProvider.PostgreSql)
        {
            var admin = Environment.GetEnvironmentVariable(Providers.PostgresVariable);
            Skip.If(string.IsNullOrEmpty(admin), $"PostgreSQL: {Providers.PostgresVariable} isn't set; ./test.sh sets it.");
            await using var server = new NpgsqlConnection(admin);
            await server.OpenAsync();
            var template = like is null ? "" : $" TEMPLATE {new NpgsqlConnectionStringBuilder(like.connection).Database}";
#pragma warning disable CA2100 // The names are made here.
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}{template}", server);
#pragma warning restore CA2100
            await create.ExecuteNonQueryAsync();
            own = new NpgsqlConnectionStringBuilder(admin) { Database = name, Password = "not:asked\\for", MaxPoolSize = 20 }.ToString();
        }

        return new(Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "commerce-tests", name)).FullName, own) { ToBeMigrated = own is not null && like is null };
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Runs a statement on a module's database, behind the server's back.</summary>
    public async Task<int> Execute(string module, string sql)
    {
        await using var db = await Open(module);
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every value of every row of a table, as text.</summary>
    public async Task<IReadOnlyList<string>> Everything(string module, string table)
    {
        await using var db = await Open(module);
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        }

        return rows;
    }

    public void Dispose() => Directory.Delete(Folder, true);

    private async Task<DbConnection> Open(string module)
    {
        DbConnection db = connection is null
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Data, module + ".db"), Pooling = false }.ToString())
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { SearchPath = module, Pooling = false }.ToString());
        await db.OpenAsync();
        return db;
    }
}
