using System.Globalization;
using Commerce.Catalog.Domain;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;

namespace Commerce.Catalog.ImportGoods;

/// <summary>The workbook of goods and prices: a pack in a row, an offer in a row. Chinese only, as the lists that villages write.</summary>
internal static class GoodsBook
{
    public const string Goods = "商品";
    public const string Category = "品类";
    public const string Producer = "生产者";
    public const string Summary = "简介";
    public const string Synonyms = "别名";
    public const string Uses = "适用用途";
    public const string Tax = "税率";
    public const string SeasonFrom = "上市从";
    public const string SeasonTo = "上市到";
    public const string Storage = "储存";
    public const string ShelfLife = "保质期";
    public const string Pack = "规格";
    public const string Sku = "货号";
    public const string SoldBy = "销售单位";
    public const string PricedBy = "计价单位";
    public const string Content = "净含量";
    public const string ContentUnit = "净含量单位";
    public const string CatchWeight = "按实重结算";
    public const string Tolerance = "允差";
    public const string Version = "版本";
    public const string VariantId = "规格编号";
    public const string Outlet = "销售点";
    public const string Buyers = "买方";
    public const string Price = "价格";
    public const string Per = "每";
    public const string From = "从";
    public const string Reason = "原因";
    public const string OfferId = "报价编号";
    public const string Exempt = "免税";

    /// <summary>Rows of both sheets.</summary>
    public const int MostRows = 2_000;

    private const char Between = '、';

    public static string[] NeededGoods { get; } = [Goods, Producer, Pack, VariantId];

    public static string[] NeededPrices { get; } = [Goods, Outlet, Buyers, Price, OfferId];

    /// <summary>Said of a product as a whole; all its rows say the same.</summary>
    public static string[] OfProduct { get; } = [Goods, Category, Producer, Summary, Synonyms, Uses, Tax, SeasonFrom, SeasonTo, Storage, ShelfLife, Version];

    /// <summary>What may be said anew of goods on record.</summary>
    public static string[] Open { get; } = [Goods, Summary, Synonyms, SeasonFrom, SeasonTo, Storage, ShelfLife];

    public static IReadOnlyDictionary<string, PermittedUse> UseNames { get; } = new Dictionary<string, PermittedUse>
    {
        ["食堂食材"] = PermittedUse.Canteen,
        ["职工福利"] = PermittedUse.Welfare,
        ["专柜零售"] = PermittedUse.Kiosk,
        ["药材原料"] = PermittedUse.Medicinal,
    };

    public static IReadOnlyDictionary<string, BuyerGroup> BuyerNames { get; } = new Dictionary<string, BuyerGroup>
    {
        ["个人"] = BuyerGroup.Public,
        ["食堂"] = BuyerGroup.DepartmentCanteen,
        ["职工福利"] = BuyerGroup.StaffWelfare,
    };

    public static IReadOnlyDictionary<string, MeasureUnit> UnitNames { get; } = Enum.GetValues<MeasureUnit>().ToDictionary(u => u.Name());

    private static readonly string[] Numbers = [Tax, SeasonFrom, SeasonTo, Content, Tolerance, Version, Price];

    /// <summary>What stands in a cell, as it is compared: numbers without zeros at their end.</summary>
    public static string Cell(this FilledRow row, string head) =>
        Numbers.Contains(head) && row.NumberAt(head, n => decimal.Truncate(n * 10_000) == n * 10_000) is { } number ? Plain(number) : row[head];

    /// <summary>What the form says of a pack on record, by head.</summary>
    public static Dictionary<string, string> Said(Product product, ProductVariant variant, Writable mine) => new()
    {
        [Goods] = FilledTable.Fold(product.Name),
        [Category] = FilledTable.Fold(mine.Categories.GetValueOrDefault(product.CategoryId)?.Name ?? ""),
        [Producer] = FilledTable.Fold(mine.Producers[product.ProducerId].Name),
        [Summary] = FilledTable.Fold(product.Summary ?? ""),
        [Synonyms] = FilledTable.Fold(string.Join(Between, product.Synonyms)),
        [Uses] = string.Join(Between, product.PermittedUses.Order().Select(u => UseNames.Single(n => n.Value == u).Key)),
        [Tax] = product.TaxBasisPoints is { } tax ? Plain(tax / 100m) : Exempt,
        [SeasonFrom] = product.SeasonFrom is { } from ? Plain(from) : "",
        [SeasonTo] = product.SeasonTo is { } to ? Plain(to) : "",
        [Storage] = FilledTable.Fold(product.Storage ?? ""),
        [ShelfLife] = product is { ShelfLifeNumber: { } number, ShelfLifeUnit: { } unit } ? $"{Plain(number)}{(unit == Domain.ShelfLifeUnit.Days ? "天" : "个月")}" : "",
        [Pack] = FilledTable.Fold(variant.Specification),
        [Sku] = FilledTable.Fold(variant.Sku),
        [SoldBy] = variant.SoldBy.Name(),
        [PricedBy] = variant.PricedBy.Name(),
        [Content] = Plain(variant.NominalContent.Value),
        [ContentUnit] = variant.NominalUnit.Name(),
        [CatchWeight] = variant.CatchWeight ? "是" : "否",
        [Tolerance] = Plain(variant.ToleranceBasisPoints / 100m),
        [Version] = Plain(product.Version),
        [VariantId] = NodeId.Encode("var", variant.Id),
    };

