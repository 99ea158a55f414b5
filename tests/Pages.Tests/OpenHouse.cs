using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Commerce.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>The whole server with sample data, and a Chromium that looks at it. One for all tests of pages: each makes its own orders.</summary>
public sealed class OpenHouse : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string folder = Path.Combine(Path.GetTempPath(), "commerce-tests", Guid.NewGuid().ToString("N"));
    private readonly ConcurrentDictionary<string, string> signedIn = new();
    private Dictionary<string, Account> accounts = [];
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Starts on 10 June 2026, 10:00 in China.</summary>
    public ShiftedClock Clock { get; } = new();

    /// <summary>The server's own services, for what a test prepares behind the pages.</summary>
    public IServiceProvider Services => app!.Services;

    public Uri Address => new(app!.Urls.First());

    public async Task InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        Clock.Set(new DateTimeOffset(2026, 6, 10, 2, 0, 0, TimeSpan.Zero));
        var builder = Server.Builder(
            new Dictionary<string, string?> { ["Commerce:Database:DataFolder"] = folder, ["Urls"] = "http://127.0.0.1:0", ["Commerce:Demo"] = "true" }, out var settings);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        app = Server.Build(builder, settings);
        Directory.CreateDirectory(folder);
        await Server.Prepare(app, settings, CancellationToken.None);
        await app.StartAsync();
        await Server.Open(app, settings, CancellationToken.None);
        accounts = JsonSerializer.Deserialize<Dictionary<string, Account>>(await File.ReadAllTextAsync(Path.Combine(folder, "demo-accounts.json")), JsonSerializerOptions.Web)!;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, true);
        }
    }

    /// <summary>A window of its own, signed in as a sample account such as "buyer"; null: nobody is signed in.</summary>
    /// <param name="account">The sample account.</param>
    /// <param name="size">The screen; a desktop's unless said.</param>
    /// <param name="english">The browser asks for English.</param>
    public async Task<Visit> Page(string? account, ScreenSize? size = null, bool english = false)
    {
        Skip.If(browser is null, $"Pages are tried in {Chromium}, which isn't there.");
        size ??= ScreenSize.Desktop;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = size.Width, Height = size.Height },
            IsMobile = size.Touch,
            HasTouch = size.Touch,
            Locale = english ? "en-US" : "zh-CN",
            TimezoneId = "Asia/Shanghai",
            StorageState = account is null ? null : await SignIn(account),
            AcceptDownloads = true,
        });
        return new Visit(context, await context.NewPageAsync());
    }

    public Account AccountOf(string account) => accounts[account];

    /// <summary>A client of the API, signed in as a sample account, for what a test prepares.</summary>
    public async Task<HttpClient> Api(string account)
    {
        var http = new HttpClient { BaseAddress = Address };
        var answer = await http.PostAsJsonAsync("/account/login", new { accounts[account].UserName, accounts[account].Password });
        answer.EnsureSuccessStatusCode();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        return http;
    }

    /// <summary>Signs in by the form, once per account.</summary>
    private async Task<string> SignIn(string account)
    {
        if (signedIn.TryGetValue(account, out var state))
        {
            return state;
        }

        await using var context = await browser!.NewContextAsync(new() { BaseURL = Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=%2Faccount%2Fsign-in");
        await page.FillAsync("#userName", accounts[account].UserName);
        await page.FillAsync("#password", accounts[account].Password);
        await page.ClickAsync("form.sign-in button");
        await page.WaitForSelectorAsync("p.done");
        return signedIn[account] = await context.StorageStateAsync();
    }

    public sealed record Account(string UserName, string Password, string Unit);
}

/// <summary>A screen.</summary>
public sealed record ScreenSize(string Name, int Width, int Height, bool Touch = false)
{
    public static ScreenSize Desktop { get; } = new("1366x768", 1366, 768);

    public static ScreenSize Wide { get; } = new("1920x1080", 1920, 1080);

    public static ScreenSize Phone { get; } = new("390x844", 390, 844, true);

    public static ScreenSize Kiosk { get; } = new("1080x1920", 1080, 1920, true);
}

/// <summary>One server and one browser for all.</summary>
[CollectionDefinition(Name)]
public sealed class AtHome : ICollectionFixture<OpenHouse>
{
    public const string Name = "open house";
}
