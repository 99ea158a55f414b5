using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>Secrets and personal data that people type, also in the wrong place, turn up in no log, trace, metric, error or event.</summary>
[Collection(BeingWatched.Name)]
public sealed class Canaries(Watched watched)
{
    private const string Password = "canary-Pa55word-7319";
    private const string Phone = "13900007319";
    private const string Card = "4111111111117319";
    private const string Token = "CfDJ8canaryToken7319";
    private const string Query = "canaryquery7319";
    private static readonly string[] All = [Password, Phone, Card, Token, Query];
    private readonly List<string> errors = [];

    [Fact]
    public async Task What_people_type_is_found_nowhere_else()
    {
        var (userName, password) = await watched.Host.AccountOf("admin");
        var bearer = await Login(userName, password);
        await Login(userName, Password);
        await Login(Phone, Password);
        await Login(Password, Card);
        await Post("/account/login", $"{{\"userName\":\"{Phone}\",\"password\":\"{Password}");
        await Post("/account/login", $"{{\"userName\":{{\"{Card}\":1}},\"password\":[\"{Password}\"]}}");
        await Form();
        await Accounts(bearer!);
        await WrongPlaces();
        await Orders();

        // The key to a round stands in the address.
        await watched.Host.Anybody().Http.GetAsync(new Uri($"/rounds/answer?key={Token}", UriKind.Relative));

        // A mark that comes last shows that everything before it has been exported.
        var mark = "/mark-" + Guid.NewGuid().ToString("N");
        await watched.Host.Anybody().Http.GetAsync(new Uri(mark, UriKind.Relative));
        await Until(() => watched.Exported.Any(e => e.Path == "/v1/traces" && e.Bytes.Contains(mark, StringComparison.Ordinal)));
        await Task.Delay(1000);

        var secrets = All.Append(password).Append(bearer!).ToList();
        None(Found("log", watched.Host.Log, secrets));
        None(Found("export", watched.Exported.Select(e => e.Path + " " + e.Bytes), secrets));
        None(Found("error", errors, secrets));
        None(Found("metrics", [await watched.Host.Anybody().Http.GetStringAsync(new Uri("/metrics", UriKind.Relative))], secrets));
        foreach (var module in (string[])["platform", "organisations", "catalog", "ordering", "assistance"])
        {
            None(Found(module + " outbox", await watched.Room.Everything(module, "outbox"), secrets));

            // The key of a request is the client's own; the rest of the row is ours.
            None(Found(module + " keys", await watched.Room.Everything(module, "idempotency_keys"), secrets));
            None(Found(module + " audit", await watched.Room.Everything(module, "audit"), [Password, Card, Token, password, bearer!]));
        }
    }

    private async Task<string?> Login(string userName, string password)
    {
        var answer = await watched.Host.Anybody().Http.PostAsJsonAsync("/account/login", new { userName, password });
        if (!answer.IsSuccessStatusCode)
        {
            await Note(answer);
            return null;
        }

        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
    }

