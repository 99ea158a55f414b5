using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Commerce.Host;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>The whole server in this process, over real HTTP on a free port, with a clock that tests can set.</summary>
public sealed class RunningHost : IServed, IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 6, 10, 2, 0, 0, TimeSpan.Zero);

    private readonly string folder = Path.Combine(Path.GetTempPath(), "commerce-tests", Guid.NewGuid().ToString("N"));
    private WebApplication? app;
    private Dictionary<string, Account> accounts = [];

    /// <summary>Starts on 10 June 2026, 10:00 in China.</summary>
    public FakeTimeProvider Clock { get; } = ClockAt(Morning);

    /// <summary>Beyond those that every test needs.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    public IServiceProvider Services => app!.Services;

    public Uri Address => new(app!.Urls.First());

    public async Task InitializeAsync()
    {
        if (Settings.Count == 0)
        {
            await SampleFolder.Copy(folder, Fill);
        }

        app = await Serve(folder, Clock);
        accounts = JsonSerializer.Deserialize<Dictionary<string, Account>>(
            await File.ReadAllTextAsync(Path.Combine(folder, "demo-accounts.json")), JsonSerializerOptions.Web)!;
    }

    private async Task Fill(string data)
    {
        await using var server = await Serve(data, ClockAt(Morning.AddMinutes(-10)));
        await server.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private async Task<WebApplication> Serve(string data, TimeProvider clock)
    {
        var builder = Server.Builder(
            new Dictionary<string, string?>(Settings) { ["Commerce:Database:DataFolder"] = data, ["Urls"] = "http://127.0.0.1:0", ["Commerce:Demo"] = "true" }, out var settings);
        builder.Services.AddSingleton(clock);
        var server = Server.Build(builder, settings);
        Directory.CreateDirectory(data);
        ((ILoggerFactory)server.Services.GetService(typeof(ILoggerFactory))!).AddProvider(new Keeping(Log));
        if (Settings.Count > 0)
        {
            await Migrator.Migrate(server.Services, CancellationToken.None);
        }

        await Server.Prepare(server, settings, CancellationToken.None);
        await server.StartAsync();
        await Server.Open(server, settings, CancellationToken.None);
        return server;
    }

    private static FakeTimeProvider ClockAt(DateTimeOffset instant) => new(instant) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public async Task DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    /// <summary>A client without an account.</summary>
    public Api Anybody() => new(new HttpClient { BaseAddress = Address });

    /// <summary>A client signed in as a sample account, such as "buyer".</summary>
    public async Task<Api> SignIn(string role)
    {
        var api = Anybody();
        var answer = await api.Http.PostAsJsonAsync("/account/login", new { accounts[role].UserName, accounts[role].Password });
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("accessToken").GetString());
        return api;
    }

    public Account AccountOf(string role) => accounts[role];

    /// <summary>A file of the data folder.</summary>
    public string FileOf(string name) => Path.Combine(folder, name);

    /// <summary>Everything that was logged.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public sealed record Account(string UserName, string Password, string Unit);
}

/// <summary>One server for all end-to-end tests: each makes its own orders. Some measure it, so nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneHost : ICollectionFixture<RunningHost>
{
    public const string Name = "one host";
}
