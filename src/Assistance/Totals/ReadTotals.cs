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

    /// <summary>What parts come to together; grams and pieces give no quantity.</summary>
    public static RowSums Of(RowKey key, IEnumerable<RowSums> parts)
    {
        var all = parts.ToList();
        var dimensions = all.Where(p => p.QuantityBase is not 0m).Select(p => p.QuantityBase is null ? null : p.Dimension).Distinct().ToList();
        return new(
            key, all.Sum(p => p.Amount), dimensions.Count > 1 || dimensions is [null] ? null : all.Sum(p => p.QuantityBase), all.Sum(p => p.Entries), dimensions.Count == 1 ? dimensions[0] : null);
    }
}

/// <summary>Answers questions to the ledger from its rollup.</summary>
internal sealed class ReadTotals(AssistanceDbContext db, Demonstration demonstration)
{
    /// <summary>The rows of a question: months in order, else the largest amount first.</summary>
    public async Task<IReadOnlyList<RowSums>> Rows(TotalsQuestion question, CancellationToken ct)
    {
        // What was known on a day can be told from the rows alone: the rollup keeps no history.
        var sums = question.KnownOn is null
            ? await question.In(db.LedgerTotals.AsNoTracking().ThatCount(demonstration))
                .GroupBy(RowKey.Of<LedgerTotal>(question.By, dimension: true))
                .Select(g => new KeySum(g.Key, g.Sum(t => t.AmountFen), g.Sum(t => t.QuantityMilli), g.Sum(t => t.Rows)))
                .ToListAsync(ct)
            : await question.In(db.LedgerEntries.AsNoTracking().ThatCount(demonstration))
                .GroupBy(RowKey.Of<LedgerEntry>(question.By, dimension: true))
                .Select(g => new KeySum(g.Key, g.Sum(e => e.AmountFen), g.Sum(e => e.QuantityMilli), g.Count()))
                .ToListAsync(ct);
        return
        [
            .. sums
                .Select(s => s with { Key = s.Key.Told() })
                .GroupBy(s => s.Key with { Dimension = null })
                .Select(Row)
                .OrderBy(r => r.Key.Year).ThenBy(r => r.Key.Quarter).ThenBy(r => r.Key.Month)
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

    /// <summary>What was ordered or paid, by the same things; times are those of ordering and paying.</summary>
    public async Task<IReadOnlyList<(RowKey Key, Money Amount)>> Flows(TotalsQuestion question, FlowKind kind, CancellationToken ct)
    {
        var sums = await question.In(db.Flows.AsNoTracking().ThatCount(demonstration).Where(f => f.Kind == kind))
            .GroupBy(RowKey.Of<Flow>(question.By, dimension: false)).Select(g => new { g.Key, Fen = g.Sum(f => f.AmountFen) }).ToListAsync(ct);
        return [.. sums.Select(s => (s.Key, Money.FromFen(s.Fen)))];
    }

    /// <summary>Which channels the answer is over.</summary>
    public async Task<IReadOnlyList<Channel>> Channels(TotalsQuestion question, CancellationToken ct) =>
    [
        .. (question.KnownOn is null
            ? await question.In(db.LedgerTotals.AsNoTracking().ThatCount(demonstration)).Select(t => t.Channel).Distinct().ToListAsync(ct)
            : await question.In(db.LedgerEntries.AsNoTracking().ThatCount(demonstration)).Select(e => e.Channel).Distinct().ToListAsync(ct)).Order(),
    ];

    /// <summary>What the things in the rows are called.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Names(IEnumerable<RowSums> rows, DateOnly? knownOn, CancellationToken ct)
    {
        var ids = rows.SelectMany(IEnumerable<Guid> (r) => [r.Key.Unit, r.Key.Village, r.Key.Product, r.Key.Producer, r.Key.Outlet])
            .Where(id => id != Guid.Empty).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        if (knownOn is { } day)
        {
            var after = day.AddDays(1).StartInChina();
            foreach (var said in (await db.NamesSaid.AsNoTracking().Where(n => ids.Contains(n.Id)).ToListAsync(ct)).GroupBy(n => n.Id))
            {
                names[said.Key] = (said.Where(n => n.SaidAt < after).MaxBy(n => n.SaidAt) ?? said.MinBy(n => n.SaidAt)!).Name;
            }
        }

        return names;
    }

    private static RowSums Row(IGrouping<RowKey, KeySum> sums)
    {
        var measured = sums.GroupBy(s => s.Key.Dimension).Select(g => (Dimension: g.Key, Milli: g.Sum(s => s.Milli))).Where(m => m.Milli != 0).ToList();
        return new(
            sums.Key, Money.FromFen(sums.Sum(s => s.Fen)), QuantityOf([.. measured.Select(m => m.Milli)]), sums.Sum(s => s.Entries), OnlyOne([.. measured.Select(m => m.Dimension)]));
    }

    private static MeasureDimension? OnlyOne(MeasureDimension?[] dimensions) => dimensions.Length == 1 ? dimensions[0] : null;

    private static decimal? QuantityOf(long[] millis) => millis.Length switch
    {
        0 => 0m,
        1 => millis[0] / 1000m,
        _ => null,
    };

    private sealed record KeySum(RowKey Key, long Fen, long Milli, int Entries);
}
