using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Basket;

/// <summary>What a buyer looks for.</summary>
/// <param name="Purpose">Bought for this: goods that may not serve it don't show.</param>
/// <param name="Text">Words of the goods, as the catalogue finds them.</param>
/// <param name="VillageId">From this village alone.</param>
/// <param name="VillagesOnly">From assisted villages alone.</param>
/// <param name="Most">So many at once.</param>
/// <param name="WindowId">Goods of this window alone, at its prices.</param>
internal sealed record GoodsQuestion(
    PurchasePurpose Purpose, string? Text = null, Guid? VillageId = null, bool VillagesOnly = false, int Most = 40, Guid? WindowId = null);

/// <summary>Goods that may be ordered now.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Price">Today's price.</param>
/// <param name="Available">On hand less what is held.</param>
/// <param name="Stock">How much that is.</param>
/// <param name="Supplier">Who confirms and dispatches.</param>
internal sealed record Goods(KnownOffer Offer, UnitPrice Price, Quantity Available, StockState Stock, string Supplier)
{
    /// <summary>The same goods are on offer at so many other places, too.</summary>
    public int Elsewhere { get; init; }

    /// <summary>认定 today; else 普通.</summary>
    public bool Recognised { get; init; }

    /// <summary>The price for half a kilogram.</summary>
    public UnitPrice? PerJin => Offer.PricePer(MeasureUnit.Jin, Price);

    /// <summary>The price for a kilogram.</summary>
    public UnitPrice? PerKg => Offer.PricePer(MeasureUnit.Kg, Price);
}

/// <summary>What was found.</summary>
/// <param name="Found">The nearest to the text first, else goods of assisted villages.</param>
/// <param name="More">There are more than were asked for.</param>
internal sealed record GoodsFound(IReadOnlyList<Goods> Found, bool More);

/// <summary>A village that offers something.</summary>
internal sealed record VillageWithGoods(Guid Id, string Name, int Offers);

/// <summary>What may be ordered now.</summary>
internal sealed class ReadGoods(OrderingDbContext db, IFindGoods finder, TimeProvider clock)
{
    // So many products in one question: databases bound a list's length.
    private const int AtATime = 500;

    // So many places offer the same goods at most, as a rule; more only make the list shorter.
    private const int PerKind = 8;

    public async Task<GoodsFound> Find(GoodsQuestion question, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var offers = db.OrderableAt(now, question.Purpose);
        if (question.VillageId is { } village)
        {
            offers = offers.Where(o => o.VillageId == village);
        }

        if (question.VillagesOnly)
        {
            offers = offers.Where(o => o.VillageId != null);
        }

        if (question.WindowId is { } window)
        {
            offers = offers.Where(o => db.WindowGoods.Any(g => g.WindowId == window && g.OfferId == o.Id));
        }

        offers = offers.Where(o => db.Prices.Any(p => p.OfferId == o.Id && p.ValidFrom <= now));
        var most = PerKind * question.Most;
        var found = question.Text?.Trim() is { Length: > 0 } text
            ? await Nearest(offers, text, most, now, ct)
            : await Priced(offers, now).OrderBy(r => r.Offer.VillageId == null).ThenBy(r => r.Offer.ProductName).ThenBy(r => r.Offer.Id).Take(most).ToListAsync(ct);
        var kinds = OnePerKind(found.Select(Shown));
        return new(await Told(await InWindow([.. kinds.Take(question.Most)], question.WindowId, ct), now, ct), kinds.Count > question.Most || found.Count == most);
    }

    /// <summary>The same goods again, as they stand now: those that a basket remembers, or that an order had.</summary>
    public async Task<IReadOnlyDictionary<Guid, Goods>> Of(IReadOnlyCollection<Guid> offers, Guid? windowId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = (await Priced(db.Offers.AsNoTracking().Where(o => offers.Contains(o.Id)), now).ToListAsync(ct)).Where(r => r.Price is not null && r.Offer.IsValid(now));
        return (await Told(await InWindow([.. known.Select(Shown)], windowId, ct), now, ct)).ToDictionary(g => g.Offer.Id);
    }

