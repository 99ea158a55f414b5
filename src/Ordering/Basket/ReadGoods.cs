using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Basket;

/// <summary>What a buyer looks for.</summary>
/// <param name="Purpose">Bought for this: goods that may not serve it don't show.</param>
/// <param name="Text">A part of a name, specification, producer or village.</param>
/// <param name="VillageId">From this village alone.</param>
/// <param name="VillagesOnly">From assisted villages alone.</param>
/// <param name="Most">So many at once.</param>
internal sealed record GoodsQuestion(PurchasePurpose Purpose, string? Text = null, Guid? VillageId = null, bool VillagesOnly = false, int Most = 40);

/// <summary>Goods that may be ordered now.</summary>
internal sealed record Goods(KnownOffer Offer, UnitPrice Price, Quantity Available, StockState Stock)
{
    /// <summary>The price for half a kilogram, exact, or rounded to the fen where a pack doesn't divide; null when the content isn't a weight.</summary>
    public UnitPrice? PerJin => Per(MeasureUnit.Jin);

    /// <summary>The price for a kilogram, in the same way.</summary>
    public UnitPrice? PerKg => Per(MeasureUnit.Kg);

    private UnitPrice? Per(MeasureUnit unit)
    {
        if (Price.Per.Dimension() == MeasureDimension.Mass)
        {
            return Price.PerUnit(unit);
        }

        return Offer is { NominalUnit: var content, NominalMilli: > 0 } && content.Dimension() == MeasureDimension.Mass && Price.Per == Offer.SoldBy
            ? UnitPrice.Of(Rounding.HalfAwayFromZero(Price.Amount / new Quantity(Offer.NominalMilli, content).In(unit), 2), unit)
            : null;
    }
}

/// <summary>What was found.</summary>
/// <param name="Found">Goods of assisted villages first.</param>
/// <param name="More">There are more than were asked for.</param>
internal sealed record GoodsFound(IReadOnlyList<Goods> Found, bool More);

/// <summary>A village that offers something.</summary>
internal sealed record VillageWithGoods(Guid Id, string Name, int Offers);

/// <summary>What may be ordered now.</summary>
internal sealed class ReadGoods(OrderingDbContext db, TimeProvider clock)
{
    public async Task<GoodsFound> Find(GoodsQuestion question, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var offers = db.Offers.AsNoTracking().OrderableAt(now, question.Purpose);
        if (question.VillageId is { } village)
        {
            offers = offers.Where(o => o.VillageId == village);
        }

        if (question.VillagesOnly)
        {
            offers = offers.Where(o => o.VillageId != null);
        }

        if (question.Text?.Trim() is { Length: > 0 } text)
        {
            offers = offers.Where(o =>
                o.ProductName.Contains(text) || o.Specification.Contains(text) || o.ProducerName.Contains(text) || (o.VillageName != null && o.VillageName.Contains(text)));
        }

        var found = await Priced(offers.Where(o => db.Prices.Any(p => p.OfferId == o.Id && p.ValidFrom <= now)), now)
            .OrderBy(r => r.Offer.VillageId == null).ThenBy(r => r.Offer.ProductName).ThenBy(r => r.Offer.Id)
            .Take(question.Most + 1).ToListAsync(ct);
        return new([.. found.Take(question.Most).Select(Shown)], found.Count > question.Most);
    }

    /// <summary>The same goods again, as they stand now: those that a basket remembers.</summary>
    public async Task<IReadOnlyDictionary<Guid, Goods>> Of(IReadOnlyCollection<Guid> offers, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await Priced(db.Offers.AsNoTracking().Where(o => offers.Contains(o.Id)), now).ToListAsync(ct))
            .Where(r => r.Price is not null && r.Offer.IsValid(now)).ToDictionary(r => r.Offer.Id, Shown);
    }

    /// <summary>The villages that offer something for a purpose, the one with most first.</summary>
    public async Task<IReadOnlyList<VillageWithGoods>> Villages(PurchasePurpose purpose, CancellationToken ct) =>
        [.. (await db.Offers.AsNoTracking().OrderableAt(clock.GetUtcNow(), purpose).Where(o => o.VillageId != null)
                .GroupBy(o => new { o.VillageId, o.VillageName }).Select(g => new { g.Key.VillageId, g.Key.VillageName, Offers = g.Count() }).ToListAsync(ct))
            .OrderByDescending(v => v.Offers).ThenBy(v => v.VillageName, StringComparer.Ordinal)
            .Select(v => new VillageWithGoods(v.VillageId!.Value, v.VillageName ?? "", v.Offers))];

    private IQueryable<Row> Priced(IQueryable<KnownOffer> offers, DateTimeOffset at) => offers.Select(o => new Row
    {
        Offer = o,
        Price = db.Prices.Where(p => p.OfferId == o.Id && p.ValidFrom <= at).OrderByDescending(p => p.ValidFrom).FirstOrDefault(),
        Stock = db.Stocks.FirstOrDefault(s => s.OfferId == o.Id),
    });

    private static Goods Shown(Row row) =>
        new(row.Offer, row.Price!.Price, row.Stock?.Available ?? Quantity.None(row.Offer.SoldBy), row.Stock?.State ?? StockState.Out);

    private sealed class Row
    {
        public required KnownOffer Offer { get; init; }

        public required KnownPrice? Price { get; init; }

        public required Stock? Stock { get; init; }
    }
}
