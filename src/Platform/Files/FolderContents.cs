using System.Globalization;

namespace Commerce.Platform.Files;

/// <summary>In a folder, by the file's id alone: no name that a person gave becomes a path.</summary>
/// <param name="folder">The setting's folder.</param>
/// <param name="before">Where files lie that were handed in before the folder was set.</param>
internal sealed class FolderContents(string folder, IFileContents before) : IFileContents
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Two levels, by the id's last digits: its first ones are the time, and everything of a month would lie together.</summary>
    public static string PathOf(string folder, Guid file)
    {
        var name = file.ToString("N", CultureInfo.InvariantCulture);
        return Path.Combine(folder, name[^2..], name[^4..^2], name);
    }

    /// <summary>Under another name first, onto the disk, then renamed: a file that is there is whole.</summary>
    public static async Task Write(string folder, Guid file, Stream content, CancellationToken ct)
    {
        var path = PathOf(folder, file);
        FolderOf(Path.GetDirectoryName(path)!);
        var half = path + ".new-" + Path.GetRandomFileName();
        try
        {
            await using (var target = new FileStream(half, Options()))
            {
                await content.CopyToAsync(target, ct);
                target.Flush(flushToDisk: true);
            }

            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    public async Task Put(Guid file, byte[] bytes, CancellationToken ct)
    {
        using var content = new MemoryStream(bytes, writable: false);
        await Write(folder, file, content, ct);
    }

    public async Task<byte[]?> Open(Guid file, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(folder, file), ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return await before.Open(file, ct);
        }
    }

    public async Task Empty(IReadOnlyCollection<Guid> files, CancellationToken ct)
    {
        foreach (var path in files.Select(f => PathOf(folder, f)).Where(File.Exists))
        {
            await using var file = new FileStream(path, FileMode.Truncate, FileAccess.Write);
            file.Flush(flushToDisk: true);
        }

        await before.Empty(files, ct);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        return options;
    }

    private static void FolderOf(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnersFile | UnixFileMode.UserExecute);
        }
    }
}
