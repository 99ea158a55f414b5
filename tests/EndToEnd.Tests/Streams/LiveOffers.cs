using System.Globalization;
using System.Text.Json;
using Commerce.EndToEnd.Tests.Walls;
using Xunit;

namespace Commerce.EndToEnd.Tests.Streams;

/// <summary>Prices and stock as they change, over server-sent events.</summary>
[Collection(OneHost.Name)]
public sealed class LiveOffers(RunningHost host)
{
    /// <summary>No other test looks at their price.</summary>
    private const string Beans = "明东大豆";

    [Fact]
    public async Task A_new_price_is_told_and_the_stream_says_what_proxies_need_to_know()
    {
        var (offer, outlet) = await BeansOf(host);
        await using var listener = await Listener.To(host.Anybody(), outlet);

        Assert.Equal("text/event-stream; charset=utf-8", listener.Answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no", listener.Answer.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.True(listener.Answer.Headers.CacheControl is { NoStore: true, NoTransform: true });
        Assert.Equal("", (await listener.Next()).Event);

        await SetPrice(await host.SignIn("supplier"), offer, "186", host.Clock.GetUtcNow());
        var told = await listener.Offer();

        Assert.Equal((offer.GetProperty("id").GetString(), "186.00"), (told.GetProperty("id").GetString(), told.GetProperty("price").GetProperty("amount").GetString()));
    }

    [Fact]
    public async Task A_price_that_starts_by_the_clock_is_told_when_it_starts()
    {
        var (offer, outlet) = await BeansOf(host);
        await SetPrice(await host.SignIn("supplier"), offer, "187", host.Clock.GetUtcNow().AddSeconds(10));
        await using var listener = await Listener.To(host.Anybody(), outlet);
        await listener.Next();

        host.Clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal("187.00", (await listener.Offer()).GetProperty("price").GetProperty("amount").GetString());
    }

    [Fact]
    public async Task A_GET_is_answered_too_and_an_event_is_read_in_the_readers_language()
    {
        var (_, outlet) = await BeansOf(host);
        var api = host.Anybody();
        api.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/event-stream");
        using var answer = await api.Http.GetAsync(
            new Uri($"/graphql/stream?query={Uri.EscapeDataString(Listener.Query)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(new { outlet }))}", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("{ villages { name } }", 400, "SUBSCRIPTIONS_ONLY")]
    [InlineData("mutation { offerSetPrice(input: {idempotencyKey: \"k\", offerId: \"off_x\", expectedVersion: 1, amount: \"1\", per: JIN, validFrom: \"2026-06-10T00:00:00Z\"}) { replayed } }", 400, "SUBSCRIPTIONS_ONLY")]
    [InlineData("subscription { offerChanged(outletId: \"out_none\") { id } }", 400, "NOT_FOUND")]
    [InlineData("subscription { offerChanged(outletId: \"out_none\") { id }", 400, "SYNTAX_ERROR")]
    [InlineData("subscription { a: offerChanged(outletId: \"out_1\") { id } b: offerChanged(outletId: \"out_2\") { id } }", 400, null)]
    [InlineData("subscription { offerChanged(outletId: \"out_1\") { outlet { offers(first: 100) { nodes { outlet { offers(first: 100) { nodes { id } } } } } } } }", 400, "TOO_COSTLY")]
    [InlineData("subscription { offerChanged(outletId: \"out_1\") { outlet { offers(first: 101) { nodes { id } } } } }", 400, "PAGE_TOO_LARGE")]
    public async Task What_is_no_subscription_or_too_much_is_refused_before_a_stream_opens(string query, int status, string? code)
    {
        await using var listener = await Listener.Ask(host.Anybody(), new { query });

        if (code is null)
        {
            Assert.Equal(status, (int)listener.Answer.StatusCode);
            return;
        }

        Assert.Equal((status, code), await listener.Refusal());
    }

    [Fact]
    public async Task The_protocol_is_kept_or_refused_with_its_code()
    {
        var (_, outlet) = await BeansOf(host);
        var body = new { query = Listener.Query, variables = new { outlet } };

        await using var json = await Listener.Ask(host.Anybody(), body, "application/json");
        await using var put = await Listener.Ask(host.Anybody(), body, method: HttpMethod.Put);
        await using var broken = await Listener.Ask(host.Anybody(), "{");

        Assert.Equal((406, "NOT_ACCEPTABLE"), await json.Refusal());
        Assert.Equal((405, "METHOD_NOT_ALLOWED"), await put.Refusal());
        Assert.Equal((400, "BAD_REQUEST"), await broken.Refusal());
    }

    [Fact]
    public async Task A_subscription_at_the_other_address_is_told_where_to_go()
    {
        var (_, outlet) = await BeansOf(host);

        Assert.Equal(["STREAM_ELSEWHERE"], Doors.Codes(await host.Anybody().Send(Listener.Query, new { outlet })));
    }

    [Fact]
    public async Task Who_loses_the_account_hears_so_within_five_seconds_and_nothing_more()
    {
        var (_, outlet) = await BeansOf(host);
        var admin = await host.SignIn("admin");
        var person = await Newcomer.Create(host, "listener", "公路局", "AUDITOR");
        await using var listener = await Listener.To(person.Api, outlet);
        await listener.Next();

        await admin.Do("accountDisable", "account { disabled }", new { idempotencyKey = Api.Key(), accountId = person.Id, expectedVersion = person.Version });
        var (name, data) = await listener.Next(5);

        Assert.Equal("next", name);
        Assert.Equal("UNAUTHENTICATED", data.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("complete", (await listener.Next()).Event);
    }

    internal static async Task<(JsonElement Offer, string Outlet)> BeansOf(IServed host)
    {
        var offer = await new TheLine(host).Offer(Beans);
        var node = await host.Anybody().Data("query($id: ID!) { node(id: $id) { ... on Offer { outlet { id } } } }", new { id = offer.GetProperty("id").GetString() });
        return (offer, node.GetProperty("node").GetProperty("outlet").GetProperty("id").GetString()!);
    }

    internal static Task SetPrice(Api supplier, JsonElement offer, string amount, DateTimeOffset from) => supplier.Do("offerSetPrice", "offer { version }", new
    {
        idempotencyKey = Api.Key(),
        offerId = offer.GetProperty("id").GetString(),
        expectedVersion = offer.GetProperty("version").GetInt32(),
        amount,
        per = "BAG",
        validFrom = from.ToString("o", CultureInfo.InvariantCulture),
    });
}
