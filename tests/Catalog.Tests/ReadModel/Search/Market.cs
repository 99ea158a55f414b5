using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Tests.ReadModel.Search;

/// <summary>Goods as they might stand on a market: villages, counters, papers, packs, prices. The same random numbers give the same market in every database.</summary>
internal static class Market
{
    private static readonly string[] Places = ["明东", "智新", "汪清", "敦化", "长白山", "抚松", "靖宇", "蛟河", "延边", "龙井", "和龙", "ＡＢ农场"];
    private static readonly string[] Sorts = ["", "", "有机", "野生", "特级", "鲜", "Premium ", "oak"];
    private static readonly string[] Kinds = ["绿色食品", "SC", "有机产品", "承诺达标合格证", Certificate.Recognition];

    private static readonly (string Name, string Synonyms)[] Goods =
    [
        ("大米", "粳米|白米"), ("小米", "谷子"), ("榛蘑", "小鸡炖蘑菇"), ("黑木耳", "小碗耳"), ("林蛙油", ""), ("人参", "园参|Ginseng"), ("红参", "高丽参"), ("鹿茸片", "茸片"), ("玉米碴", "大碴子"),
        ("土豆", ""), ("蜂蜜", "白蜜|honey"), ("山鸡蛋", "雉鸡蛋"), ("笨鸡蛋", ""), ("大豆", ""), ("豆油", "食用油"), ("辣白菜", "泡菜"), ("冷面", "荞麦面"), ("蓝莓干", "都柿"), ("榛子", "坚果"), ("松茸", ""),
        ("苹果梨", "梨"), ("黄牛肉", "韩牛"), ("羊肉", ""), ("猴头菇", ""), ("刺嫩芽", "山野菜"), ("五味子", ""), ("葵花籽", ""), ("小麦粉", "Flour"), ("黏豆包", ""), ("桔梗", "咸菜"),
    ];

    private static readonly string[] Told =
    [
        "海兰江畔黑土地稻田产，米粒饱满。", "长白山林下采集，炖煮皆宜。", "传统工艺，酸辣脆爽，配人参更好。", "Cold pressed, no sugar added.", "冷链直发，阴凉干燥，12个月。", "农家散养，当周采集；适合食堂。",
    ];

    private static readonly (decimal Amount, MeasureUnit Unit)[] Contents =
        [(5, MeasureUnit.Kg), (2.5m, MeasureUnit.Kg), (500, MeasureUnit.G), (250, MeasureUnit.G), (10, MeasureUnit.Jin), (1, MeasureUnit.Jin), (5, MeasureUnit.L), (330, MeasureUnit.Ml), (30, MeasureUnit.Piece)];

    public static void Fill(CatalogDbContext db, int count, int seed, DateTimeOffset now)
    {
        var random = new Random(seed);
        County[] counties = [new() { Code = "222405", Name = "龙井市" }, new() { Code = "220422", Name = "东辽县" }, new() { Code = "222403", Name = "敦化市" }];
        Village[] villages = [.. new[] { "明东村", "智新村", "头道村" }.Select((name, i) => new Village { Id = Id("village", i), Name = name, CountyCode = counties[i % 2].Code })];
        Producer[] producers = [.. Enumerable.Range(0, 6).Select(i => new Producer
        {
            Id = Id("producer", i),
            Name = $"合作社{i}",
            CountyCode = i < 4 ? villages[i % 3].CountyCode : counties[2].Code,
            VillageId = i < 4 ? villages[i % 3].Id : null,
            Model = AssistanceModel.Cooperative,
            SupplyUnitId = Catalog.SampleData.SampleOrigins.WorkTeam,
        })];
        Category[] categories = [.. new[] { "粮油", "山珍", "大米", "菌类", "其他" }.Select((name, i) => new Category { Id = Id("category", i), Name = name, Position = i, ParentId = i is 2 or 3 ? Id("category", i - 2) : null })];
        ServiceArea[] areas = [.. Enumerable.Range(0, 4).Select(i => new ServiceArea { Id = Id("area", i), Name = $"服务区{i}", Expressway = "G1", Position = i + 1 })];
        Outlet[] outlets = [.. Enumerable.Range(0, 7).Select(i => new Outlet
        {
            OperatorUnitId = Guid.Empty,
            Id = Id("outlet", i),
            Name = $"销售点{i}",
            Kind = i < 5 ? OutletKind.SpecialtyCounter : OutletKind.CanteenSupply,
            ServiceAreaId = i < 5 ? areas[i % 4].Id : null,
        })];
        db.AddRange(counties);
        db.AddRange(villages);
        db.AddRange(producers);
        db.AddRange(categories);
        db.AddRange(areas);
        db.AddRange(outlets);
        for (var i = 1; i <= count; i++)
        {
            var product = Product(random, i, categories, producers, now);
            db.Add(product);
            foreach (var variant in product.Variants)
            {
                db.AddRange(Enumerable.Range(0, random.Next(3)).Select(n => Offer(random, variant, outlets[random.Next(outlets.Length)], n, now)));
            }
        }
    }

