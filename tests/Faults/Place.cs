using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Commerce.Faults;

/// <summary>On what the host runs.</summary>
internal enum SetUp
{
    /// <summary>SQLite files and the in-memory bus.</summary>
    Embedded,

    /// <summary>PostgreSQL and RabbitMQ.</summary>
    Servers,
}

/// <summary>Where a run's data lie, and the way in for an attacker: verdicts never come from here.</summary>
internal sealed class Place
{
    private readonly string? connection;

    private Place(SetUp setUp, string folder, string? connection, Dictionary<string, string> environment)
    {
        SetUp = setUp;
        Data = Path.Combine(folder, "data");
        this.connection = connection;
        Environment = environment;
        Directory.CreateDirectory(Data);
    }

    public SetUp SetUp { get; }

    public string Data { get; }

    /// <summary>The host's settings.</summary>
    public Dictionary<string, string> Environment { get; }

    public (int Port, string VirtualHost)? Broker { get; private init; }

    /// <summary>Its database, where that is one of its own server.</summary>
    public string? Database => connection is null ? null : new NpgsqlConnectionStringBuilder(connection).Database;

    /// <summary>An empty place, or one that begins as a copy of another.</summary>
    public static async Task<Place> Make(SetUp setUp, string folder, Place? like = null)
    {
        if (setUp == SetUp.Embedded)
        {
            return Filled(new(setUp, folder, null, []), like);
        }

        var (connection, port, host) = await PrivateServers.Room(like?.Database);
        var place = new Place(setUp, folder, connection, new()
        {
            ["Commerce__Database__Provider"] = "PostgreSql",
            ["Commerce__Database__ConnectionString"] = connection,
            ["Commerce__Messaging__Transport"] = "RabbitMq",
            ["Commerce__Messaging__RabbitMq__Host"] = "127.0.0.1",
            ["Commerce__Messaging__RabbitMq__Port"] = $"{port}",
            ["Commerce__Messaging__RabbitMq__VirtualHost"] = host,
        })
        {
            Broker = (port, host),
        };
        return Filled(place, like);
    }

    private static Place Filled(Place place, Place? like)
    {
        foreach (var file in like is null ? [] : Directory.GetFiles(like.Data))
        {
            File.Copy(file, Path.Combine(place.Data, Path.GetFileName(file)));
        }

        return place;
    }

    /// <summary>Opens a module's database behind the host's back.</summary>
    public async Task<DbConnection> Open(string module)
    {
        DbConnection db = SetUp == SetUp.Embedded
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Data, module + ".db"), Pooling = false, DefaultTimeout = 20 }.ToString())
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { SearchPath = module, Pooling = false }.ToString());
        await db.OpenAsync();
        return db;
    }

    /// <summary>Reads one number from a module's database.</summary>
    public async Task<long> Count(string module, string sql)
    {
        await using var db = await Open(module);
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // Written in the suites.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Runs one statement on a module's database.</summary>
    public async Task<int> Execute(string module, string sql)
    {
        await using var db = await Open(module);
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // Written in the suites.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync();
    }
}
