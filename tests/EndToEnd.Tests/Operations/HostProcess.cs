using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>The program in a process of its own, as it is run for real.</summary>
public sealed class HostProcess : IServed, IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private readonly Room room;
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Room room, Process process)
    {
        this.room = room;
        this.process = process;
        process.ErrorDataReceived += (_, line) => Log.Enqueue(line.Data ?? "");
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("ready ", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult(new Uri(line.Data["ready ".Length..]));
            }
            else if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException("The server ended before it was ready: " + string.Join('\n', Log)));
            }
        };
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public Uri Address => ready.Task.Result;

    public int Pid => process.Id;

    /// <summary>What it wrote to stderr, line by line.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Migrates where that is needed, starts, waits until it is ready; on a free port unless one is given.</summary>
    public static async Task<HostProcess> Start(Room room, IReadOnlyDictionary<string, string>? settings = null, bool demo = true, int port = 0)
    {
        if (room.ToBeMigrated && await Verb(room, "migrate") is { Code: not 0 } refused)
        {
            throw new InvalidOperationException(refused.Said);
        }

        room.ToBeMigrated = false;

        var host = new HostProcess(room, Program(room, settings, ["--data", room.Data, "--urls", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", "--demo", demo ? "true" : "false"]));
        await host.ready.Task.WaitAsync(StartLimit);
        return host;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static Task<(int Code, string Answer, string Said)> Verb(Room room, string verb, params string[] arguments) => Run(room, null, [verb, "--data", room.Data, .. arguments]);

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int Code, string Answer, string Said)> Run(Room room, IReadOnlyDictionary<string, string>? settings, params string[] arguments)
    {
        using var process = Program(room, settings, arguments);
        process.Start();
        var (answer, said) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await answer, await said);
    }

    public Api Anybody() => new(new HttpClient { BaseAddress = Address });

    public async Task<Api> SignIn(string role)
    {
        var api = Anybody();
        var (userName, password) = await AccountOf(role);
        var answer = await api.Http.PostAsJsonAsync("/account/login", new { userName, password });
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return With(token.GetProperty("accessToken").GetString()!);
    }

    /// <summary>A client with a token that it has from somewhere.</summary>
    public Api With(string token)
    {
        var api = Anybody();
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return api;
    }

    public async Task<(string UserName, string Password)> AccountOf(string role)
    {
        using var accounts = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(room.Data, "demo-accounts.json")));
        var account = accounts.RootElement.GetProperty(role);
        return (account.GetProperty("userName").GetString()!, account.GetProperty("password").GetString()!);
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task Signal()
    {
        using var kill = Process.Start("kill", ["-TERM", Pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Asks it to stop and waits.</summary>
    public async Task<int> Stop()
    {
        await Signal();
        return await Ended();
    }

    public async Task<int> Ended()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static Process Program(Room room, IReadOnlyDictionary<string, string>? settings, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = room.Folder,
        };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Commerce.Host.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in room.Settings.Concat(settings ?? new Dictionary<string, string>()))
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return new() { StartInfo = start };
    }
}
