using Commerce.Assistance.Domain;
using Commerce.Platform.Documents;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;

namespace Commerce.Assistance.External;

/// <summary>The workbook of 832 orders, a line of an order in a row. Chinese only, as the lists that it is copied from.</summary>
internal static class OrderSheet
{
    public const string Unit = "单位";
    public const string Number = "订单号";
    public const string Line = "行号";
    public const string Day = "下单日期";
    public const string Supplier = "供应商";
    public const string Goods = "商品";
    public const string Amount = "金额";
    public const string Purpose = "用途";
    public const string Village = "帮扶村";
    public const string County = "产地县代码";
    public const string Invoice = "发票号码";

    /// <summary>A department's orders of a month, and more.</summary>
    public const int MostRows = 2_000;

    /// <summary>The heads that tell it from other tables.</summary>
    public static string[] Needed { get; } = [Unit, Number, Line, Day, Supplier, Goods, Amount, Purpose];

    public static IReadOnlyDictionary<string, PurchasePurpose> Purposes { get; } = new Dictionary<string, PurchasePurpose>
    {
        ["食堂"] = PurchasePurpose.Canteen,
        ["福利"] = PurchasePurpose.StaffWelfare,
        ["职工福利"] = PurchasePurpose.StaffWelfare,
        ["个人"] = PurchasePurpose.Personal,
    };

    public static decimal? AmountIn(FilledRow row) => row.NumberAt(Amount, Money.IsExact);

    /// <summary>An empty form with an explanation.</summary>
    public static byte[] Template() => XlsxFile.Of(
    [
        new PaperTable(
            "832订单",
            [
                new(Unit, 22), new(Number, 24), new(Line, 8), new(Day, 14), new(Supplier, 30), new(Goods, 24), new($"{Amount}（元）", 14, PaperFigure.Money), new(Purpose, 10), new(Village, 12), new(County, 14),
                new(Invoice, 24),
            ],
            [])
        {
            Left = "一行填一个商品；后三列不知道就空着",
        },
        new PaperTable("填写说明", [new("列", 14), new("填什么", 66), new("例子", 26)],
        [
            new([Unit, "您登记的单位；有重名时写成“上级/单位”", "公路局"]),
            new([Number, "832平台的订单号，照原样", "2026060112345678"]),
            new([Line, "订单里第几个商品；同一订单号和行号只计一次", "1"]),
            new([Day, "下单的日期，计入这一天所在的月份", "2026-06-01"]),
            new([Supplier, "平台上的供应商名称", "龙井市某合作社"]),
            new([Goods, "商品名称和规格", "黑木耳 500克"]),
            new([$"{Amount}（元）", "这一行实付的金额，含税，大于零，最多两位小数", "1280.00"]),
            new([Purpose, string.Join('、', Purposes.Keys), "食堂"]),
            new([Village, "是帮扶村的货就写村名，别的空着", "明东村"]),
            new([County, "产地县的 6 位区划代码，可空", "222405"]),
            new([Invoice, "有发票就填，可空", "26222000000012345678"]),
        ]),
    ]);
}
