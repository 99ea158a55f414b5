using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Figures;

/// <summary>A figure that the platform reckoned.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Missing">What it lacks, by name.</param>
internal sealed record Reckoned(decimal Value, IReadOnlyList<string> Missing);

/// <summary>Reckons measures 43, 44 and 47 from what other modules stated. Sample objects count only while a demonstration runs.</summary>
internal sealed class Reckoning(TaskListDbContext db, TaskListOptions options, Demonstration demonstration)
{
    /// <summary>The village of the first brand that measure 47 names.</summary>
    public const string Mingdong = "明东村";

    /// <summary>The village of the second.</summary>
    public const string Zhixin = "智新村";

    private const string ForTrade = "OUTLET_TRADE";

    private readonly Dictionary<DateOnly, OutletsOn> known = [];

    public static string PathOf(ComputedFigure figure) => figure switch
    {
        ComputedFigure.VillagePurchases or ComputedFigure.MingdongCounters or ComputedFigure.ZhixinCounters or ComputedFigure.EndorsedSales => "47",
        ComputedFigure.PairsWithCounter or ComputedFigure.PairsWithBothSides => "43",
        ComputedFigure.StoresWithLocalGoods or ComputedFigure.NewKinds => "44",
        ComputedFigure.None or ComputedFigure.ActsDone => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    public async Task<Reckoned> Of(ComputedFigure figure, int year, DateOnly asOf, UnitBook units, CancellationToken ct)
    {
        switch (figure)
        {
            case ComputedFigure.VillagePurchases:
                return new((await Purchases(year, asOf, units, ct)).Sum(p => p.Amount).Amount, []);
            case ComputedFigure.MingdongCounters:
                return new((await CountersWith(Mingdong, asOf, ct)).Count, []);
            case ComputedFigure.ZhixinCounters:
                return new((await CountersWith(Zhixin, asOf, ct)).Count, []);
            case ComputedFigure.EndorsedSales:
                return new((await Endorsed(year, asOf, ct)).Sum(r => r.Amount).Amount, []);
            case ComputedFigure.PairsWithCounter:
                var pairs = (await Outlets(asOf, ct)).Pairs;
                return new(pairs.Count(p => p.SetUp), [.. pairs.Where(p => !p.SetUp).Select(p => p.Pair.Name)]);
            case ComputedFigure.PairsWithBothSides:
                return new((await Outlets(asOf, ct)).Pairs.Count(p => p.BothSides), []);
            case ComputedFigure.StoresWithLocalGoods:
                var stores = (await Outlets(asOf, ct)).Stores;
                return new(stores.Count(s => s.Kinds.Count > 0), [.. stores.Where(s => s.Kinds.Count == 0).Select(s => s.Store.Name)]);
            case ComputedFigure.NewKinds:
                return new((await Outlets(asOf, ct)).NewKinds.Count, []);
            case ComputedFigure.ActsDone:
            case ComputedFigure.None:
                break;
        }

        throw new ArgumentOutOfRangeException(nameof(figure), "Neither typed figures nor acts are reckoned from other modules.");
    }

    /// <summary>The rules that measure 47 counted by in a year, as known on a day, the first month's first.</summary>
    public async Task<IReadOnlyList<KnownRule>> RulesOf(int year, DateOnly asOf, CancellationToken ct)
    {
        var known = await db.KnownRules.AsNoTracking().ToListAsync(ct);
        return [.. Enumerable.Range(1, 12).Select(m => Month.Of(year, m)).Where(m => m.Year < asOf.Year || m <= Month.Of(asOf)).Select(m => KnownRule.Of(known, m.ToString(), asOf)).Distinct()];
    }

    /// <summary>Points of sale as they were on a day.</summary>
    public async Task<OutletsOn> Outlets(DateOnly asOf, CancellationToken ct)
    {
        if (!known.TryGetValue(asOf, out var outlets))
        {
            known[asOf] = outlets = new(
                await db.KnownPairs.AsNoTracking().Where(p => demonstration.On || !p.Sample).ToListAsync(ct),
                await db.OutletStatements.AsNoTracking().Where(o => demonstration.On || !o.Sample).ToListAsync(ct),
                await db.ShelvedKinds.AsNoTracking().Where(k => demonstration.On || !k.Sample).ToListAsync(ct),
                asOf);
        }

        return outlets;
    }

    /// <summary>Working counters with goods of a village on a day: a brand is its village's goods.</summary>
    public async Task<IReadOnlyList<OutletStatement>> CountersWith(string village, DateOnly asOf, CancellationToken ct)
    {
        var sold = (await db.VillageOffers.AsNoTracking().Where(o => o.VillageName == village && (demonstration.On || !o.Sample)).ToListAsync(ct)).Where(o => o.IsOn(asOf)).Select(o => o.OutletId).ToHashSet();
        return [.. (await Outlets(asOf, ct)).Counters.Where(c => sold.Contains(c.OutletId)).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>Ledger rows of goods that a first secretary speaks for, in the list's year: to canteens, for welfare and to people, net of what went back. What an outlet buys to sell isn't sold yet.
    /// From a product's first campaign on its campaigns say for what; before it, and for goods without any, whether somebody speaks for the producer does. Each row once.</summary>
    public async Task<IReadOnlyList<VillagePurchase>> Endorsed(int year, DateOnly asOf, CancellationToken ct)
    {
        var campaigns = (await db.KnownCampaigns.AsNoTracking().Where(c => c.StartsOn <= c.LastDay && (demonstration.On || !c.Sample)).ToListAsync(ct)).ToList();
        var first = campaigns.SelectMany(c => c.ProductIds, (c, product) => (product, c.StartsOn)).GroupBy(p => p.product).ToDictionary(g => g.Key, g => g.Min(p => p.StartsOn));
        var spokenFor = await db.VillageOffers.AsNoTracking().Where(o => o.EndorsedBy != null).Select(o => o.ProductId).Distinct().ToListAsync(ct);
        var products = spokenFor.Union(first.Keys).ToList();
        var rows = await db.VillagePurchases.AsNoTracking()
            .Where(p => p.Year == year && p.On <= asOf && !p.CrossesYear && p.ProductId != null && products.Contains(p.ProductId.Value) && p.Purpose != ForTrade && (demonstration.On || !p.Sample)).ToListAsync(ct);
        return
        [
            .. rows.Where(p => first.TryGetValue(p.ProductId!.Value, out var began) && began <= p.Bought ? campaigns.Exists(c => c.SpeaksFor(p)) : spokenFor.Contains(p.ProductId.Value)),
        ];
    }

    /// <summary>Measure 47: what 厅直 units and the service centre bought from the two villages, net of what went back, in the list's year, as far as its month's rule counts it.</summary>
    public async Task<IReadOnlyList<VillagePurchase>> Purchases(int year, DateOnly asOf, UnitBook units, CancellationToken ct)
    {
        var villages = options.VillageNames;
        var rows = await db.VillagePurchases.AsNoTracking()
            .Where(p => p.Year == year && p.On <= asOf && !p.CrossesYear && villages.Contains(p.VillageName) && (demonstration.On || !p.Sample))
            .OrderBy(p => p.Sequence).ToListAsync(ct);
        var rules = await db.KnownRules.AsNoTracking().ToListAsync(ct);
        return [.. rows.Where(p => KnownRule.Of(rules, p.Month, asOf).Counts(p) && units.IsAffiliated(p.UnitId) && (demonstration.On || units.ById(p.UnitId)?.Sample == false))];
    }
}
