using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.DaySheets;

/// <summary>A line that a counter sold, or gave money back for, as it enters the ledger.</summary>
internal sealed record SoldLine(
    string SourceType, Guid SourceId, Guid LineId, Guid OriginalLineId, string Number, Guid OutletId, Guid UnitId, Guid ProductId, Guid ProducerId, Guid VillageId, string CountyCode,
    bool OnBehalf, Quantity Quantity, Money Amount, DateTimeOffset At, Guid? EventId, string? Reason, bool Sample);

/// <summary>Help-sell (帮销) in the ledger: the unit that runs the outlet, purpose retail, never a purchase. The head is taken before.</summary>
internal sealed class PostSales(AssistanceDbContext db, TimeProvider clock)
{
    /// <summary>A confirmed day sheet. Ordinary goods that aren't in the catalogue help nobody: they stay on the sheet.</summary>
    public async Task Post(LedgerHead head, DaySheet sheet, CancellationToken ct)
    {
        var products = sheet.Lines.Select(l => l.ProductId).Distinct().ToList();
        var known = await db.KnownProducts.AsNoTracking().Where(p => products.Contains(p.ProductId)).ToDictionaryAsync(p => p.ProductId, ct);
        await Post(
            head,
            [
                .. sheet.Lines.Where(l => l.Counts).OrderBy(l => l.Number).Select(l => new SoldLine(
                    LedgerSources.DaySheetLine, sheet.Id, l.Id, l.RefundsLineId ?? l.Id, sheet.Number, sheet.OutletId, sheet.UnitId, l.ProductId, known[l.ProductId].ProducerId,
                    l.VillageId, known[l.ProductId].CountyCode, l.Stock == GoodsStock.OnBehalf, l.Quantity, l.Amount, sheet.Day.StartInChina(), null, l.Reason, sheet.Sample || known[l.ProductId].Sample)),
            ],
            ct);
    }

    /// <summary>Lines that aren't in the ledger yet.</summary>
    public async Task Post(LedgerHead head, IReadOnlyList<SoldLine> lines, CancellationToken ct)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var units = lines.Select(l => l.UnitId).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => units.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var earlier = lines.Where(l => l.OriginalLineId != l.LineId).Select(l => l.OriginalLineId).Distinct().ToList();
        var source = lines[0].SourceType;
        var sold = await db.LedgerEntries.AsNoTracking().Where(e => e.SourceType == source && e.Kind == LedgerKind.Sale && earlier.Contains(e.SourceLineId)).ToDictionaryAsync(e => e.SourceLineId, ct);
        var said = lines[0].At.MonthInChina();
        var month = await db.FirstOpen(said, ct);
        var listed = await db.DesignatedOn(lines[0].At.DayInChina(), lines.Where(l => l.VillageId == Guid.Empty).Select(l => l.CountyCode), ct);
        var now = clock.GetUtcNow();
        await db.Append(head, [.. lines.Select(l => Entry(l, sold.GetValueOrDefault(l.OriginalLineId), names.GetValueOrDefault(l.UnitId, ""), said, month, listed.Contains(l.CountyCode), now))], ct);
    }

    // What goes back lies in the same totals as what was sold; it says which month it was sold in, and lowers no other year than that one's.
    private static LedgerEntry Entry(SoldLine line, LedgerEntry? sold, string unitName, Month said, Month month, bool listed, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            Kind = line.OriginalLineId == line.LineId ? LedgerKind.Sale : LedgerKind.SaleRefund,
            Channel = Channel.HelpSell,
            Purpose = PurchasePurpose.Retail,
            UnitId = sold?.UnitId ?? line.UnitId,
            UnitName = sold?.UnitName ?? unitName,
            VillageId = sold?.VillageId ?? line.VillageId,
            ProductId = line.ProductId,
            ProducerId = sold?.ProducerId ?? line.ProducerId,
            OutletId = line.OutletId,
            CountyCode = sold?.CountyCode ?? line.CountyCode,
            MonthNumber = month.Number,
            AdjustsMonthNumber = sold is { CrossesYear: true } ? sold.AdjustsMonthNumber : sold is not null && sold.MonthNumber < month.Number ? sold.MonthNumber : month == said ? 0 : said.Number,
            Designated = sold?.Designated ?? (line.VillageId == Guid.Empty && listed),
            OnBehalf = sold?.OnBehalf ?? line.OnBehalf,
            AmountFen = line.Amount.Fen,
            QuantityMilli = line.Quantity.Milli,
            QuantityUnit = line.Quantity.Unit,
            SourceType = line.SourceType,
            SourceId = line.SourceId,
            SourceLineId = line.LineId,
            OriginalLineId = line.OriginalLineId,
            EventId = line.EventId ?? id,
            OrderId = Guid.Empty,
            DocumentNumber = line.Number,
            OccurredAt = LedgerEntry.Kept(line.At),
            RecordedAt = LedgerEntry.Kept(now),
            Reason = line.Reason,
            Sample = sold?.Sample ?? line.Sample,
        };
    }
}
