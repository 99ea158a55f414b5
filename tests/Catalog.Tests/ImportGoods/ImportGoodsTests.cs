using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ImportGoods;
using Commerce.Catalog.ReadModel;
using Commerce.Catalog.SampleData;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Catalog.Tests.ImportGoods;

/// <summary>Goods and prices out of a workbook: all of it or nothing, and only what differs. It is 1 August 2026 in China.</summary>
public sealed class ImportGoodsTests
{
    private const string Counter = "石头口门服务区专柜（长春方向）";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_prices_new_goods_and_their_offers_are_saved_together_once(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        await using var house = await TestDatabase<PlatformDbContext>.Create(provider, "platform");
        var (rice, loose) = (await Said(world, "明东大米"), World.LooseRice);
        var file = Book(
            [
                With(rice[0], (GoodsBook.Goods, "明东香米"), (GoodsBook.SeasonFrom, "11"), (GoodsBook.SeasonTo, "2"), (GoodsBook.ShelfLife, "18个月")),
                rice[1],
                New("五常米", "散装", "WC-1", "斤", "1", "斤"), New("五常米", "2 kg/袋", "WC-2", "袋", "2", "公斤", "、别的"),
            ],
            [
                Price(await Offer(world, loose), price: "5.85", reason: "新米上市"),
                Price("五常米", "2 kg/袋", Counter, "个人", "48", "袋", from: "2026-08-10"),
                Price("明东香米", "5 kg/袋", "抚松服务区专柜（鹤岗方向）", "个人", "58", "袋"),
            ]);

        var preview = await Look(world, house, file);
        Assert.Equal([RowFate.Changed, RowFate.Same, RowFate.New, RowFate.New, RowFate.Changed, RowFate.New, RowFate.Same], preview.Rows.Select(r => r.Fate));
        Assert.Equal("商品：明东大米 → 明东香米；上市从：10 → 11；上市到：10 → 2；保质期：12个月 → 18个月", preview.Rows[0].Chinese);
        Assert.Equal("5.60 元/斤 → 5.85 元/斤，现在起", preview.Rows[4].Chinese);
        Assert.Equal("上架，48.00 元/袋，2026-08-10 起", preview.Rows[5].Chinese);
        Assert.Equal((40, 1), (await Count(world), (await Product(world, "明东大米")).Version));

        Assert.Null((await Save(world, house, "k1", preview.FileId)).Error);
        Assert.True((await Save(world, house, "k1", preview.FileId)).Replayed);

        var (named, made) = (await Product(world, "明东香米"), await Product(world, "五常米"));
        Assert.Equal((2, new Season(11, 2), new ShelfLife(18, ShelfLifeUnit.Months)), (named.Version, named.Season!.Value, named.ShelfLife!.Value));
        Assert.Equal(["大米", "粳米", "白米"], named.Synonyms);
        Assert.Equal((41, 2, 900L), (await Count(world), made.Variants.Count, await Tax(world, made.Id)));
        Assert.Equal((5.85m, "新米上市"), await PriceNow(world, loose));
        Assert.Contains(await Facts<OfferPublished>(world), f => f.ProductName == "五常米" && f.Price == 48m && f.ValidFrom == new DateOnly(2026, 8, 10).StartInChina());
        Assert.Contains(await Facts<OfferPriceChanged>(world), f => f.OfferId == loose && f is { Price: 5.85m, Version: 2 });
        Assert.Equal(1, await world.Ask(db => db.Offers.CountAsync(o => o.Id == loose && o.Version == 2)));

        // The same paper once more: somebody changed these since.
        var again = await Look(world, house, Book([With(rice[0], (GoodsBook.Goods, "别名米"))], [Price(new Known("明东香米", "散装", "明东村供货点", "食堂", "斤", "1", loose), price: "6")]));
        Assert.All(again.Rows, r => Assert.Contains("“版本”一列：下载以后别人改过", r.Chinese, StringComparison.Ordinal));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_downloaded_and_handed_in_unchanged_changes_nothing_and_nobody_else_can_hand_it_in(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        await using var house = await TestDatabase<PlatformDbContext>.Create(provider, "platform");
        var form = await world.Ask(async db => GoodsBook.Template(await Writable.Of(db, World.Supplier, world.Now, tracked: false, default), world.Now));

        var preview = await Look(world, house, form);
        Assert.True(preview.Rows.Count > 60);
        Assert.All(preview.Rows, r => Assert.True(r.Fate == RowFate.Same, r.ToString()));
        Assert.Equal(Catalog.ImportGoods.ImportGoods.NothingNew.Chinese, (await Save(world, house, "k", preview.FileId)).Error!.Chinese);

        var stranger = World.With(Capability.CatalogueWrite, Guid.NewGuid());
        Assert.All((await Try(world, house, stranger, form)).Value.Rows, r => Assert.Equal(RowFate.Wrong, r.Fate));
        var nobody = World.With(Capability.AssistanceManage, SampleOrigins.WorkTeam);
        Assert.Equal(ErrorCode.Forbidden, (await Try(world, house, nobody, form)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Save(world, house, "k2", Guid.NewGuid())).Error!.Code);
    }

    [Fact]
    public async Task With_one_row_wrong_nothing_is_saved_and_each_wrong_row_is_told_its_column()
    {
        await using var world = await World.WithSample();
        await using var house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");
        var (rice, millet, soy, sauce, kimchi) = ((await Said(world, "明东大米"))[0], await Said(world, "智新小米"), (await Said(world, "明东大豆"))[0], await Said(world, "明东大酱"), await Said(world, "智新辣白菜"));
        var loose = await Offer(world, World.LooseRice);
        (Dictionary<string, string> Row, string Words)[] goods =
        [
            (With(rice, (GoodsBook.Summary, "新米")), ""),
            (rice, "“规格编号”一列：与第 4 行是同一种规格"),
            (With(rice, (GoodsBook.VariantId, NodeId.Encode("var", Guid.NewGuid()))), "“规格编号”一列：没有这个编号"),
            (With(millet[0], (GoodsBook.Sku, "X")), "“货号”一列：登记后不能改，原来是“SL-003-1”"),
            (With(millet[1], (GoodsBook.Tax, "9")), "“税率”一列：登记后不能改，原来是“免税”"),
            (With(sauce[0], (GoodsBook.Storage, "冷藏")), ""),
            (With(sauce[1], (GoodsBook.Storage, "阴凉处")), "“储存”一列：与第 9 行不一样"),
            (With(soy, (GoodsBook.SeasonTo, "")), "“上市到”一列：两格都要写月份"),
            (With(kimchi[0], (GoodsBook.ShelfLife, "很久")), "“保质期”一列：请写成"),
            (With((await Said(world, "桔梗泡菜"))[0], (GoodsBook.ShelfLife, "4000天")), ""),
            (With((await Said(world, "明东笨鸡蛋"))[0], (GoodsBook.SeasonFrom, "13"), (GoodsBook.SeasonTo, "1")), "“上市从”一列：上市月份"),
            (With((await Said(world, "智新土豆"))[0], (GoodsBook.Goods, "")), "“商品”一列：名称应为"),
            (With((await Said(world, "明东大白菜"))[0], (GoodsBook.Version, "7"), (GoodsBook.Summary, "新")), "“版本”一列：下载以后别人改过"),
            (New("甲", "散装", "A-1", "斤", "1", "斤", producer: "没有的合作社"), "“生产者”一列：没有这个生产者"),
            (New("明东大米", "10 kg/袋", "A-2", "袋", "10", "公斤"), "“商品”一列：这个生产者已有“明东大米”"),
            (New("乙", "散装", "A-3", "斤", "1", "斤", category: "没有"), "“品类”一列：没有这个品类"),
            (New("丙", "散装", "A-4", "斤", "1", "斤", uses: "食堂"), "“适用用途”一列：没有“食堂”"),
            (New("丁", "散装", "A-5", "斤", "1", "斤", uses: ""), "“适用用途”一列：请至少选一种"),
            (New("戊", "散装", "A-6", "斤", "1", "斤", tax: ""), "“税率”一列：要写百分之几"),
            (New("己", "散装", "A-7", "斤", "1", "斤", tax: "100"), "“税率”一列：税率应大于 0"),
            (New("庚", "散装", "A-8", "筐", "1", "斤"), "“销售单位”一列：要写"),
            (New("辛", "散装", "A-9", "斤", "许多", "斤"), "“净含量”一列：要写大于 0 的数"),
            (New("壬", "散装", "A-10", "斤", "0", "斤"), "“净含量”一列：第 1 种规格：净含量须为正"),
            (New("癸", "散装", "SL-001-1", "斤", "1", "斤"), "“货号”一列：这个货号已被使用"),
            (With(New("子", "散装", "A-11", "斤", "1", "斤"), (GoodsBook.CatchWeight, "也许")), "“按实重结算”一列：要写“是”或“否”"),
            (With(New("丑", "散装", "A-12", "斤", "1", "斤"), (GoodsBook.Tolerance, "少许")), "“允差”一列：要写百分之几"),
            (With(New("寅", "散装", "A-13", "斤", "1", "斤"), (GoodsBook.PricedBy, "袋")), "“计价单位”一列：第 1 种规格：计价单位与销售单位须为同类"),
        ];
        goods[9] = (goods[9].Row, "“保质期”一列：保质期应为 1 至 3650 天");
        (Dictionary<string, string> Row, string Words)[] prices =
        [
            (Price(loose, price: "5.7"), ""),
            (Price(loose, price: "5.8"), "“报价编号”一列：与第 4 行是同一个报价"),
            (Price(loose with { Id = Guid.NewGuid() }, price: "5"), "“报价编号”一列：没有这个编号"),
            (Price("没有", "散装", Counter, "个人", "5", "斤"), "“商品”一列：没有这种商品和规格"),
            (Price("智新小米", "散装", "没有", "个人", "5", "斤"), "“销售点”一列：没有这个销售点"),
            (Price("智新小米", "散装", Counter, "路人", "5", "斤"), "“买方”一列：要写"),
            (Price("智新小米", "散装", Counter, "个人", "贱", "斤"), "“价格”一列：要写大于 0 的数"),
            (Price("智新小米", "散装", "吉高易联超市石头口门店", "个人", "0", "斤"), "“价格”一列：价格必须大于 0"),
            (Price("智新小米", "散装", "抚松服务区专柜（鹤岗方向）", "个人", "5", "筐"), "“每”一列：要写"),
            (Price("智新小米", "散装", "蛟河服务区专柜（长春方向）", "个人", "5", "袋"), "“每”一列：这个规格按斤计价"),
            (Price("智新小米", "散装", "蛟河服务区专柜（珲春方向）", "个人", "5", "斤", from: "年底"), "“从”一列：看不懂日期"),
            (Price("智新小米", "散装", "公主岭服务区专柜（长春方向）", "个人", "5", "斤", from: "2026-07-31"), "“从”一列：上架时间不能早于现在"),
            (Price(await Offer(world, World.OfferId("智新小米", "散装", "智新村供货点", BuyerGroup.DepartmentCanteen)), price: "7", from: "2026-07-31"), "“从”一列：价格不能从过去的时间起生效"),
            (Price(await Offer(world, World.OfferId("智新土豆", "散装", "智新村供货点", BuyerGroup.DepartmentCanteen)), price: "7", reason: new string('字', 201)), "“原因”一列：调价原因最多 200 字"),
            (With(Price(await Offer(world, World.OfferId("明东大白菜", "散装", "明东村供货点", BuyerGroup.DepartmentCanteen)), price: "7"), (GoodsBook.Pack, "整棵")), "“规格”一列：与这个编号的报价对不上"),
        ];

        var preview = await Look(world, house, Book([.. goods.Select(g => g.Row)], [.. prices.Select(p => p.Row)]));
        var outcome = await Save(world, house, "k1", preview.FileId);

        Assert.All(preview.Rows.Zip(goods.Concat(prices)), t => Assert.True(
            t.Second.Words.Length == 0 ? t.First.Fate != RowFate.Wrong : t.First.Fate == RowFate.Wrong && t.First.Chinese.Contains(t.Second.Words, StringComparison.Ordinal), $"{t.Second.Words}: {t.First}"));
        Assert.Contains($"有 {goods.Concat(prices).Count(g => g.Words.Length > 0)} 行不对，所以一行也没有保存", outcome.Error!.Chinese, StringComparison.Ordinal);
        Assert.Equal((40, 5.60m), (await Count(world), (await PriceNow(world, World.LooseRice)).Amount));
        Assert.Contains("超过 2000 行", (await Try(world, house, World.Supplier, Book([.. Enumerable.Repeat(rice, 2000)], [Price(loose, "6")]))).Error!.Chinese, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> With(Dictionary<string, string> row, params (string Head, string Text)[] changes)
    {
        var other = new Dictionary<string, string>(row);
        foreach (var (head, text) in changes)
        {
            other[head] = text;
        }

        return other;
    }

    private static Dictionary<string, string> New(
        string name, string pack, string sku, string unit, string content, string contentUnit, string synonyms = "", string producer = "明东村股份经济合作社", string category = "大米", string uses = "食堂食材、专柜零售", string tax = "9") => new()
        {
            [GoodsBook.Goods] = name,
            [GoodsBook.Category] = category,
            [GoodsBook.Producer] = producer,
            [GoodsBook.Synonyms] = synonyms,
            [GoodsBook.Uses] = uses,
            [GoodsBook.Tax] = tax,
            [GoodsBook.Pack] = pack,
            [GoodsBook.Sku] = sku,
            [GoodsBook.SoldBy] = unit,
            [GoodsBook.PricedBy] = unit,
            [GoodsBook.Content] = content,
            [GoodsBook.ContentUnit] = contentUnit,
        };

    private static Dictionary<string, string> Price(string goods, string pack, string outlet, string buyers, string price, string per, string from = "", string reason = "") => new()
    {
        [GoodsBook.Goods] = goods,
        [GoodsBook.Pack] = pack,
        [GoodsBook.Outlet] = outlet,
        [GoodsBook.Buyers] = buyers,
        [GoodsBook.Price] = price,
        [GoodsBook.Per] = per,
        [GoodsBook.From] = from,
        [GoodsBook.Reason] = reason,
    };

    private static Dictionary<string, string> Price(Known offer, string price, string from = "", string reason = "") =>
        With(Price(offer.Goods, offer.Pack, offer.Outlet, offer.Buyers, price, offer.Per, from, reason), (GoodsBook.Version, offer.Version), (GoodsBook.OfferId, NodeId.Encode("off", offer.Id)));

    private static Task<List<Dictionary<string, string>>> Said(World world, string name) => world.Ask(async db =>
    {
        var mine = await Writable.Of(db, World.Supplier, world.Now, tracked: false, default);
        var product = mine.Products.Values.Single(p => p.Name == name);
        return product.Variants.OrderBy(v => v.Position).Select(v => GoodsBook.Said(product, v, mine)).ToList();
    });

    private static Task<Known> Offer(World world, Guid id) => world.Ask(async db =>
    {
        var mine = await Writable.Of(db, World.Supplier, world.Now, tracked: false, default);
        var offer = mine.Offers.Single(o => o.Id == id);
        var (product, variant) = mine.Packs[offer.VariantId];
        return new Known(product.Name, variant.Specification, mine.Outlets[offer.OutletId].Name, GoodsBook.BuyerNames.Single(b => b.Value == offer.BuyerGroup).Key, offer.PriceAt(world.Now).Per.Name(), $"{offer.Version}", id);
    });

    private static byte[] Book(IReadOnlyList<Dictionary<string, string>> goods, IReadOnlyList<Dictionary<string, string>> prices) => XlsxFile.Of([Sheet("商品", goods), Sheet("价格", prices)]);

    private static PaperTable Sheet(string name, IReadOnlyList<Dictionary<string, string>> rows)
    {
        string[] heads = [.. rows.SelectMany(r => r.Keys).Union(name == "商品" ? GoodsBook.NeededGoods : GoodsBook.NeededPrices)];
        return new PaperTable(name, [.. heads.Select(h => new PaperColumn(h, 12))], rows.Select(r => new PaperRow([.. heads.Select(h => (PaperCell)r.GetValueOrDefault(h, ""))])));
    }

    private static async Task<ProductView> Product(World world, string name)
    {
        var id = await world.Ask(db => db.Products.Where(p => p.Name == name).Select(p => p.Id).SingleAsync());
        return (await world.Catalogue.CatchUp(default)).ProductsById[id];
    }

    private static Task<int> Count(World world) => world.Ask(db => db.Products.CountAsync());

    private static Task<long?> Tax(World world, Guid id) => world.Ask(db => db.Products.Where(p => p.Id == id).Select(p => p.TaxBasisPoints).SingleAsync());

    private static Task<(decimal Amount, string? Reason)> PriceNow(World world, Guid id) => world.Ask(async db =>
        (await db.Offers.AsNoTracking().Include(o => o.Prices).SingleAsync(o => o.Id == id)).PriceAt(world.Now) is var price ? (price.Price.Amount, price.Reason) : default);

    private static Task<List<T>> Facts<T>(World world) => world.Ask(async db => (await db.Facts()).OfType<T>().ToList());

    private static async Task<GoodsPreview> Look(World world, TestDatabase<PlatformDbContext> house, byte[] file)
    {
        var looked = await Try(world, house, World.Supplier, file);
        Assert.Null(looked.Error);
        return looked.Value;
    }

    private static async Task<Result<GoodsPreview>> Try(World world, TestDatabase<PlatformDbContext> house, Actor actor, byte[] file)
    {
        await using var db = world.Open();
        await using var platform = house.Open();
        return await new PreviewGoods(db, new GoodsImport(db, actor, world.Clock), Files(world, platform, actor)).Take("商品.xlsx", file, default);
    }

    private static async Task<Outcome> Save(World world, TestDatabase<PlatformDbContext> house, string key, Guid file)
    {
        await using var platform = house.Open();
        return await world.Do((db, writes) => new Catalog.ImportGoods.ImportGoods.Handler(new GoodsImport(db, World.Supplier, world.Clock), writes, Files(world, platform, World.Supplier)).Handle(new(key, file), default));
    }

    private static FileStore Files(World world, PlatformDbContext platform, Actor actor) => new(
        platform, actor, [new FileRule(Catalog.ImportGoods.ImportGoods.Files, [FileKind.Xlsx], a => a.Can(Capability.CatalogueWrite), (_, _, _, _) => Task.FromResult(false))], new FileStoreOptions(), null!, world.Clock);

    private sealed record Known(string Goods, string Pack, string Outlet, string Buyers, string Per, string Version, Guid Id);
}
