using Commerce.Assistance.Counting;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.External;

/// <summary>The ledger's rows of external purchases: one when a record counts, one more when it is taken back. The head is taken before.</summary>
internal sealed class ExternalRows(AssistanceDbContext db, Demonstration demonstration, TimeProvider clock)
{
    /// <summary>Records count in the month of their day, or, when that is closed, in the next open one, which says so.</summary>
    public async Task Count(LedgerHead head, IReadOnlyList<ExternalPurchase> records, CancellationToken ct)
    {
        if (records.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var things = records.SelectMany(IEnumerable<Guid> (r) => [r.UnitId, r.ProductId]).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => things.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var producers = await db.KnownProducts.AsNoTracking().Where(p => things.Contains(p.ProductId)).ToDictionaryAsync(p => p.ProductId, p => p.ProducerId, ct);
        var months = new Dictionary<Month, Month>();
        foreach (var said in records.Select(r => r.On.StartInChina().MonthInChina()).Distinct())
        {
            months[said] = await db.FirstOpen(said, ct);
        }

        var listed = new Dictionary<DateOnly, IReadOnlySet<string>>();
        foreach (var day in records.GroupBy(r => r.On))
        {
            listed[day.Key] = await db.DesignatedOn(day.Key, day.Where(r => r.VillageId == Guid.Empty).Select(r => r.CountyCode), ct);
        }

        var entries = new List<LedgerEntry>();
        foreach (var record in records)
        {
            var at = record.On.StartInChina();
            var month = months[at.MonthInChina()];
            var id = Guid.CreateVersion7(now);
            entries.Add(new()
            {
                Id = id,
                Kind = LedgerKind.External,
                Channel = record.Kind == ExternalKind.Platform832 ? Channel.Platform832 : Channel.Offline,
                Purpose = record.Purpose,
                UnitId = record.UnitId,
                UnitName = names.GetValueOrDefault(record.UnitId, ""),
                VillageId = record.VillageId,
                ProductId = record.ProductId,
                ProducerId = producers.GetValueOrDefault(record.ProductId),
                OutletId = Guid.Empty,
                CountyCode = record.CountyCode,
                MonthNumber = month.Number,
                AdjustsMonthNumber = month == at.MonthInChina() ? 0 : at.MonthInChina().Number,
                Designated = record.VillageId == Guid.Empty && listed[record.On].Contains(record.CountyCode),
                AmountFen = record.Amount.Fen,
                QuantityMilli = 0,
                QuantityUnit = MeasureUnit.Piece,
                SourceType = LedgerSources.External,
                SourceId = record.Id,
                SourceLineId = record.Id,
                OriginalLineId = record.Id,
                EventId = id,
                OrderId = Guid.Empty,
                DocumentNumber = record.Number,
                OccurredAt = at,
                RecordedAt = LedgerEntry.Kept(now),
                Sample = record.Sample,
            });
        }

        await db.AppendAndSay(head, entries, demonstration, now, ct);
    }

    /// <summary>Takes a counted record back, in the month in which it stands or, when that is closed, in the next open one.</summary>
    public async Task TakeBack(LedgerHead head, ExternalPurchase record, string reason, CancellationToken ct)
    {
        var now = LedgerEntry.Kept(clock.GetUtcNow());
        var counted = await db.LedgerEntries.AsNoTracking().SingleAsync(e => e.SourceType == LedgerSources.External && e.SourceLineId == record.Id && e.Kind == LedgerKind.External, ct);
        var month = await db.FirstOpen(new Month(counted.MonthNumber), ct);
        var id = Guid.CreateVersion7(now);
        await db.Append(
            head,
            [
                new()
                {
                    Id = id,
                    Kind = LedgerKind.Reversal,
                    Channel = counted.Channel,
                    Purpose = counted.Purpose,
                    UnitId = counted.UnitId,
                    UnitName = counted.UnitName,
                    VillageId = counted.VillageId,
                    ProductId = counted.ProductId,
                    ProducerId = counted.ProducerId,
                    OutletId = counted.OutletId,
                    CountyCode = counted.CountyCode,
                    MonthNumber = month.Number,

                    // As a return: it is taken back from the month in which it stood; what didn't count towards its year doesn't lower it either.
                    AdjustsMonthNumber = month.Number == counted.MonthNumber || counted.CrossesYear ? counted.AdjustsMonthNumber : counted.MonthNumber,
                    Designated = counted.Designated,
                    AmountFen = -counted.AmountFen,
                    QuantityMilli = 0,
                    QuantityUnit = counted.QuantityUnit,
                    SourceType = LedgerSources.External,
                    SourceId = record.Id,
                    SourceLineId = record.Id,
                    OriginalLineId = record.Id,
                    EventId = id,
                    OrderId = Guid.Empty,
                    DocumentNumber = counted.DocumentNumber,
                    OccurredAt = now,
                    RecordedAt = now,
                    ReversesId = counted.Id,
                    Reason = reason,
                    Sample = counted.Sample,
                },
            ],
            ct);
    }
}
