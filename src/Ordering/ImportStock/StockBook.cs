using Commerce.Ordering.Domain;
using Commerce.Ordering.Stocks;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.ImportStock;

/// <summary>The workbook of stock: an offer in a row, what came and what was counted. Chinese only, as the lists that people write on the shelf.</summary>
internal static class StockBook
{
    public const string Offer = "编号";
    public const string Outlet = "销售点";
    public const string Goods = "商品";
    public const string Pack = "规格";
    public const string Unit = "计量";
    public const string OnHand = "账面";
    public const string Received = "进货";
    public const string ExpiresOn = "保质到";
    public const string Batch = "批次";
    public const string Counted = "盘点";
    public const string Cause = "盘亏原因";
    public const string Note = "说明";

    /// <summary>Offers in a file; the outlets of a company have some hundred.</summary>
    public const int MostRows = 2_000;

    /// <summary>The heads that tell it from other tables.</summary>
    public static string[] Needed { get; } = [Offer, Unit, OnHand, Received, Counted];

    public static IReadOnlyDictionary<string, LossCause> Causes { get; } = new Dictionary<string, LossCause>
    {
        ["变质"] = LossCause.Spoiled,
        ["破损"] = LossCause.Damaged,
        ["过期"] = LossCause.Expired,
        ["短少"] = LossCause.Missing,
    };

    /// <summary>The column in which somebody typed what an error speaks of; null when it is the whole row.</summary>
    public static string? ColumnOf(Error error, bool counts) => (error.Path is [var first, ..] ? first : null) switch
    {
        "offerId" => Offer,
        "unit" => Unit,
        "expected" => OnHand,
        "quantity" => Received,
        "expiresOn" => ExpiresOn,
        "batchId" => Batch,
        "counted" => Counted,
        "cause" => Cause,
        "note" => Note,
        _ => counts ? Counted : null,
    };

    /// <summary>What stands there now: handed in unchanged, it changes nothing.</summary>
    public static byte[] Template(StockSheet sheet) => XlsxFile.Of(
    [
        new PaperTable(
            "库存",
            [
                new(Outlet, 28), new(Goods, 22), new(Pack, 16), new(Unit, 8), new(OnHand, 12, PaperFigure.Quantity), new(Received, 12, PaperFigure.Quantity), new(ExpiresOn, 14), new(Batch, 16),
                new(Counted, 12, PaperFigure.Quantity), new(Cause, 12), new(Note, 24), new(Offer, 40),
            ],
            sheet.Shown.Take(MostRows).Select(r => new PaperRow(
                [r.Outlet, r.Offer.ProductName, r.Offer.Specification, r.Offer.SoldBy.Name(), new Quantity(r.Stock.OnHandMilli, r.Offer.SoldBy).Value, "", "", "", "", "", "", NodeId.Encode("off", r.Offer.Id)])))
        {
            Left = "只填“进货”或“盘点”，空着就是不改；怎么填见“填写说明”",
        },
        new PaperTable("填写说明", [new("列", 14), new("填什么", 70), new("例子", 16)],
        [
            new([Received, "这次进了多少，大于零，按“计量”一列的单位。一行只填进货或盘点中的一样", "100"]),
            new([ExpiresOn, "进货才填：包装上的保质期最后一天，可空；写了批次就不用填", "2026-12-31"]),
            new([Batch, "进货才填：已登记批次的编号，可空", "MD-0612"]),
            new([Counted, "货架上数到多少，为订单留着的也算在内；账面数变了就不能保存，要重新下载、再核对一次", "94"]),
            new([Cause, $"盘点比账面少才填：{string.Join('、', Causes.Keys)}", "短少"]),
            new([Note, "可空，最多 200 字", ""]),
            new([$"{OnHand}、{Unit}、{Offer}", "不要改", ""]),
        ]),
    ]);
}
