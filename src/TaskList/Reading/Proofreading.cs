using System.Globalization;
using System.Text.RegularExpressions;

namespace Commerce.TaskList.Reading;

/// <summary>What looks like a slip in an official text. The text stays as it is; the suggestion stands beside it.</summary>
internal static partial class Proofreading
{
    // Nobody reads more of one kind in one cell; the clauses of real sentences are short.
    private const int MostSlips = 20;
    private const int LongestClause = 300;

    private static readonly (Regex Pattern, string? Instead, string Chinese, string English)[] Slips =
    [
        (English(), "和", "中文句子里有英文词，可能是“和”。", "An English word in a Chinese sentence; perhaps 和 was meant."),
        (Sealing(), "清灌", "“清惯”可能是“清灌”（清缝灌缝）。", "清惯 may be 清灌 (joints cleaned and sealed)."),
        (Traditional(), null, "这是繁体或异体字，可能该用简体。", "A traditional or variant character where a simplified one is usual."),
        (Brackets(), "〔${y}〕", "发文字号的年份一般用六角括号〔〕。", "The year in a document number usually stands in 〔〕."),
        (Doubled(), "${w}", "同一个词连写了两遍。", "The same word stands twice in a row."),
        (Signs(), "${s}", "标点连写了两个。", "Two punctuation marks in a row."),
        (Lost(), null, "这里有读不出的字（编码有误）。请对照原件补上。", "A character here was lost (wrong encoding). Enter it from the original."),
    ];

    /// <summary>Variants seen in official texts, each with its simplified form.</summary>
    private static readonly Dictionary<string, string> Simple = new()
    {
        ["琿"] = "珲",
        ["劃"] = "划",
        ["貧"] = "贫",
        ["縣"] = "县",
        ["鄉"] = "乡",
        ["鎮"] = "镇",
        ["區"] = "区",
        ["產"] = "产",
        ["業"] = "业",
        ["車"] = "车",
        ["運"] = "运",
        ["輸"] = "输",
        ["廳"] = "厅",
        ["處"] = "处",
        ["員"] = "员",
        ["會"] = "会",
        ["實"] = "实",
        ["標"] = "标",
        ["進"] = "进",
        ["發"] = "发",
        ["長"] = "长",
        ["門"] = "门",
        ["東"] = "东",
        ["龍"] = "龙",
    };

    /// <summary>Writes doubts; returns the text with all suggestions in it, or null when there are none.</summary>
    public static string? Read(string text, Place place, List<Doubt> doubts)
    {
        var corrected = text;
        foreach (var (pattern, instead, chinese, english) in Slips)
        {
            foreach (var slip in pattern.Matches(text).Take(MostSlips))
            {
                var suggestion = pattern.ToString() == Traditional().ToString() ? Simple[slip.Value] : instead is null ? null : slip.Result(instead);
                corrected = suggestion is null ? corrected : corrected.Replace(slip.Value, suggestion, StringComparison.Ordinal);
                doubts.Add(new(place, chinese + "原文没有改。请核对。", english + " The text was not changed. Please check.", slip.Value.Trim(), suggestion));
            }
        }

        foreach (var list in Clause().Split(text).Where(c => c.Length <= LongestClause).SelectMany(c => Counted().Matches(c)))
        {
            var (names, said) = (list.Value.Count(c => c == '、') + 1, Folding.Number(list.Groups["n"].Value) ?? 0);
            if (names > 1 && (list.Groups["more"].Success ? names > said : names != said))
            {
                var (stand, count) = (names.ToString(CultureInfo.InvariantCulture), said.ToString(CultureInfo.InvariantCulture));
                doubts.Add(new(place, $"写的是{count}个，列出的是{stand}个。请核对。", $"{count} are said, {stand} are named. Please check.", list.Value, null));
            }
        }

        return corrected == text ? null : corrected;
    }

    /// <summary>Two spellings of one unit: the same name with and without 厅 before it.</summary>
    public static IEnumerable<Doubt> Names(IReadOnlyList<ListedTask> tasks)
    {
        var all = tasks.SelectMany(t => Everybody(t.Responsibility).Select(n => (Name: n, Task: t.Label))).ToList();
        foreach (var name in all.Select(a => a.Name).Distinct().Where(n => n.StartsWith('厅') || n.StartsWith("省厅", StringComparison.Ordinal)))
        {
            var plain = name[(name.IndexOf('厅') + 1)..];
            if (plain.Length > 2 && all.Exists(a => a.Name == plain))
            {
                var where = string.Join('、', all.Where(a => a.Name == name || a.Name == plain).Select(a => a.Task).Distinct());
                yield return new(new(null, where, null, ListColumn.Units), $"“{name}”和“{plain}”可能是同一个单位的两种写法；保存时按一个单位合并。请核对。", $"“{name}” and “{plain}” may be one unit spelled twice; they are merged when the list is saved. Please check.", name, plain);
            }
        }
    }

    private static IEnumerable<string> Everybody(Responsibility r) => [.. r.Lead, .. r.Cooperating, .. r.SharedResponsibility, .. r.Sole];

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])\s*\band\b\s*(?=[\u4e00-\u9fff])", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex("清惯")]
    private static partial Regex Sealing();

    [GeneratedRegex("[琿劃貧縣鄉鎮區產業車運輸廳處員會實標進發長門東龍]")]
    private static partial Regex Traditional();

    [GeneratedRegex(@"[\[［【](?<y>(?:19|20)\d\d)[\]］】](?=\s*第?\s*\d+\s*号)")]
    private static partial Regex Brackets();

    [GeneratedRegex("(?<w>进一步|积极|认真|全面|加强|推进|落实|工作|项目)\\k<w>(?!\\k<w>)")]
    private static partial Regex Doubled();

    [GeneratedRegex("(?<s>[，。；、：])[，。；、：]+")]
    private static partial Regex Signs();

    [GeneratedRegex("[，,；;。：:]")]
    private static partial Regex Clause();

    [GeneratedRegex("[\uFFFD\uE000-\uF8FF]+")]
    private static partial Regex Lost();

    // "甲、乙3个项目": as many as said? With 等 there may be more than named.
    [GeneratedRegex(@"[^，,；;。：:、（）()“”\s]{1,24}(?:（[^（）]*）)?(?:、[^，,；;。：:、（）()“”\s]{1,24}?(?:（[^（）]*）)?)+(?<more>等)?(?<n>\d{1,2}|[一二两三四五六七八九十])(?:个|条|座|项|处)(?!月|工作日)")]
    private static partial Regex Counted();
}
