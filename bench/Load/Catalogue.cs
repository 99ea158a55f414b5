using System.Globalization;
using System.Text.Json;
using Commerce.Walkthrough;

namespace Commerce.Load;

/// <summary>A made-up, repeatable catalogue, put on sale through the public API.</summary>
internal sealed class Catalogue(Func<string, GraphClient> signIn, int count)
{
    private static readonly string[] Places =
    [
        "靠山屯", "二道沟", "大甸子", "红石砬", "青沟子", "柳树河", "杨木林", "三道湾", "白桦岭", "黑瞎沟", "松江口", "太平川", "向阳坡", "团结屯", "永兴堡", "兴隆沟",
        "长岭子", "榆树台", "平安堡", "石门寨", "清水河", "东风岭", "西大坡", "南岔河", "北山屯", "桦皮沟", "腰岭子", "头道川", "金银沟", "五道岗",
        "天桥岭", "大川口", "小城子", "老爷岭", "四方台", "月晴坡", "光明屯", "前进村", "新立屯", "双河口",
    ];

    private static readonly string[] Kinds = ["人参", "林下参", "鹿茸菇", "大米", "木耳", "榛蘑", "蜂蜜", "蓝莓", "松子", "玉米碴", "小米", "黄豆", "粉条", "榛子", "土鸡蛋", "冻梨", "豆油", "灵芝菇", "五味子", "辣白菜"];
    private static readonly string[] Grades = ["特级", "一级", "优选", "农家", "有机"];
    private static readonly string[] Packs = ["礼盒", "散装", "真空装", "家庭装", "食堂装"];
    private static readonly string[] Sizes = ["250 克", "500 克", "1 千克"];

    /// <summary>Offers that may be ordered for a canteen, with stock for the whole run.</summary>
    public List<string> Orderable { get; } = [];

    /// <summary>A hundred at a time: product, a variant or two or three, an offer each.</summary>
    public async Task Fill()
    {
        var supplier = signIn("supplier");
        var kinds = (await supplier.Ask("{ products(first: 100) { nodes { category { id } producer { id } variants { offers { buyerGroup outlet { id kind } } } } } }"))
            .GetProperty("products").GetProperty("nodes").EnumerateArray()
            .Where(p => Offers(p).Any(o => o.Text("buyerGroup") == "DEPARTMENT_CANTEEN"))
            .Select(p => (
                Category: p.GetProperty("category").Id(),
                Producer: p.GetProperty("producer").Id(),
                Outlet: Offers(p).First(o => o.Text("buyerGroup") == "DEPARTMENT_CANTEEN").GetProperty("outlet").Id()))
            .Distinct().ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, ct) =>
        {
            var (category, producer, outlet) = kinds[i % kinds.Count];
            var product = Done(await supplier.Mutate("productCreate", Product(i, category, producer), "product { variants { id } }", ct))["product"];
            foreach (var (variant, v) in product.GetProperty("variants").EnumerateArray().Select((x, v) => (x, v)))
            {
                var offer = Done(await supplier.Mutate(
                    "offerPublish",
                    new { idempotencyKey = $"bench-offer-{i}-{v}", variantId = variant.Id(), outletId = outlet, buyerGroup = "DEPARTMENT_CANTEEN", amount = Price(i, v), per = "BAG" },
                    "offer { id }",
                    ct))["offer"].Id();
                if (i % 10 == 0 && v == 0)
                {
                    await Stock(supplier, offer);
                }
            }
        });
    }

    /// <summary>Stock belongs to another module, which hears of an offer a moment later.</summary>
    private async Task Stock(GraphClient supplier, string offer)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await supplier.Mutate("stockAdjust", new { idempotencyKey = $"bench-stock-{offer}-{attempt}", offerId = offer, delta = new { value = "100000000", unit = "BAG" }, reason = "试验备货" }, "");
            if (answer.ErrorCode is null)
            {
                lock (Orderable)
                {
                    Orderable.Add(offer);
                }

                return;
            }

            if (attempt == 100)
            {
                throw new InvalidOperationException($"stockAdjust: {answer.ErrorCode} {answer.ErrorMessage}");
            }

            await Task.Delay(100);
        }
    }

    private static object Product(int i, string category, string producer)
    {
        var place = Places[i % Places.Length];
        var kind = Kinds[i / Places.Length % Kinds.Length];
        var n = i / (Places.Length * Kinds.Length);
        var grade = Grades[(i + n) % Grades.Length];
        var pack = Packs[((i * 3) + n) % Packs.Length];
        return new
        {
            idempotencyKey = $"bench-product-{i}",
            name = $"{place}{grade}{kind}{pack}",
            slug = $"bench-{i:00000}",
            summary = $"{place}农户自产的{grade}{kind}，驻村工作队核验产地，{pack}，适合单位食堂采购和职工福利发放，按批次附检验报告，当季发货。",
            categoryId = category,
            producerId = producer,
            permittedUses = new[] { "CANTEEN", "WELFARE" },
            taxRatePercent = "9",
            variants = Enumerable.Range(0, 1 + (i % 3)).Select(v => new
            {
                sku = $"BENCH-{i:00000}-{v}",
                specification = $"{Sizes[v]}/袋",
                soldBy = "BAG",
                pricedBy = "BAG",
                nominalContent = new { value = (250 << v).ToString(CultureInfo.InvariantCulture), unit = "G" },
            }).ToArray(),
        };
    }

    private static string Price(int i, int v) => ((8 + (i * 37 % 492)) * (v + 1)).ToString(CultureInfo.InvariantCulture) + ".00";

    private static IEnumerable<JsonElement> Offers(JsonElement product) => product.GetProperty("variants").EnumerateArray().SelectMany(v => v.GetProperty("offers").EnumerateArray());

    private static Payload Done(Payload answer) => answer.ErrorCode is null ? answer : throw new InvalidOperationException($"{answer.ErrorCode} {answer.ErrorMessage}");
}
