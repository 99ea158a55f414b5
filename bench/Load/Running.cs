using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Commerce.Load;

/// <summary>A server under measurement: one process on 127.0.0.1, stopped by its id.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly Process process;

    private Running(Process process, string url, double startSeconds)
    {
        this.process = process;
        Url = url;
        StartSeconds = startSeconds;
    }

    public string Url { get; }

    public double StartSeconds { get; }

    /// <summary>CPU time used so far, ms.</summary>
    public double Cpu
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].Split(' ');
            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) * 10;
        }
    }

    /// <summary>Resident memory, MiB.</summary>
    public double Memory => File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kib, ..]
        ? double.Parse(kib, CultureInfo.InvariantCulture) / 1024
        : 0;

    /// <summary>Starts <c>dotnet dll arguments</c>; "URL" among the arguments becomes a free address.</summary>
    public static async Task<Running> Start(string log, params string[] command)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", command.Select(a => a == "URL" ? url : a)) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_gcServer"] = "1";
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var writer = TextWriter.Synchronized(new StreamWriter(log) { AutoFlush = true });
        process.OutputDataReceived += (_, e) => writer.WriteLine(e.Data);
        process.ErrorDataReceived += (_, e) => writer.WriteLine(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        while (true)
        {
            try
            {
                if ((await http.GetAsync(url + "/health/ready")).IsSuccessStatusCode)
                {
                    return new Running(process, url, watch.Elapsed.TotalSeconds);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            if (process.HasExited || watch.Elapsed > TimeSpan.FromSeconds(120))
            {
                throw new InvalidOperationException($"{command[0]} didn't start; see {log}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Waits until it has no more to do.</summary>
    public async Task Calm()
    {
        for (int calm = 0, i = 0; calm < 2 && i < 80; i++)
        {
            var before = Cpu;
            await Task.Delay(250);
            calm = Cpu - before < 30 ? calm + 1 : 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using (var term = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            {
                await term.WaitForExitAsync();
            }

            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