    /// <summary>The villages that offer something for a purpose, the one with most first.</summary>
    public async Task<IReadOnlyList<VillageWithGoods>> Villages(PurchasePurpose purpose, CancellationToken ct) =>
        [.. (await db.OrderableAt(clock.GetUtcNow(), purpose).Where(o => o.VillageId != null)
                .GroupBy(o => new { o.VillageId, o.VillageName }).Select(g => new { g.Key.VillageId, g.Key.VillageName, Offers = g.Count() }).ToListAsync(ct))
            .OrderByDescending(v => v.Offers).ThenBy(v => v.VillageName, StringComparer.Ordinal)
            .Select(v => new VillageWithGoods(v.VillageId!.Value, v.VillageName ?? "", v.Offers))];

    /// <summary>Of the same goods the offer that has some, is meant for such buyers, and costs least: a row for each place would be the same row many times.</summary>
    private static List<Goods> OnePerKind(IEnumerable<Goods> goods) =>
        [.. goods.GroupBy(g => (g.Offer.VariantId, g.Offer.ProducerId, g.Offer.SupplyUnitId)).Select(kind => kind
            .OrderBy(g => g.Stock == StockState.Out).ThenBy(g => g.Offer.BuyerGroup == BuyerGroup.Public).ThenBy(g => g.Price.Amount).ThenByDescending(g => g.Available.Milli)
            .First() with
        { Elsewhere = kind.Count() - 1 })];

    private async Task<IReadOnlyList<Goods>> InWindow(IReadOnlyList<Goods> goods, Guid? windowId, CancellationToken ct)
    {
        if (windowId is null)
        {
            return goods;
        }

        var terms = await db.TermsAt([.. goods.Select(g => g.Offer.Id)], windowId, clock.GetUtcNow(), ct);
        return [.. goods.Where(g => terms.ContainsKey(g.Offer.Id)).Select(g => g with { Price = terms[g.Offer.Id].Price!.Value })];
    }

    private async Task<IReadOnlyList<Goods>> Told(IReadOnlyList<Goods> goods, DateTimeOffset at, CancellationToken ct)
    {
        var recognised = await db.RecognisedOn([.. goods.Select(g => g.Offer.ProductId).Distinct()], at.DayInChina(), ct);
        return [.. goods.Select(g => g with { Recognised = recognised.Contains(g.Offer.ProductId) })];
    }

    /// <summary>Those of the products that the text finds, the nearest first.</summary>
    private async Task<List<Row>> Nearest(IQueryable<KnownOffer> offers, string text, int most, DateTimeOffset now, CancellationToken ct)
    {
        List<Row> found = [];
        foreach (var products in (await finder.Find(text, ct)).Chunk(AtATime))
        {
            var rows = await Priced(offers.Where(o => products.Contains(o.ProductId)), now).ToListAsync(ct);
            found.AddRange(rows.OrderBy(r => Array.IndexOf(products, r.Offer.ProductId)).ThenBy(r => r.Offer.VillageId == null).ThenBy(r => r.Offer.Id));
            if (found.Count >= most)
            {
                break;
            }
        }

        return [.. found.Take(most)];
    }

    private IQueryable<Row> Priced(IQueryable<KnownOffer> offers, DateTimeOffset at) => offers.Select(o => new Row
    {
        Offer = o,
        Price = db.Prices.Where(p => p.OfferId == o.Id && p.ValidFrom <= at).OrderByDescending(p => p.ValidFrom).FirstOrDefault(),
        Stock = db.Stocks.FirstOrDefault(s => s.OfferId == o.Id),
        Supplier = db.Units.Where(u => u.Id == o.SupplyUnitId).Select(u => u.Name).FirstOrDefault(),
    });

    private static Goods Shown(Row row) =>
        new(row.Offer, row.Price!.Price, row.Stock?.Available ?? Quantity.None(row.Offer.SoldBy), row.Stock?.State ?? StockState.Out, row.Supplier ?? "");

    private sealed class Row
    {
        public required KnownOffer Offer { get; init; }

        public required KnownPrice? Price { get; init; }

        public required Stock? Stock { get; init; }

        public required string? Supplier { get; init; }
    }
}
