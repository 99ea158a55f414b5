using Commerce.Platform.Modules;

namespace Commerce.Platform.Files;

/// <summary>Settings <c>Commerce:Files</c>.</summary>
public sealed class FileStoreOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Commerce:Files";

    /// <summary>The largest file, in megabytes.</summary>
    public int LargestMegabytes { get; set; } = 20;

    internal long LargestBytes => LargestMegabytes * 1024L * 1024L;

    /// <summary>Stops the host when a setting is wrong.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    public void Check()
    {
        if (LargestMegabytes is < 1 or > 200)
        {
            throw new WrongSettingException($"{Section}:{nameof(LargestMegabytes)}", "must be from 1 to 200");
        }
    }
}
