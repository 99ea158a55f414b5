using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>One host process on a folder of its own, started and stopped by its process id only.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(180);
    private readonly string dll;
    private readonly Place place;
    private readonly string log;
    private Process? process;

    public Server(string dll, string folder, Place place, string log)
    {
        this.dll = dll;
        this.place = place;
        this.log = Path.Combine(folder, log);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        Http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(2) })
        {
            BaseAddress = new Uri(Url),
            Timeout = TimeSpan.FromSeconds(15),
        };
    }

    public string Data => place.Data;

    public int Pid => process!.Id;

    /// <summary>What the next starts get beside the settings.</summary>
    public Dictionary<string, string> Extra { get; } = [];

    public string Url { get; }

    public HttpClient Http { get; }

    public int Starts { get; private set; }

    public async Task Start()
    {
        var started = Launch("--urls", Url, "--demo", "true", "--data", Data);
        process = started;
        Starts++;

        var limit = Stopwatch.StartNew();
        while (!await IsReady())
        {
            if (started.HasExited || limit.Elapsed > StartLimit)
            {
                throw new SuiteFailedException($"the host didn't become ready ({(started.HasExited ? $"it ended with {started.ExitCode}" : "time limit")}); see {log}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Runs a verb on the place, or on another data folder; gives its exit code.</summary>
    public async Task<int> Verb(string verb, params string[] arguments)
    {
        using var running = Launch(arguments.Contains("--data") ? [verb, .. arguments] : [verb, .. arguments, "--data", Data]);
        await running.WaitForExitAsync();
        return running.ExitCode;
    }

    /// <summary>Starts, and says whether it became ready before it died.</summary>
    public async Task<bool> TryStart()
    {
        try
        {
            await Start();
            return true;
        }
        catch (SuiteFailedException) when (process is { HasExited: true })
        {
            return false;
        }
    }

    /// <summary>How it ended; 137 is SIGKILL.</summary>
    public int? ExitCode => process is { HasExited: true } ended ? ended.ExitCode : null;

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<bool> Ended(TimeSpan limit)
    {
        using var until = new CancellationTokenSource(limit);
        try
        {
            await process!.WaitForExitAsync(until.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        if (process is { HasExited: false } running)
        {
            running.Kill();
            await running.WaitForExitAsync();
        }
    }

    /// <summary>SIGTERM, as a service manager does it.</summary>
    /// <returns>The exit code, or null when it didn't end in time and was killed.</returns>
    public async Task<int?> Stop()
    {
        if (process is not { HasExited: false } running)
        {
            return process?.ExitCode;
        }

        using (var term = Process.Start("kill", ["-TERM", $"{running.Id}"]))
        {
            await term.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(35));
        try
        {
            await running.WaitForExitAsync(limit.Token);
            return running.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await Kill();
            return null;
        }
    }

    public GraphClient SignIn(string role)
    {
        var account = JsonDocument.Parse(File.ReadAllText(Path.Combine(Data, "demo-accounts.json"))).RootElement.GetProperty(role);
        return new GraphClient(Http, account.Text("userName"), account.Text("password"));
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process?.Dispose();
        Http.Dispose();
    }

    private Process Launch(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (name, value) in place.Environment.Concat(Extra))
        {
            start.Environment[name] = value;
        }

        var started = Process.Start(start)!;
        _ = Copy(started.StandardOutput);
        _ = Copy(started.StandardError);
        return started;
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await Http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task Copy(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (log)
            {
                File.AppendAllText(log, line + Environment.NewLine);
            }
        }
    }
}

/// <summary>The suite can't go on: that alone is red.</summary>
internal sealed class SuiteFailedException(string message) : Exception(message);
