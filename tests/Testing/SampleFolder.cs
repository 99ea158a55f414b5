namespace Commerce.Testing;

/// <summary>A data folder with the sample data in it, made once in a run: a house of its own begins with a copy, which takes a moment instead of a first start.</summary>
public static class SampleFolder
{
    private static readonly Lock Gate = new();
    private static Task<string>? made;

    /// <summary>Copies it to a new folder.</summary>
    /// <param name="to">Not there yet.</param>
    /// <param name="fill">Starts a server on an empty folder, has it load the sample data and stops it; called once, at the first copy. Its clock runs some minutes before the
    /// house's: what the server held when it stopped (leases) has lapsed when the house opens.</param>
    public static async Task Copy(string to, Func<string, Task> fill)
    {
        Task<string> template;
        lock (Gate)
        {
            template = made ??= Make(fill);
        }

        Directory.CreateDirectory(to);
        var from = await template;
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    private static async Task<string> Make(Func<string, Task> fill)
    {
        var folder = Directory.CreateTempSubdirectory("commerce-sample-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await fill(folder);
        return folder;
    }
}
