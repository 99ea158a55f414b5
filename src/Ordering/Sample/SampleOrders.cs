using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Files;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Ordering.Sample;

/// <summary>示例数据: a year of orders, run through the very slices that people use, so that every rule shows once: short weights, rejects, returns, a correction.</summary>
internal static class SampleOrders
{
    private const int Finished = 38;
    private static readonly string[] Buyers = ["运输局", "设计院", "科研所", "高建局", "服务中心", "吉高集团"];
    private static readonly decimal[] Arrived = [1.000m, 0.986m, 1.000m, 0.978m, 1.006m, 0.994m, 1.000m, 0.930m];

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrderingDbContext>();
        if (await db.Orders.AnyAsync(ct))
        {
            return;
        }

        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var offers = await db.Offers.AsNoTracking().ToListAsync(ct);
        var prices = (await db.Prices.AsNoTracking().ToListAsync(ct)).ToLookup(p => p.OfferId);
        var known = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var play = new SamplePlay(
            db, scope.ServiceProvider.GetRequiredService<OutboxBell>(), scope.ServiceProvider.GetRequiredService<OrderingOptions>(),
            scope.ServiceProvider.GetRequiredService<FileStore>(), ct);

        for (var i = 0; i < Finished + 2; i++)
        {
            var unit = SampleId.Of("unit", i > Finished ? "运输局" : Buyers[i % Buyers.Length]);
            if (!known.TryGetValue(unit, out var unitName))
            {
                continue;
            }

            var start = i < Finished ? now.AddDays(-360 + (9 * i)) : i == Finished ? now.AddHours(-6) : now.AddDays(-2);
            var purpose = i % 11 == 7 ? PurchasePurpose.Personal : i % 3 == 2 ? PurchasePurpose.StaffWelfare : PurchasePurpose.Canteen;
            var goods = Goods(offers, prices, purpose, start, i);
            if (goods.Count == 0)
            {
                continue;
            }

            var scene = new Scene(i, unit, unitName, purpose, start, goods)
            {
                Until = i < Finished ? Stop.Accepted : i == Finished ? Stop.Submitted : Stop.Dispatched,
                Arrived = Arrived[i % Arrived.Length],
                Rejects = i % 9 == 4,
                Returns = i % 10 == 6,
                Corrects = i == 17,
                InTwoParts = i % 12 == 3,
            };
            await play.Run(scene);
        }
    }

    /// <summary>One or two kinds of goods that may be bought for this, in a sensible quantity: of an assisted village first.</summary>
    private static List<(KnownOffer, Quantity)> Goods(
        List<KnownOffer> offers, ILookup<Guid, KnownPrice> prices, PurchasePurpose purpose, DateTimeOffset at, int turn)
    {
        var fitting = offers
            .Where(o => o.SupplyUnitId == SampleId.Of("unit", "包保帮扶工作队") && o.IsValid(at) && !o.MayServe(purpose).Failed
                && prices[o.Id].Any(p => p.ValidFrom <= at))
            .OrderBy(o => o.Id).ToList();
        var village = fitting.Where(o => o.VillageId is not null).ToList();
        if (fitting.Count == 0)
        {
            return [];
        }

        var first = village.Count == 0 ? fitting[turn % fitting.Count] : village[turn % village.Count];
        return [.. new[] { first, fitting[((turn * 3) + 1) % fitting.Count] }.Distinct().Select(o => (o, Sensible(o, purpose, turn)))];
    }

    private static Quantity Sensible(KnownOffer offer, PurchasePurpose purpose, int turn)
    {
        var mass = offer.SoldBy.Dimension() == MeasureDimension.Mass;
        decimal wanted = purpose == PurchasePurpose.Personal ? 2 : mass ? 30 + (turn % 5 * 10) : 6 + (turn % 4 * 2);
        var milli = Math.Max(offer.MinimumMilli, Quantity.Of(wanted, mass ? MeasureUnit.Jin : offer.SoldBy).Milli);
        return new Quantity((milli + offer.StepMilli - 1) / offer.StepMilli * offer.StepMilli, offer.SoldBy);
    }
}

/// <summary>How far a sample order goes.</summary>
internal enum Stop
{
    Submitted,
    Dispatched,
    Accepted,
}

/// <summary>One sample order.</summary>
internal sealed record Scene(int Turn, Guid UnitId, string UnitName, PurchasePurpose Purpose, DateTimeOffset Start, IReadOnlyList<(KnownOffer Offer, Quantity Quantity)> Goods)
{
    public Stop Until { get; init; }

    /// <summary>Weighed for each ordered.</summary>
    public decimal Arrived { get; init; }

    public bool Rejects { get; init; }

    public bool Returns { get; init; }

    public bool Corrects { get; init; }

    public bool InTwoParts { get; init; }

    public string Key(string step) => string.Create(CultureInfo.InvariantCulture, $"sample-{Turn}-{step}");
}
