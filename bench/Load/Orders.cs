using System.Diagnostics;
using Commerce.Walkthrough;

namespace Commerce.Load;

/// <summary>Canteen orders of two lines, submitted at once: stock and budget are held, all durable when answered.</summary>
internal static class Orders
{
    public static async Task<Measured> Measure(Running server, GraphClient buyer, string unit, IReadOnlyList<string> offers, int seconds, int connections)
    {
        await Run(buyer, unit, offers, Math.Min(3, seconds), connections); // warm-up
        await server.Calm();
        var cpu = server.Cpu;
        var watch = Stopwatch.StartNew();
        var (latencies, bad) = await Run(buyer, unit, offers, seconds, connections);
        var elapsed = watch.Elapsed.TotalSeconds;
        cpu = server.Cpu - cpu;
        latencies.Sort();
        return latencies.Count == 0
            ? new(0, 0, 0, null, bad)
            : new(latencies.Count / elapsed, latencies[latencies.Count / 2], latencies[(int)(latencies.Count * 0.99)], cpu / latencies.Count, bad);
    }

    private static async Task<(List<double> Latencies, long Bad)> Run(GraphClient buyer, string unit, IReadOnlyList<string> offers, int seconds, int connections)
    {
        var run = Guid.NewGuid().ToString("N");
        var latencies = new List<double>();
        var watch = Stopwatch.StartNew();
        var n = 0;
        long bad = 0;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var i = Interlocked.Increment(ref n);
                var start = Stopwatch.GetTimestamp();
                var answer = await buyer.Mutate(
                    "orderCreate",
                    new
                    {
                        idempotencyKey = $"bench-{run}-{i}",
                        unitId = unit,
                        purpose = "CANTEEN",
                        lines = new[] { Line(offers[i * 31 % offers.Count], "2"), Line(offers[((i * 31) + 17) % offers.Count], "1") },
                        submit = true,
                    },
                    "order { id number status estimated { amount } }");
                var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (answer.ErrorCode is null && answer["order"].Text("status") == "SUBMITTED")
                {
                    lock (latencies)
                    {
                        latencies.Add(took);
                    }
                }
                else
                {
                    Interlocked.Increment(ref bad);
                }
            }
        }));
        return (latencies, bad);
    }

    private static object Line(string offer, string bags) => new { offerId = offer, quantity = new { value = bags, unit = "BAG" } };
}
