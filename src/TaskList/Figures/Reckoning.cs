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
    private static readonly string[] ForUnits = ["CANTEEN", "STAFF_WELFARE"];

    private readonly Dictionary<DateOnly, OutletsOn> known = [];

    public static string PathOf(ComputedFigure figure) => figure switch
    {
        ComputedFigure.VillagePurchases => "47",
        ComputedFigure.PairsWithCounter or ComputedFigure.PairsWithBothSides => "43",
        ComputedFigure.StoresWithLocalGoods or ComputedFigure.NewKinds => "44",
        ComputedFigure.None => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    public async Task<Reckoned> Of(ComputedFigure figure, int year, DateOnly asOf, UnitBook units, CancellationToken ct)
    {
        switch (figure)
        {
            case ComputedFigure.VillagePurchases:
                return new((await Purchases(year, asOf, units, ct)).Sum(p => p.Amount).Amount, []);
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
            case ComputedFigure.None:
                break;
        }

        throw new ArgumentOutOfRangeException(nameof(figure), "A typed figure isn't reckoned.");
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

    /// <summary>Measure 47: what 厅直 units and the service centre bought from the two villages for canteens and welfare, net of what went back, in the list's year.</summary>
    public async Task<IReadOnlyList<VillagePurchase>> Purchases(int year, DateOnly asOf, UnitBook units, CancellationToken ct)
    {
        var villages = options.VillageNames;
        var rows = await db.VillagePurchases.AsNoTracking()
            .Where(p => p.Year == year && p.On <= asOf && !p.CrossesYear && ForUnits.Contains(p.Purpose) && villages.Contains(p.VillageName) && (demonstration.On || !p.Sample))
            .OrderBy(p => p.Sequence).ToListAsync(ct);
        return [.. rows.Where(p => units.IsAffiliated(p.UnitId) && (demonstration.On || units.ById(p.UnitId)?.Sample == false))];
    }
}
