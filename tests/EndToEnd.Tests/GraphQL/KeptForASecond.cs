using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Commerce.Platform.GraphQL;
using GraphQL.Types;
using GraphQLParser;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests.GraphQL;

/// <summary>Answers that are given again to people who aren't signed in: never old, never another person's.</summary>
[Collection(OneHost.Name)]
public sealed class KeptForASecond(RunningHost host)
{
    private const string Goods = "{ products(first: 5) { totalCount nodes { name variants { offers { price { amount per { name } } available { value } stockState } } } } }";

    [Theory]
    [InlineData(Goods, true)]
    [InlineData("query($after: String) { products(first: 5, after: $after) { edges { cursor node { name } } pageInfo { endCursor } facets { values { count } } } }", true)]
    [InlineData("{ outlets { ...o } } fragment o on Outlet { name serviceArea { name } }", true)]
    [InlineData("{ villages { __typename name } }", true)]
    [InlineData("{ products(first: 5) { nodes { season { fromMonth } images { url alt } latestBatch { code } offShelf { since } recognised variants { offers { referencePrice { aboveMargin } } } } } }", true)]
    [InlineData("{ node(id: \"prd_1\") { id } }", false)]
    [InlineData("{ viewer { name } }", false)]
    [InlineData("{ products(first: 5) { nodes { name } } viewer { name } }", false)]
    [InlineData("{ retailOffered }", false)]
    [InlineData("{ ...q } fragment q on Query { viewer { name } }", false)]
    [InlineData("query a { villages { name } } query b { villages { name } }", false)]
    [InlineData("mutation { parkedEventReplay(input: {idempotencyKey: \"k\", eventId: \"pev_1\"}) { replayed } }", false)]
    public void Only_documents_made_of_kept_fields_are_kept(string document, bool kept) =>
        Assert.Equal(kept, KeptFields.Only(host.Services.GetRequiredService<ISchema>(), Parser.Parse(document)));

    [Fact]
    public async Task A_price_set_here_is_seen_by_the_very_next_question()
    {
        var line = new TheLine(host);
        var supplier = await host.SignIn("supplier");
        var anybody = host.Anybody();
        const string query = "query($slug: String!) { product(slug: $slug) { variants { offers { id version price { amount } } } } }";

        foreach (var amount in new[] { "5.71", "5.72", "5.60" })
        {
            for (var i = 0; i < 3; i++)
            {
                await Post(anybody.Http, query, new { slug = "mingdong-dami" });
            }

            var id = (await line.Offer(TheLine.Rice)).GetProperty("id").GetString();
            var offer = await anybody.Data("query($id: ID!) { node(id: $id) { ... on Offer { version price { per { code } } } } }", new { id });
            await supplier.Do("offerSetPrice", "", new
            {
                idempotencyKey = Api.Key(),
                offerId = id,
                expectedVersion = offer.GetProperty("node").GetProperty("version").GetInt32(),
                amount,
                per = offer.GetProperty("node").GetProperty("price").GetProperty("per").GetProperty("code").GetString(),
                validFrom = host.Clock.GetUtcNow(),
                reason = "试",
            });

            Assert.Contains($"\"{amount}\"", await Post(anybody.Http, query, new { slug = "mingdong-dami" }), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_language_and_each_media_type_has_its_own_answer()
    {
        var http = host.Anybody().Http;
        foreach (var (language, unit) in new[] { ("zh-CN", "斤"), ("en", "jin"), ("zh-CN", "斤"), ("en", "jin") })
        {
            http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            Assert.Contains($"\"name\":\"{unit}", await Post(http, Goods, null), StringComparison.OrdinalIgnoreCase);
            http.DefaultRequestHeaders.AcceptLanguage.Clear();
        }

        http.DefaultRequestHeaders.Accept.ParseAdd("application/graphql-response+json");
        using var other = await http.PostAsync(new Uri("/graphql", UriKind.Relative), Json(Goods, null));
        Assert.Equal("application/graphql-response+json", other.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Whoever_shows_a_token_or_a_cookie_is_answered_as_that_person()
    {
        const string query = "{ villages { name } }";
        var http = host.Anybody().Http;
        for (var i = 0; i < 3; i++)
        {
            await Post(http, query, null);
        }

        http.DefaultRequestHeaders.Authorization = new("Bearer", "wrong");
        using var wrong = await http.PostAsync(new Uri("/graphql", UriKind.Relative), Json(query, null));
        http.DefaultRequestHeaders.Authorization = null;
        http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", "commerce.language=en");
        using var cookie = await http.PostAsync(new Uri("/graphql", UriKind.Relative), Json(Goods, null));

        Assert.False(wrong.Headers.Contains("ETag"));
        Assert.Contains("\"name\":\"jin", await cookie.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Asked_by_GET_with_the_tag_it_got_a_client_learns_that_nothing_changed()
    {
        var http = host.Anybody().Http;
        var url = new Uri("/graphql?query=" + Uri.EscapeDataString("{ species { name } }"), UriKind.Relative);
        using var first = await http.GetAsync(url);
        var tag = first.Headers.ETag!;

        foreach (var (known, status) in new[] { (tag, HttpStatusCode.NotModified), (new EntityTagHeaderValue(tag.Tag, isWeak: true), HttpStatusCode.NotModified), (new EntityTagHeaderValue("\"other\""), HttpStatusCode.OK) })
        {
            for (var again = 0; again < 3; again++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                request.Headers.IfNoneMatch.Add(known);
                using var answer = await http.SendAsync(request);

                Assert.Equal((status, tag.Tag), (answer.StatusCode, answer.Headers.ETag!.Tag));
                Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
                Assert.Equal(status == HttpStatusCode.OK, (await answer.Content.ReadAsByteArrayAsync()).Length > 0);
            }
        }
    }

    [Fact]
    public async Task What_hangs_on_the_person_or_failed_has_no_tag_and_is_not_stored()
    {
        var http = host.Anybody().Http;
        foreach (var query in new[] { "{ viewer { name } }", "{ product(slug: \"mingdong-dami\") { producer { suspensionReason } } }", "{ nonsense }" })
        {
            using var answer = await http.GetAsync(new Uri("/graphql?query=" + Uri.EscapeDataString(query), UriKind.Relative));

            Assert.Null(answer.Headers.ETag);
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task Half_a_body_is_refused_and_breaks_nothing()
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port);
        var half = $"POST /graphql HTTP/1.1\r\nHost: {host.Address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{{\"query\":\"{{ vill";
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(half));
        socket.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);

        var answer = "";
        try
        {
            using var reader = new StreamReader(stream);
            answer = await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            // The server may hang up on who hung up first.
        }

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), answer);
        Assert.DoesNotContain(host.Log, l => l.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> Post(HttpClient http, string query, object? variables)
    {
        using var answer = await http.PostAsync(new Uri("/graphql", UriKind.Relative), Json(query, variables));
        return await answer.Content.ReadAsStringAsync();
    }

    private static StringContent Json(string query, object? variables) => new(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json");
}
