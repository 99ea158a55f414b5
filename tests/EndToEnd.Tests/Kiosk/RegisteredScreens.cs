using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Xunit;

namespace Commerce.EndToEnd.Tests.Kiosk;

/// <summary>A screen changes its code for a token over plain HTTP, and is known by it: in a cookie as a browser, as a bearer otherwise.</summary>
[Collection(OneHost.Name)]
public sealed class RegisteredScreens(RunningHost host)
{
    private static readonly string Outlet = NodeId.Encode("out", SampleId.Of("outlet", "石头口门服务区专柜（长春方向）"));

    [Fact]
    public async Task A_browser_gets_its_token_in_a_cookie_that_no_script_reads_and_no_other_site_sends()
    {
        var (_, code) = await Register();
        using var http = Client();

        var answer = await http.PostAsync("/kiosk/pair", new FormUrlEncodedContent([new("code", code.ToLowerInvariant())]));

        Assert.Equal((HttpStatusCode.SeeOther, "/kiosk"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("screen=screen_", cookie, StringComparison.Ordinal);
        Assert.All((string[])["path=/", "samesite=strict", "httponly", "max-age=34560000"], part => Assert.Contains(part, cookie, StringComparison.Ordinal));
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/kiosk/device?age=5") { Headers = { { "Cookie", cookie.Split(';')[0] } } };
        var who = await http.SendAsync(asked);
        Assert.Equal(Outlet, (await who.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outlet").GetString());
    }

    [Fact]
    public async Task Other_software_gets_its_token_as_json_is_still_nobody_and_hears_410_once_it_is_withdrawn()
    {
        var clerk = await host.SignIn("clerk");
        var (id, code) = await Register(clerk);
        using var http = Client();

        var paired = await (await http.PostAsJsonAsync("/kiosk/pair", new { code })).Content.ReadFromJsonAsync<JsonElement>();

        http.DefaultRequestHeaders.Authorization = new("Bearer", paired.GetProperty("token").GetString());
        Assert.Equal((Outlet, "石头口门服务区专柜（长春方向）"), (paired.GetProperty("outlet").GetString(), paired.GetProperty("at").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/kiosk/device?age=7200")).StatusCode);
        var seen = (await clerk.Data("{ devices { id lastSeenAt catalogueAt pairingCode version } }")).GetProperty("devices").EnumerateArray().Single(d => d.GetProperty("id").GetString() == id);
        Assert.Equal(2.0, (seen.GetProperty("lastSeenAt").GetDateTimeOffset() - seen.GetProperty("catalogueAt").GetDateTimeOffset()).TotalHours, 0.01);
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("pairingCode").ValueKind);
        var nobody = new Api(http);
        Assert.Equal(JsonValueKind.Null, (await nobody.Data("{ viewer { id } }")).GetProperty("viewer").ValueKind);
        Assert.Contains("UNAUTHENTICATED", (await nobody.Send("{ devices { id } }")).GetRawText(), StringComparison.Ordinal);
        Assert.Contains("FORBIDDEN", (await nobody.Try("deviceRegister", "", new { idempotencyKey = Api.Key(), outletId = Outlet, name = "自己来" })).GetRawText(), StringComparison.Ordinal);

        await clerk.Do("deviceWithdraw", "device { id }", new { idempotencyKey = Api.Key(), deviceId = id, expectedVersion = 1, reason = "丢失" });

        var gone = await http.GetAsync("/kiosk/device");
        Assert.Equal((HttpStatusCode.Gone, "DEVICE_WITHDRAWN"), (gone.StatusCode, await Code(gone)));
        http.DefaultRequestHeaders.Authorization = new("Bearer", "screen_ofnobodyatallwhoeverasks");
        Assert.Equal(HttpStatusCode.Gone, (await http.GetAsync("/kiosk/device")).StatusCode);
        http.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(HttpStatusCode.NoContent, (await http.GetAsync("/kiosk/device")).StatusCode);
    }

    [Fact]
    public async Task A_code_that_is_of_no_use_is_told_in_words_to_people_and_with_a_code_to_programs()
    {
        var (_, code) = await Register();
        using var http = Client("127.0.0.77");
        await http.PostAsJsonAsync("/kiosk/pair", new { code });

        var again = await http.PostAsJsonAsync("/kiosk/pair", new { code });
        Assert.Equal((HttpStatusCode.Conflict, "PAIRING_CODE_USED"), (again.StatusCode, await Code(again)));
        foreach (var body in new[] { "{}", "[]", "nonsense", "{\"code\": 7}", "", new string(' ', 5000) })
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            var wrong = await http.PostAsync("/kiosk/pair", content);
            Assert.Equal((body.Trim(), HttpStatusCode.BadRequest, "PAIRING_CODE_WRONG"), (body.Trim(), wrong.StatusCode, await Code(wrong)));
        }

        var page = await http.PostAsync("/kiosk/pair", new FormUrlEncodedContent([new("code", "AAAA AAAA")]));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("没有这个配对码", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
        HttpResponseMessage last;
        var tries = 0;
        do
        {
            last = await http.PostAsJsonAsync("/kiosk/pair", new { code = "AAAAAAAA" });
        }
        while (last.StatusCode == HttpStatusCode.BadRequest && ++tries < 20);

        Assert.Equal((HttpStatusCode.TooManyRequests, "TOO_MANY_TRIES", "300"), (last.StatusCode, await Code(last), last.Headers.RetryAfter!.ToString()));
    }

    private static async Task<string?> Code(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    /// <summary>From an address of its own where wrong codes are counted, so that nobody else has to wait for it.</summary>
    private HttpClient Client(string from = "127.0.0.1") => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(context.DnsEndPoint, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = host.Address };

    private async Task<(string Id, string Code)> Register(Api? clerk = null)
    {
        var made = (await (clerk ?? await host.SignIn("clerk")).Do("deviceRegister", "device { id pairingCode outlet { id } }", new { idempotencyKey = Api.Key(), outletId = Outlet, name = Api.Key() })).GetProperty("device");
        return (made.GetProperty("id").GetString()!, made.GetProperty("pairingCode").GetString()!);
    }
}
