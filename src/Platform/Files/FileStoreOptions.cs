using Commerce.Platform.Databases;
using Commerce.Platform.Modules;

namespace Commerce.Platform.Files;

/// <summary>Settings <c>Commerce:Files</c>.</summary>
public sealed class FileStoreOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Commerce:Files";

    /// <summary>The largest file, in megabytes.</summary>
    public int LargestMegabytes { get; set; } = 20;

    /// <summary>A folder that is there and that all hosts share: what is handed in from now on lies in it. Empty: in the database, as what was handed in before stays.</summary>
    public string? Folder { get; set; }

    internal long LargestBytes => LargestMegabytes * 1024L * 1024L;

    /// <summary>Stops the host when a setting is wrong.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    public void Check()
    {
        if (LargestMegabytes is < 1 or > 200)
        {
            throw new WrongSettingException($"{Section}:{nameof(LargestMegabytes)}", "must be from 1 to 200");
        }

        if (string.IsNullOrWhiteSpace(Folder))
        {
            Folder = null;
            return;
        }

        // It isn't made here: a disk that isn't there yet must not be taken for an empty one.
        Folder = Path.GetFullPath(Folder);
        if (!Directory.Exists(Folder))
        {
            throw new WrongSettingException($"{Section}:{nameof(Folder)}", $"names {Folder}, which is no folder. Make it, or connect the disk that holds it");
        }

        var probe = Path.Combine(Folder, ".probe-" + Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException($"{Section}:{nameof(Folder)}", $"names {Folder}, which can't be written: {e.Message}");
        }
    }

    /// <summary>The keeping that is set.</summary>
    internal IFileContents Contents(PlatformDbContext db) => Folder is null ? new DatabaseContents(db) : new FolderContents(Folder, new DatabaseContents(db));
}
