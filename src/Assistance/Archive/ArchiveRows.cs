using System.Text.Encodings.Web;
using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Archive;

/// <summary>The ledger's rows in an archive: whatever the hash covers, in its order and spelling, then what helps to read it. The reason stays out: it may name people.</summary>
internal sealed class ArchiveRows(AssistanceDbContext db, LedgerSpan span, Action alive)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Numbers = ["sequence", "amountFen", "quantityMilli"];
    private const int Batch = 5_000;

    public void Csv(Stream to) => CsvFile.Write(
        new PaperTable(
            "rows", [.. LedgerChain.ColumnNames.Concat(["hash", "amountYuan", "product", "village"]).Select(c => new PaperColumn(c, 10))],
            All().Select(r => new PaperRow([.. LedgerChain.Columns(r.Row).Select(Cell), r.Row.Hash, Money.FromFen(r.Row.AmountFen), r.Product, r.Village]))),
        to);

    /// <summary>An array with a row on each line.</summary>
    public void JsonLines(Stream to)
    {
        using var text = new StreamWriter(to, new System.Text.UTF8Encoding(false), leaveOpen: true);
        text.Write("[");
        var first = true;
        foreach (var (row, product, village) in All())
        {
            text.Write(first ? "\n" : ",\n");
            first = false;
            var named = LedgerChain.ColumnNames.Zip(LedgerChain.Columns(row)).ToDictionary(c => c.First, c => c.Second ?? "");
            (named["hash"], named["product"], named["village"]) = (row.Hash, product, village);
            text.Write(JsonSerializer.Serialize(named, Json));
        }

        text.Write("\n]\n");
    }

    private static PaperCell Cell(string? text, int place) =>
        Numbers.Contains(LedgerChain.ColumnNames[place]) ? decimal.Parse(text!, System.Globalization.CultureInfo.InvariantCulture) : text;

    private IEnumerable<(LedgerEntry Row, string Product, string Village)> All()
    {
        var names = db.KnownNames.AsNoTracking().ToDictionary(n => n.Id, n => n.Name);
        for (var after = span.First - 1; ;)
        {
            var rows = db.LedgerEntries.AsNoTracking().Where(e => e.Sequence > after && e.Sequence <= span.Last).OrderBy(e => e.Sequence).Take(Batch).ToList();
            if (rows.Count == 0)
            {
                yield break;
            }

            foreach (var row in rows)
            {
                yield return (row, names.GetValueOrDefault(row.ProductId, ""), names.GetValueOrDefault(row.VillageId, ""));
            }

            after = rows[^1].Sequence;
            alive();
        }
    }
}

/// <summary>The part of the chain that a year's archive holds: every row of the year, and those of other years between them.</summary>
/// <param name="First">The first row's number.</param>
/// <param name="Last">The last one's: the ledger's head when the year was closed.</param>
/// <param name="Before">The hash before the first.</param>
/// <param name="Head">The hash of the last.</param>
internal sealed record LedgerSpan(long First, long Last, string Before, string Head)
{
    public static async Task<LedgerSpan> Of(AssistanceDbContext db, YearClosing closing, CancellationToken ct)
    {
        var (from, to) = CommitmentQueries.MonthsOf(closing.Year);
        var before = await db.YearClosings.AsNoTracking().Where(c => c.Year < closing.Year).OrderByDescending(c => c.Year).Select(c => (long?)c.LastSequence).FirstOrDefaultAsync(ct) ?? 0;
        var own = await db.LedgerEntries.AsNoTracking().Where(e => e.MonthNumber >= from && e.MonthNumber <= to).MinAsync(e => (long?)e.Sequence, ct) ?? before + 1;
        var first = Math.Min(before + 1, own);
        return new(
            first, closing.LastSequence,
            await db.LedgerEntries.AsNoTracking().Where(e => e.Sequence == first).Select(e => e.PreviousHash).SingleOrDefaultAsync(ct) ?? closing.LedgerHash, closing.LedgerHash);
    }
}
