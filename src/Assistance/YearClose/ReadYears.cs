using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Exports;
using Commerce.Assistance.Months;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.YearClose;

/// <summary>A year as shown: how far it is, its table, what is open in it and what came later. Of a closed year the lines are those that were closed.</summary>
/// <param name="Entries">How many ledger rows it has, of all units.</param>
/// <param name="Lines">A line per unit that the asker may see.</param>
/// <param name="Checks">What is open; of a closed year nothing.</param>
/// <param name="Late">跨年调整 that came for this year in later ones.</param>
internal sealed record YearView(
    Guid Id, int Year, MonthState State, string? FirstBy, DateTimeOffset? FirstAt, bool FirstStillHolds, int Entries,
    IReadOnlyList<YearLine> Lines, IReadOnlyList<YearCheck> Checks, IReadOnlyList<YearLate> Late, YearClosingView? Closing) : IHaveId;

/// <summary>Who closed a year, when, and the ledger's head.</summary>
/// <param name="Archive">How far the archive is; null to those who don't read the whole department.</param>
internal sealed record YearClosingView(
    string FirstBy, DateTimeOffset FirstAt, string SecondBy, DateTimeOffset ClosedAt, long LastSequence, string LedgerHash, string FileHash, string Warnings, ExportState? Archive, int ArchivePercent)
{
    public bool MayFetchArchive => Archive == ExportState.Done;
}

/// <summary>What came for a year after it.</summary>
/// <param name="Month">The later month in which it stands.</param>
/// <param name="ForMonth">The month that it puts right.</param>
internal sealed record YearLate(Guid UnitId, string Unit, Month Month, Month ForMonth, Money Amount, int Entries);

/// <summary>Reads years and gives out their tables and archives.</summary>
internal sealed class ReadYears(AssistanceDbContext db, Actor actor, Demonstration demonstration)
{
    private IReadOnlyCollection<Guid> Visible => actor.UnitsWhere(Capability.AssistanceRead);

    public async Task<IReadOnlyDictionary<Guid, YearView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var found = new Dictionary<Guid, YearView>();
        foreach (var id in Visible.Count == 0 ? [] : ids)
        {
            if (YearId.Read(id) is { } year)
            {
                found[id] = await Read(year, ct);
            }
        }

        return found;
    }

    public async Task<YearView> Read(int year, CancellationToken ct)
    {
        var state = await db.Years.AsNoTracking().SingleOrDefaultAsync(y => y.Year == year, ct);
        var closing = await db.YearClosings.AsNoTracking().Where(c => c.Year == year).Select(c => new { c.FirstByName, c.FirstAt, c.SecondByName, c.ClosedAt, c.LastSequence, c.LedgerHash, c.FileHash, c.Warnings, c.Lines }).SingleOrDefaultAsync(ct);
        var entries = await db.LedgerTotals.AsNoTracking().OfYear(year).SumAsync(t => t.Rows, ct);
        var archive = closing is null || !await db.CoversAll(actor, Capability.AssistanceRead, ct) ? null : await Archive(year).FirstOrDefaultAsync(ct);

        // What is open in the department is no business of a single unit's.
        var checks = closing is null && year >= 2000 && await db.CoversAll(actor, Capability.AssistanceRead, ct) ? await db.OpenIn(year, ct) : [];
        return new(
            YearId.Of(year), year, state?.State ?? MonthState.Open, state?.State == MonthState.Signed ? state.FirstByName : null, state?.State == MonthState.Signed ? state.FirstAt : null,
            state?.FirstEntries == entries, entries, closing is null ? await db.YearLinesOf(year, Visible, demonstration, ct) : Seen(closing.Lines), checks, await Late(year, ct),
            closing is null ? null : new(
                closing.FirstByName, closing.FirstAt, closing.SecondByName, closing.ClosedAt, closing.LastSequence, closing.LedgerHash, closing.FileHash, closing.Warnings, archive?.State, archive?.Percent ?? 0));
    }

    /// <summary>The published table; null when the year isn't closed, or nothing in it is the asker's to see. Whole as it was kept, of some units the same lines laid out anew.</summary>
    public async Task<NamedFile?> File(int year, CancellationToken ct)
    {
        if (await db.YearClosings.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, ct) is not { } closing || Seen(closing.Lines) is not { Count: > 0 } lines)
        {
            return null;
        }

        var whole = await db.CoversAll(actor, Capability.AssistanceRead, ct);
        return new(
            $"{year}年消费帮扶采购统计表{(lines.Count == 1 ? "-" + lines[0].Unit : "")}.xlsx", XlsxFile.MediaType,
            whole ? closing.File : XlsxFile.Of(YearPaper.Closed(closing, lines, string.Join("、", lines.Select(l => l.Unit)))));
    }

    /// <summary>The archive, for whoever reads the whole department's ledger; to others it doesn't exist.</summary>
    public async Task<ExportedFile?> ArchiveFile(int year, CancellationToken ct) =>
        await db.CoversAll(actor, Capability.AssistanceRead, ct) && await Archive(year).FirstOrDefaultAsync(e => e.State == ExportState.Done, ct) is { } done
            ? new(done.Id, done.Attempt, $"{year}年消费帮扶台账归档包.zip", "application/zip", done.Length)
            : null;

    private IQueryable<LedgerExport> Archive(int year)
    {
        var address = $"{year}";
        return db.LedgerExports.AsNoTracking().Where(e => e.Of == ExportOf.YearArchive && e.Address == address).OrderByDescending(e => e.Id);
    }

    private async Task<IReadOnlyList<YearLate>> Late(int year, CancellationToken ct)
    {
        var ((first, last), visible) = (CommitmentQueries.MonthsOf(year), Visible);
        var late = await db.LedgerTotals.AsNoTracking().ThatCount(demonstration)
            .Where(t => t.AdjustsMonthNumber >= first && t.AdjustsMonthNumber <= last && t.MonthNumber > last && visible.Contains(t.UnitId))
            .GroupBy(t => new { t.UnitId, t.MonthNumber, t.AdjustsMonthNumber })
            .Select(g => new { g.Key, Fen = g.Sum(t => t.AmountFen), Rows = g.Sum(t => t.Rows) }).ToListAsync(ct);
        var ids = late.Select(l => l.Key.UnitId).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return
        [
            .. late.OrderBy(l => l.Key.MonthNumber).ThenBy(l => l.Key.AdjustsMonthNumber).ThenBy(l => names.GetValueOrDefault(l.Key.UnitId, ""), StringComparer.Ordinal)
                .Select(l => new YearLate(l.Key.UnitId, names.GetValueOrDefault(l.Key.UnitId, ""), new(l.Key.MonthNumber), new(l.Key.AdjustsMonthNumber), Money.FromFen(l.Fen), l.Rows)),
        ];
    }

    private List<YearLine> Seen(string stored)
    {
        var visible = Visible;
        return [.. JsonSerializer.Deserialize<List<YearLine>>(stored, StoredLines.Options)!.Where(l => visible.Contains(l.UnitId))];
    }
}
