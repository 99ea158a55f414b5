using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;

namespace Commerce.Catalog.ImportGoods;

/// <summary>Lays the sheet of prices over the offers, by the acts of publishing an offer and of setting its price.</summary>
internal sealed class LayPrices(CatalogDbContext db, Writable mine, DateTimeOffset now)
{
    private readonly Dictionary<int, RowVerdict> verdicts = [];
    private readonly Dictionary<Guid, int> seen = [];
    private ILookup<(string, string), (Product Product, ProductVariant Variant)>? byName;
    private Dictionary<(Guid Variant, Guid Outlet, BuyerGroup Buyers), Offer>? standing;

    /// <summary>The product of the first offer that was published or priced anew.</summary>
    public Guid? First { get; private set; }

    public async Task<IReadOnlyDictionary<int, RowVerdict>> Lay(IReadOnlyList<FilledRow> rows, CancellationToken ct)
    {
        byName = mine.Packs.Values.ToLookup(p => (FilledTable.Fold(p.Product.Name), FilledTable.Fold(p.Variant.Specification)));
        standing = mine.Offers.GroupBy(o => (o.VariantId, o.OutletId, o.BuyerGroup)).ToDictionary(g => g.Key, g => g.MaxBy(o => o.ValidFrom)!);
        var ids = mine.Offers.ToDictionary(o => o.Id);
        foreach (var row in rows)
        {
            await One(row, ids, ct);
        }

        return verdicts;
    }

    private async Task One(FilledRow row, Dictionary<Guid, Offer> ids, CancellationToken ct)
    {
        if (row.Unusable is { } unusable)
        {
            Wrong(row, null, unusable.Chinese, unusable.English);
            return;
        }

        Offer? offer = null;
        if (row[GoodsBook.OfferId].Length > 0 && (!NodeId.TryDecode(row[GoodsBook.OfferId], "off", out var id) || !ids.TryGetValue(id, out offer)))
        {
            Wrong(row, GoodsBook.OfferId, "没有这个编号，或者它已下架，或者不归您管。请重新下载表格，编号不要改。", "There is no such id, or it has ended, or it isn't yours. Download the form again and leave its ids alone.");
            return;
        }

        if (Placed(row, offer) is not var (product, variant, outlet, buyers))
        {
            return;
        }

        offer ??= standing!.GetValueOrDefault((variant.Id, outlet.Id, buyers));
        if (offer is not null && !seen.TryAdd(offer.Id, row.Number))
        {
            Wrong(row, GoodsBook.OfferId, $"与第 {seen[offer.Id]} 行是同一个报价。请只留一行。", $"It is the offer of row {seen[offer.Id]}. Keep one of them.");
            return;
        }

        if (row.NumberAt(GoodsBook.Price, UnitPrice.IsExact) is not { } amount)
        {
            Wrong(row, GoodsBook.Price, "要写大于 0 的数，最多四位小数。", "It must be a number above zero with at most four places.");
            return;
        }

        if (!GoodsBook.UnitNames.TryGetValue(row[GoodsBook.Per], out var per))
        {
            Wrong(row, GoodsBook.Per, $"要写：{string.Join('、', GoodsBook.UnitNames.Keys)}。", $"It must be one of {string.Join(", ", GoodsBook.UnitNames.Keys)}.");
            return;
        }

        if (row[GoodsBook.From].Length > 0 && row.DayAt(GoodsBook.From) is null)
        {
            Wrong(row, GoodsBook.From, "看不懂日期，请写成 2026-07-01；现在起就空着。", "The day can't be read; write it as 2026-07-01, or leave it empty for now.");
            return;
        }

        // From today is from now: the day has begun.
        var from = row.DayAt(GoodsBook.From) is { } day && day != now.DayInChina() ? day.StartInChina() : now;
        await (offer is null
            ? Publish(row, new("", variant.Id, outlet.Id, buyers, amount, per, null, null, from), product, variant, outlet, ct)
            : Change(row, offer, product, variant, amount, per, from));
    }

    private Task Change(FilledRow row, Offer offer, Product product, ProductVariant variant, decimal amount, MeasureUnit per, DateTimeOffset from)
    {
        var before = offer.PriceAt(from).Price;
        if (before.Amount == amount && before.Per == per)
        {
            verdicts[row.Number] = Verdict(row, RowFate.Same, "不变", "as it is");
        }
        else if (row.Cell(GoodsBook.Version) is { Length: > 0 } version && version != GoodsBook.Plain(offer.Version))
        {
            Wrong(row, GoodsBook.Version, "下载以后别人改过这个报价。请重新下载，再填一次。", "Somebody changed this offer since the form was downloaded. Download it again.");
        }
        else if (SetOfferPrice.SetOfferPrice.Handler.Apply(db, offer, variant, new("", offer.Id, offer.Version, amount, per, from, row[GoodsBook.Reason] is { Length: > 0 } why ? why : null), now) is { Error: { } refused })
        {
            Wrong(row, refused);
        }
        else
        {
            First ??= product.Id;
            var (chinese, english) = Since(from);
            verdicts[row.Number] = Verdict(row, RowFate.Changed, $"{before} → {UnitPrice.Of(amount, per)}{chinese}", $"{before} → {UnitPrice.Of(amount, per)}{english}");
        }

        return Task.CompletedTask;
    }

