using System.Globalization;
using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Archive;

/// <summary>Everything of an archive beside the rows. Names of people are masked; on the published sheets they stand as they were signed.</summary>
internal sealed class ArchiveTables(AssistanceDbContext db, ReadTotals totals)
{
    private static readonly TotalsBy[][] Reports = [[TotalsBy.Unit], [TotalsBy.Village], [TotalsBy.Product], [TotalsBy.Month], [TotalsBy.Channel], [TotalsBy.Purpose], [TotalsBy.Unit, TotalsBy.Month]];

    /// <summary>Every closed version of every month, as it was given out, and its head.</summary>
    public async Task Months(ArchiveZip zip, int year, CancellationToken ct)
    {
        var (first, last) = CommitmentQueries.MonthsOf(year);
        var versions = await db.MonthVersions.AsNoTracking().Where(v => v.MonthNumber >= first && v.MonthNumber <= last).OrderBy(v => v.MonthNumber).ThenBy(v => v.Number).ToListAsync(ct);
        var reopened = await db.MonthReopenings.AsNoTracking().ToDictionaryAsync(r => r.VersionId, ct);
        var heads = new List<IReadOnlyList<PaperCell>>();
        foreach (var version in versions)
        {
            var names = JsonSerializer.Deserialize<List<MonthLine>>(version.Lines, StoredLines.Options)!.ToDictionary(l => l.UnitId, l => l.Unit);
            var month = new Month(version.MonthNumber);
            foreach (var file in await db.MonthFiles.AsNoTracking().Where(f => f.VersionId == version.Id).OrderBy(f => f.UnitId).ToListAsync(ct))
            {
                var name = file.UnitId == MonthFile.Whole ? "全部" : Plain(names.GetValueOrDefault(file.UnitId, "")) + "-" + file.UnitId.ToString("N")[..8];
                zip.Add($"months/{month}/v{version.Number}/{name}.xlsx", file.Content);
                if (file.UnitId == MonthFile.Whole)
                {
                    heads.Add(
                    [
                        month.ToString(), (decimal)version.Number, (decimal)version.Entries, version.Total, (decimal)version.Unconfirmed, Masking.Name(version.FirstByName), Masking.Name(version.SecondByName), At(version.ClosedAt),
                        (decimal)version.LastSequence, version.LedgerHash, file.Hash, reopened.TryGetValue(version.Id, out var r) ? At(r.At) : "",
                    ]);
                }
            }
        }

        zip.Table("months/heads.csv", ["month", "version", "rows", "totalYuan", "unconfirmedUnits", "firstBy", "secondBy", "closedAt", "lastSequence", "headHash", "sheetSha256", "reopenedAt"], heads);
    }

    /// <summary>The year's figures as reports show them.</summary>
    public async Task YearReports(ArchiveZip zip, int year, CancellationToken ct)
    {
        var units = await db.LedgerTotals.AsNoTracking().OfYear(year).Select(t => t.UnitId).Distinct().ToListAsync(ct);
        foreach (var by in Reports)
        {
            var rows = await totals.Rows(TotalsQuestion.Of(year, by, null, units), ct);
            var names = await totals.Names(rows, null, ct);
            zip.Table(
                $"reports/by-{string.Join('-', by.Select(b => b.ToString().ToLowerInvariant()))}.csv", [.. by.Select(b => b.ToString().ToLowerInvariant()), "amountYuan", "rows"],
                rows.Select(IReadOnlyList<PaperCell> (r) => [.. by.Select(b => (PaperCell)ReadSheet.Label(b, r.Key, names, true)), r.Amount, (decimal)r.Entries]));
        }
    }

    /// <summary>内部指导数 with all versions.</summary>
    public async Task Guides(ArchiveZip zip, int year, CancellationToken ct)
    {
        var all = await db.Commitments.AsNoTracking().Include(c => c.Versions).Where(c => c.Year == year && c.Scope == CommitmentScope.OwnGuide).OrderBy(c => c.Position).ToListAsync(ct);
        var names = await Names(all.SelectMany(c => new[] { c.UnitId, c.VillageId }), ct);
        zip.Table(
            "guides/guide-figures.csv", ["unit", "village", "purpose", "version", "effectiveFrom", "amountYuan", "note", "by", "at"],
            all.SelectMany(c => c.Versions.OrderBy(v => v.Number).Select(IReadOnlyList<PaperCell> (v) =>
                [names.GetValueOrDefault(c.UnitId, ""), names.GetValueOrDefault(c.VillageId, ""), c.Purpose.ToString(), (decimal)v.Number, Day(v.EffectiveFrom), v.Target, v.Note, Masking.Name(v.ByName), At(v.At)])));
    }

