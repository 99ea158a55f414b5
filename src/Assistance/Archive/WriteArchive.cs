using System.Globalization;
using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Totals;
using Commerce.Platform.Documents;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Archive;

/// <summary>年度归档包: everything of a closed year in one package that is readable and can be proved without this program.</summary>
internal sealed class WriteArchive(AssistanceDbContext db, ReadTotals totals)
{
    /// <param name="export">Whose address names the year.</param>
    /// <param name="file">Where to.</param>
    /// <param name="alive">Told now and then that it goes on.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task Write(LedgerExport export, Stream file, Action alive, CancellationToken ct)
    {
        var year = int.Parse(export.Address, CultureInfo.InvariantCulture);
        var closing = await db.YearClosings.AsNoTracking().SingleAsync(c => c.Year == year, ct);
        var span = await LedgerSpan.Of(db, closing, ct);
        var rows = new ArchiveRows(db, span, () =>
        {
            ct.ThrowIfCancellationRequested();
            alive();
        });
        var tables = new ArchiveTables(db, totals);
        using var zip = new ArchiveZip(file);
        zip.Text("README.txt", ArchiveReadme.Of(closing, span));
        zip.Add($"year/{year}.xlsx", closing.File);
        zip.Text("ledger/head.json", JsonSerializer.Serialize(new { firstSequence = span.First, lastSequence = span.Last, previousHash = span.Before, headHash = span.Head }));
        zip.Add("ledger/rows.csv", rows.Csv);
        zip.Add("ledger/rows.json", rows.JsonLines);
        foreach (var write in new[] { tables.Months, tables.YearReports, tables.Guides, tables.Filings, tables.External, tables.Documents })
        {
            await write(zip, year, ct);
            alive();
        }

        zip.List();
    }
}
