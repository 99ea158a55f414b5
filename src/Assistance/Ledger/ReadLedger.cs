using System.Globalization;
using System.Linq.Expressions;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Totals;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Ledger;

/// <summary>A ledger row as shown.</summary>
internal sealed record LedgerEntryView(
    long Sequence, Guid Id, LedgerKind Kind, Channel Channel, PurchasePurpose Purpose, Guid UnitId, Guid VillageId, Guid ProductId, int MonthNumber,
    long AmountFen, long QuantityMilli, MeasureUnit QuantityUnit, string SourceType, Guid SourceLineId, Guid EventId, Guid OrderId, Guid? AcceptanceId,
    string? DocumentNumber, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, Guid? ReversesId, string? Reason, bool Sample, string Hash,
    int AdjustsMonthNumber, bool Designated, Guid OriginalLineId, Guid SourceId) : IHaveId
{
    public Month? AdjustsMonth => AdjustsMonthNumber == 0 ? null : new Month(AdjustsMonthNumber);

    public Month? ForwardFrom => SourceType != LedgerSources.Manual && Kind != LedgerKind.Reversal && OccurredAt.MonthInChina() is var said && said != Month ? said : null;

    public Month Month => new(MonthNumber);

    public Money Amount => Money.FromFen(AmountFen);

    public Quantity Quantity => new(QuantityMilli, QuantityUnit);

    public LedgerSourceView Source => new(SourceType, SourceType == LedgerSources.Move ? SourceId : SourceLineId, EventId, AcceptanceId, OrderId == Guid.Empty ? null : OrderId, DocumentNumber);

    public static LedgerEntryView From(LedgerEntry entry) => Compiled(entry);

    public static readonly Expression<Func<LedgerEntry, LedgerEntryView>> Of = e => new(
        e.Sequence, e.Id, e.Kind, e.Channel, e.Purpose, e.UnitId, e.VillageId, e.ProductId, e.MonthNumber,
        e.AmountFen, e.QuantityMilli, e.QuantityUnit, e.SourceType, e.SourceLineId, e.EventId, e.OrderId, e.AcceptanceId,
        e.DocumentNumber, e.OccurredAt, e.RecordedAt, e.ReversesId, e.Reason, e.Sample, e.Hash,
        e.AdjustsMonthNumber, e.Designated, e.OriginalLineId, e.SourceId);

    private static readonly Func<LedgerEntry, LedgerEntryView> Compiled = Of.Compile();
}

/// <summary>Where a row comes from, as shown.</summary>
internal sealed record LedgerSourceView(string Type, Guid LineId, Guid EventId, Guid? AcceptanceId, Guid? OrderId, string? Number);

/// <summary>Reads the ledger rows of the units that the asker may see.</summary>
internal sealed class ReadLedger(AssistanceDbContext db, Actor actor)
{
    public async Task<Page<LedgerEntryView>> Page(TotalsQuestion question, PageRequest page, Cursors cursors, CancellationToken ct)
    {
        var all = question.In(db.LedgerEntries.AsNoTracking());
        var after = page.AfterNumber ?? 0;
        var rows = await all.Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(page.First + 1).Select(LedgerEntryView.Of).ToListAsync(ct);
        return page.PageOf(rows, r => r.Sequence.ToString(CultureInfo.InvariantCulture), cursors, async () => await all.CountAsync(ct));
    }

    public async Task<IReadOnlyDictionary<Guid, LedgerEntryView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Seen().Where(e => ids.Contains(e.Id)).Select(LedgerEntryView.Of).ToDictionaryAsync(e => e.Id, ct);

    /// <summary>What acceptances brought into the ledger: purchases, corrections, returns of their goods.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<LedgerEntryView>>> OfAcceptances(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Select(id => (Guid?)id).ToList();
        var rows = await Seen().Where(e => wanted.Contains(e.AcceptanceId)).OrderBy(e => e.Sequence).Select(LedgerEntryView.Of).ToListAsync(ct);
        return rows.GroupBy(r => r.AcceptanceId!.Value).ToDictionary(g => g.Key, IReadOnlyList<LedgerEntryView> (g) => [.. g]);
    }

    /// <summary>The purchases that returns and corrections put right, by the rows that do.</summary>
    public async Task<IReadOnlyDictionary<Guid, LedgerEntryView>> Originals(IReadOnlyCollection<Guid> ids, CancellationToken ct) => await (
        from entry in db.LedgerEntries.AsNoTracking()
        where ids.Contains(entry.Id) && entry.SourceLineId != entry.OriginalLineId
        join original in Seen() on new { entry.OriginalLineId, Kind = LedgerKind.Purchase } equals new { OriginalLineId = original.SourceLineId, original.Kind }
        select new { entry.Id, original }).ToDictionaryAsync(p => p.Id, p => LedgerEntryView.From(p.original), ct);

    private IQueryable<LedgerEntry> Seen()
    {
        var visible = actor.UnitsWhere(Capability.AssistanceRead);
        return db.LedgerEntries.AsNoTracking().Where(e => visible.Contains(e.UnitId));
    }
}
