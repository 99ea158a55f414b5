using Commerce.Platform.Modules;

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
            throw new WrongSettingException("Commerce:Database:ConnectionString", $"is needed when Commerce:Database:Provider is {Provider}");
        }
    }
}
