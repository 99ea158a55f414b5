using System.Globalization;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.DaySheets;

/// <summary>A day sheet as shown.</summary>
/// <param name="Sheet">As it was written.</param>
/// <param name="Outlet">The outlet's name.</param>
/// <param name="Unit">The name of the unit that runs it.</param>
/// <param name="Phone">What was sold there by phone on that day, which isn't on the sheet.</param>
internal sealed record DaySheetView(DaySheet Sheet, string Outlet, string Unit, SalesSplit Phone) : IHaveId
{
    public Guid Id => Sheet.Id;

    public SalesSplit Split => SalesSplit.Of(Sheet.Lines);

    public IReadOnlyList<DaySheetLine> Lines => [.. Sheet.Lines.OrderBy(l => l.Number)];
}

/// <summary>Which day sheets are asked for; what is left out isn't narrowed.</summary>
/// <param name="OutletId">Of this outlet.</param>
/// <param name="Month">Of days in this month.</param>
/// <param name="State">How far they are.</param>
internal sealed record DaySheetFilter([property: IdOf("out")] Guid? OutletId = null, Month? Month = null, DaySheetState? State = null);

/// <summary>A page of day sheets, the newest day first.</summary>
/// <param name="Split">Recognised and ordinary over all of them.</param>
internal sealed record DaySheetList(IReadOnlyList<DaySheetView> Rows, int Count, SalesSplit Split, bool More);

/// <summary>Reads the day sheets of the outlets that the asker's units run.</summary>
internal sealed class ReadDaySheets(AssistanceDbContext db, ReadLines lines, Actor actor)
{
    public const int PageSize = 50;

    /// <summary>Most rows of an export.</summary>
    public const int MostExported = 20_000;

    public async Task<DaySheetList> Page(DaySheetFilter filter, int page, CancellationToken ct)
    {
        var all = Asked(filter);
        var rows = await Newest(all).Skip(page * PageSize).Take(PageSize + 1).Include(s => s.Lines).AsSplitQuery().ToListAsync(ct);
        var sums = (await all.SelectMany(s => s.Lines).Select(l => new { l.Recognised, l.Amount }).ToListAsync(ct)).ToLookup(l => l.Recognised, l => l.Amount);
        return new(await Views([.. rows.Take(PageSize)], ct), await all.CountAsync(ct), new(sums[true].Sum(a => a), sums[false].Sum(a => a)), rows.Count > PageSize);
    }

    /// <summary>All for an export, the first day first; null when there are more than an export holds.</summary>
    public async Task<IReadOnlyList<DaySheetView>?> All(DaySheetFilter filter, CancellationToken ct)
    {
        var rows = await Asked(filter).OrderBy(s => s.Day).ThenBy(s => s.Position).Take(MostExported + 1).Include(s => s.Lines).AsSplitQuery().ToListAsync(ct);
        return rows.Count > MostExported ? null : await Views(rows, ct);
    }

    public async Task<Page<DaySheetView>> Connection(DaySheetFilter filter, PageRequest page, Cursors cursors, CancellationToken ct)
    {
        var (all, after) = (Asked(filter), page.AfterNumber ?? 0);
        var rows = await all.Where(s => s.Position > after).OrderBy(s => s.Position).Take(page.First + 1).Include(s => s.Lines).AsSplitQuery().ToListAsync(ct);
        return page.PageOf(await Views(rows, ct), v => v.Sheet.Position.ToString(CultureInfo.InvariantCulture), cursors, async () => await all.CountAsync(ct));
    }

