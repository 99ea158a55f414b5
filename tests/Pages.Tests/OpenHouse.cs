using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Commerce.Host;
using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Platform.People;
using Commerce.Testing;
using Commerce.Testing.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>The whole server with sample data, and a Chromium that looks at it. One for all tests of pages: each makes its own orders.</summary>
public sealed class OpenHouse : IAsyncLifetime
{
    /// <summary>Where buyers' phones would find the server; a test leads them to the real one.</summary>
    public const string PublicAddress = "https://shop.example.cn";

    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly DateTimeOffset Morning = new(2026, 6, 10, 2, 0, 0, TimeSpan.Zero);

    private readonly string folder = Path.Combine(Path.GetTempPath(), "commerce-tests", Guid.NewGuid().ToString("N"));
    private readonly ConcurrentDictionary<string, string> signedIn = new();
    private Dictionary<string, Account> accounts = [];
    private WebApplication? app;
    private StripeStub? stripe;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Starts on 10 June 2026, 10:00 in China.</summary>
    public ShiftedClock Clock { get; } = new();

    private static bool CanBrowse => File.Exists(Chromium);

    /// <summary>The server's own services, for what a test prepares behind the pages.</summary>
    public IServiceProvider Services => app!.Services;

    public Uri Address => new(app!.Urls.First());

    /// <summary>Where its data lie.</summary>
    public string Folder => folder;

    public async Task InitializeAsync()
    {
        if (!CanBrowse)
        {
            return;
        }

        stripe = await StripeStub.Start(Clock);
        await SampleFolder.Copy(folder, Fill);
        Clock.Set(Morning);
        app = await Serve(folder);
        accounts = JsonSerializer.Deserialize<Dictionary<string, Account>>(await File.ReadAllTextAsync(Path.Combine(folder, "demo-accounts.json")), JsonSerializerOptions.Web)!;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    private async Task Fill(string data)
    {
        Clock.Set(Morning.AddMinutes(-10));
        await using var server = await Serve(data);
        await server.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private async Task<WebApplication> Serve(string data)
    {
        var builder = Server.Builder(
            new Dictionary<string, string?>
            {
                ["Commerce:Database:DataFolder"] = data,
                ["Urls"] = "http://127.0.0.1:0",
                ["Commerce:Demo"] = "true",
                ["Commerce:Stripe:SecretKey"] = StripeStub.Key,
                ["Commerce:Stripe:WebhookSecret"] = "whsec_pages",
                ["Commerce:Stripe:ApiBase"] = stripe!.Address.ToString(),
                ["Commerce:Stripe:PublicAddress"] = PublicAddress,
            },
            out var settings);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var server = Server.Build(builder, settings);
        await Server.Prepare(server, settings, CancellationToken.None);
        await server.StartAsync();
        await Server.Open(server, settings, CancellationToken.None);
        return server;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        await (stripe?.DisposeAsync() ?? ValueTask.CompletedTask);
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
        NeedBrowser();
        size ??= ScreenSize.Desktop;
        var context = await browser!.NewContextAsync(new()
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

    /// <summary>Without the browser a test is skipped by name, but never where the whole is judged.</summary>
    public static void NeedBrowser()
    {
        const string missing = $"Pages are tried in {Chromium}, which isn't there.";
        Assert.True(CanBrowse || Environment.GetEnvironmentVariable("CI") != "true", missing);
        Skip.IfNot(CanBrowse, missing);
    }

    /// <summary>A new account with a role in 公路局, for a test that spoils it: its name, for <see cref="Page"/> and <see cref="Api"/>.</summary>
    /// <param name="role">As the schema writes it, such as AUDITOR.</param>
    public async Task<string> Newcomer(string role)
    {
        NeedBrowser();
        using var admin = await Api("admin");
        var name = "new." + Guid.NewGuid().ToString("N")[..8];
        const string password = "a-long-enough-pass";
        var units = (await Ask(admin, "{ orgUnits { id name } }")).GetProperty("orgUnits").EnumerateArray();
        var unitId = units.First(u => u.GetProperty("name").GetString() == "公路局").GetProperty("id").GetString();
        var made = await Ask(
            admin,
            "mutation($input: AccountCreateInput!) { accountCreate(input: $input) { account { id } errors { message } } }",
            new { input = new { idempotencyKey = name, userName = name, name = "新来的", homeUnitId = unitId, password } });
        var accountId = made.GetProperty("accountCreate").GetProperty("account").GetProperty("id").GetString();
        await Ask(
            admin,
            "mutation($input: RoleAssignInput!) { roleAssign(input: $input) { assignment { id } errors { message } } }",
            new { input = new { idempotencyKey = name, accountId, role, unitId } });
        accounts[name] = new(name, password, "公路局");
        return name;
    }

    /// <summary>Asks the API; an answer with errors of the protocol fails the test.</summary>
    public static async Task<JsonElement> Ask(HttpClient api, string query, object? variables = null)
    {
        var answer = await (await api.PostAsJsonAsync("/graphql", new { query, variables })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>A sample person as the server knows them now.</summary>
    public async Task<Actor> ActorOf(string account)
    {
        var directory = await Services.GetRequiredService<OrgDirectory>().Read(CancellationToken.None);
        var one = directory.Accounts.Values.Single(a => a.UserName == accounts[account].UserName);
        await using var scope = Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<OrganisationsDbContext>().Users.SingleAsync(u => u.Id == one.Id);
        return directory.ActorOf(user.Id, user.SecurityStamp!, true)!;
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

    /// <summary>Signs in by the form, once per account and day: on another day the ticket has run out.</summary>
    private async Task<string> SignIn(string account)
    {
        var today = $"{account} {Clock.GetUtcNow():yyyy-MM-dd}";
        if (signedIn.TryGetValue(today, out var state))
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
        return signedIn[today] = await context.StorageStateAsync();
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
