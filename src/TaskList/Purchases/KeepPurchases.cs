using Commerce.Contracts.Assistance;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Purchases;

/// <summary>Keeps the ledger's rows of goods from villages, each once for ever: what measure 47 is reckoned from.</summary>
internal sealed class KeepPurchases(TaskListDbContext db) : IHandle<LedgerRowsRecorded>
{
    public async Task<Taken> Handle(LedgerRowsRecorded fact, EventContext context, CancellationToken ct)
    {
        var rows = fact.Rows.Where(r => r.VillageId is not null).DistinctBy(r => r.EntryId).ToList();
        Guid[] ids = [.. rows.Select(r => r.EntryId)];
        var known = await db.VillagePurchases.Where(p => ids.Contains(p.EntryId)).Select(p => p.EntryId).ToListAsync(ct);
        db.VillagePurchases.AddRange(rows.Where(r => !known.Contains(r.EntryId)).Select(r => new VillagePurchase
        {
            EntryId = r.EntryId,
            Sequence = r.Sequence,
            UnitId = r.UnitId,
            UnitName = r.UnitName,
            VillageId = r.VillageId!.Value,
            VillageName = r.VillageName ?? "",
            ProductId = r.ProductId,
            ProductName = r.ProductName,
            Purpose = r.Purpose,
            Channel = r.Channel ?? "",
            Year = int.Parse(r.Month.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture),
            Month = r.Month,
            CrossesYear = r.CrossesYear,
            On = r.OccurredAt.DayInChina(),
            BoughtOn = r.BoughtAt?.DayInChina(),
            OutletId = r.OutletId,
            Amount = Money.Of(r.Amount),
            Number = r.Number,
            Sample = r.Sample,
        }));
        return Taken.Done;
    }
}
