using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Recognitions;
using Commerce.Assistance.Totals;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Ledger;

/// <summary>A ledger row with the names of its things, as pages and exports show it.</summary>
/// <param name="Entry">The row.</param>
/// <param name="Unit">Its unit's name.</param>
/// <param name="Product">Its product's name.</param>
/// <param name="Village">Its village's name; null for goods of no assisted village.</param>
internal sealed record NamedRow(LedgerEntryView Entry, string Unit, string Product, string? Village)
{
    public static NamedRow Of(LedgerEntryView row, IReadOnlyDictionary<Guid, string> names, IReadOnlyDictionary<Guid, string> goods) => new(
        row, names.GetValueOrDefault(row.UnitId, ""), names.GetValueOrDefault(row.ProductId) ?? goods.GetValueOrDefault(row.SourceLineId, ""), row.VillageId == Guid.Empty ? null : names.GetValueOrDefault(row.VillageId, ""));

    /// <summary>The village, or what kind of county it is.</summary>
    public string Origin(bool chinese) => Village
        ?? (Entry.Channel == Channel.Platform832 ? LedgerWords.Of(GoodsOrigin.Platform832, chinese) : Entry.Designated ? LedgerWords.Of(GoodsOrigin.OtherCounties, chinese) : chinese ? "其他产地" : "Elsewhere");
}

/// <summary>Rows of the ledger for a page: the last first.</summary>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Count">How many rows there are in all.</param>
/// <param name="Sum">What all of them add up to.</param>
/// <param name="More">The sequence before which the next page begins; null when this is the last.</param>
internal sealed record RowsPage(IReadOnlyList<NamedRow> Rows, int Count, Money Sum, long? More);

/// <summary>Reads ledger rows as people look at them.</summary>
internal sealed class ReadRows(AssistanceDbContext db, Actor actor, Demonstration demonstration, ReadRecognition recognition)
{
    public const int PageSize = 100;

    /// <summary>From so many on it may be written in the background.</summary>
    public const int Many = 5_000;

    /// <summary>Most rows of an export that is waited for.</summary>
    public const int MostExported = 50_000;

    public async Task<RowsPage> Page(LedgerAddress address, long? before, CancellationToken ct)
    {
        var question = await Question(address, ct);
        var all = question.In(db.LedgerEntries.AsNoTracking().ThatCount(demonstration));

        // The rollup knows how many there are; what was known on a day can be told from the rows alone.
        var sums = address.KnownOn is null
            ? await question.In(db.LedgerTotals.AsNoTracking().ThatCount(demonstration)).GroupBy(t => 1).Select(g => new { Count = g.Sum(t => t.Rows), Fen = g.Sum(t => t.AmountFen) }).SingleOrDefaultAsync(ct)
            : await all.GroupBy(e => 1).Select(g => new { Count = g.Count(), Fen = g.Sum(e => e.AmountFen) }).SingleOrDefaultAsync(ct);
        var rows = await all.Where(e => before == null || e.Sequence < before).OrderByDescending(e => e.Sequence).Take(PageSize + 1).Select(LedgerEntryView.Of).ToListAsync(ct);
        return new(
            await Named(rows.Take(PageSize), ct), sums?.Count ?? 0, Money.FromFen(sums?.Fen ?? 0), rows.Count > PageSize ? rows[PageSize - 1].Sequence : null);
    }

    /// <summary>All rows for an export, the first first; null when there are more than an export holds.</summary>
    public async Task<IReadOnlyList<NamedRow>?> All(LedgerAddress address, CancellationToken ct)
    {
        var rows = await (await Of(address, ct)).OrderBy(e => e.Sequence).Take(MostExported + 1).Select(LedgerEntryView.Of).ToListAsync(ct);
        return rows.Count > MostExported ? null : await Named(rows, ct);
    }

    /// <summary>The rows with these numbers, in no order.</summary>
    public async Task<IReadOnlyList<NamedRow>> Numbered(IReadOnlyCollection<long> sequences, CancellationToken ct)
    {
        var visible = actor.UnitsWhere(Capability.AssistanceRead);
        return await Named(await db.LedgerEntries.AsNoTracking().Where(e => sequences.Contains(e.Sequence) && visible.Contains(e.UnitId)).Select(LedgerEntryView.Of).ToListAsync(ct), ct);
    }

    /// <summary>One row with all that puts it right, or that it puts right; null when it isn't the asker's to see.</summary>
    public async Task<RowStory?> Story(Guid id, CancellationToken ct)
    {
        var visible = actor.UnitsWhere(Capability.AssistanceRead);
        if (await db.LedgerEntries.AsNoTracking().Where(e => e.Id == id && visible.Contains(e.UnitId)).Select(LedgerEntryView.Of).SingleOrDefaultAsync(ct) is not { } row)
        {
            return null;
        }

        var line = row.OriginalLineId;
        var family = await db.LedgerEntries.AsNoTracking().Where(e => e.OriginalLineId == line && visible.Contains(e.UnitId)).OrderBy(e => e.Sequence)
            .Select(LedgerEntryView.Of).ToListAsync(ct);
        var named = await Named(family.Where(e => e.Id != id).Prepend(row), ct);
        return new(named[0], [.. named.Skip(1)], (await recognition.Of([row], ct)).GetValueOrDefault(row));
    }

    private async Task<TotalsQuestion> Question(LedgerAddress address, CancellationToken ct) => TotalsQuestion
        .Of(address.Year, [], address.Filter, actor.UnitsWhere(Capability.AssistanceRead), address.KnownOn, address.Since).With(await db.Rules(ct));

    private async Task<IQueryable<LedgerEntry>> Of(LedgerAddress address, CancellationToken ct) => (await Question(address, ct)).In(db.LedgerEntries.AsNoTracking().ThatCount(demonstration));

    private async Task<IReadOnlyList<NamedRow>> Named(IEnumerable<LedgerEntryView> entries, CancellationToken ct)
    {
        var rows = entries.ToList();
        var ids = rows.SelectMany(IEnumerable<Guid> (r) => [r.UnitId, r.ProductId, r.VillageId]).Where(id => id != Guid.Empty).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var goods = await db.GoodsOf(rows.Where(r => r.SourceType == LedgerSources.External).Select(r => r.SourceLineId), ct);
        return [.. rows.Select(r => NamedRow.Of(r, names, goods))];
    }
}

/// <summary>A row with its family.</summary>
/// <param name="Row">The row.</param>
/// <param name="Others">The purchase behind it, and what else corrected or took back of the same goods.</param>
/// <param name="Recognised">The goods were recognised when they were accepted; null for a typed row.</param>
internal sealed record RowStory(NamedRow Row, IReadOnlyList<NamedRow> Others, bool? Recognised);
