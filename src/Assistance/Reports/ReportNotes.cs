using System.Globalization;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Rules;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Reports;

/// <summary>What a reader of a report must know beside its figures.</summary>
internal static class ReportNotes
{
    /// <param name="report">The report.</param>
    /// <param name="scope">What it is narrowed to, in words.</param>
    /// <param name="knownOn">As the ledger knew it at the end of this day.</param>
    /// <param name="chinese">The reader's language.</param>
    public static IEnumerable<string> Of(Report report, string scope, DateOnly? knownOn, bool chinese)
    {
        yield return chinese ? $"范围：{scope}。" : $"Scope: {scope}.";
        if (report.RoundsApart)
        {
            yield return chinese ? "注：因四舍五入，分项之和与合计可能不等。" : "Figures are rounded one by one, so parts may not add up to their total.";
        }

        if (report.Channels.Count > 1)
        {
            var parts = string.Join(chinese ? "，" : ", ", report.Channels.Select(c => $"{LedgerWords.Of(c.Channel, chinese)} {report.Money.Text(c.Amount)}"));
            yield return chinese ? $"注：合计跨不同渠道：{parts}（{report.Money.Unit(true)}）。" : $"The total is over several channels: {parts} ({report.Money.Unit(false)}).";
        }

        if (report.HelpSell is { } sold)
        {
            yield return chinese
                ? $"注：帮销是卖给旅客的，不是单位采购，不计入合计；帮销合计 {report.Money.Text(sold)} {report.Money.Unit(true)}。"
                : $"Help-sell is what counters sold to travellers: no unit's purchase and not in the total. It comes to {report.Money.Text(sold)} {report.Money.Unit(false)}.";
        }

        if (knownOn is { } day)
        {
            yield return chinese ? $"注：按台账截至{Day(day)}日终已有的记录编制，以后的记录不在内。" : $"As the ledger knew it at the end of {day:yyyy-MM-dd} (China); what was recorded later isn't in it.";
        }

        if (report.HasFlows)
        {
            yield return chinese
                ? "注：订货为供货方确认时约定的金额（按确认月份），取消的另记负数；付款按付款日期所在月份，依对账单各行金额分摊；只有验收数是正式口径。"
                : "Ordered: at the agreed prices, in the month of the supplier's confirmation, with minus signs for what was given up. Paid: in the month of the transfer, shared out over the lines of its statement. Accepted alone is the official figure.";
        }

        if (report.HasGuide && !report.HasFlows)
        {
            yield return chinese
                ? "注：完成率＝本年累计计入的采购÷内部指导数；没有指导数的单位不适用，不参加完成率排名。"
                : "Of guide: what counted of the year's purchases so far over the office's own guide figure; units without one have no rate and no place by it.";
            foreach (var rule in report.GuideRules)
            {
                yield return RuleWords.Say(rule, chinese);
            }
        }

        foreach (var head in report.Heads)
        {
            yield return chinese
                ? $"{head.Month.Year}年{head.Month.OfYear}月已结账（第 {head.Version} 版），台账至第 {head.Sequence} 条，链首 {head.Hash}"
                : $"{head.Month} is closed (version {head.Version}): ledger up to row {head.Sequence.ToString(CultureInfo.InvariantCulture)}, head {head.Hash}";
        }
    }

    /// <summary>2026年6月30日.</summary>
    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
