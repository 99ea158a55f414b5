using System.Globalization;
using Commerce.Assistance.Domain;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;

namespace Commerce.Assistance.YearClose;

/// <summary>The year's table in the official layout (年报). Official papers are in Chinese.</summary>
internal static class YearPaper
{
    public static PaperTable Closed(YearClosing closing, IReadOnlyList<YearLine> lines, string whose) => new(
        $"{closing.Year}年消费帮扶采购统计表",
        [
            new("单位", 20), new("食堂", 15, PaperFigure.Money), new("福利", 15, PaperFigure.Money), new("个人", 15, PaperFigure.Money), new("合计", 16, PaperFigure.Money),
            new("两村", 15, PaperFigure.Money, "其中"), new("其他县", 15, PaperFigure.Money, "其中"), new("832", 15, PaperFigure.Money, "其中"),
            new("内部指导数", 15, PaperFigure.Money), new("完成率", 11, PaperFigure.Percent),
        ],
        [.. lines.Select(l => Row(l, l.Unit, false)), Row(YearLine.Sum(lines), "合计", true)])
    {
        Left = $"填报单位：{whose}",
        Right = "单位：元（验收口径，含税）",
        Notes = [.. Notes(closing, lines)],
        Signatures = [$"填表人：{closing.FirstByName}", $"审核人：{closing.SecondByName}", $"填报日期：{Day(closing.ClosedAt)}", "（盖章）"],
        Foot = $"{closing.ClosedAt.ClockInChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} 年度结账；台账至第 {closing.LastSequence} 条，链首 {closing.LedgerHash}",
    };

    private static PaperRow Row(YearLine l, string name, bool total) => new(
        [
            name, l.Canteen, l.Welfare, l.Personal, l.Total, l.Villages, l.OtherCounties, l.Platform832,
            total ? "" : l.Guide is { } guide ? guide : "不适用", total ? "" : l.Rate is { } rate ? rate : "不适用",
        ],
        total);

    private static IEnumerable<string> Notes(YearClosing closing, IReadOnlyList<YearLine> lines)
    {
        yield return "注：各数为十二个月结账表之和；完成率=按各月计数规则计入的采购÷内部指导数。";
        foreach (var line in lines.Where(l => l.EarlierYears != Money.Zero))
        {
            yield return $"跨年调整：{line.Unit} {line.EarlierYears} 元，属以前年度，不计入上列各数。";
        }

        if (closing.Warnings.Length > 0)
        {
            yield return $"结账时：{closing.Warnings}。";
        }
    }

    private static string Day(DateTimeOffset at) => at.DayInChina() is var day ? $"{day.Year}年{day.Month}月{day.Day}日" : "";
}
