using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Figures;

/// <summary>How measure 47's counting rule speaks.</summary>
internal static class RuleWords
{
    private static readonly Dictionary<string, (string Chinese, string English)> Words = new()
    {
        ["CANTEEN"] = ("食堂", "canteen"),
        ["STAFF_WELFARE"] = ("福利", "staff welfare"),
        ["PERSONAL"] = ("个人", "personal"),
        ["DIRECT"] = ("直接购买", "direct"),
        ["PLATFORM832"] = ("832平台", "832 platform"),
        ["OFFLINE"] = ("线下采购", "on paper"),
        ["RESALE"] = ("转售", "resale"),
    };

    /// <summary>What counts, in one sentence.</summary>
    public static string Say(KnownRule rule, bool chinese)
    {
        var purposes = Of(rule.Purposes, chinese);
        var channels = rule.Channels is { } some ? Of(some, chinese) : chinese ? "各种渠道" : "any channel";
        var (from, ground) = (rule.FromMonth.Length == 0 ? "" : chinese ? $"，{rule.FromMonth} 起" : $", from {rule.FromMonth}", rule.Ground.Length == 0 ? "" : chinese ? $"；依据：{rule.Ground}" : $"; ground: {rule.Ground}");
        return chinese
            ? $"口径（第{rule.Number}版{from}）：厅直单位和服务中心的{purposes}采购，产地为两村，{channels}，按第二人签字当天计入，扣除退货，不含跨年调整{ground}。"
            : $"Rule (version {rule.Number}{from}): purchases of the department's own units and the service centre from the two villages, {purposes}, {channels}, counted on the day of the second signature, net of returns, without adjustments of earlier years{ground}.";
    }

    private static string Of(string spelled, bool chinese) =>
        string.Join(chinese ? "、" : ", ", spelled.Split(',').Select(word => Words.TryGetValue(word, out var known) ? chinese ? known.Chinese : known.English : word));
}
