using System.Globalization;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.External;

/// <summary>An external purchase as shown.</summary>
/// <param name="Record">As it was recorded.</param>
/// <param name="Unit">Its unit's name.</param>
/// <param name="Village">Its village's name; null for goods of no assisted village.</param>
/// <param name="Resembles">What it resembles, the first found first.</param>
internal sealed record ExternalView(ExternalPurchase Record, string Unit, string? Village, IReadOnlyList<LikenessView> Resembles) : IHaveId
{
    public Guid Id => Record.Id;
}

/// <summary>What a record resembles, as far as the asker may see it: another unit's things have neither number nor amount.</summary>
internal sealed record LikenessView(LikenessOf Of, LikenessRule Rule, DateTimeOffset FoundAt, Guid? OtherId, string? Number, DateOnly? On, Money? Amount);

/// <summary>A page of records.</summary>
/// <param name="Waiting">Those that somebody has to decide on.</param>
/// <param name="Others">All others, the last recorded first.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Counted">What those in the ledger add up to.</param>
/// <param name="More">Before which the next page begins; null at the end.</param>
internal sealed record ExternalList(IReadOnlyList<ExternalView> Waiting, IReadOnlyList<ExternalView> Others, int Count, Money Counted, long? More);

/// <summary>Reads the external purchases of the units that the asker may see.</summary>
internal sealed class ReadExternal(AssistanceDbContext db, Actor actor)
{
    public const int PageSize = 50;

    /// <summary>Most rows of an export.</summary>
    public const int MostExported = 20_000;

    public async Task<ExternalList> Page(ExternalFilter filter, long? before, CancellationToken ct)
    {
        var all = Asked(filter);
        var waiting = all.Where(p => p.State == ExternalState.Held || p.State == ExternalState.Questioned);
        var others = all.Where(p => p.State != ExternalState.Held && p.State != ExternalState.Questioned);
        var first = await waiting.OrderBy(p => p.Position).Take(PageSize).ToListAsync(ct);
        var rest = await others.Where(p => before == null || p.Position < before).OrderByDescending(p => p.Position).Take(PageSize + 1).ToListAsync(ct);
        return new(
            await Views(first, ct), await Views([.. rest.Take(PageSize)], ct), await all.CountAsync(ct), await Counted(all, ct), rest.Count > PageSize ? rest[PageSize - 1].Position : null);
    }

    /// <summary>All records for an export, the first recorded first; null when there are more than an export holds.</summary>
    public async Task<IReadOnlyList<ExternalView>?> All(ExternalFilter filter, CancellationToken ct)
    {
        var rows = await Asked(filter).OrderBy(p => p.Position).Take(MostExported + 1).ToListAsync(ct);
        return rows.Count > MostExported ? null : await Views(rows, ct);
    }

    public async Task<Page<ExternalView>> Connection(ExternalFilter filter, PageRequest page, Cursors cursors, CancellationToken ct)
    {
        var (all, after) = (Asked(filter), page.AfterNumber ?? 0);
        var rows = await all.Where(p => p.Position > after).OrderBy(p => p.Position).Take(page.First + 1).ToListAsync(ct);
        return page.PageOf(await Views(rows, ct), v => v.Record.Position.ToString(CultureInfo.InvariantCulture), cursors, async () => await all.CountAsync(ct));
    }

    public async Task<IReadOnlyDictionary<Guid, ExternalView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(await Seen().Where(p => ids.Contains(p.Id)).ToListAsync(ct), ct)).ToDictionary(v => v.Id);

    /// <summary>The rows of the ledger that stand for records.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<LedgerEntryView>>> Rows(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var visible = actor.UnitsWhere(Capability.AssistanceRead);
        var rows = await db.LedgerEntries.AsNoTracking().Where(e => e.SourceType == LedgerSources.External && ids.Contains(e.SourceLineId) && visible.Contains(e.UnitId))
            .OrderBy(e => e.Sequence).Select(LedgerEntryView.Of).ToListAsync(ct);
        return rows.GroupBy(r => r.SourceLineId).ToDictionary(g => g.Key, IReadOnlyList<LedgerEntryView> (g) => [.. g]);
    }

    /// <summary>Units for which the asker records, by name as organisations list them.</summary>
    public async Task<IReadOnlyList<Choice>> UnitsOf(string capability, CancellationToken ct)
    {
        var mine = actor.UnitsWhere(capability);
        return await (
            from unit in db.KnownUnits.AsNoTracking()
            where mine.Contains(unit.UnitId)
            join name in db.KnownNames on unit.UnitId equals name.Id
            orderby unit.Position
            select new Choice(unit.UnitId, name.Name)).ToListAsync(ct);
    }

    private static async Task<Money> Counted(IQueryable<ExternalPurchase> all, CancellationToken ct) =>
        (await all.Where(p => p.State == ExternalState.Counted || p.State == ExternalState.Questioned).Select(p => p.Amount).ToListAsync(ct)).Sum(a => a);

    private IQueryable<ExternalPurchase> Seen()
    {
        var visible = actor.UnitsWhere(Capability.ExternalRead);
        return db.ExternalPurchases.AsNoTracking().Where(p => visible.Contains(p.UnitId))
            .Include(p => p.Likenesses.OrderBy(l => l.Position)).Include(p => p.Judgements.OrderBy(j => j.Position)).AsSplitQuery();
    }

    private IQueryable<ExternalPurchase> Asked(ExternalFilter filter)
    {
        var all = Seen();
        if (filter.UnitIds is { } units)
        {
            all = all.Where(p => units.Contains(p.UnitId));
        }

        if (filter.Year is { } year)
        {
            var (first, last) = year is >= 1900 and <= 9999 ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : (DateOnly.MaxValue, DateOnly.MinValue);
            all = all.Where(p => p.On >= first && p.On <= last);
        }

        if (filter.State is { } state)
        {
            all = all.Where(p => p.State == state);
        }

        if (filter.Kind is { } kind)
        {
            all = all.Where(p => p.Kind == kind);
        }

        return filter.Text?.Trim() is { Length: > 0 and <= 100 } text
            ? all.Where(p => p.Supplier.Contains(text) || p.Goods.Contains(text) || p.OrderNumber.Contains(text) || p.InvoiceNumber.Contains(text))
            : all;
    }

    private async Task<IReadOnlyList<ExternalView>> Views(List<ExternalPurchase> rows, CancellationToken ct)
    {
        var ids = rows.SelectMany(IEnumerable<Guid> (r) => [r.UnitId, r.VillageId]).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return
        [
            .. rows.Select(r => new ExternalView(
                r, names.GetValueOrDefault(r.UnitId, ""), r.VillageId == Guid.Empty ? null : names.GetValueOrDefault(r.VillageId, ""), [.. r.Likenesses.Select(Shown)])),
        ];
    }

    private LikenessView Shown(ExternalLikeness l) => actor.Can(Capability.ExternalRead, l.OtherUnitId)
        ? new(l.Of, l.Rule, l.FoundAt, l.OtherId, l.Number, l.On, l.Amount)
        : new(l.Of, l.Rule, l.FoundAt, null, null, null, null);
}
