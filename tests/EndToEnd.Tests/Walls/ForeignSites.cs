using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>Another site can't make a browser act for its user; browsers are told what to refuse.</summary>
[Collection(OneHost.Name)]
public sealed class ForeignSites(RunningHost host)
{
    private const string Mutation = """{"query":"mutation { orderCancel(input: {idempotencyKey: \"k\", orderId: \"po_x\", expectedVersion: 1, reason: \"x\"}) { errors { code } } }"}""";

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("multipart/form-data; boundary=b", null)]
    [InlineData("application/json", null)]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "https://evil.example")]
    [InlineData("text/plain", "https://evil.example")]
    public async Task With_the_cookie_alone_nothing_is_executed(string contentType, string? origin)
    {
        var browser = await SignedIn();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(Mutation, Encoding.UTF8) };
        request.Content.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        var answer = await browser.Http.SendAsync(request);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.UnsupportedMediaType });
        Assert.DoesNotContain("orderCancel", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_by_GET_is_not_executed_with_the_cookie_either()
    {
        var browser = await SignedIn();
        const string mutation = "mutation { orderCancel(input: {idempotencyKey: \"k\", orderId: \"po_x\", expectedVersion: 1, reason: \"x\"}) { errors { code } } }";

        var answer = await browser.Http.GetAsync(new Uri("/graphql?query=" + Uri.EscapeDataString(mutation), UriKind.Relative));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.DoesNotContain("orderCancel", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/sign-in", "multipart/form-data; boundary=b")]
    [InlineData("/account/sign-out", "multipart/form-data; boundary=b")]
    [InlineData("/account/sign-in", "text/plain")]
    [InlineData("/account/sign-out", "application/x-www-form-urlencoded")]
    public async Task A_broken_form_is_refused_and_not_a_fault(string path, string contentType)
    {
        var browser = await SignedIn();
        using var content = new StringContent("--b\r\nbroken", Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var answer = await browser.Http.PostAsync(new Uri(path, UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("您已登录", await browser.Form(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_signs_nobody_out_not_even_with_a_right_form(string header, string value)
    {
        var browser = await SignedIn();
        var page = await browser.Form();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", Browser.TokenIn(page))]) };
        foreign.Headers.Add(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Http.SendAsync(foreign)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Post("/account/sign-out", [])).StatusCode);
        Assert.Contains("您已登录", await browser.Form(), StringComparison.Ordinal);

        var own = await browser.Post("/account/sign-out", new() { ["__RequestVerificationToken"] = Browser.TokenIn(page) });
        Assert.Equal(HttpStatusCode.Found, own.StatusCode);
        Assert.DoesNotContain("您已登录", await browser.Form(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_are_out_of_the_reach_of_scripts_and_other_sites()
    {
        var browser = new Browser(host.Address);
        var form = (await browser.Http.GetAsync(new Uri("/account/sign-in", UriKind.Relative))).Headers.GetValues("Set-Cookie").Single();
        var session = (await browser.SignIn("buyer", host.AccountOf("buyer").Password)).Headers.GetValues("Set-Cookie").First(c => c.StartsWith("commerce=", StringComparison.Ordinal));

        Assert.Matches(new Regex("^commerce\\.form=.*path=/; samesite=strict; httponly$"), form);
        Assert.Matches(new Regex("^commerce=.*path=/; samesite=lax; httponly$"), session);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/graphql")]
    [InlineData("/health/live")]
    [InlineData("/_content/Commerce.Ui/house.css")]
    [InlineData("/nowhere")]
    public async Task Every_answer_tells_browsers_what_to_refuse(string path)
    {
        var answer = await host.Anybody().Http.GetAsync(new Uri(path, UriKind.Relative));
        var headers = answer.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value));

        Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(("nosniff", "DENY", "same-origin"), (headers["X-Content-Type-Options"], headers["X-Frame-Options"], headers["Referrer-Policy"]));
        Assert.False(headers.ContainsKey("Strict-Transport-Security") || headers.ContainsKey("Server") || headers.ContainsKey("X-Powered-By"));
        Assert.True(headers.ContainsKey("Cache-Control"));
    }

    [Fact]
    public async Task The_page_has_nothing_that_the_content_policy_forbids()
    {
        var officer = await SignedIn("officer");
        var pages = new[] { await new Browser(host.Address).Form(), await officer.Form(), await officer.Http.GetStringAsync(new Uri("/", UriKind.Relative)) };

        Assert.All(pages, page => Assert.DoesNotMatch("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:|https?://", page));
    }

    [Fact]
    public async Task Pages_with_a_circuit_may_set_styles_but_run_no_script_of_the_page()
    {
        var answer = await (await SignedIn("officer")).Http.GetAsync(new Uri("/", UriKind.Relative));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self' 'unsafe-inline';", policy, StringComparison.Ordinal);
    }

    private async Task<Browser> SignedIn(string role = "buyer")
    {
        var browser = new Browser(host.Address);
        await browser.SignIn(host.AccountOf(role).UserName, host.AccountOf(role).Password);
        return browser;
    }
}
