using System.Net;
using System.Net.Http.Json;
using Commerce.Host;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>Whose word counts about the client's address and scheme, and how often one may guess.</summary>
public sealed class BehindAProxy : IAsyncLifetime
{
    private const string Administrator = "first.admin";
    private const string Password = "a-long-enough-pass";
    private readonly string folder = Path.Combine(Path.GetTempPath(), "commerce-tests", Guid.NewGuid().ToString("N"));
    private WebApplication? app;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Stop();
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_with_TLS_cookies_are_bound_to_the_host_and_browsers_stay_with_TLS()
    {
        await Start(trusted: "127.0.0.1");
        using var http = Client(("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7"));

        var page = await http.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
        var form = page.Headers.GetValues("Set-Cookie").Single();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent(
                [new("__RequestVerificationToken", Browser.TokenIn(await page.Content.ReadAsStringAsync())), new("userName", Administrator), new("password", Password), new("returnUrl", "/")]),
        };
        request.Headers.Add("Cookie", form[..form.IndexOf(';', StringComparison.Ordinal)]);
        var session = (await http.SendAsync(request)).Headers.GetValues("Set-Cookie").First(c => c.Contains("commerce=", StringComparison.Ordinal));

        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Matches("^commerce\\.form=.*path=/; secure; samesite=strict; httponly$", form);
        Assert.Matches("^__Host-commerce=.*path=/; secure; samesite=lax; httponly$", session);
        Assert.DoesNotContain("domain=", session, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_a_trusted_proxy_what_a_client_says_of_itself_counts_for_nothing()
    {
        await Start(trusted: "");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await Try("wrong", ("X-Forwarded-For", $"203.0.113.{i}"), ("Forwarded", $"for=203.0.113.{i}"), ("X-Real-IP", $"203.0.113.{i}")));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await Try(Password, ("X-Forwarded-For", "203.0.113.99")));
        using var http = Client(("X-Forwarded-Proto", "https"));
        Assert.False((await http.GetAsync(new Uri("/", UriKind.Relative))).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Guessing_from_elsewhere_locks_nobody_out_and_the_guesser_stays_locked_over_a_restart()
    {
        await Start(trusted: "127.0.0.1");
        Assert.Equal(HttpStatusCode.OK, await Try(Password, ("X-Forwarded-For", "198.51.100.1")));
        for (var i = 0; i < 5; i++)
        {
            // What it puts before the proxy's own entry doesn't count either.
            Assert.Equal(HttpStatusCode.Unauthorized, await Try("wrong", ("X-Forwarded-For", $"203.0.113.{i}, 198.51.100.66")));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await Try(Password, ("X-Forwarded-For", "198.51.100.66")));
        Assert.Equal(HttpStatusCode.OK, await Try(Password, ("X-Forwarded-For", "198.51.100.1")));
        Assert.Equal(HttpStatusCode.OK, await Try(Password, ("X-Forwarded-For", "198.51.100.2")));

        await Stop();
        await Start(trusted: "127.0.0.1");

        Assert.Equal(HttpStatusCode.Unauthorized, await Try(Password, ("X-Forwarded-For", "198.51.100.66")));
        Assert.Equal(HttpStatusCode.OK, await Try(Password, ("X-Forwarded-For", "198.51.100.1")));
    }

    [Fact]
    public async Task Guessing_from_many_addresses_locks_strange_addresses_but_not_where_one_usually_signs_in()
    {
        await Start(trusted: "127.0.0.1");
        Assert.Equal(HttpStatusCode.OK, await Try(Password, ("X-Forwarded-For", "198.51.100.1")));
        for (var i = 0; i < 50; i++)
        {
            await Try("wrong", ("X-Forwarded-For", $"203.0.113.{i}"));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await Try(Password, ("X-Forwarded-For", "203.0.113.200")));
        Assert.Equal(HttpStatusCode.OK, await Try(Password, ("X-Forwarded-For", "198.51.100.1")));
    }

    [Fact]
    public async Task Many_accounts_with_one_password_are_stopped_by_address()
    {
        await Start(trusted: "127.0.0.1", ("Commerce:SignIn:WrongTriesPerAddress", "10"));
        for (var i = 0; i < 10; i++)
        {
            await Try("Password123", $"somebody{i}", ("X-Forwarded-For", "203.0.113.7"));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await Try(Password, ("X-Forwarded-For", "203.0.113.7")));
        Assert.Equal(HttpStatusCode.OK, await Try(Password, ("X-Forwarded-For", "203.0.113.8")));
    }

    [Fact]
    public async Task Too_many_tries_a_minute_from_an_address_are_told_to_wait()
    {
        await Start(trusted: "127.0.0.1", ("Commerce:SignIn:TriesPerMinute", "3"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await Try(Password, ("X-Forwarded-For", "203.0.113.7")));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(Password, ("X-Forwarded-For", "203.0.113.7")));
        Assert.Equal(HttpStatusCode.OK, await Try(Password, ("X-Forwarded-For", "203.0.113.8")));
    }

    private async Task Start(string trusted, params (string Key, string Value)[] more)
    {
        var arguments = new Dictionary<string, string?>
        {
            ["Commerce:Database:DataFolder"] = folder,
            ["Urls"] = "http://127.0.0.1:0",
            ["Commerce:FirstAdministrator:UserName"] = Administrator,
            ["Commerce:FirstAdministrator:Password"] = Password,
            ["Commerce:Proxies:Trusted"] = trusted,
        };
        foreach (var (key, value) in more)
        {
            arguments[key] = value;
        }

        var builder = Server.Builder(arguments, out var settings);
        app = Server.Build(builder, settings);
        Directory.CreateDirectory(folder);
        await Server.Prepare(app, settings, CancellationToken.None);
        await app.StartAsync();
        await Server.Open(app, settings, CancellationToken.None);
    }

    private async Task Stop()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private HttpClient Client(params (string Name, string Value)[] headers)
    {
        var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app!.Urls.First()) };
        foreach (var (name, value) in headers)
        {
            http.DefaultRequestHeaders.Add(name, value);
        }

        return http;
    }

    private Task<HttpStatusCode> Try(string password, params (string Name, string Value)[] headers) => Try(password, Administrator, headers);

    private async Task<HttpStatusCode> Try(string password, string userName, params (string Name, string Value)[] headers)
    {
        using var http = Client(headers);
        return (await http.PostAsJsonAsync("/account/login", new { userName, password })).StatusCode;
    }
}
