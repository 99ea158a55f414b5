using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Commerce.Faults;

/// <summary>A host made for these tests alone: the sources with named points at which it dies, and with every broken piece (broken/*.patch), each
/// switched on by the environment. Built once for the sources as they are, and kept under artifacts.</summary>
internal static class SpecialBuild
{
    private static readonly Lazy<Task<string>> Built = new(() => Task.Run(Make));
    private static readonly string Broken = Path.Combine(Repository.Root, "tests", "Faults", "broken");

    public static IReadOnlyList<string> Patches => [.. Directory.GetFiles(Broken, "*.patch").Order()];

    /// <summary>Its dll. The first to ask waits for the build.</summary>
    public static Task<string> Dll() => Built.Value;

    /// <summary>A copy of the sources with everything in it.</summary>
    public static async Task Lay(string folder)
    {
        foreach (var file in Sources())
        {
            var to = Path.Combine(folder, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        File.Copy(Path.Combine(Broken, "Failpoint.cs"), Path.Combine(folder, "src", "Platform", "Faults", "Failpoint.Armed.cs"));
        File.Copy(Path.Combine(Broken, "Broken.cs"), Path.Combine(folder, "src", "SharedKernel", "Broken.cs"));
        var props = Path.Combine(folder, "Directory.Build.props");
        var text = await File.ReadAllTextAsync(props);
        await File.WriteAllTextAsync(props, text.Insert(text.IndexOf("</PropertyGroup>", StringComparison.Ordinal), "<DefineConstants>$(DefineConstants);FAILPOINTS</DefineConstants>"));
        foreach (var patch in Patches)
        {
            await Command(folder, "patch", "-p1", "--forward", "--fuzz=3", "--no-backup-if-mismatch", "-i", patch);
        }
    }

    private static async Task<string> Make()
    {
        var kept = Path.Combine(Repository.Root, "artifacts", "faults");
        var folder = Path.Combine(kept, Fingerprint());
        var dll = Path.Combine(folder, "host", "Commerce.Host.dll");
        if (File.Exists(dll))
        {
            return dll;
        }

        Directory.CreateDirectory(kept);
        foreach (var older in Directory.GetDirectories(kept))
        {
            Directory.Delete(older, recursive: true);
        }

        var work = folder + ".making";
        await Lay(work);

        // Published, as a release is: what is only built looks for the pages' assets where it was built, and that folder goes away.
        await Command(
            work, "dotnet", "publish", Path.Combine("src", "Host", "Host.csproj"), "-c", "Release", "-o", Path.Combine(work, "host"), "-v", "quiet", "-nologo", "--disable-build-servers",
            "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:GenerateDocumentationFile=false", "-p:NuGetAudit=false");
        Directory.Delete(Path.Combine(work, "src"), recursive: true);
        Directory.Move(work, folder);
        return dll;
    }

    private static IEnumerable<string> Sources() =>
        Directory.GetFiles(Repository.Root).Where(f => Path.GetExtension(f) is ".props" or ".targets" or ".json" or ".txt" || Path.GetFileName(f) is ".editorconfig" or "NuGet.config")
            .Concat(Below(Path.Combine(Repository.Root, "src")));

    private static IEnumerable<string> Below(string folder) =>
        Directory.GetFiles(folder).Concat(Directory.GetDirectories(folder).Where(d => Path.GetFileName(d) is not ("bin" or "obj" or "node_modules")).SelectMany(Below));

    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Sources().Concat(Directory.GetFiles(Broken)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }

    private static async Task Command(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new NotBuiltException($"{program} {string.Join(' ', arguments)}: {await output}{await errors}");
        }
    }
}

/// <summary>A patch no longer fits the sources, or doesn't compile: mend tests/Faults/broken.</summary>
internal sealed class NotBuiltException(string message) : Exception(message);
