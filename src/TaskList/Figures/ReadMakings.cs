using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Figures;

/// <summary>What the reckoned figures of a measure are made of.</summary>
internal sealed class ReadMakings(ReadLists lists, ReadFigures figures, Reckoning reckoning, Actor actor)
{
    /// <summary>Null when the list has no such measure, or nothing of it is reckoned.</summary>
    public async Task<Makings?> Read(int year, int number, DateOnly? asOf, CancellationToken ct)
    {
        if ((await lists.List(year, asOf, ct))?.Tasks.SelectMany(t => t.Measures).FirstOrDefault(m => m.Number == number) is not { Kind: MeasureKind.Computed } measure)
        {
            return null;
        }

        var known = await figures.Of(measure, ct);
        var day = measure.Standing.AsOf;
        var purchases = known.Any(f => f.Metric.Computed == ComputedFigure.VillagePurchases);
        var bought = purchases ? await reckoning.Purchases(year, day, measure.Standing.Rows.Units, ct) : [];
        var outlets = known.Any(f => f.Metric.Computed is ComputedFigure.PairsWithCounter or ComputedFigure.StoresWithLocalGoods) ? await reckoning.Outlets(day, ct) : null;

        // The sums by unit belong to the list; single rows are for those who read that unit's ledger.
        var seen = bought.Where(p => actor.Can(Capability.AssistanceRead, p.UnitId)).ToList();
        return new(measure, known, lists.Today, outlets, bought, seen)
        {
            Brands = purchases ? [.. await reckoning.CountersWith(Reckoning.Mingdong, day, ct), .. await reckoning.CountersWith(Reckoning.Zhixin, day, ct)] : [],
            Rules = purchases ? await reckoning.RulesOf(year, day, ct) : [],
            Endorsed = purchases ? await reckoning.Endorsed(year, day, ct) : [],
        };
    }
}

/// <summary>A reckoned measure with what its figures are made of.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Today">In China.</param>
/// <param name="Outlets">Points of sale on the day; null for purchases.</param>
/// <param name="Bought">All rows that count.</param>
/// <param name="Rows">Those that this person may see one by one.</param>
internal sealed record Makings(
    MeasureView Measure, IReadOnlyList<FigureView> Figures, DateOnly Today, OutletsOn? Outlets, IReadOnlyList<VillagePurchase> Bought, IReadOnlyList<VillagePurchase> Rows)
{
    /// <summary>Working counters with goods of either village, by name.</summary>
    public IReadOnlyList<OutletStatement> Brands { get; init; } = [];

    /// <summary>By which rules they counted.</summary>
    public IReadOnlyList<KnownRule> Rules { get; init; } = [];

    /// <summary>Rows of goods that a first secretary speaks for.</summary>
    public IReadOnlyList<VillagePurchase> Endorsed { get; init; } = [];
}
