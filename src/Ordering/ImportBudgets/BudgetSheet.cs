using System.Globalization;
using Commerce.Ordering.Budgets;
using Commerce.Ordering.Domain;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;

namespace Commerce.Ordering.ImportBudgets;

/// <summary>The workbook of opening budgets: its heads, and the words of its sources. Chinese only, as the papers that it is copied from.</summary>
internal static class BudgetSheet
{
    public const string Unit = "单位";
    public const string Year = "年度";
    public const string Fund = "资金来源";
    public const string Limit = "预算";

    /// <summary>Two sources for each of some hundred units, and some years.</summary>
    public const int MostRows = 2_000;

    public static IReadOnlyDictionary<string, FundingSource> Funds { get; } = new Dictionary<string, FundingSource>
    {
        ["食堂经费"] = FundingSource.CanteenBudget,
        ["工会经费"] = FundingSource.Union,
    };

    public static string WordOf(FundingSource fund) => Funds.First(f => f.Value == fund).Key;

    /// <summary>The budgets of a year as they are, with a row for each that isn't set: handed in unchanged, it changes nothing.</summary>
    public static byte[] Template(YearOfBudgets budgets) => XlsxFile.Of(
    [
        new PaperTable(
            "年度预算",
            [new(Unit, 28), new(Year, 10), new(Fund, 14), new($"{Limit}（元）", 18, PaperFigure.Money)],
            budgets.Rows.Select(r => new PaperRow([r.Path, budgets.Year.ToString(CultureInfo.InvariantCulture), WordOf(r.Fund), r.LimitFen is { } fen ? Money.FromFen(fen) : PaperCell.Empty])))
        {
            Left = "填“预算（元）”一列，空着就是不改",
        },
        new PaperTable("填写说明", [new("列", 14), new("填什么", 66), new("例子", 16)],
        [
            new([Unit, "您管理预算的单位；有重名时写成“上级/单位”", "公路局"]),
            new([Year, "四位数", budgets.Year.ToString(CultureInfo.InvariantCulture)]),
            new([Fund, $"{string.Join('、', Funds.Keys)}（食堂食材用食堂经费，职工福利用工会经费）", "食堂经费"]),
            new([$"{Limit}（元）", "全年的数，最多两位小数；不能低于已用和已占的。空着就是不改", "120000.00"]),
        ]),
    ]);
}
