using Commerce.Assistance.Domain;
using Commerce.Contracts.Assistance;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>How rows of the ledger are told to the other modules.</summary>
internal static class LedgerStatements
{
    // All other rows belong to one of these.
    private static readonly LedgerKind[] Beginnings = [LedgerKind.Purchase, LedgerKind.External, LedgerKind.Manual];

    /// <summary>States rows with the names that are known by then. Help-sell is no purchase, so nothing is said of it.</summary>
    public static async Task State(this AssistanceDbContext db, IReadOnlyList<LedgerEntry> entries, CancellationToken ct)
    {
        entries = [.. entries.Where(e => e.Channel != Channel.HelpSell)];
        if (entries.Count == 0)
        {
            return;
        }

        var ids = entries.SelectMany(e => (Guid[])[e.VillageId, e.ProductId]).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        foreach (var fresh in db.KnownNames.Local)
        {
            names[fresh.Id] = fresh.Name;
        }

        var goods = await db.GoodsOf(entries.Where(e => e.SourceType == LedgerSources.External).Select(e => e.SourceLineId), ct);
        var bought = await db.Bought(entries, ct);
        db.Publish(new LedgerRowsRecorded([.. entries.Select(e => Row(e, names, goods, bought.GetValueOrDefault(e.OriginalLineId, (e.OccurredAt, e.OutletId))))]), entries[0].RecordedAt);
    }

    // The rows in hand aren't saved yet; what an earlier document brought in is.
    private static async Task<Dictionary<Guid, (DateTimeOffset At, Guid Outlet)>> Bought(this AssistanceDbContext db, IReadOnlyList<LedgerEntry> entries, CancellationToken ct)
    {
        var earlier = entries.Where(e => !Beginnings.Contains(e.Kind)).Select(e => e.OriginalLineId).Distinct().ToList();
        var bought = earlier.Count == 0
            ? []
            : await db.LedgerEntries.AsNoTracking().Where(e => earlier.Contains(e.SourceLineId) && Beginnings.Contains(e.Kind)).ToDictionaryAsync(e => e.SourceLineId, e => (e.OccurredAt, e.OutletId), ct);
        foreach (var fresh in entries.Where(e => Beginnings.Contains(e.Kind)))
        {
            bought[fresh.SourceLineId] = (fresh.OccurredAt, fresh.OutletId);
        }

        return bought;
    }

    private static LedgerRow Row(LedgerEntry e, Dictionary<Guid, string> names, Dictionary<Guid, string> goods, (DateTimeOffset At, Guid Outlet) bought) => new(
        e.Id, e.Sequence, GraphJson.EnumName(e.Kind), GraphJson.EnumName(e.Purpose), e.UnitId, e.UnitName,
        e.VillageId == Guid.Empty ? null : e.VillageId, names.GetValueOrDefault(e.VillageId), e.ProductId, names.GetValueOrDefault(e.ProductId) ?? goods.GetValueOrDefault(e.SourceLineId, ""),
        new Month(e.MonthNumber).ToString(), e.CrossesYear, Money.FromFen(e.AmountFen).Amount, e.DocumentNumber,
        e.OrderId == Guid.Empty ? null : e.OrderId, e.OccurredAt, e.Sample, GraphJson.EnumName(e.Channel),
        bought.Outlet == Guid.Empty ? null : bought.Outlet, bought.At);

    /// <summary>What external purchases call their goods, by record; also of those that this transaction makes.</summary>
    public static async Task<Dictionary<Guid, string>> GoodsOf(this AssistanceDbContext db, IEnumerable<Guid> records, CancellationToken ct)
    {
        var ids = records.Distinct().ToList();
        var goods = ids.Count == 0 ? [] : await db.ExternalPurchases.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Goods, ct);
        foreach (var fresh in db.ExternalPurchases.Local.Where(p => ids.Contains(p.Id)))
        {
            goods[fresh.Id] = fresh.Goods;
        }

        return goods;
    }
}