    /// <summary>832 预留份额填报 with all versions and steps.</summary>
    public async Task Filings(ArchiveZip zip, int year, CancellationToken ct)
    {
        var all = await db.ShareFilings.AsNoTracking().Include(f => f.Versions).Include(f => f.Steps).Where(f => f.Year == year).OrderBy(f => f.Position).ToListAsync(ct);
        var names = await Names(all.Select(f => f.UnitId), ct);
        zip.Table(
            "filings/filings.csv", ["unit", "version", "effectiveFrom", "state", "canteen", "representative", "canteenBaseYuan", "unionBaseYuan", "ratioTenThousandths", "shareYuan", "approvedAt"],
            all.SelectMany(f => f.Versions.OrderBy(v => v.Number).Select(IReadOnlyList<PaperCell> (v) =>
                [names.GetValueOrDefault(f.UnitId, ""), (decimal)v.Number, Day(v.EffectiveFrom), v.State.ToString(), v.Canteen.ToString(), v.RepresentativeName, v.CanteenBase, v.UnionBase, (decimal)v.Ratio, v.Total, v.ApprovedAt is { } at ? At(at) : ""])));
        zip.Table(
            "filings/steps.csv", ["unit", "version", "act", "by", "at"],
            all.SelectMany(f => f.Steps.OrderBy(s => s.Place).Select(IReadOnlyList<PaperCell> (s) => [names.GetValueOrDefault(f.UnitId, ""), (decimal)s.Number, s.Act.ToString(), Masking.Name(s.ByName), At(s.At)])));
    }

    /// <summary>外部采购 of the year's days, counted or not.</summary>
    public async Task External(ArchiveZip zip, int year, CancellationToken ct)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var all = await db.ExternalPurchases.AsNoTracking().Where(p => p.On >= from && p.On <= to).OrderBy(p => p.Position).ToListAsync(ct);
        var names = await Names(all.SelectMany(p => new[] { p.UnitId, p.VillageId }), ct);
        zip.Table(
            "external/external-purchases.csv", ["id", "kind", "state", "unit", "supplier", "goods", "village", "countyCode", "purpose", "amountYuan", "on", "number", "invoice", "recordedBy", "recordedAt"],
            all.Select(IReadOnlyList<PaperCell> (p) =>
                [p.Id.ToString("N"), p.Kind.ToString(), p.State.ToString(), names.GetValueOrDefault(p.UnitId, ""), p.Supplier, p.Goods, names.GetValueOrDefault(p.VillageId, ""), p.CountyCode, p.Purpose.ToString(), p.Amount, Day(p.On), p.Number, p.InvoiceNumber, Masking.Name(p.RecordedByName), At(p.RecordedAt)]));
    }

    /// <summary>The numbers of the documents that the year's rows stand for.</summary>
    public async Task Documents(ArchiveZip zip, int year, CancellationToken ct)
    {
        var (first, last) = CommitmentQueries.MonthsOf(year);
        var all = await db.LedgerEntries.AsNoTracking().Where(e => e.MonthNumber >= first && e.MonthNumber <= last && e.DocumentNumber != null)
            .GroupBy(e => new { e.DocumentNumber, e.SourceType, e.MonthNumber })
            .Select(g => new { g.Key.DocumentNumber, g.Key.SourceType, g.Key.MonthNumber, Rows = g.Count(), Fen = g.Sum(e => e.AmountFen) }).ToListAsync(ct);
        zip.Table(
            "documents/documents.csv", ["document", "source", "month", "rows", "amountYuan"],
            all.OrderBy(d => d.DocumentNumber, StringComparer.Ordinal).ThenBy(d => d.MonthNumber).ThenBy(d => d.SourceType, StringComparer.Ordinal)
                .Select(IReadOnlyList<PaperCell> (d) => [d.DocumentNumber, d.SourceType, new Month(d.MonthNumber).ToString(), (decimal)d.Rows, Money.FromFen(d.Fen)]));
    }

    private async Task<Dictionary<Guid, string>> Names(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        return await db.KnownNames.AsNoTracking().Where(n => wanted.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
    }

    private static string Plain(string name) => string.Concat(name.Where(c => !char.IsControl(c) && !"\\/:*?\"<>|.".Contains(c, StringComparison.Ordinal)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
