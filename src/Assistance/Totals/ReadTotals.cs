using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Totals;

/// <summary>A row's sums.</summary>
/// <param name="Key">What it is of.</param>
/// <param name="Amount">Net.</param>
/// <param name="QuantityBase">In base units; null when grams and pieces lie side by side.</param>
/// <param name="Entries">How many ledger rows went into it.</param>
/// <param name="Dimension">Of the quantity; null when there is none, or several lie side by side.</param>
internal sealed record RowSums(RowKey Key, Money Amount, decimal? QuantityBase, int Entries, MeasureDimension? Dimension)
{
    /// <summary>The quantity as people say it: 斤, litres, pieces; null when there is none to say.</summary>
    public Quantity? Quantity => (Dimension, QuantityBase) switch
    {
        (MeasureDimension.Mass, { } grams) => SharedKernel.Quantity.Of(grams, MeasureUnit.G).ShownIn(MeasureUnit.Jin),
        (MeasureDimension.Volume, { } millilitres) => SharedKernel.Quantity.Of(millilitres, MeasureUnit.Ml).ShownIn(MeasureUnit.L),
        (MeasureDimension.Count, { } pieces) => SharedKernel.Quantity.Of(pieces, MeasureUnit.Piece),
        (null, _) or (_, null) => null,
    };
}

/// <summary>Answers questions to the ledger from its rollup.</summary>
internal sealed class ReadTotals(AssistanceDbContext db, Demonstration demonstration)
{
    /// <summary>The rows of a question: months in order, else the largest amount first.</summary>
    public async Task<IReadOnlyList<RowSums>> Rows(TotalsQuestion question, CancellationToken ct)
    {
        var sums = await question.In(db.LedgerTotals.AsNoTracking().ThatCount(demonstration))
            .GroupBy(RowKey.Of<LedgerTotal>(question.By, dimension: true))
            .Select(g => new { g.Key, Fen = g.Sum(t => t.AmountFen), Milli = g.Sum(t => t.QuantityMilli), Entries = g.Sum(t => t.Rows) })
            .ToListAsync(ct);
        return
        [
            .. sums
                .GroupBy(s => s.Key with { Dimension = null })
                .Select(g => new RowSums(g.Key, Money.FromFen(g.Sum(s => s.Fen)), QuantityOf([.. g.Select(s => s.Milli).Where(m => m != 0)]), g.Sum(s => s.Entries), OnlyOne([.. g.Where(s => s.Milli != 0).Select(s => s.Key.Dimension)])))
                .OrderBy(r => r.Key.Month)
                .ThenByDescending(r => r.Amount)
                .ThenBy(r => r.Key.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>How many orders stand behind each row. Orders can't be added up over rows, so they are counted from the ledger itself.</summary>
    public async Task<IReadOnlyDictionary<RowKey, int>> Orders(TotalsQuestion question, CancellationToken ct)
    {
        var counts = await question.In(db.LedgerEntries.AsNoTracking().ThatCount(demonstration))
            .Where(e => e.OrderId != Guid.Empty)
            .GroupBy(RowKey.Of<LedgerEntry>(question.By, dimension: false))
            .Select(g => new { g.Key, Orders = g.Select(e => e.OrderId).Distinct().Count() })
            .ToListAsync(ct);
        return counts.ToDictionary(c => c.Key, c => c.Orders);
    }

    /// <summary>The last ledger row that the answer includes.</summary>
    public async Task<Guid?> LastEntry(TotalsQuestion question, CancellationToken ct) =>
        await question.In(db.LedgerEntries.AsNoTracking().ThatCount(demonstration)).OrderByDescending(e => e.Sequence).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(ct);

    /// <summary>What the things in the rows are called.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Names(IEnumerable<RowSums> rows, CancellationToken ct)
    {
        var ids = rows.SelectMany(IEnumerable<Guid> (r) => [r.Key.Unit, r.Key.Village, r.Key.Product, r.Key.Producer, r.Key.Outlet])
            .Where(id => id != Guid.Empty).Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, string>()
            : await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
    }

    private static MeasureDimension? OnlyOne(MeasureDimension?[] dimensions) => dimensions.Length == 1 ? dimensions[0] : null;

    private static decimal? QuantityOf(long[] millis) => millis.Length switch
    {
        0 => 0m,
        1 => millis[0] / 1000m,
        _ => null,
    };
}
