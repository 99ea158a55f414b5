using System.Globalization;
using Commerce.Assistance.Totals;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Reports;

/// <summary>情况通报 as a draft: the figures and the table of places are told from the report; reasons and demands are for people to write, and the document number is typed by whoever issues it.</summary>
internal static class Briefing
{
    public static PaperTable Of(Report report, string scope, DateOnly? knownOn, string whose, string by, DateTimeOffset now)
    {
        var paper = ReportPaper.Of(report, scope, knownOn, whose, by, now);

        // A letter stands upright: what isn't compared stays in the annex.
        var annexed = report.HasFlows ? 1 : 3;
        return paper with
        {
            Columns = [.. paper.Columns.SkipLast(annexed)],
            Rows = [.. paper.Rows.Select(r => r with { Cells = [.. r.Cells.SkipLast(annexed)] })],
            Upright = true,
            Title = $"关于{report.Period.Said(true)}消费帮扶采购情况的通报（代拟稿）",
            Left = "",
            Right = "",
            Opening =
            [
                "各有关单位：",
                $"现将{report.Period.Said(true)}消费帮扶采购情况通报如下。",
                Figures(report),
                $"各{Ledger.LedgerWords.Of(report.By[0], true)}情况见下表，{paper.Right}。",
            ],
            Closing = ["一、主要情况和原因", "　", "二、下一步要求", "　"],
            Signatures = [$"拟稿：{by}", "审核：", "签发：", $"日期：{ReportNotes.Day(now.DayInChina())}"],
        };
    }

    // 完成数 and comparisons in words; nothing is said of what can't be compared.
    private static string Figures(Report report)
    {
        var money = report.Money;
        var unit = money.Unit(true);
        var told = new List<string> { $"{report.Period.Name(true)}验收采购 {money.Text(report.Total)} {unit}" };
        if (!report.OverTime)
        {
            if (ReportLine.Growth(report.Total, report.YearBefore) is { } year)
            {
                told.Add($"同比{Moved(year)}");
            }

            if (ReportLine.Growth(report.Total, report.Before) is { } before)
            {
                told.Add($"环比{Moved(before)}");
            }

            if (report.ToDate != report.Total)
            {
                told.Add($"本年累计 {money.Text(report.ToDate)} {unit}");
            }

            if (report.Lines.Where(l => l.Rank <= 3 && l.Sums.Amount > Money.Zero).Select(l => string.Join(" ", l.Labels)).ToList() is { Count: > 0 } first && report.By is [TotalsBy.Unit])
            {
                told.Add($"采购额居前的单位是{string.Join("、", first)}");
            }
        }

        return string.Join("，", told) + "。";
    }

    private static string Moved(decimal growth) => growth == 0 ? "持平" : $"{(growth > 0 ? "增长" : "下降")} {Math.Abs(growth * 100).ToString("0.00", CultureInfo.InvariantCulture)}%";
}
