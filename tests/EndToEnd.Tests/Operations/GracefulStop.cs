using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>Told to stop, a server finishes what it has begun.</summary>
public sealed class GracefulStop
{
    [Fact]
    public async Task A_slow_order_under_way_is_answered_and_counts_after_the_next_start()
    {
        using var room = await Room.WithSample(DatabaseProvider.Sqlite);
        string order;
        await using (var host = await HostProcess.Start(room, new Dictionary<string, string> { ["Commerce__DrainSeconds"] = "2" }))
        {
            var line = new TheLine(host);
            var buyer = await host.SignIn("buyer");
            var offer = (await line.Offer(TheLine.Rice)).GetProperty("id").GetString();
            var body = JsonSerializer.Serialize(new
            {
                query = "mutation($input: OrderCreateInput!) { orderCreate(input: $input) { order { number } errors { code } } }",
                variables = new { input = new { idempotencyKey = Api.Key(), unitId = await line.UnitOf(buyer), purpose = "CANTEEN", submit = true, lines = new[] { new { offerId = offer, quantity = new { value = 1, unit = "JIN" } } } } },
            });
            using var slow = new TcpClient();
            await slow.ConnectAsync(IPAddress.Loopback, host.Address.Port);
            await using var wire = slow.GetStream();
            await Write(wire, $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: {buyer.Http.DefaultRequestHeaders.Authorization}\r\nContent-Type: application/json\r\nContent-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n{body[..300]}");
            await Task.Delay(200);
            var told = Stopwatch.StartNew();
            await host.Signal();

            // Not ready any more, while everybody is still answered.
            await Until(async () => (await host.Anybody().Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode == HttpStatusCode.ServiceUnavailable);
            Assert.Equal(HttpStatusCode.OK, (await host.Anybody().Http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
            await Task.Delay(TimeSpan.FromSeconds(Math.Max(0, 4 - told.Elapsed.TotalSeconds)));
            await Write(wire, body[300..]);
            using var reader = new StreamReader(wire);
            var answer = await reader.ReadToEndAsync();

            Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
            Assert.Contains("\"errors\":[]", answer, StringComparison.Ordinal);
            order = answer[answer.IndexOf("PO-", StringComparison.Ordinal)..][..14];
            Assert.Equal(0, await host.Ended());
            Assert.InRange(told.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(30));
        }

        await using var again = await HostProcess.Start(room);
        await new TheLine(again).UntilCounted();
        var orders = await (await again.SignIn("buyer")).Data("{ purchaseOrders(first: 20) { nodes { number status } } }");
        Assert.Contains(order, orders.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_never_ends_does_not_hold_the_stop_for_ever()
    {
        using var room = await Room.WithSample(DatabaseProvider.Sqlite);
        await using var host = await HostProcess.Start(room);
        using var stuck = new TcpClient();
        await stuck.ConnectAsync(IPAddress.Loopback, host.Address.Port);
        await using var wire = stuck.GetStream();
        await Write(wire, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        await Task.Delay(200);
        var told = Stopwatch.StartNew();

        Assert.Equal(0, await host.Stop());
        Assert.True(told.Elapsed < TimeSpan.FromSeconds(30), told.Elapsed.ToString());
    }

    private static async Task Write(NetworkStream wire, string text) => await wire.WriteAsync(Encoding.UTF8.GetBytes(text));

    private static async Task Until(Func<Task<bool>> reached)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await reached())
            {
                return;
            }

            await Task.Delay(10);
        }

        Assert.Fail("It didn't come to be within two seconds.");
    }
}
