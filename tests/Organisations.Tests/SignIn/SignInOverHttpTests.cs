using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Commerce.Organisations.Data;
using Commerce.Organisations.SignIn;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Organisations.Tests.SignIn;

/// <summary>A bare host with this module alone: /who says who one is.</summary>
public sealed class SignInOverHttpTests : IAsyncLifetime, IDisposable
{
    private Office office = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        office = await Office.WithSamples(DatabaseProvider.Sqlite);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        office.AddTo(builder.Services);
        app = builder.Build();
        app.Use((http, next) =>
        {
            // As forwarded headers do behind a proxy that ends TLS.
            http.Request.Scheme = http.Request.Headers.ContainsKey("X-Tls") ? "https" : http.Request.Scheme;
            return next(http);
        });
        app.UseAuthentication();
        app.UseActor();
        AccountRoutes.Map(app);
        app.MapGet("/who", (Actor actor) => $"{actor.Name}|{actor.Chinese}");
        app.MapGet("/form", (HttpContext http, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(http).RequestToken);
        await app.StartAsync();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await office.DisposeAsync();
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_login_gives_a_token_that_says_who_one_is()
    {
        var answer = await client.PostAsJsonAsync("/account/login", new { userName = "buyer", password = await DemoPasswords.Of(office, "buyer") });
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["accessToken", "expiresIn"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(28_800, json.GetProperty("expiresIn").GetInt32());
        Assert.Equal("张采购|True", await Who(json.GetProperty("accessToken").GetString()));
    }

    [Fact]
    public async Task A_wrong_password_is_a_401_with_a_code_in_the_askers_language()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/login") { Content = JsonContent.Create(new { userName = "buyer", password = "wrong" }) };
        request.Headers.AcceptLanguage.ParseAdd("en-GB,zh;q=0.5");

        var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("UNAUTHENTICATED", json.GetProperty("code").GetString());
        Assert.Equal(OrganisationsErrors.SignInFailed.English, json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_made_up_token_and_no_token_are_nobody()
    {
        Assert.Equal("|True", await Who("CfDJ8made-up"));
        Assert.Equal("|True", await Who(null));
    }

    [Fact]
    public async Task A_token_runs_out_after_a_working_day()
    {
        var token = await Login("buyer");
        office.Clock.Advance(Tickets.Lifetime + TimeSpan.FromSeconds(1));

        Assert.Equal("|True", await Who(token));
    }

    [Fact]
    public async Task A_token_with_another_stamp_is_nobodys()
    {
        var user = new User { Id = Commerce.Platform.Modules.SampleId.Of("user", "buyer"), DisplayName = "", HomeUnitId = default, SecurityStamp = "stolen" };

        Assert.Equal("|True", await Who(app.Services.GetRequiredService<Tickets>().TokenFor(user)));
    }

    [Fact]
    public async Task A_changed_stamp_bites_within_two_seconds_whoever_changed_it()
    {
        var token = await Login("buyer");
        Assert.Equal("张采购|True", await Who(token));
        await ChangeElsewhere(u => u.SecurityStamp = User.NewStamp());

        office.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("|True", await Who(token));
    }

    [Fact]
    public async Task A_disabled_account_is_nobodys_within_two_seconds()
    {
        var token = await Login("buyer");
        Assert.Equal("张采购|True", await Who(token));
        await ChangeElsewhere(u => u.Disabled = true);

        office.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("|True", await Who(token));
    }

    [Fact]
    public async Task The_accounts_language_goes_before_the_browsers()
    {
        await ChangeElsewhere(u => u.Language = "en");

        Assert.Equal("张采购|False", await Who(await Login("buyer")));
        Assert.Equal("王保管|True", await Who(await Login("keeper")));
    }

    [Fact]
    public async Task A_page_sign_in_sets_a_cookie_that_scripts_cannot_read()
    {
        var answer = await SignInToPages("buyer", tls: false, "/orders?x=1");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/orders?x=1", answer.Headers.Location!.OriginalString);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("commerce=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("张采购|True", await Who(null, cookie.Split(';')[0]));
    }

    [Fact]
    public async Task Under_TLS_the_cookie_is_secure_and_bound_to_the_host()
    {
        var answer = await SignInToPages("buyer", tls: true);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-commerce=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_sign_in_or_sign_out_without_the_forms_token_is_refused()
    {
        foreach (var path in new[] { "/account/sign-in", "/account/sign-out" })
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["userName"] = "buyer", ["password"] = await DemoPasswords.Of(office, "buyer") });

            var answer = await client.PostAsync(path, form);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("/orders", "/orders")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\nb", "/")]
    [InlineData(null, "/")]
    public void After_signing_in_one_never_lands_on_another_site(string? asked, string given)
    {
        Assert.Equal(given, AccountRoutes.LocalOrHome(asked));
    }

    private async Task<string?> Login(string userName)
    {
        var answer = await client.PostAsJsonAsync("/account/login", new { userName, password = await DemoPasswords.Of(office, userName) });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
    }

    private async Task<string> Who(string? token, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await (await client.SendAsync(request)).Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> SignInToPages(string userName, bool tls, string returnUrl = "/")
    {
        var page = await client.GetAsync("/form");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["userName"] = userName,
                ["password"] = await DemoPasswords.Of(office, userName),
                ["returnUrl"] = returnUrl,
                ["__RequestVerificationToken"] = await page.Content.ReadAsStringAsync(),
            }),
        };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        if (tls)
        {
            request.Headers.Add("X-Tls", "1");
        }

        return await client.SendAsync(request);
    }

    /// <summary>As another host would: this one isn't told.</summary>
    private async Task ChangeElsewhere(Action<User> change)
    {
        await using var db = office.Db();
        await db.InTransaction(
            async _ =>
            {
                change(await db.Users.SingleAsync(u => u.UserName == "buyer"));
                return await db.SaveChangesAsync();
            },
            default);
    }
}
