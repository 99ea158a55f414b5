using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Commerce.Load;

/// <summary>What a server did under load.</summary>
/// <param name="PerSecond">Requests or orders.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="CpuMs">The server process's own CPU time for one.</param>
/// <param name="Bad">Failed ones.</param>
internal sealed record Measured(double PerSecond, double P50, double P99, double? CpuMs, long Bad);

/// <summary>Runs wrk with our own script.</summary>
internal static class Wrk
{
    private static long first = 1;

    public static async Task<Measured> Measure(Running server, string path, IReadOnlyList<string> bodies, int seconds, int connections)
    {
        await Run(server, path, bodies, Math.Min(3, seconds), connections); // warm-up
        await server.Calm();
        var cpu = server.Cpu;
        var result = await Run(server, path, bodies, seconds, connections);
        cpu = server.Cpu - cpu;
        double Of(string name) => result.GetProperty(name).GetDouble();
        return new(Of("requests") / (Of("us") / 1e6), Of("p50"), Of("p99"), cpu / Of("requests"), (long)Of("bad"));
    }

    private static async Task<JsonElement> Run(Running server, string path, IReadOnlyList<string> bodies, int seconds, int connections)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, bodies);
            var start = new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "20s", "-s", Path.Combine(AppContext.BaseDirectory, "post.lua"), server.Url + path])
            {
                RedirectStandardOutput = true,
            };
            start.Environment["BODIES"] = file;
            start.Environment["FIRST"] = (first += 10_000_000).ToString(CultureInfo.InvariantCulture);
            using var wrk = Process.Start(start)!;
            var output = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            var at = output.IndexOf("RESULT ", StringComparison.Ordinal);
            return at >= 0 ? JsonDocument.Parse(output[(at + 7)..].Trim()).RootElement : throw new InvalidOperationException($"wrk: {output}");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
