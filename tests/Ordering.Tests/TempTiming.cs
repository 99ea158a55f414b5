using System.Diagnostics;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Ordering.Sample;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Commerce.Ordering.Tests;

public sealed class TempTiming(ITestOutputHelper o)
{
    [Fact]
    public async Task Time()
    {
        var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, long>();
        using var l = new System.Diagnostics.Metrics.MeterListener();
        l.InstrumentPublished = (i, m) => { if (i.Meter.Name == "Microsoft.EntityFrameworkCore") m.EnableMeasurementEvents(i); };
        l.SetMeasurementEventCallback<long>((i, v, t, st) => counts[i.Name] = v);
        l.SetMeasurementEventCallback<int>((i, v, t, st) => counts[i.Name] = v);
        l.Start();
        for (var run = 0; run < 3; run++)
        {
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var w = Stopwatch.StartNew();
            void Say(string s) { var c = Process.GetCurrentProcess().TotalProcessorTime; o.WriteLine($"{run} {s} wall {w.ElapsedMilliseconds} cpu {(c - cpu).TotalMilliseconds}"); cpu = c; l.RecordObservableInstruments(); o.WriteLine(string.Join(" ", counts.Select(x => $"{x.Key.Split((char)46).Last()}={x.Value}"))+" wall"); w.Restart(); }
            await using var world = await World.Create(DatabaseProvider.Sqlite);
            var team = SampleId.Of("unit", "包保帮扶工作队");
            foreach (var name in new[] { "公路局", "运输局", "高建局", "科研所", "设计院", "服务中心", "吉高集团" })
            {
                await world.Learn(new UnitRecorded(SampleId.Of("unit", name), 1, name, "AFFILIATED_UNIT", null, true));
            }
            await world.Learn(new UnitRecorded(team, 1, "包保帮扶工作队", "WORK_TEAM", null, true));
            var since = world.Clock.GetUtcNow().AddYears(-2);
            OfferPublished Dated(OfferPublished o) => o with { SupplyUnitId = team, ValidFrom = since, PriceValidFrom = since };
            for (var i = 0; i < 4; i++)
            {
                await world.Offer(Dated, stock: 0);
                await world.Offer(o => Dated(World.Bags(o)), stock: 0);
                await world.Offer(o => Dated(o) with { BuyerGroup = "STAFF_WELFARE" }, stock: 0);
            }
            await using var services = new ServiceCollection().AddSingleton<TimeProvider>(world.Clock).AddSingleton<OutboxBell>().AddSingleton(new OrderingOptions()).AddScoped(_ => world.Open()).BuildServiceProvider();
            Say("setup");
            await SampleStock.Load(services, default);
            Say("stock");
            await SampleBudgets.Load(services, default);
            Say("budgets");
            await SampleOrders.Load(services, default);
            Say("orders");
            await using var db = world.Open();
            await Sums.MustAgree(db);
            Say("sums");
        }
    }
}
