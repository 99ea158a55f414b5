using System.Text.Encodings.Web;
using System.Text.Json;

namespace Commerce.Faults;

/// <summary>What a suite found.</summary>
internal sealed record Verdict(string Suite, int N, int Seed, bool Green, double Seconds, IReadOnlyDictionary<string, long> Figures, IReadOnlyList<string> Problems, string? Folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The one line.</summary>
    public override string ToString() =>
        $"{(Green ? "GREEN" : "RED")} {Suite} n={N} seed={Seed} in {Seconds:0} s: {string.Join(", ", Figures.Select(f => $"{f.Value} {f.Key}"))}"
        + (Green ? "" : $"; {Problems.Count} problems, first: {Problems[0]}{(Folder is null ? "" : $"; kept in {Folder}; again: dotnet run --project tests/Faults -- {Suite} --n {N} --seed {Seed}")}");

    public void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Json));
}

/// <summary>Runs a suite in a folder of its own; the folder stays when the verdict is red.</summary>
internal abstract class Suite(string name, int n, int seed, string hostDll)
{
    protected List<string> Problems { get; } = [];

    protected Dictionary<string, long> Figures { get; } = [];

    protected int N => n;

    protected int Seed => seed;

    public async Task<Verdict> Run()
    {
        var folder = Directory.CreateTempSubdirectory($"commerce-{name}-").FullName;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await using (var server = new Server(hostDll, folder))
        {
            try
            {
                await server.Start();
                await Play(server, folder);
            }
            catch (Exception e) when (e is SuiteFailedException or Walkthrough.GraphRefusedException or HttpRequestException or TaskCanceledException)
            {
                Problems.Add(e.Message);
            }
        }

        var verdict = new Verdict(name, n, seed, Problems.Count == 0, watch.Elapsed.TotalSeconds, Figures, Problems, folder);
        if (verdict.Green)
        {
            Directory.Delete(folder, recursive: true);
            return verdict with { Folder = null };
        }

        verdict.Save(Path.Combine(folder, "verdict.json"));
        return verdict;
    }

    protected abstract Task Play(Server server, string folder);
}