    public async Task<IReadOnlyDictionary<Guid, DaySheetView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(await Seen().Where(s => ids.Contains(s.Id)).Include(s => s.Lines).AsSplitQuery().ToListAsync(ct), ct)).ToDictionary(v => v.Id);

    /// <summary>The sheet of an outlet and day; null when nobody has begun one.</summary>
    public async Task<DaySheetView?> Of(Guid outletId, DateOnly day, CancellationToken ct) =>
        (await Views(await Seen().Where(s => s.OutletId == outletId && s.Day == day).Include(s => s.Lines).AsSplitQuery().ToListAsync(ct), ct)).SingleOrDefault();

    /// <summary>Counters and own stores that the asker's units run, by name.</summary>
    public async Task<IReadOnlyList<Choice>> Outlets(string capability, CancellationToken ct)
    {
        var mine = actor.UnitsWhere(capability);
        return await (
            from outlet in db.KnownOutlets.AsNoTracking().Shop()
            where mine.Contains(outlet.OperatorUnitId)
            join name in db.KnownNames on outlet.OutletId equals name.Id
            orderby name.Name
            select new Choice(outlet.OutletId, name.Name)).ToListAsync(ct);
    }

    /// <summary>Goods of the catalogue, by name.</summary>
    public async Task<IReadOnlyList<Choice>> Goods(CancellationToken ct) => await (
        from product in db.KnownProducts.AsNoTracking()
        join name in db.KnownNames on product.ProductId equals name.Id
        orderby name.Name
        select new Choice(product.ProductId, name.Name)).ToListAsync(ct);

    /// <summary>Goods of the catalogue, those first that came to this outlet or were sold there.</summary>
    public async Task<IReadOnlyList<Choice>> GoodsOf(Guid outletId, CancellationToken ct)
    {
        var here = (await db.LedgerEntries.AsNoTracking().Where(e => e.OutletId == outletId).Select(e => e.ProductId).Distinct().ToListAsync(ct)).ToHashSet();
        return [.. (await Goods(ct)).OrderByDescending(g => here.Contains(g.Id))];
    }

    /// <summary>What of the outlet's last confirmed sheets may still be refunded on a sheet of this day, the newest first.</summary>
    public async Task<IReadOnlyList<SoldLeft>> Refundable(Guid outletId, DateOnly day, CancellationToken ct)
    {
        var ids = await (
            from sheet in Seen()
            where sheet.OutletId == outletId && sheet.State == DaySheetState.Confirmed && sheet.Day <= day
            join line in db.DaySheetLines.AsNoTracking() on sheet.Position equals line.SheetPosition
            where line.RefundsLineId == null
            orderby sheet.Day descending, line.Number
            select line.Id).Take(200).ToListAsync(ct);
        var left = await lines.Left(outletId, day, ids, ct);
        return [.. ids.Select(id => left[id]).Where(l => l.Fen > 0)];
    }

    /// <summary>What was sold by phone at outlets on days, less what went back: recognised when the goods were on the day of their sale.</summary>
    public async Task<IReadOnlyDictionary<(Guid Outlet, DateOnly Day), SalesSplit>> Phone(IReadOnlyCollection<Guid> outlets, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var (from, to) = (first.StartInChina(), last.AddDays(1).StartInChina());
        var month = from.MonthInChina().Number;
        var phone = db.LedgerEntries.AsNoTracking().Where(e => e.Channel == Channel.HelpSell && e.SourceType == LedgerSources.RetailLine && outlets.Contains(e.OutletId));
        var rows = await phone.Where(e => e.MonthNumber >= month && e.OccurredAt >= from && e.OccurredAt < to)
            .Select(e => new { e.OutletId, e.ProductId, e.OccurredAt, e.AmountFen, e.SourceLineId, e.OriginalLineId }).ToListAsync(ct);
        var earlier = rows.Where(r => r.SourceLineId != r.OriginalLineId).Select(r => r.OriginalLineId).Distinct().ToList();
        var sold = earlier.Count == 0
            ? []
            : await phone.Where(e => e.Kind == LedgerKind.Sale && earlier.Contains(e.SourceLineId)).ToDictionaryAsync(e => e.SourceLineId, e => e.OccurredAt, ct);
        var products = rows.Select(r => r.ProductId).Distinct().ToList();
        var known = (await db.KnownRecognitions.AsNoTracking().Where(r => products.Contains(r.ProductId)).ToListAsync(ct)).ToLookup(r => r.ProductId);
        return rows.GroupBy(r => (r.OutletId, r.OccurredAt.DayInChina())).ToDictionary(g => g.Key, g =>
        {
            var split = g.ToLookup(r => known[r.ProductId].Any(k => k.HoldsOn(sold.GetValueOrDefault(r.OriginalLineId, r.OccurredAt).DayInChina())), r => r.AmountFen);
            return new SalesSplit(Money.FromFen(split[true].Sum()), Money.FromFen(split[false].Sum()));
        });
    }

    private IQueryable<DaySheet> Seen()
    {
        var visible = actor.UnitsWhere(Capability.DaySheetRead);
        return db.DaySheets.AsNoTracking().Where(s => visible.Contains(s.UnitId));
    }

    private IQueryable<DaySheet> Asked(DaySheetFilter filter)
    {
        var all = Seen();
        if (filter.OutletId is { } outlet)
        {
            all = all.Where(s => s.OutletId == outlet);
        }

        if (filter.Month is { } month)
        {
            var (first, last) = (new DateOnly(month.Year, month.OfYear, 1), new DateOnly(month.Year, month.OfYear, 1).AddMonths(1).AddDays(-1));
            all = all.Where(s => s.Day >= first && s.Day <= last);
        }

        return filter.State is { } state ? all.Where(s => s.State == state) : all;
    }

    private static IQueryable<DaySheet> Newest(IQueryable<DaySheet> all) => all.OrderByDescending(s => s.Day).ThenByDescending(s => s.Position);

    private async Task<IReadOnlyList<DaySheetView>> Views(List<DaySheet> sheets, CancellationToken ct)
    {
        if (sheets.Count == 0)
        {
            return [];
        }

        var ids = sheets.SelectMany(s => (Guid[])[s.OutletId, s.UnitId]).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var phone = await Phone([.. sheets.Select(s => s.OutletId).Distinct()], sheets.Min(s => s.Day), sheets.Max(s => s.Day), ct);
        return
        [
            .. sheets.Select(s => new DaySheetView(s, names.GetValueOrDefault(s.OutletId, ""), names.GetValueOrDefault(s.UnitId, ""), phone.GetValueOrDefault((s.OutletId, s.Day)))),
        ];
    }
}
