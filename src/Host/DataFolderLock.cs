using Commerce.Host.Backups;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;

namespace Commerce.Host;

/// <summary>SQLite files belong to one process: a second host on the same folder is refused.</summary>
internal sealed class DataFolderLock : IDisposable
{
    /// <summary>Lies in the folder while a restore moves files into it.</summary>
    public const string UnfinishedRestore = ".restore-unfinished";

    private readonly FileStream? file;

    private DataFolderLock(FileStream? file) => this.file = file;

    /// <exception cref="WrongSettingException">Another host runs on the folder, or it can't be written.</exception>
    public static DataFolderLock Take(DatabaseOptions database, bool restoring = false)
    {
        if (!restoring && File.Exists(Path.Combine(database.DataFolder, UnfinishedRestore)))
        {
            throw new WrongSettingException("--data", $"names {database.DataFolder}, where a restore was cut off; run it again with --force");
        }

        try
        {
            // Passwords' hashes and the key ring lie in it.
            Private.Folder(database.DataFolder);
            return database.Provider != DatabaseProvider.Sqlite
                ? new(null)
                : new(new FileStream(Path.Combine(database.DataFolder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException("--data", $"names {database.DataFolder}, which another host uses or which can't be written ({e.Message})");
        }
    }

    public void Dispose() => file?.Dispose();
}
