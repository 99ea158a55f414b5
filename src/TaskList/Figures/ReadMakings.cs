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
        var bought = known.Any(f => f.Source == MetricSource.AssistanceLedger) ? await reckoning.Purchases(year, measure.Standing.AsOf, measure.Standing.Rows.Units, ct) : [];
        var outlets = known.Any(f => f.Source == MetricSource.CatalogueOutlets) ? await reckoning.Outlets(measure.Standing.AsOf, ct) : null;

        // The sums by unit belong to the list; single rows are for those who read that unit's ledger.
        return new(measure, known, lists.Today, outlets, bought, [.. bought.Where(p => actor.Can(Capability.AssistanceRead, p.UnitId))]);
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
    MeasureView Measure, IReadOnlyList<FigureView> Figures, DateOnly Today, OutletsOn? Outlets, IReadOnlyList<VillagePurchase> Bought, IReadOnlyList<VillagePurchase> Rows);
