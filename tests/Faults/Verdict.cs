using System.Text.Encodings.Web;
using System.Text.Json;

namespace Commerce.Faults;

/// <summary>What a suite found.</summary>
internal sealed record Verdict(string Suite, SetUp SetUp, int N, int Seed, bool Green, double Seconds, IReadOnlyDictionary<string, long> Figures, IReadOnlyList<string> Problems, string? Folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The one line.</summary>
    public override string ToString() =>
        $"{(Green ? "GREEN" : "RED")} {Suite} on {SetUp} n={N} seed={Seed} in {Seconds:0} s: {string.Join(", ", Figures.Select(f => $"{f.Value} {f.Key}"))}"
        + (Green ? "" : $"; {Problems.Count} problems, first: {Problems[0]}{(Folder is null ? "" : $"; kept in {Folder}; again: dotnet run --project tests/Faults -- {Suite} --n {N} --seed {Seed} --on {SetUp}")}");

    public void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Json));
}

/// <summary>Runs a suite in a folder of its own; the folder stays when the verdict is red.</summary>
internal abstract class Suite(string name, int n, int seed, string hostDll, SetUp setUp)
{
    /// <summary>What its hosts get beside their settings: a broken piece switched on, a named point.</summary>
    public Dictionary<string, string> Extra { get; } = [];

    protected List<string> Problems { get; } = [];

    protected Dictionary<string, long> Figures { get; } = [];

    protected int N => n;

    protected int Seed => seed;

    protected SetUp SetUp => setUp;

    /// <summary>Begins with an empty database instead of a copy of one with the sample data in it.</summary>
    protected virtual bool Empty => false;

    public async Task<Verdict> Run()
    {
        var folder = Directory.CreateTempSubdirectory($"commerce-{name}-").FullName;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            var place = await Place.Make(setUp, folder, Empty ? null : await Template.Of(setUp, hostDll));
            await using var server = NewServer(folder, place);
            await Begin(server, place);
            await Play(server, place, folder);
        }
#pragma warning disable CA1031 // Whatever stops a suite makes it red; what it left is kept.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Problems.Add(e is SuiteFailedException or Walkthrough.GraphRefusedException or HttpRequestException or TaskCanceledException ? e.Message : e.ToString());
        }

        var verdict = new Verdict(name, setUp, n, seed, Problems.Count == 0, watch.Elapsed.TotalSeconds, Figures, Problems, folder);
        if (verdict.Green)
        {
            Directory.Delete(folder, recursive: true);
            return verdict with { Folder = null };
        }

        verdict.Save(Path.Combine(folder, "verdict.json"));
        return verdict;
    }

    /// <summary>A host process on a place; a suite may have several.</summary>
    protected Server NewServer(string folder, Place place, string log = "server.log")
    {
        var server = new Server(hostDll, folder, place, log);
        foreach (var (name, value) in Extra)
        {
            server.Extra[name] = value;
        }

        return server;
    }

    protected virtual Task Begin(Server server, Place place) => server.Start();

    protected abstract Task Play(Server server, Place place, string folder);
}
