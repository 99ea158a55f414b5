using System.Globalization;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.DaySheets.Import;

/// <summary>The workbook of a counter's sales: its heads, and the words in it. Chinese only, as the papers that it is copied from.</summary>
internal static class SalesBook
{
    public const string Outlet = "销售点";
    public const string Day = "日期";
    public const string Product = "商品编号";
    public const string Goods = "商品";
    public const string Stock = "货源";
    public const string Quantity = "数量";
    public const string Unit = "计量";
    public const string Amount = "金额";
    public const string Refunds = "退款编号";
    public const string Reason = "退款原因";

    /// <summary>Stands for the id of goods that aren't in the catalogue.</summary>
    public const string Elsewhere = "目录外";

    /// <summary>Lines of sales in a file.</summary>
    public const int MostRows = 2_000;

    /// <summary>Two months; the ledger's head is held while they are saved.</summary>
    public const int MostDays = 62;

    /// <summary>Goods and refunds that the template lists beside the lines.</summary>
    public const int MostListed = 1_000;

    /// <summary>The heads that tell it from other tables.</summary>
    public static string[] Needed { get; } = [Outlet, Day, Product, Goods, Stock, Quantity, Unit, Amount];

    public static IReadOnlyDictionary<string, GoodsStock> Stocks { get; } = new Dictionary<string, GoodsStock> { ["代销"] = GoodsStock.OnBehalf, ["经销"] = GoodsStock.Own };

    public static IReadOnlyDictionary<string, MeasureUnit> Units { get; } = DaySheetWords.Units.ToDictionary(u => u.Name());

    /// <summary>The column in which somebody typed what an error speaks of; null when it is the whole row.</summary>
    public static string? ColumnOf(Error error) => (error.Path is [.., var last] ? last : null) switch
    {
        "outletId" => Outlet,
        "day" => Day,
        "productId" => Product,
        "goods" => Goods,
        "quantity" => Quantity,
        "amount" => Amount,
        "refundsLineId" => Refunds,
        "reason" => Reason,
        _ => null,
    };

    /// <summary>An empty form for an outlet, with its goods and what may be refunded there.</summary>
    public static byte[] Template(string outlet, DateOnly today, IReadOnlyList<Choice> goods, IReadOnlyList<SoldLeft> refundable) => XlsxFile.Of(
    [
        new PaperTable(
            "现金销售",
            [
                new(Outlet, 28), new(Day, 14), new(Product, 40), new(Goods, 24), new(Stock, 10), new(Quantity, 12, PaperFigure.Quantity), new(Unit, 8), new($"{Amount}（元）", 14, PaperFigure.Money), new(Refunds, 40),
                new(Reason, 24),
            ],
            [])
        {
            Left = $"一行填一种商品；{Outlet}写“{outlet}”；怎么填见“填写说明”",
        },
        new PaperTable("填写说明", [new("列", 14), new("填什么", 66), new("例子", 42)],
        [
            new([Outlet, "您填单的专柜或超市，照原名；一个文件只填一个销售点", outlet]),
            new([Day, $"哪一天卖的；一个文件最多 {MostDays} 天", Written(today)]),
            new([Product, $"从“商品目录”抄；名称不重的可以空着，按名称找；目录外的普通商品写“{Elsewhere}”", goods.Count > 0 ? NodeId.Encode("prd", goods[0].Id) : Elsewhere]),
            new([Goods, "名称，要与编号相符", goods.Count > 0 ? goods[0].Name : "矿泉水"]),
            new([Stock, "代销（替村里卖）或经销（自己进的货）；目录外的只能是经销", "代销"]),
            new([Quantity, "大于零，最多三位小数；目录外的空着", "2"]),
            new([Unit, $"{string.Join('、', Units.Keys)}；目录外的空着", "袋"]),
            new([$"{Amount}（元）", "收了多少现金，大于零，最多两位小数；退款也写正数。手机付款的不填，系统自动计入", "116.00"]),
            new([Refunds, "退款才填：从“可退款的销售”抄；商品、货源空着，退了货就写数量和计量", ""]),
            new([Reason, "退款才填：为什么退，2 至 200 字", ""]),
        ])
        {
            Left = "导入只存成草稿，还要打开来核对、提交，再由另一个人确认。同一天已有草稿的，整张换成文件里的行",
        },
        new PaperTable("商品目录", [new(Product, 40), new("名称", 30)], goods.Take(MostListed).Select(g => new PaperRow([NodeId.Encode("prd", g.Id), g.Name])))
        {
            Left = goods.Count > MostListed ? $"只列了前 {MostListed} 种，先列这个销售点进过或卖过的；别的商品写全名，编号空着" : "先列这个销售点进过或卖过的",
        },
        new PaperTable(
            "可退款的销售",
            [new("编号", 40), new("卖出日期", 14), new("名称", 24), new("还可退数量", 14, PaperFigure.Quantity), new(Unit, 8), new("还可退金额（元）", 18, PaperFigure.Money)],
            refundable.Select(r => new PaperRow(
                [NodeId.Encode("dsl", r.Line.Id), Written(r.Day), r.Line.Goods, r.Line.Counts ? new Quantity(r.Milli, r.Line.QuantityUnit).Value : PaperCell.Empty, r.Line.Counts ? r.Line.QuantityUnit.Name() : "", Money.FromFen(r.Fen)]))),
    ]);

    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
