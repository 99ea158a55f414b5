using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Commerce.TaskList.Reading;

/// <summary>What a deadline's cell promises. Clause by clause: who names a time gets the words around it, who names none belongs to the one before.</summary>
internal sealed partial class DeadlineText
{
    private const string Ends = "，,；;。 ";
    private const string Edges = "，,；;。、：: \t";

    private readonly List<Promise> promises = [];
    private readonly List<(string Text, string Chinese, string English)> unread = [];
    private readonly List<(string Chinese, string English, string Found, string? Suggestion)> doubts = [];

    public IReadOnlyList<ListedMilestone> Milestones { get; private set; } = [];

    public IReadOnlyList<(string Text, string Chinese, string English)> Unread => unread;

    public IReadOnlyList<(string Chinese, string English, string Found, string? Suggestion)> Doubts => doubts;

    public static DeadlineText Read(string text, int? year)
    {
        var deadline = new DeadlineText();
        var words = TimeWords.In(text, year);
        if (words.Count == 0)
        {
            deadline.unread.Add((text, "时限读不出是哪一天。请填写日期，或选“长期坚持”。", "The deadline names no time that could be read. Enter a date, or choose 长期坚持."));
            return deadline;
        }

        var (start, word, depth) = (0, 0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            // A sign outside of brackets, quotes and times ends a clause.
            var inTime = word < words.Count && at > words[word].At;
            if (at == text.Length || depth <= 0 && !inTime && Ends.Contains(text[at], StringComparison.Ordinal))
            {
                deadline.Clause(text, start, at, words.FindAll(w => w.At >= start && w.At < at));
                start = at;
            }

            depth += at == text.Length ? 0 : "（(“《".Contains(text[at], StringComparison.Ordinal) ? 1 : "）)”》".Contains(text[at], StringComparison.Ordinal) ? -1 : 0;
            word += word < words.Count && at + 1 >= words[word].At + words[word].Length ? 1 : 0;
        }

        deadline.Close(text);
        return deadline;
    }

    private void Clause(string text, int start, int end, List<TimeWord> words)
    {
        if (words.Count == 0)
        {
            if (promises.Count == 0)
            {
                promises.Add(new());
            }

            _ = promises[^1].What.Append(text, start, end - start);
            return;
        }

        var head = text[start..words[0].At];
        var tail = text[(words[^1].At + words[^1].Length)..end];

        // "甲8月底前、乙10月底前": the words stand before their times.
        var before = head.Trim(Edges.ToCharArray()).Length > 0 && tail.Length == 0 && words.TrueForAll(w => w.Found is not [{ Kind: MilestoneKind.Ongoing }]);
        for (var i = 0; i < words.Count; i++)
        {
            if (promises is not [{ Word: null }])
            {
                promises.Add(new());
            }

            var promise = promises[^1];
            promise.Word = words[i];
            var between = i + 1 < words.Count ? text[(words[i].At + words[i].Length)..words[i + 1].At] : tail;
            _ = promise.What.Append(head).Append(before ? "" : between);
            head = before ? between : "";
        }
    }

    private void Close(string text)
    {
        List<ListedMilestone> milestones = [];
        foreach (var promise in promises)
        {
            var word = promise.Word!;
            var said = text.Substring(word.At, word.Length);
            var what = Leading().Replace(promise.What.ToString().Trim(Edges.ToCharArray()), "");
            what = Trailing().Replace(what, "").Trim(Edges.ToCharArray());
            if (word.Found is [var first, ..])
            {
                // "长期坚持、持续推进" says one thing twice.
                milestones.AddRange(word.Found.Select(f => f with { What = what.Length == 0 ? null : what, Aim = Aimed().IsMatch(what) })
                    .Where(f => f is not { Kind: MilestoneKind.Ongoing, What: null } || !milestones.Contains(f)));
                if (word.Doubt is { } doubt)
                {
                    doubts.Add((doubt.Chinese, doubt.English, said, first.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
                }
            }
            else
            {
                unread.Add((what.Length == 0 ? said : $"{said} {what}", word.Doubt!.Value.Chinese, word.Doubt.Value.English));
            }

            if (Aimed().IsMatch(what))
            {
                doubts.Add(("写的是“力争”或“争取”，按努力目标记，不按承诺考核。请核对。", "It says 力争 or 争取: recorded as an aim, not scored as a promise. Please check.", what, null));
            }
        }

        Milestones = milestones;
    }

    private sealed class Promise
    {
        public TimeWord? Word { get; set; }

        public StringBuilder What { get; } = new();
    }

    [GeneratedRegex(@"^(?:(?:并且|同时|并|且|于|在|至|须|应|务必)\s*)+")]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?:并且|同时|并|且|于|在|须|应)$")]
    private static partial Regex Trailing();

    [GeneratedRegex("力争|争取")]
    private static partial Regex Aimed();
}
