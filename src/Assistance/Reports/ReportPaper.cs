using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Reports;

/// <summary>A report in the official layout: title, 填报单位, 单位, lines, 合计, notes, 填表人, 审核人, 负责人, date, room for the seal. Official papers are in Chinese.</summary>
internal static class ReportPaper
{
    /// <param name="report">What it shows.</param>
    /// <param name="scope">What it is narrowed to, in words.</param>
    /// <param name="knownOn">As the ledger knew it at the end of this day.</param>
    /// <param name="whose">填报单位.</param>
    /// <param name="by">填表人.</param>
    /// <param name="now">When it was made.</param>
    public static PaperTable Of(Report report, string scope, DateOnly? knownOn, string whose, string by, DateTimeOffset now) => new(
        $"{report.Period.Said(true)}消费帮扶采购统计表（按{string.Join("、", report.By.Select(b => LedgerWords.Of(b, true)))}）", [.. Columns(report)],
        [
            .. report.Lines.Select(l => new PaperRow([.. Cells(report, l)])),
            new PaperRow([.. Total(report)], IsTotal: true),
        ])
    {
        Left = $"填报单位：{whose}",
        Right = $"单位：{report.Money.Unit(true)}（验收口径，含税）",
        Notes = [.. ReportNotes.Of(report, scope, knownOn, true)],
        Signatures = [$"填表人：{by}", "审核人：", "负责人：", $"日期：{ReportNotes.Day(now.DayInChina())}", "（盖章）"],
    };

    private static IEnumerable<PaperColumn> Columns(Report report)
    {
        foreach (var by in report.By)
        {
            yield return new(LedgerWords.Of(by, true), by == TotalsBy.Product ? 24 : 18);
        }

        if (report.HasFlows)
        {
            yield return new("订货", 15, PaperFigure.Money);
            yield return new("验收", 15, PaperFigure.Money);
            yield return new("付款", 15, PaperFigure.Money);
            yield return new("笔数", 8, PaperFigure.Whole);
            yield break;
        }

        yield return new(report.OverTime ? "金额" : report.Period.Name(true), 15, PaperFigure.Money);
        yield return new("累计", 15, PaperFigure.Money);
        yield return new("同比", 10, PaperFigure.Percent);
        yield return new("环比", 10, PaperFigure.Percent);
        yield return new("排名", 7, PaperFigure.Whole);
        if (report.HasGuide)
        {
            yield return new("内部指导数", 15, PaperFigure.Money);
            yield return new("完成率", 10, PaperFigure.Percent);
            yield return new("完成率排名", 8, PaperFigure.Whole);
        }

        yield return new("数量", 12, PaperFigure.Quantity);
        yield return new("计量", 7);
        yield return new("笔数", 8, PaperFigure.Whole);
    }

    private static IEnumerable<PaperCell> Cells(Report report, ReportLine line)
    {
        foreach (var label in line.Labels)
        {
            yield return label;
        }

        if (report.HasFlows)
        {
            yield return report.Money.Of(line.Ordered);
            yield return report.Money.Of(line.Sums.Amount);
            yield return report.Money.Of(line.Paid);
            yield return (decimal)line.Sums.Entries;
            yield break;
        }

        yield return report.Money.Of(line.Sums.Amount);
        yield return report.Money.Of(line.ToDate);
        yield return line.OverYear is { } year ? year : "—";
        yield return line.OverPeriod is { } period ? period : "—";
        yield return (decimal)line.Rank;
        if (report.HasGuide)
        {
            yield return line.Guide is { } guide ? report.Money.Of(guide) : "不适用";
            yield return line.Rate is { } rate ? rate : "不适用";
            yield return line.RankByRate is { } place ? (decimal)place : "—";
        }

        yield return line.Sums.Quantity?.Value;
        yield return line.Sums.Quantity?.Unit.Name(true);
        yield return (decimal)line.Sums.Entries;
    }

    private static IEnumerable<PaperCell> Total(Report report)
    {
        yield return report.HelpSell is null ? "合计" : "采购合计";
        foreach (var _ in report.By.Skip(1))
        {
            yield return "";
        }

        if (report.HasFlows)
        {
            yield return report.Money.Of(report.Sum(l => l.Ordered));
            yield return report.Money.Of(report.Total);
            yield return report.Money.Of(report.Sum(l => l.Paid));
            yield return (decimal)report.Counted.Sum(l => l.Sums.Entries);
            yield break;
        }

        yield return report.Money.Of(report.Total);
        yield return report.OverTime ? PaperCell.Empty : report.Money.Of(report.ToDate);
        yield return Growth(report.OverTime ? null : ReportLine.Growth(report.Total, report.YearBefore));
        yield return Growth(report.OverTime ? null : ReportLine.Growth(report.Total, report.Before));
        yield return PaperCell.Empty;
        if (report.HasGuide)
        {
            yield return report.Money.Of(report.Lines.Sum(l => l.Guide ?? Money.Zero));
            yield return PaperCell.Empty;
            yield return PaperCell.Empty;
        }

        yield return PaperCell.Empty;
        yield return PaperCell.Empty;
        yield return (decimal)report.Counted.Sum(l => l.Sums.Entries);
    }

    private static PaperCell Growth(decimal? growth) => growth is { } g ? g : "—";
}
