using System.Globalization;
using Commerce.Assistance.Domain;
using Commerce.Assistance.MonthTable;
using Commerce.Assistance.Rules;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Months;

/// <summary>The month's table in the official layout (月报): title, 单位：元, 填报单位, columns, 合计, notes, 填表人, 审核人, date. Official papers are in Chinese.</summary>
internal static class MonthPaper
{
    /// <summary>A closed month: signed, numbered, with the ledger's head at its foot.</summary>
    public static PaperTable Closed(MonthVersion version, IReadOnlyList<MonthLine> lines, string whose, FigureRule rule) => Table(new(version.MonthNumber), lines, whose, rule) with
    {
        Signatures = [$"填表人：{version.FirstByName}", $"审核人：{version.SecondByName}", $"填报日期：{Day(version.ClosedAt)}", "（盖章）"],
        Foot = $"第 {version.Number} 版，{Instant(version.ClosedAt)} 结账；台账至第 {version.LastSequence} 条，链首 {version.LedgerHash}",
    };

    /// <summary>A month that isn't closed: nobody has signed it, and it may still move.</summary>
    public static PaperTable Open(Month month, IReadOnlyList<MonthLine> lines, string whose, FigureRule rule, string by, DateTimeOffset now) => Table(month, lines, whose, rule) with
    {
        Signatures = [$"填表人：{by}", "审核人：", $"填报日期：{Day(now)}", "（盖章）"],
        Foot = $"未结账，数字截至 {Instant(now)}",
    };

    private static PaperTable Table(Month month, IReadOnlyList<MonthLine> lines, string whose, FigureRule rule) => new(
        $"{month.Year}年{month.OfYear}月消费帮扶采购统计表",
        [
            new("单位", 22), new("食堂", 15, PaperFigure.Money), new("福利", 15, PaperFigure.Money), new("个人", 15, PaperFigure.Money), new("合计", 16, PaperFigure.Money),
            new("两村", 15, PaperFigure.Money, "其中"), new("其他县", 15, PaperFigure.Money, "其中"),
            new("832", 15, PaperFigure.Money, "其中"), new("确认", 16),
        ],
        [.. lines.Select(l => Row(l, l.Unit, l.ConfirmedBy ?? "未确认", false)), Row(MonthFigures.Sum(lines), "合计", "", true)])
    {
        Left = $"填报单位：{whose}",
        Right = "单位：元（验收口径，含税）",
        Notes = [.. Notes(lines), RuleWords.Say(rule, true)],
    };

    private static PaperRow Row(MonthLine line, string name, string confirmed, bool total) =>
        new([name, line.Canteen, line.Welfare, line.Personal, line.Total, line.Villages, line.OtherCounties, line.Platform832, confirmed], total);

    private static IEnumerable<string> Notes(IReadOnlyList<MonthLine> lines)
    {
        var unconfirmed = lines.Count(l => l.ConfirmedBy is null);
        if (unconfirmed > 0)
        {
            yield return $"注：未确认单位 {unconfirmed} 个。";
        }

        foreach (var (line, adjustment) in lines.SelectMany(l => l.Adjustments.Select(a => (l, a))))
        {
            yield return adjustment.CrossesYear
                ? $"跨年调整：{line.Unit} {Of(adjustment.Month)} {adjustment.Amount} 元（{adjustment.Entries} 笔），不计入上列各数。"
                : $"其中调整以前月份：{line.Unit} {Of(adjustment.Month)} {adjustment.Amount} 元（{adjustment.Entries} 笔）。";
        }
    }

    private static string Of(Month month) => $"{month.Year}年{month.OfYear}月";

    private static string Day(DateTimeOffset at) => at.DayInChina() is var day ? $"{day.Year}年{day.Month}月{day.Day}日" : "";

    private static string Instant(DateTimeOffset at) => at.ClockInChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
