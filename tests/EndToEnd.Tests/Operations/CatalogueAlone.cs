using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Commerce.EndToEnd.Tests.Streams;
using Commerce.EndToEnd.Tests.Walls;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>A host that serves the public catalogue alone, beside one that does everything, on the same database (decision 22).</summary>
public sealed class CatalogueAlone
{
    private static readonly Dictionary<string, string> Alone = new() { ["Commerce__Roles"] = "Catalogue" };

    [SkippableFact]
    public async Task It_shows_what_the_other_host_writes_within_two_seconds_and_nothing_else()
    {
        using var room = await Room.WithSample(DatabaseProvider.PostgreSql);
        await using var whole = await HostProcess.Start(room);
        await using var alone = await HostProcess.Start(room, Alone, demo: false);
        var (offer, outlet) = await LiveOffers.BeansOf(alone);
        await using var listener = await Listener.To(alone.Anybody(), outlet);
        await listener.Next();

        await LiveOffers.SetPrice(await whole.SignIn("supplier"), offer, "186", TimeProvider.System.GetUtcNow());
        var since = Stopwatch.StartNew();
        Assert.Equal("186.00", (await listener.Offer()).GetProperty("price").GetProperty("amount").GetString());
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Contains("\"186.00\"", (await new TheLine(alone).Offer("明东大豆")).ToString(), StringComparison.Ordinal);
        Assert.Equal(40, (await alone.Anybody().Data("{ products(first: 1) { totalCount } }")).GetProperty("products").GetProperty("totalCount").GetInt32());

        var batch = (await alone.Anybody().Data("{ products(first: 40) { nodes { latestBatch { code } } } }")).GetProperty("products").GetProperty("nodes").EnumerateArray()
            .Select(p => p.GetProperty("latestBatch")).First(b => b.ValueKind == JsonValueKind.Object).GetProperty("code").GetString();
        foreach (var path in new[] { "/kiosk", "/kiosk/kiosk.js", "/health/live", "/health/ready", "/trace", $"/trace/{batch}", $"/trace/{batch}/code.svg" })
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await alone.Anybody().Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode));
        }

        foreach (var path in new[] { "/", "/account/sign-in", "/account/login", "/goods", "/orders", "/accept", "/buy/x", "/files/x", "/metrics", "/_blazor", "/ledger", "/history/x", "/_content/x", "/payments/stripe", "/kiosk/pair", "/counters/devices", $"/batches/{Guid.Empty}/labels" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await alone.Anybody().Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode));
            using var body = new StringContent("{}", Encoding.UTF8, "application/json");
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await alone.Anybody().Http.PostAsync(new Uri(path, UriKind.Relative), body)).StatusCode));
        }
    }

    [SkippableFact]
    public async Task It_knows_no_mutation_no_account_and_no_word_of_the_rest_of_the_schema_whoever_asks()
    {
        using var room = await Room.WithSample(DatabaseProvider.PostgreSql);
        string token;
        await using (var whole = await HostProcess.Start(room))
        {
            token = (await whole.SignIn("admin")).Http.DefaultRequestHeaders.Authorization!.Parameter!;
        }

        await using var alone = await HostProcess.Start(room, Alone, demo: false);
        foreach (var api in new[] { alone.Anybody(), alone.With(token) })
        {
            foreach (var query in new[]
            {
                "{ viewer { id } }", "{ eventBacklog { pending } }", "{ purchaseOrders(first: 1) { totalCount } }", "{ outlets { states { from } } }",
            })
            {
                Assert.Equal((query, "INVALID_DOCUMENT"), (query, Doors.Codes(await api.Send(query)).Single()));
            }

            Assert.Equal(["INVALID_OPERATION"], Doors.Codes(await api.Send("mutation { offerWithdraw(input: {idempotencyKey: \"k\"}) { replayed } }")));
            Assert.Equal(["INTROSPECTION_OFF"], Doors.Codes(await api.Send("{ __schema { queryType { name } } }")));
        }
    }

    [Theory]
    [InlineData("Catalogue", "has Catalogue, which needs a server database")]
    [InlineData("Catalogue,Web", "has Catalogue beside others")]
    public async Task What_can_not_work_is_told_with_exit_code_1(string roles, string why)
    {
        using var room = await Room.Create(DatabaseProvider.Sqlite);

        var (code, answer, said) = await HostProcess.Run(room, null, "--roles", roles, "--data", room.Data);

        Assert.Equal((1, ""), (code, answer));
        Assert.Contains($"Setting roles {why}", said, StringComparison.Ordinal);
    }
}
