using System.Diagnostics;
using Commerce.EndToEnd.Tests.GraphQL;
using Commerce.EndToEnd.Tests.Operations;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.Streams;

/// <summary>The program as it is run, and the reference client of the protocol, each in a process of its own and by the real clock.</summary>
public sealed class LiveForTheReferenceClient
{
    [SkippableFact]
    public async Task Price_and_stock_are_told_within_two_seconds_and_again_after_a_kill()
    {
        await Judges.Install();
        using var room = await Room.WithSample(DatabaseProvider.Sqlite);
        var settings = new Dictionary<string, string> { ["Commerce__GraphQL__Streams__PerAddress"] = "2", ["Commerce__GraphQL__Streams__HeartbeatSeconds"] = "1" };
        ReferenceClient client;
        string outlet;
        int port;
        await using (var host = await HostProcess.Start(room, settings))
        {
            port = host.Address.Port;
            (var offer, outlet) = await LiveOffers.BeansOf(host);
            client = ReferenceClient.Start(host.Address, outlet);
            Assert.True((await client.Next(20)).GetProperty("connected").GetBoolean());
            var supplier = await host.SignIn("supplier");

            await LiveOffers.SetPrice(supplier, offer, "186", TimeProvider.System.GetUtcNow());
            var since = Stopwatch.StartNew();
            Assert.Contains("\"186.00\"", (await client.Next(2)).ToString(), StringComparison.Ordinal);
            Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));

            await TakeAll(supplier, offer.GetProperty("id").GetString()!);
            Assert.Contains("\"OUT\"", (await client.Next(2)).ToString(), StringComparison.Ordinal);

            await using (var idle = await Listener.To(host.Anybody(), outlet))
            {
                // The opening and a sign of life.
                Assert.Equal("", (await idle.Next()).Event);
                Assert.Equal("", (await idle.Next(5)).Event);
                await using var third = await Listener.To(host.Anybody(), outlet);
                Assert.Equal((429, "TOO_MANY_STREAMS"), await third.Refusal());
            }
        }

        // Killed, not stopped: the client tries again by itself until somebody answers there.
        using (client)
        {
            await using var again = await HostProcess.Start(room, port: port);
            Assert.Equal("""{"connected":true}""", (await client.Next(20)).ToString());
            var (offer, _) = await LiveOffers.BeansOf(again);
            await LiveOffers.SetPrice(await again.SignIn("supplier"), offer, "188", TimeProvider.System.GetUtcNow());
            Assert.Contains("\"188.00\"", (await client.Next(2)).ToString(), StringComparison.Ordinal);

            await again.Signal();
            Assert.Equal("""{"complete":true}""", await AfterTheEvents(client));
            Assert.Equal(0, await again.Ended());
        }
    }

    /// <summary>What comes after the events that were still on their way: an offer may be told once more, the stream may not just break.</summary>
    private static async Task<string> AfterTheEvents(ReferenceClient client)
    {
        while (true)
        {
            var happened = await client.Next(10);
            if (!happened.TryGetProperty("next", out _))
            {
                return happened.ToString();
            }
        }
    }

    private static async Task TakeAll(Api supplier, string offer)
    {
        var stock = (await supplier.Data("query($id: ID!) { node(id: $id) { ... on Offer { available { value unit { code } } } } }", new { id = offer })).GetProperty("node").GetProperty("available");
        await supplier.Do("stockAdjust", "offer { id }", new
        {
            idempotencyKey = Api.Key(),
            offerId = offer,
            delta = new { value = "-" + stock.GetProperty("value").GetString(), unit = stock.GetProperty("unit").GetProperty("code").GetString() },
            reason = "盘点",
        });
    }
}
