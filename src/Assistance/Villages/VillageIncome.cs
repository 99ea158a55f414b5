using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Villages;

/// <summary>村级收入: what came of a village's goods. The same goods are never income twice: what an outlet had bought first is sold on without being counted again.</summary>
/// <param name="VillageId">The village.</param>
/// <param name="Village">Its name.</param>
/// <param name="Month">The month; null for the whole period.</param>
/// <param name="Direct">直接购买: units bought from the village.</param>
/// <param name="External">832 and on paper: bought elsewhere from the village.</param>
/// <param name="Stock">销售点进货: outlets bought from the village to sell on.</param>
/// <param name="OnBehalf">代销: outlets sold on behalf of the village.</param>
/// <param name="Resale">转售: units bought at outlets what these had bought first.</param>
/// <param name="OwnStock">经销: outlets sold to travellers what they had bought first.</param>
internal sealed record VillageIncome(
    Guid VillageId, string Village, Month? Month, Money Direct, Money External, Money Stock, Money OnBehalf, Money Resale, Money OwnStock)
{
    /// <summary>合计: all that was bought and sold.</summary>
    public Money Gross => Direct + External + Stock + OnBehalf + Resale + OwnStock;

    /// <summary>内部抵销: sold on by an outlet, whose own purchase counted already.</summary>
    public Money Eliminated => Resale + OwnStock;

    /// <summary>村级一手收入.</summary>
    public Money FirstHand => Gross - Eliminated;

    public static VillageIncome SumOf(string name, IReadOnlyCollection<VillageIncome> rows) => new(
        Guid.Empty, name, null, rows.Sum(r => r.Direct), rows.Sum(r => r.External), rows.Sum(r => r.Stock), rows.Sum(r => r.OnBehalf), rows.Sum(r => r.Resale), rows.Sum(r => r.OwnStock));
}

/// <summary>Reads what villages earned, from the rows of the units that the asker may see.</summary>
internal sealed class ReadVillages(AssistanceDbContext db, Actor actor, Demonstration demonstration)
{
    /// <param name="year">Calendar year. What puts an earlier year right (跨年调整) isn't in it.</param>
    /// <param name="month">One month; null for the year.</param>
    /// <param name="byMonth">A row per village and month.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<IReadOnlyList<VillageIncome>> Read(int year, Month? month, bool byMonth, CancellationToken ct)
    {
        var (from, to) = month is { } one ? (one.Number, one.Number) : CommitmentQueries.MonthsOf(year);
        var visible = actor.UnitsWhere(Capability.AssistanceRead);
        var bought = await db.LedgerTotals.AsNoTracking().OfTheYearItself().ThatCount(demonstration)
            .Where(t => t.MonthNumber >= from && t.MonthNumber <= to && t.VillageId != Guid.Empty && t.Channel != Channel.HelpSell && visible.Contains(t.UnitId))
            .GroupBy(t => new { t.VillageId, t.MonthNumber, t.Channel, t.Purpose })
            .Select(g => new { g.Key.VillageId, g.Key.MonthNumber, g.Key.Channel, g.Key.Purpose, Fen = g.Sum(t => t.AmountFen) })
            .ToListAsync(ct);

        // Whose stock it was stands in the rows alone.
        var sold = await db.LedgerEntries.AsNoTracking().ThatCount(demonstration)
            .Where(e => e.Channel == Channel.HelpSell && e.MonthNumber >= from && e.MonthNumber <= to && e.VillageId != Guid.Empty && visible.Contains(e.UnitId)
                && (e.AdjustsMonthNumber == 0 || e.AdjustsMonthNumber / 100 == e.MonthNumber / 100))
            .GroupBy(e => new { e.VillageId, e.MonthNumber, e.OnBehalf })
            .Select(g => new { g.Key.VillageId, g.Key.MonthNumber, g.Key.OnBehalf, Fen = g.Sum(e => e.AmountFen) })
            .ToListAsync(ct);
        var parts = bought.Select(b => (Key: (b.VillageId, Month: byMonth ? b.MonthNumber : 0), What: What(b.Channel, b.Purpose), b.Fen))
            .Concat(sold.Select(s => (Key: (s.VillageId, Month: byMonth ? s.MonthNumber : 0), What: s.OnBehalf ? Part.OnBehalf : Part.OwnStock, s.Fen)))
            .GroupBy(p => p.Key).ToList();
        var ids = parts.Select(p => p.Key.VillageId).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return
        [
            .. parts.Select(p =>
            {
                var sums = p.ToLookup(x => x.What, x => x.Fen);
                return new VillageIncome(
                    p.Key.VillageId, names.GetValueOrDefault(p.Key.VillageId, "?"), p.Key.Month == 0 ? null : new Month(p.Key.Month),
                    Of(Part.Direct), Of(Part.External), Of(Part.Stock), Of(Part.OnBehalf), Of(Part.Resale), Of(Part.OwnStock));

                Money Of(Part what) => Money.FromFen(sums[what].Sum());
            }).OrderBy(r => r.Village, StringComparer.Ordinal).ThenBy(r => r.Month?.Number),
        ];
    }

    private static Part What(Channel channel, PurchasePurpose purpose) => channel switch
    {
        Channel.Platform832 or Channel.Offline => Part.External,
        Channel.Resale => Part.Resale,
        Channel.Direct => purpose == PurchasePurpose.OutletTrade ? Part.Stock : Part.Direct,
        Channel.HelpSell => throw new InvalidOperationException("Help-sell is read from its rows."),
    };

    private enum Part
    {
        Direct,
        External,
        Stock,
        OnBehalf,
        Resale,
        OwnStock,
    }
}
