using System.Data.Common;
using Commerce.Platform.Modules;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Commerce.Platform.Databases;

/// <summary>The three databases that are supported.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded: one file per module under the data folder.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server: one schema per module.</summary>
    PostgreSql,

    /// <summary>A SQL Server: one schema per module.</summary>
    SqlServer,
}

/// <summary>Settings <c>Commerce:Database</c>.</summary>
public sealed class DatabaseOptions
{
    internal const string ConnectionStringKey = "Commerce:Database:ConnectionString";

    /// <summary>Which database; Sqlite when nothing is set.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>How to reach a server database; not used by Sqlite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Folder of the SQLite files and of demo-accounts.json; relative to where the command was typed.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Stops the host when a setting is wrong.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    internal void Check()
    {
        if (Provider != DatabaseProvider.Sqlite && string.IsNullOrWhiteSpace(ConnectionString))
        {
            throw new WrongSettingException(ConnectionStringKey, $"is needed when Commerce:Database:Provider is {Provider}");
        }

        try
        {
            DbConnectionStringBuilder? read = Provider switch
            {
                DatabaseProvider.Sqlite => null,
                DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(ConnectionString),
                DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(ConnectionString),
            };
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // What is wrong may stand beside a password: only the provider's own words are said.
            throw new WrongSettingException(ConnectionStringKey, $"can't be read: {e.Message}");
        }
    }
}
