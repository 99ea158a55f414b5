using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Exports;

/// <summary>Reads an export's rows in batches, while the file is being written: the ledger only grows, so a second reading gives the same.</summary>
internal sealed class StreamRows(AssistanceDbContext db, Demonstration demonstration)
{
    /// <summary>How many rows are in memory at a time.</summary>
    public int Batch { get; init; } = 5_000;

    /// <param name="export">What was asked for.</param>
    /// <param name="read">Told after each batch how many rows there are by then.</param>
    /// <param name="ct">Cancellation.</param>
    public IEnumerable<NamedRow> Of(LedgerExport export, Action<int> read, CancellationToken ct)
    {
        var address = LedgerAddress.Read(export.Address, export.RequestedAt.DayInChina().Year);
        var asked = TotalsQuestion.Of(address.Year, [], address.Filter, JsonSerializer.Deserialize<List<Guid>>(export.Units)!, address.KnownOn, address.Since).With(db.RulesNow())
            .In(db.LedgerEntries.AsNoTracking().ThatCount(demonstration)).Where(e => e.Sequence <= export.LastSequence);
        var names = new Dictionary<Guid, string>();
        for (var (after, count) = (0L, 0); ;)
        {
            ct.ThrowIfCancellationRequested();
            var rows = asked.Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(Batch).Select(LedgerEntryView.Of).ToList();
            if (rows.Count == 0)
            {
                yield break;
            }

            var fresh = rows.SelectMany(IEnumerable<Guid> (r) => [r.UnitId, r.ProductId, r.VillageId]).Where(id => id != Guid.Empty && !names.ContainsKey(id)).Distinct().ToList();
            foreach (var name in fresh.Count == 0 ? [] : db.KnownNames.AsNoTracking().Where(n => fresh.Contains(n.Id)).ToList())
            {
                names[name.Id] = name.Name;
            }

            var records = rows.Where(r => r.SourceType == LedgerSources.External).Select(r => r.SourceLineId).Distinct().ToList();
            var goods = records.Count == 0 ? [] : db.ExternalPurchases.AsNoTracking().Where(p => records.Contains(p.Id)).ToDictionary(p => p.Id, p => p.Goods);
            foreach (var row in rows)
            {
                yield return NamedRow.Of(row, names, goods);
            }

            (after, count) = (rows[^1].Sequence, count + rows.Count);
            read(count);
        }
    }
}