    private async Task Publish(FilledRow row, PublishOffer.PublishOffer.Input input, Product product, ProductVariant variant, Outlet outlet, CancellationToken ct)
    {
        var made = PublishOffer.PublishOffer.Handler.Made(input, variant, now);
        if (made.Failed)
        {
            Wrong(row, made.Error!);
            return;
        }

        await PublishOffer.PublishOffer.Handler.Put(db, made.Value, mine.Sold(product, variant), outlet, now, ct);
        standing!.Add((variant.Id, outlet.Id, input.BuyerGroup), made.Value);
        seen.Add(made.Value.Id, row.Number);
        First ??= product.Id;
        var (chinese, english) = Since(input.ValidFrom!.Value);
        verdicts[row.Number] = Verdict(row, RowFate.New, $"上架，{UnitPrice.Of(input.Amount, input.Per)}{chinese}", $"on sale, {UnitPrice.Of(input.Amount, input.Per)}{english}");
    }

    /// <summary>The pack, place and buyers that a row names. Those of an id are what stands beside it, by the name before or after this file.</summary>
    private (Product, ProductVariant, Outlet, BuyerGroup)? Placed(FilledRow row, Offer? offer)
    {
        if (offer is not null)
        {
            var (product, variant) = mine.Packs[offer.VariantId];
            var outlet = mine.Outlets[offer.OutletId];
            var odd = row[GoodsBook.Pack] != FilledTable.Fold(variant.Specification) ? GoodsBook.Pack
                : row[GoodsBook.Outlet] != FilledTable.Fold(outlet.Name) ? GoodsBook.Outlet
                : row[GoodsBook.Buyers] != GoodsBook.BuyerNames.Single(b => b.Value == offer.BuyerGroup).Key ? GoodsBook.Buyers
                : row[GoodsBook.Goods] != FilledTable.Fold(product.Name) && row[GoodsBook.Goods] != FilledTable.Fold(NameBefore(product)) ? GoodsBook.Goods : null;
            if (odd is null)
            {
                return (product, variant, outlet, offer.BuyerGroup);
            }

            Wrong(row, odd, "与这个编号的报价对不上。请重新下载表格，编号不要改。", "It doesn't fit the offer of this id. Download the form again and leave its ids alone.");
            return null;
        }

        if (byName![(row[GoodsBook.Goods], row[GoodsBook.Pack])].ToList() is not [var pack])
        {
            Wrong(row, GoodsBook.Goods, "没有这种商品和规格，或者不止一个，或者不归您管。请照“商品”表里的写。", "There are no such goods of this pack, or several, or they aren't yours. Write them as on the sheet of goods.");
            return null;
        }

        if (mine.Outlets.Values.Where(o => FilledTable.Fold(o.Name) == row[GoodsBook.Outlet]).ToList() is not [var place])
        {
            Wrong(row, GoodsBook.Outlet, "没有这个销售点，或者不止一个。请照已有的名称写。", "There is no such outlet, or several. Write its name as it stands.");
            return null;
        }

        if (!GoodsBook.BuyerNames.TryGetValue(row[GoodsBook.Buyers], out var buyers))
        {
            Wrong(row, GoodsBook.Buyers, $"要写：{string.Join('、', GoodsBook.BuyerNames.Keys)}。", $"It must be one of {string.Join(", ", GoodsBook.BuyerNames.Keys)}.");
            return null;
        }

        return (pack.Product, pack.Variant, place, buyers);
    }

    private string NameBefore(Product product) => db.Entry(product).Property(p => p.Name).OriginalValue;

    private (string Chinese, string English) Since(DateTimeOffset from) => from <= now ? ("，现在起", ", from now on") : ($"，{from.DayInChina():yyyy-MM-dd} 起", $", from {from.DayInChina():yyyy-MM-dd}");

    private void Wrong(FilledRow row, Error error) => Wrong(
        row,
        error.Path is [var field, ..]
            ? field switch { "amount" => GoodsBook.Price, "per" => GoodsBook.Per, "validFrom" => GoodsBook.From, "reason" => GoodsBook.Reason, _ => null }
            : null,
        error.Chinese,
        error.English);

    private void Wrong(FilledRow row, string? column, string chinese, string english) => verdicts[row.Number] = column is null
        ? Verdict(row, RowFate.Wrong, chinese, english)
        : Verdict(row, RowFate.Wrong, $"“{column}”一列：{chinese}", $"Column {column}: {english}");

    private static RowVerdict Verdict(FilledRow row, RowFate fate, string chinese, string english) =>
        new(row.Sheet, row.Number, $"{row[GoodsBook.Goods]} {row[GoodsBook.Pack]} {row[GoodsBook.Outlet]} {row[GoodsBook.Buyers]}".Trim(), fate, chinese, english);
}
