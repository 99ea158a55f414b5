using System.Text.RegularExpressions;

namespace Commerce.TaskList.Saving;

/// <summary>Which measures a deadline probably belongs to, by the words they share. A suggestion: a person confirms it.</summary>
internal static partial class MilestoneMatch
{
    // Words that say when and how, not what.
    private static readonly string[] Empty =
        ["完成", "开工", "建成", "推进", "工作", "措施", "任务", "项目", "其他", "其余", "形成", "力争", "启动", "通车", "投入使用"];

    // A part of a deadline belongs to the measures that hold at least this share of its word pairs, and nearly as many as the best one.
    private const double LeastShare = 0.5;
    private const double NearlyBest = 0.7;
    private const int HeadingWeighs = 3;

    /// <summary>Numbers of measures per deadline; empty where nothing points to some of them: the whole task.</summary>
    /// <param name="measures">Of one task.</param>
    /// <param name="deadlines">What each dated one says; null when it says no more than a day.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<Reading.ListedMeasure> measures, IReadOnlyList<string?> deadlines)
    {
        var found = deadlines.Select(what => what is null ? [] : ByGroup(measures, what) is { Count: > 0 } group ? group : ByWords(measures, what)).ToList();

        // What no deadline with a sub-heading of its own took is left for those that name none.
        var groups = measures.Where(m => m.Group is not null).GroupBy(m => m.Group).ToList();
        var free = groups.Where(g => !found.Any(f => g.Any(m => f.Contains(m.Number)))).ToList();
        if (groups.Count > 1 && free.Count == 1)
        {
            found = [.. found.Select((f, i) => f.Count == 0 && deadlines[i] is not null ? [.. free[0].Select(m => m.Number)] : f)];
        }

        return found;
    }

    private static IReadOnlyList<int> ByGroup(IReadOnlyList<Reading.ListedMeasure> measures, string what)
    {
        var words = Pairs(what);
        return [.. measures.Where(m => m.Group is not null && Pairs(m.Group).Overlaps(words)).Select(m => m.Number)];
    }

    private static IReadOnlyList<int> ByWords(IReadOnlyList<Reading.ListedMeasure> measures, string what) =>
        [.. Parts().Split(what).SelectMany(part => OfPart(measures, Pairs(part))).Distinct().Order()];

    private static IEnumerable<int> OfPart(IReadOnlyList<Reading.ListedMeasure> measures, HashSet<string> words)
    {
        var holding = measures.Select(m => (m, Held: words.Where(w => m.Text.Contains(w, StringComparison.Ordinal)).ToList())).ToList();
        var scores = holding.Where(h => words.Count > 0 && h.Held.Count >= words.Count * LeastShare)
            .Select(h => (h.m.Number, Score: h.Held.Sum(w => (Heading(h.m).Contains(w, StringComparison.Ordinal) ? HeadingWeighs : 1.0) / holding.Count(o => o.Held.Contains(w))))).ToList();
        var best = scores.Select(s => s.Score).DefaultIfEmpty().Max();
        return scores.Where(s => s.Score > 0 && s.Score >= best * NearlyBest).Select(s => s.Number);
    }

    private static string Heading(Reading.ListedMeasure measure) => measure.Text.Split('。', '，')[0];

    private static HashSet<string> Pairs(string text)
    {
        foreach (var word in Empty)
        {
            text = text.Replace(word, " ", StringComparison.Ordinal);
        }

        var pairs = Latin().Matches(text).Select(m => m.Value).ToHashSet();
        foreach (Match run in Han().Matches(text))
        {
            for (var i = 0; i + 2 <= run.Length; i++)
            {
                pairs.Add(run.Value.Substring(i, 2));
            }
        }

        return pairs;
    }

    [GeneratedRegex("[，、；和及]|并且")]
    private static partial Regex Parts();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Han();
}
