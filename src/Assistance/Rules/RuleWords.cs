using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Rules;

/// <summary>How counting rules speak.</summary>
internal static class RuleWords
{
    public static string Of(CountedFigure figure, bool chinese) => figure switch
    {
        CountedFigure.MonthTable => chinese ? "月报" : "The month's table",
        CountedFigure.OwnGuide => chinese ? "内部指导数" : "Guide figure",
        CountedFigure.ReservedShare => chinese ? "832 预留份额" : "832 reserved share",
        CountedFigure.Measure47 => chinese ? "任务清单措施 47" : "Measure 47",
    };

    public static string Of(CountingBasis basis, bool chinese) => basis switch
    {
        CountingBasis.Accepted => chinese ? "验收" : "accepted",
        CountingBasis.Ordered => chinese ? "订货" : "ordered",
        CountingBasis.Paid => chinese ? "付款" : "paid",
    };

    public static string Of(RuleState state, bool chinese) => state switch
    {
        RuleState.Proposed => chinese ? "等第二人同意" : "Waits for a second person",
        RuleState.Agreed => chinese ? "已同意" : "Agreed",
        RuleState.Refused => chinese ? "已退回" : "Refused",
    };

    /// <summary>从哪个月起: 2026年7月起, or 最初.</summary>
    public static string From(FigureRule rule, bool chinese) => rule.IsBuiltIn ? (chinese ? "最初" : "From the beginning")
        : new Month(rule.FromMonthNumber) is var month && chinese ? $"{month.Year}年{month.OfYear}月起" : $"From {new Month(rule.FromMonthNumber)} on";

    /// <summary>What counts, in one sentence: every figure says it.</summary>
    public static string Say(FigureRule rule, bool chinese)
    {
        var (villages, others) = (Channels(rule.VillageChannels, chinese), Channels(rule.OtherChannels, chinese));
        var purposes = string.Join(chinese ? "、" : ", ", rule.Purposes.Select(p => LedgerWords.Of(p, chinese)));
        return chinese
            ? $"口径（第{rule.Number}版，{From(rule, true)}）：{purposes}；两村的货{villages}，其他地方的货{others}；按{Of(rule.Basis, true)}计，含税，扣除退货，不含跨年调整{(rule.IsBuiltIn ? "" : $"；依据：{rule.Ground}")}。"
            : $"Rule (version {rule.Number}, {From(rule, false).ToLowerInvariant()}): {purposes}; goods of the two villages {villages}, from elsewhere {others}; as {Of(rule.Basis, false)}, tax included, net of returns, without adjustments of earlier years{(rule.IsBuiltIn ? "" : $"; ground: {rule.Ground}")}.";
    }

    public static string Channels(IReadOnlyList<Channel> channels, bool chinese) => channels.Count == 0 ? (chinese ? "不算" : "don't count")
        : (chinese ? "算" : "by ") + string.Join(chinese ? "、" : ", ", channels.Select(c => LedgerWords.Of(c, chinese)));
}
