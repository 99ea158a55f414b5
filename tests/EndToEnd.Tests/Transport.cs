using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>GraphQL over HTTP, as clients and proxies meet it.</summary>
[Collection(OneHost.Name)]
public sealed class Transport(RunningHost host)
{
    [Theory]
    [InlineData("POST", "application/json", "{\"query\":\"{ __typename }\"}", "*/*", 200, "application/json; charset=utf-8")]
    [InlineData("POST", "application/json", "{\"query\":\"{ __typename }\"}", "application/graphql-response+json", 200, "application/graphql-response+json; charset=utf-8")]
    [InlineData("POST", "application/json", "{\"query\":\"{ nonsense }\"}", "application/graphql-response+json", 400, "application/graphql-response+json; charset=utf-8")]
    [InlineData("POST", "application/json", "{\"query\":\"{ nonsense }\"}", "application/json", 200, "application/json; charset=utf-8")]
    [InlineData("POST", "application/json", "{\"query\":", "application/json", 400, "application/json; charset=utf-8")]
    [InlineData("POST", "application/json", "[{\"query\":\"{ __typename }\"}]", "application/json", 400, "application/json; charset=utf-8")]
    [InlineData("POST", "application/json", "{\"variables\":{}}", "application/json", 400, "application/json; charset=utf-8")]
    [InlineData("POST", "text/plain", "{\"query\":\"{ __typename }\"}", "application/json", 415, "application/json; charset=utf-8")]
    [InlineData("POST", "application/json", "{\"query\":\"{ __typename }\"}", "text/html", 406, "application/json; charset=utf-8")]
    [InlineData("PUT", "application/json", "{\"query\":\"{ __typename }\"}", "application/json", 405, "application/json; charset=utf-8")]
    public async Task The_answer_has_the_right_status_and_media_type(string method, string contentType, string body, string accept, int status, string answered)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql") { Content = new StringContent(body, Encoding.UTF8, contentType) };
        request.Headers.TryAddWithoutValidation("Accept", accept);

        var answer = await host.Anybody().Http.SendAsync(request);

        Assert.Equal((status, answered), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
    }

    [Fact]
    public async Task A_mutation_by_GET_is_refused_also_when_its_document_is_known()
    {
        const string mutation = "mutation { parkedEventReplay(input: {idempotencyKey: \"k\", eventId: \"pev_1\"}) { replayed } }";
        var http = host.Anybody().Http;
        await host.Anybody().Send(mutation);

        var first = await http.GetAsync(new Uri("/graphql?query=" + Uri.EscapeDataString(mutation), UriKind.Relative));
        var again = await http.GetAsync(new Uri("/graphql?query=" + Uri.EscapeDataString(mutation), UriKind.Relative));
        var query = await http.GetAsync(new Uri("/graphql?query=" + Uri.EscapeDataString("{ villages { name } }"), UriKind.Relative));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.MethodNotAllowed, HttpStatusCode.OK), (first.StatusCode, again.StatusCode, query.StatusCode));
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("\"\\u0000\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public async Task A_value_that_no_database_takes_is_refused_before_it_gets_there(string value)
    {
        var body = "{\"query\":\"query($s: String!) { product(slug: $s) { name } }\",\"variables\":{\"s\":" + value + "}}";

        var answer = await host.Anybody().Http.PostAsync(new Uri("/graphql", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("BAD_REQUEST", Code(JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync())));
    }

    [Fact]
    public async Task A_key_may_be_sent_as_a_number()
    {
        var buyer = await host.SignIn("buyer");

        var answer = await buyer.Send("mutation { orderCancel(input: {idempotencyKey: 42, orderId: \"po_x\", expectedVersion: 1, reason: \"试\"}) { errors { code } } }");

        Assert.True(answer.GetProperty("data").ValueKind == JsonValueKind.Object, answer.ToString());
        Assert.Equal("NOT_FOUND", answer.GetProperty("data").GetProperty("orderCancel").GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_body_over_64_KB_is_refused()
    {
        var body = JsonSerializer.Serialize(new { query = "{ __typename }" + new string(' ', 70_000) });

        var answer = await host.Anybody().Http.PostAsync(new Uri("/graphql", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_not_allowed_learns_it_by_code_and_nothing_else()
    {
        var nobody = await host.Anybody().Send("{ purchaseOrders(first: 1) { nodes { id } } }");
        var keeper = await (await host.SignIn("keeper")).Send("{ eventBacklog { pending } }");
        var mutation = await (await host.SignIn("keeper")).Refused("stockAdjust", new { idempotencyKey = Api.Key(), offerId = "off_x", delta = new { value = 1, unit = "JIN" }, reason = "盘点" });

        Assert.Equal("UNAUTHENTICATED", Code(nobody));
        Assert.Equal("FORBIDDEN", Code(keeper));
        Assert.Equal("FORBIDDEN", mutation);
    }

    [Fact]
    public async Task Another_units_order_looks_like_none()
    {
        var line = new TheLine(host);
        var buyer = await host.SignIn("buyer");
        var order = await line.Order(buyer, (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!, 1);
        var other = await host.SignIn("buyer2");
        var id = order.GetProperty("id").GetString();

        var seen = (await other.Data("query($id: ID!) { node(id: $id) { __typename id } }", new { id })).GetProperty("node");
        var cancelled = await other.Refused("orderCancel", new { idempotencyKey = Api.Key(), orderId = id, expectedVersion = 1, reason = "不是我的" });

        Assert.Equal(JsonValueKind.Null, seen.ValueKind);
        Assert.Equal("NOT_FOUND", cancelled);
        await buyer.Do("orderCancel", "order { status }", new { idempotencyKey = Api.Key(), orderId = id, expectedVersion = order.GetProperty("version").GetInt32(), reason = "试" });
    }

    private static string Code(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;
}
