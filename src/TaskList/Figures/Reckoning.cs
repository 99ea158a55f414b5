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

    public static string PathOf(ComputedFigure figure) => figure switch
    {
        ComputedFigure.VillagePurchases => "47",
        ComputedFigure.PairsWithCounter or ComputedFigure.PairsWithBothSides => "43",
        ComputedFigure.StoresWithLocalGoods or ComputedFigure.NewKinds => "44",
        ComputedFigure.None => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    public async Task<Reckoned> Of(ComputedFigure figure, int year, DateOnly asOf, UnitBook units, CancellationToken ct) => figure switch
    {
        ComputedFigure.VillagePurchases => new((await Purchases(year, asOf, units, ct)).Sum(p => p.Amount).Amount, []),
        ComputedFigure.PairsWithCounter or ComputedFigure.PairsWithBothSides or ComputedFigure.StoresWithLocalGoods or ComputedFigure.NewKinds => new(0, []),
        ComputedFigure.None => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

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