    /// <summary>What stands between 、 or commas.</summary>
    public static string[] Split(string text) => text.Split([Between, '，', ',', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>All that one may write, as it is now: handed in unchanged, it changes nothing.</summary>
    public static byte[] Template(Writable mine, DateTimeOffset now)
    {
        List<(Product Product, ProductVariant Variant)> packs = [.. mine.Products.Values.OrderBy(p => p.Serial).SelectMany(p => p.Variants.OrderBy(v => v.Position).Select(v => (p, v)))];
        var offers = mine.Offers.Select(o => (Offer: o, Sold: mine.Packs[o.VariantId], Outlet: mine.Outlets.GetValueOrDefault(o.OutletId)?.Name ?? ""))
            .OrderBy(o => o.Sold.Product.Serial).ThenBy(o => o.Sold.Variant.Position).ThenBy(o => o.Outlet, StringComparer.Ordinal).ThenBy(o => o.Offer.BuyerGroup).ToList();
        var fit = packs.Count + offers.Count <= MostRows;
        var left = fit ? "怎么填见“填写说明”；没有改的行可以留着，也可以删掉" : $"商品和价格共 {packs.Count + offers.Count} 行，一张表最多 {MostRows} 行：这里只有前面一部分";
        string[] heads = [.. OfProduct.Except([Version]), Pack, Sku, SoldBy, PricedBy, Content, ContentUnit, CatchWeight, Tolerance, Version, VariantId];
        packs = fit ? packs : [.. packs.Take(MostRows / 2)];
        offers = fit ? offers : [.. offers.Take(MostRows - packs.Count)];
        return XlsxFile.Of(
        [
            new PaperTable("商品", [.. heads.Select(h => new PaperColumn(h, h is VariantId or Summary or Synonyms ? 36 : h is Goods or Producer or Storage ? 22 : 12))],
                packs.Select(p => { var said = Said(p.Product, p.Variant, mine); return new PaperRow([.. heads.Select(h => (PaperCell)said[h])]); })) { Left = left },
            new PaperTable(
                "价格",
                [new(Goods, 22), new(Pack, 16), new(Outlet, 30), new(Buyers, 12), new(Price, 12), new(Per, 8), new(From, 14), new(Reason, 24), new("下次调价", 26), new(Version, 8), new(OfferId, 40)],
                offers.Select(o => new PaperRow(
                [
                    o.Sold.Product.Name, o.Sold.Variant.Specification, o.Outlet, BuyerNames.Single(b => b.Value == o.Offer.BuyerGroup).Key, Plain(o.Offer.PriceAt(now).Price.Amount), o.Offer.PriceAt(now).Per.Name(), "", "",
                    o.Offer.Prices.Where(p => p.ValidFrom > now).MinBy(p => p.ValidFrom) is { } next ? $"{next.ValidFrom.DayInChina():yyyy-MM-dd} 起 {next.Price}" : "", Plain(o.Offer.Version), NodeId.Encode("off", o.Offer.Id),
                ]))) { Left = left },
            Help(mine),
        ]);
    }

    private static PaperTable Help(Writable mine) => new("填写说明", [new("表", 10), new("列", 18), new("填什么", 70), new("例子", 20)],
    [
        new(["商品", $"{VariantId}、{Version}", "已登记的不要改；新商品留空。一行是一种规格，同一商品的几行，品名到保质期要写得一样", ""]),
        new(["商品", string.Join('、', Open), "已登记的商品只能改这几列，改成空就是去掉；其余各列登记后不能改", ""]),
        new(["商品", Category, "照已有的品类名写", string.Join('、', mine.Categories.Values.Take(3).Select(c => c.Name))]),
        new(["商品", Uses, $"{string.Join('、', UseNames.Keys)}，几种用“、”隔开", "食堂食材、专柜零售"]),
        new(["商品", Tax, $"百分之几；{Exempt}写{Exempt}", "9"]),
        new(["商品", $"{SeasonFrom}、{SeasonTo}", "几月到几月，1 至 12，可以跨年", "10"]),
        new(["商品", ShelfLife, "几天或几个月", "12个月"]),
        new(["商品", $"{SoldBy}、{PricedBy}、{ContentUnit}", string.Join('、', UnitNames.Keys), "袋"]),
        new(["商品", $"{CatchWeight}、{Tolerance}", "是或否；允差是百分之几", "是"]),
        new(["价格", OfferId, "已上架的不要改；要上架的留空，写清商品、规格、销售点和买方", ""]),
        new(["价格", Buyers, string.Join('、', BuyerNames.Keys), "个人"]),
        new(["价格", $"{Price}、{Per}", "多少元，按什么单位", "5.6"]),
        new(["价格", From, "从哪一天起；空着就是现在", "2026-07-01"]),
        new(["价格", Reason, "为什么调价，最多 200 字；上架时不用填", "新米上市"]),
        new(["价格", "下次调价", "只供参考，不读", ""]),
    ]);
}