    private async Task Form()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["userName"] = Phone, ["password"] = Password, ["returnUrl"] = "/" + Query, ["__RequestVerificationToken"] = Token });
        await Note(await watched.Host.Anybody().Http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form));
    }

    private async Task Accounts(string bearer)
    {
        var admin = watched.Host.With(bearer);
        var unit = (await admin.Data("{ viewer { units { id } } }")).GetProperty("viewer").GetProperty("units")[0].GetProperty("id").GetString();
        const string mutation = "mutation($input: AccountCreateInput!) { accountCreate(input: $input) { account { id } errors { code message } } }";

        // Done, refused for its name, refused for its password, and one that nobody may.
        await Ask(admin, mutation, new { input = new { idempotencyKey = Api.Key(), userName = "canary.user", name = "金丝雀", homeUnitId = unit, password = Password } });
        await Ask(admin, mutation, new { input = new { idempotencyKey = Api.Key(), userName = "canary user", name = "金丝雀", homeUnitId = unit, password = Password } });
        await Ask(admin, mutation, new { input = new { idempotencyKey = Api.Key(), userName = "canary.two", name = "金丝雀", homeUnitId = unit, password = Phone[..9] } });
        await Ask(watched.Host.Anybody(), mutation, new { input = new { idempotencyKey = Api.Key(), userName = "canary.three", name = "金丝雀", homeUnitId = unit, password = Password } });
        await Ask(admin, mutation, new { input = new { idempotencyKey = Api.Key(), userName = "canary.user", name = "金丝雀", homeUnitId = unit, password = Password } });
        Assert.NotNull(await Login("canary.user", Password));
    }

    private async Task WrongPlaces()
    {
        var anybody = watched.Host.Anybody();
        await Ask(anybody, "query($id: ID!) { node(id: $id) { id } }", new { id = Card });
        await Ask(anybody, "query($t: String) { products(first: 5, filter: {text: $t}) { nodes { name } } }", new { t = Phone });
        await Ask(anybody, "query($a: String) { products(first: 5, after: $a) { nodes { name } } }", new { a = Token });
        await Post("/graphql", $"{{\"query\":\"{{ products(first: 5, filter: {{text: \\\"{Phone}\\\"}}) {{ nodes {{ name }} }} }}\",\"variables\":\"{Password}\"}}");
        await Post("/graphql", $"{{\"{Card}\":");
        await Note(await watched.Host.With(Token).Http.PostAsJsonAsync("/graphql", new { query = "{ viewer { name } }" }));
        using var withCookie = new HttpRequestMessage(HttpMethod.Get, "/");
        withCookie.Headers.Add("Cookie", $"Commerce={Token}; __Host-Commerce={Token}");
        await Note(await anybody.Http.SendAsync(withCookie));

        // A query by GET stands in the address, where proxies log it; we don't.
        await Note(await anybody.Http.GetAsync(new Uri($"/graphql?query={{__typename}}&variables={{\"a\":\"{Card}\"}}&{Query}=1", UriKind.Relative)));
        await Note(await anybody.Http.GetAsync(new Uri($"/?password={Password}&phone={Phone}", UriKind.Relative)));
    }

    private async Task Orders()
    {
        var line = new TheLine(watched.Host);
        var buyer = await watched.Host.SignIn("buyer");
        var offer = (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!;
        var order = await line.Order(buyer, offer, 1);
        await Ask(buyer, "mutation($input: OrderCancelInput!) { orderCancel(input: $input) { errors { code message } } }", new { input = new { idempotencyKey = Api.Key(), orderId = Card, expectedVersion = 1, reason = Phone } });
        await Ask(buyer, "mutation($input: OrderCancelInput!) { orderCancel(input: $input) { errors { code message } } }", new { input = new { idempotencyKey = Api.Key(), orderId = order.GetProperty("id").GetString(), expectedVersion = 99, reason = Phone } });
        await line.Accept(order, await line.Deliver(order, 1), 0.5m);
        await line.UntilCounted();
    }

    private async Task Ask(Api api, string query, object variables) => await Note(await api.Http.PostAsJsonAsync("/graphql", new { query, variables }), always: true);

    private async Task Post(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        await Note(await watched.Host.Anybody().Http.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    private async Task Note(HttpResponseMessage answer, bool always = false)
    {
        var body = await answer.Content.ReadAsStringAsync();
        if (always || !answer.IsSuccessStatusCode || body.Contains("\"errors\"", StringComparison.Ordinal))
        {
            errors.Add($"{answer.StatusCode} {answer.Headers} {body}");
        }
    }

    private static List<string> Found(string where, IEnumerable<string> texts, IReadOnlyList<string> secrets) =>
        [.. texts.SelectMany(t => secrets.Where(s => t.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"{where}: {s} in {Around(t, s)}"))];

    private static void None(List<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 200)..Math.Min(text.Length, at + secret.Length + 50)];
    }

    private static async Task Until(Func<bool> reached)
    {
        for (var i = 0; i < 200 && !reached(); i++)
        {
            await Task.Delay(100);
        }

        Assert.True(reached());
    }
}

/// <summary>The demonstration tells the writer of a client what he sent wrongly; a server in production doesn't say it again.</summary>
[Collection(InProduction.Name)]
public sealed class CanariesInProduction(ProductionHost host)
{
    [Theory]
    [InlineData("query($n: Int!) { products(first: $n) { nodes { name } } }", "{\"n\":\"4111111111117319\"}")]
    [InlineData("{ products(first: \"4111111111117319\") { nodes { name } } }", "{}")]
    [InlineData("{ p4111111111117319 }", "{}")]
    [InlineData("{ node(id: \"4111111111117319\") { id } }", "{}")]
    public async Task What_was_sent_wrongly_is_not_said_again(string query, string variables)
    {
        var answer = await host.Anybody().Send(query, JsonSerializer.Deserialize<JsonElement>(variables));

        Assert.DoesNotContain("7319", answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, l => l.Contains("7319", StringComparison.Ordinal));
    }
}
