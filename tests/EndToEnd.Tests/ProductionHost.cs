using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Commerce.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>The server as it is run for real: no demonstration, no sample accounts, one first administrator. Keeps what it logs.</summary>
public sealed class ProductionHost : IAsyncLifetime
{
    private const string Administrator = "first.admin";
    private const string Password = "a-long-enough-pass";
    private readonly string folder = Path.Combine(Path.GetTempPath(), "commerce-tests", Guid.NewGuid().ToString("N"));
    private WebApplication? app;

    public Uri Address => new(app!.Urls.First());

    /// <summary>Everything that was logged, exceptions included.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>A file of the data folder.</summary>
    public string FileOf(string name) => Path.Combine(folder, name);

    public async Task InitializeAsync()
    {
        var builder = Server.Builder(
            new Dictionary<string, string?>
            {
                ["Commerce:Database:DataFolder"] = folder,
                ["Urls"] = "http://127.0.0.1:0",
                ["Commerce:Demo"] = "false",
                ["Commerce:FirstAdministrator:UserName"] = Administrator,
                ["Commerce:FirstAdministrator:Password"] = Password,
            },
            out var settings);
        app = Server.Build(builder, settings);
        Directory.CreateDirectory(folder);
        ((ILoggerFactory)app.Services.GetService(typeof(ILoggerFactory))!).AddProvider(new Keeping(Log));
        await Server.Prepare(app, settings, CancellationToken.None);
        await app.StartAsync();
        await Server.Open(app, settings, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    public Api Anybody() => new(new HttpClient { BaseAddress = Address });

    public async Task<Api> SignIn()
    {
        var api = Anybody();
        var answer = await api.Http.PostAsJsonAsync("/account/login", new { userName = Administrator, password = Password });
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("accessToken").GetString());
        return api;
    }
}

/// <summary>A server of its own, for tests that spoil it or measure it: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InProduction : ICollectionFixture<ProductionHost>
{
    public const string Name = "in production";
}
