using System.Runtime.CompilerServices;

namespace Commerce.Faults;

/// <summary>Where the sources and the built host lie.</summary>
internal static class Repository
{
    /// <summary>The repository's root: the folder with global.json above this file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The host to test: COMMERCE_HOST_DLL, else the newest one that was built here.</summary>
    /// <exception cref="FileNotFoundException">Nothing was built.</exception>
    public static string HostDll()
    {
        if (Environment.GetEnvironmentVariable("COMMERCE_HOST_DLL") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"COMMERCE_HOST_DLL names {named}, which isn't there.");
        }

        // Beside us when built into one artifacts folder, else in the project's own output.
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string[] places =
        [
            Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Host", configuration, "Commerce.Host.dll")),
            Path.Combine(Root, "src", "Host", "bin", "Release", "net10.0", "Commerce.Host.dll"),
            Path.Combine(Root, "src", "Host", "bin", "Debug", "net10.0", "Commerce.Host.dll"),
        ];
        return File.Exists(places[0])
            ? places[0]
            : places.Where(File.Exists).OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault()
                ?? throw new FileNotFoundException("The host isn't built: dotnet build src/Host, or name it in COMMERCE_HOST_DLL.");
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, here, Environment.CurrentDirectory })
        {
            for (var folder = Path.GetDirectoryName(Path.Combine(start, "x")); folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "global.json")) && Directory.Exists(Path.Combine(folder, "src", "Host")))
                {
                    return folder;
                }
            }
        }

        throw new DirectoryNotFoundException("The repository isn't above this program; run it from there.");
    }
}
