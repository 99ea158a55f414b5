using System.Diagnostics;

namespace Commerce.Faults;

/// <summary>A deliberately broken build that a suite must catch: a check without one proves nothing.</summary>
/// <param name="Name">Its patch is mutants/NAME-*.patch.</param>
/// <param name="What">What is broken.</param>
/// <param name="Judge">The suite that must go red, given the broken host and a seed.</param>
/// <param name="Signs">How its problem begins when it is red for the right reason, not because the broken host didn't start.</param>
internal sealed record Mutant(string Name, string What, Func<string, int, Suite> Judge, params string[] Signs)
{
    public static IReadOnlyList<Mutant> All { get; } =
    [
        new("M1", "an event is closed when it is published, not when its consumers have committed", (dll, seed) => new KillSuite(12, seed, dll, SetUp.Embedded), "the ledger has ", "no recovery"),
        new("M2", "stock is read before the transaction and written back in it", (dll, seed) => new RaceSuite(100, seed, dll, SetUp.Embedded), "oversold "),
    ];

    private static readonly int[] Seeds = [7, 11, 13];

    public static Mutant Named(string name) => All.Single(m => m.Name == name);

    /// <summary>Red, and for the right reason.</summary>
    public bool Caught(Verdict verdict) => verdict.Problems.Any(p => Signs.Any(s => p.StartsWith(s, StringComparison.Ordinal)));

    /// <summary>Builds the broken host beside the sources and lets the suite judge it. What it leaves is of use only when it isn't caught.</summary>
    public async Task<Verdict> Run()
    {
        var folder = Directory.CreateTempSubdirectory($"commerce-{Name}-").FullName;
        try
        {
            // A crash window is met by chance: a few runs, each of another seed, are the judge.
            var dll = await Build(folder);
            Verdict verdict;
            var tries = 0;
            do
            {
                verdict = await Judge(dll, Seeds[tries++]).Run();
            }
            while (!Caught(verdict) && tries < Seeds.Length);

            if (Caught(verdict) && verdict.Folder is { } left)
            {
                Directory.Delete(left, recursive: true);
                return verdict with { Folder = null };
            }

            return verdict;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string> Build(string folder)
    {
        foreach (var file in Directory.GetFiles(Repository.Root).Where(f => Path.GetExtension(f) is ".props" or ".targets" or ".json" || Path.GetFileName(f) is ".editorconfig" or "NuGet.config"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Copy(Path.Combine(Repository.Root, "src"), Path.Combine(folder, "src"));
        var patch = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Faults", "mutants"), $"{Name}-*.patch").Single();
        await Command(folder, "patch", "-p1", "--forward", "--fuzz=3", "-i", patch);
        var host = Path.Combine(folder, "src", "Host", "Host.csproj");
        await Command(folder, "dotnet", "build", host, "-c", "Release", "--artifacts-path", Path.Combine(folder, "artifacts"), "--disable-build-servers", "-v", "quiet", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false");
        return Path.Combine(folder, "artifacts", "bin", "Host", "release", "Commerce.Host.dll");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var inner in Directory.GetDirectories(from).Where(d => Path.GetFileName(d) is not ("bin" or "obj")))
        {
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
        }
    }

    private static async Task Command(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new MutantNotBuiltException($"{program} {arguments[0]}: {await output}{await errors}");
        }
    }
}

/// <summary>The patch no longer fits the sources: mend tests/Faults/mutants.</summary>
internal sealed class MutantNotBuiltException(string message) : Exception(message);
