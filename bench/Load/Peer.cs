using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Commerce.Load;

/// <summary>Another shop server, measured by the scripts in a folder of its own (COMMERCE_BENCH_PEER), in the same hour on the same machine.</summary>
/// <remarks>The folder's <c>run.sh</c> takes DBS, SECS, REPEATS, CONNS, PRODUCTS and leaves <c>results-*.json</c> with rows of what, rps, p50, p99, cpuMs, bad.</remarks>
internal static class Peer
{
    public static async Task<IReadOnlyDictionary<string, Measured>> Measure(string folder, string work, int seconds, int connections, int products)
    {
        using var copy = Process.Start("cp", ["-rT", "--no-preserve=mode,ownership", folder, work]);
        await copy.WaitForExitAsync();
        var start = new ProcessStartInfo("bash", ["run.sh"]) { WorkingDirectory = work, RedirectStandardOutput = true };
        foreach (var (name, value) in new[] { ("DBS", "sqlite"), ("REPEATS", "1"), ("SECS", $"{seconds}"), ("CONNS", $"{connections}"), ("PRODUCTS", $"{products}") })
        {
            start.Environment[name] = value;
        }

        using var run = Process.Start(start)!;
        var output = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        var results = Directory.GetFiles(work, "results-*.json").FirstOrDefault() ?? throw new InvalidOperationException($"the peer left no results: {output}");
        return JsonDocument.Parse(await File.ReadAllTextAsync(results)).RootElement.GetProperty("rows").EnumerateArray()
            .Where(r => r.TryGetProperty("rps", out _))
            .ToDictionary(r => r.GetProperty("what").GetString()!, r => new Measured(First(r, "rps"), First(r, "p50"), First(r, "p99"), r.TryGetProperty("cpuMs", out _) ? First(r, "cpuMs") : null, r.TryGetProperty("bad", out var b) ? b.GetInt64() : 0));
    }

    // "106.1 (99.0-110.2)" or a bare number.
    private static double First(JsonElement row, string name) => double.Parse(row.GetProperty(name).ToString().Split(' ')[0], CultureInfo.InvariantCulture);
}