    /// <summary>What somebody might type.</summary>
    public static string Query(Random random)
    {
        string[] texts =
        [
            "大米", "人参", "蘑", "蜜环菌", "雪蛤", "哈蟆油", "苞米", "地豆", "云耳", "菜", "米 明东", "有机 大米", "不存在的", "长白山", "适合食堂", "12个月", "ＳＣ", "ab农场", "honey", "premium", "NO SUGAR",
            "zhenmo", "zhen m", "renshen", "changbaishan", "changbais", "xuege", "xueha", "damia", "yumi", "tudou", "muer", "heimu", "zm", "rs", "cbsrs", "sn", "mdm", "d", "o", "m d", "xi'an",
            "zhenmp", "rensehn", "renshe", "hony", "ginsneg", "premiun", "mingdog", "zhixing", "changbishan", "floor", "qqqqq",
            "5公斤", "10斤", "10斤装", "5kg", "500克", "500 g", "2 500g", "半斤", "一斤", "5升", "330ml", "10斤大米", "大米 5 公斤", "renshen 500g", "五公斤", "0斤", "3公斤",
        ];
        return texts[random.Next(texts.Length)] + (random.Next(8) == 0 ? " " + Goods[random.Next(Goods.Length)].Name[..1] : "");
    }

    private static Guid Id(string kind, int number) => SampleId.Of(kind, $"market {number}");

    private static Product Product(Random random, int serial, Category[] categories, Producer[] producers, DateTimeOffset now)
    {
        var (good, synonyms) = Goods[random.Next(Goods.Length)];
        var id = Id("product", serial);
        var today = now.DayInChina();
        return new Product
        {
            Id = id,
            Serial = serial,
            Slug = $"m{serial}",
            Name = random.Next(9) == 0 ? good : Places[random.Next(Places.Length)] + Sorts[random.Next(Sorts.Length)] + good,
            Summary = random.Next(4) == 0 ? null : Told[random.Next(Told.Length)],
            Synonyms = random.Next(3) == 0 ? [] : [.. synonyms.Split('|', StringSplitOptions.RemoveEmptyEntries)],
            CategoryId = categories[random.Next(categories.Length)].Id,
            ProducerId = producers[random.Next(producers.Length)].Id,
            PermittedUses = [.. Enum.GetValues<PermittedUse>().Where(_ => random.Next(2) == 0).DefaultIfEmpty(PermittedUse.Kiosk)],
            SeasonFrom = serial % 3 == 0 ? null : (serial % 12) + 1,
            SeasonTo = serial % 3 == 0 ? null : (serial / 12 % 12) + 1,
            UpdatedAt = now,
            Variants = [.. Enumerable.Range(1, random.Next(1, 3)).Select(n => Variant(random, id, serial, n))],
            Certificates = [.. Kinds.Where(_ => random.Next(3) == 0).Select((kind, n) => new Certificate
            {
                Id = SampleId.Of("certificate", $"market {serial} {n}"),
                ProductId = id,
                Kind = kind,
                Number = $"{serial}-{n}",
                Issuer = "示例",
                ValidFrom = random.Next(3) == 0 ? today.AddDays(random.Next(-3, 3)) : null,
                ValidTo = random.Next(2) == 0 ? today.AddDays(random.Next(-3, 30)) : null,
                WithdrawnOn = random.Next(6) == 0 ? today.AddDays(random.Next(-2, 2)) : null,
            })],
        };
    }

    private static ProductVariant Variant(Random random, Guid product, int serial, int number)
    {
        var loose = random.Next(4) == 0;
        var (amount, unit) = loose ? (1, MeasureUnit.Jin) : Contents[random.Next(Contents.Length)];
        return new()
        {
            Id = SampleId.Of("variant", $"market {serial} {number}"),
            ProductId = product,
            Position = number,
            Sku = $"M-{serial}-{number}",
            Specification = loose ? "散装" : $"{amount}/袋",
            SoldBy = loose ? MeasureUnit.Jin : MeasureUnit.Bag,
            PricedBy = loose ? MeasureUnit.Jin : MeasureUnit.Bag,
            NominalMilli = Quantity.Of(amount, unit).Milli,
            NominalUnit = unit,
        };
    }

    private static Offer Offer(Random random, ProductVariant variant, Outlet outlet, int number, DateTimeOffset now)
    {
        var id = SampleId.Of("offer", $"{variant.Sku} {number}");
        var from = now.AddDays(random.Next(-40, 2));
        var offer = new Offer
        {
            Id = id,
            VariantId = variant.Id,
            OutletId = outlet.Id,
            BuyerGroup = (BuyerGroup)random.Next(3),
            ValidFrom = from,
            StepMilli = 1000,
            MinimumMilli = 1000,
            Unit = variant.SoldBy,
            UpdatedAt = from,
            Prices = [.. Enumerable.Range(0, random.Next(1, 3)).Select(n => OfferPrice.Of(id, UnitPrice.Of(random.Next(1, 400) / 4m, variant.PricedBy), from.AddDays(20 * n), null, from))],
        };
        if (random.Next(6) == 0)
        {
            typeof(Domain.Offer).GetProperty(nameof(Domain.Offer.ValidTo))!.SetValue(offer, now.AddDays(random.Next(-3, 3)));
        }

        return offer;
    }
}
