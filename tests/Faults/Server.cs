using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>One host process on a folder of its own, started and stopped by its process id only.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private readonly string dll;
    private readonly string log;
    private Process? process;

    public Server(string dll, string folder)
    {
        this.dll = dll;
        Data = Path.Combine(folder, "data");
        log = Path.Combine(folder, "server.log");
        Directory.CreateDirectory(Data);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        Http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(2) })
        {
            BaseAddress = new Uri(Url),
            Timeout = TimeSpan.FromSeconds(15),
        };
    }

    public string Data { get; }

    public string Url { get; }

    public HttpClient Http { get; }

    public int Starts { get; private set; }

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in new[] { dll, "--data", Data, "--urls", Url, "--demo", "true" })
        {
            start.ArgumentList.Add(argument);
        }

        var started = Process.Start(start)!;
        process = started;
        Starts++;
        _ = Copy(started.StandardOutput);
        _ = Copy(started.StandardError);

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
    public async Task Stop()
    {
        if (process is not { HasExited: false } running)
        {
            return;
        }

        using (var term = Process.Start("kill", ["-TERM", $"{running.Id}"]))
        {
            await term.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(35));
        try
        {
            await running.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await Kill();
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
