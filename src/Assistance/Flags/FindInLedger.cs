using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Flags;

/// <summary>What looks wrong in the ledger: typed beside counted, sent back after the month's end, too dear.</summary>
internal sealed class FindInLedger(AssistanceDbContext db, AssistanceOptions options)
{
    public async Task<IReadOnlyList<Finding>> Typed(DateTimeOffset now, CancellationToken ct)
    {
        var (since, least) = (now.AddDays(-options.FlagsLookBackDays), Money.Of(options.TypedFrom));
        var typed = await db.LedgerEntries.AsNoTracking()
            .Where(e => e.Kind == LedgerKind.Manual && e.RecordedAt >= since && (e.AmountFen >= least.Fen || e.AmountFen <= -least.Fen))
            .Where(e => !db.LedgerEntries.Any(r => r.Kind == LedgerKind.Reversal && r.OriginalLineId == e.Id)).ToListAsync(ct);
        List<Finding> found = [];
        foreach (var place in typed.GroupBy(e => (e.UnitId, e.VillageId, e.MonthNumber)))
        {
            var counted = Money.FromFen(await db.LedgerEntries
                .Where(e => e.UnitId == place.Key.UnitId && e.MonthNumber == place.Key.MonthNumber && e.VillageId == place.Key.VillageId && e.Kind == LedgerKind.Purchase).SumAsync(e => e.AmountFen, ct));
            var month = new Month(place.Key.MonthNumber);
            found.AddRange(place.Where(_ => counted > Money.Zero).Select(e => new Finding(
                FlagKind.TypedBesideCounted, $"typed {e.Id:N}", e.UnitId, month, Money.FromFen(e.AmountFen),
                $"{month.Year} 年 {month.OfYear} 月同一村已有验收计入 {counted} 元，又手工补记 {Money.FromFen(e.AmountFen)} 元（标准：{least} 元起）。",
                $"Acceptances counted {counted} yuan from this village in {month}, and {Money.FromFen(e.AmountFen)} was typed besides (from {least} on).", e.Sample, [FoundPaper.Of(e)])));
        }

        return found;
    }

    public async Task<IReadOnlyList<Finding>> Returned(DateTimeOffset now, CancellationToken ct)
    {
        List<Finding> found = [];
        foreach (var window in MonthEnd.Over(now, options))
        {
            var (start, end, until) = (MonthEnd.StartOf(window.Month), MonthEnd.StartOf(window.Month.Next()), window.Until);
            var accepted = db.LedgerEntries.AsNoTracking().Where(e => e.SourceType == LedgerSources.AcceptanceLine && e.OccurredAt >= start && e.OccurredAt < end);
            var sums = await accepted.GroupBy(e => e.UnitId).Select(g => new { Unit = g.Key, Fen = g.Sum(e => e.AmountFen) }).ToListAsync(ct);
            var back = (await (
                from e in db.LedgerEntries.AsNoTracking()
                where e.SourceType == LedgerSources.ReturnLine && e.OccurredAt >= end && e.OccurredAt < until
                join original in accepted on e.OriginalLineId equals original.SourceLineId
                where original.Kind == LedgerKind.Purchase
                select e).ToListAsync(ct)).ToLookup(e => e.UnitId);
            foreach (var unit in sums)
            {
                var gone = -back[unit.Unit].Sum(e => e.AmountFen);
                if (FlagRules.ShareGoneBack(unit.Fen, gone, options.LateShare) is { } part)
                {
                    found.Add(window.Finding(FlagKind.ReturnedAfterMonthEnd, unit.Unit, unit.Fen, gone, part, options, back[unit.Unit].All(e => e.Sample), [.. back[unit.Unit].Select(FoundPaper.Of)]));
                }
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<Finding>> Prices(DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-options.FlagsLookBackDays);
        var first = since.AddDays(-options.PriceWithinDays);
        var goods = await db.LedgerEntries.AsNoTracking().Where(e => e.Kind == LedgerKind.Purchase && e.RecordedAt >= since && e.QuantityMilli > 0).Select(e => e.ProductId).Distinct().ToListAsync(ct);
        List<Finding> found = [];
        foreach (var product in goods)
        {
            var all = await db.LedgerEntries.AsNoTracking().Where(e => e.Kind == LedgerKind.Purchase && e.ProductId == product && e.OccurredAt >= first && e.QuantityMilli > 0).OrderBy(e => e.OccurredAt).ToListAsync(ct);
            foreach (var kind in all.GroupBy(e => e.QuantityUnit.Dimension()))
            {
                var rows = kind.ToList();
                found.AddRange(rows.Where(r => r.RecordedAt >= since).Select(r => Dear(r, rows)).OfType<Finding>());
            }
        }

        return found;
    }

    private Finding? Dear(LedgerEntry row, List<LedgerEntry> rows)
    {
        var from = row.OccurredAt.AddDays(-options.PriceWithinDays);
        var others = rows.Where(o => o.OccurredAt >= from && o.OccurredAt < row.OccurredAt).Select(Price).ToList();
        if (FlagRules.ReferenceExceeded(Price(row), others, options.PriceAtLeast, options.PriceMargin) is not { } reference)
        {
            return null;
        }

        var (zh, en) = row.QuantityUnit.Dimension() == MeasureDimension.Mass ? ("斤", "500 g") : (MeasureName(row, true), MeasureName(row, false));
        return new(
            FlagKind.PriceAboveReference, $"price {row.Id:N}", row.UnitId, new(row.MonthNumber), Money.FromFen(row.AmountFen),
            $"验收单价每{zh} {Price(row):0.00##} 元，此前 {options.PriceWithinDays} 天同一产品 {others.Count} 笔的中位价 {reference:0.00##} 元，高出 {(Price(row) / reference) - 1:0.0%}（标准：高出 {options.PriceMargin:0.0%}）。",
            $"Accepted at {Price(row):0.00##} yuan per {en}; the median of {others.Count} purchases of the same product in the {options.PriceWithinDays} days before is {reference:0.00##}: {(Price(row) / reference) - 1:0.0%} above (more than {options.PriceMargin:0.0%}).",
            row.Sample, [FoundPaper.Of(row)]);
    }

    // Per 斤 for what is weighed, per litre or piece for the rest: thousandths of gram, millilitre or piece.
    private static decimal Price(LedgerEntry e) => e.QuantityUnit.Dimension() switch
    {
        MeasureDimension.Mass => e.AmountFen / 100m / (e.QuantityMilli / 1000m / 500m),
        MeasureDimension.Volume => e.AmountFen / 100m / (e.QuantityMilli / 1000m / 1000m),
        MeasureDimension.Count => e.AmountFen / 100m / (e.QuantityMilli / 1000m),
    };

    private static string MeasureName(LedgerEntry e, bool chinese) => e.QuantityUnit.Dimension() == MeasureDimension.Volume ? chinese ? "升" : "litre" : chinese ? "件" : "piece";
}
