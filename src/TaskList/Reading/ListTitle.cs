using System.Globalization;
using System.Text.RegularExpressions;

namespace Commerce.TaskList.Reading;

/// <summary>A list's title among the lines above its first table, and the year it names.</summary>
internal sealed partial class ListTitle
{
    private readonly HashSet<string> parts;

    public ListTitle(IReadOnlyList<Line> before, string source)
    {
        var lines = before.Where(l => l.Only is not null).Select(l => l.Only!)
            .Where(t => !ListLabels.IsPageFurniture(t) && !ListLabels.IsNote(t)).ToList();
        var last = lines.FindLastIndex(t => Named().IsMatch(t));
        last = last < 0 ? lines.Count - 1 : last;
        Text = last < 0 ? "" : lines[last];
        parts = [Folding.Bare(Text)];
        if (last > 0 && YearIn(Text) is null && YearIn(lines[last - 1]) is not null && !Sentence().IsMatch(lines[last - 1]))
        {
            // A long title set in two lines.
            parts.Add(Folding.Bare(lines[last - 1]));
            Text = lines[last - 1] + Text;
            parts.Add(Folding.Bare(Text));
        }

        Year = YearIn(Text) ?? lines.Select(YearIn).LastOrDefault(y => y is not null) ?? YearIn(source);
        FromElsewhere = Year is not null && YearIn(Text) is null;
    }

    public string Text { get; }

    public int? Year { get; }

    private bool FromElsewhere { get; }

    /// <summary>The title again, or one of its lines, or with （续） behind it.</summary>
    public bool Repeats(string text) => Text.Length > 0 && parts.Contains(Continued().Replace(Folding.Bare(text), ""));

    public IEnumerable<Doubt> Doubts(int? said)
    {
        if (Text.Length == 0)
        {
            yield return new(Place.Whole, "表前没有标题。请补上清单的标题。", "There is no title above the table. Enter the list's title.");
        }

        if (said is null && Year is null)
        {
            yield return new(Place.Whole, "看不出是哪一年的清单，没有写年份的时限都没有读成日期。请选择年份后再读一次。", "The list's year isn't said; deadlines without a year were not read as dates. Choose the year and read again.");
        }
        else if (said is null && FromElsewhere)
        {
            var year = Year!.Value.ToString(CultureInfo.InvariantCulture);
            yield return new(Place.Whole, $"标题里没有年份，按{year}年读入。请核对。", $"The title names no year; {year} was taken. Please check.", null, year);
        }
    }

    private static int? YearIn(string text) => YearWord().Match(text) is { Success: true } m ? Folding.Year(m.Groups["y"].Value) : null;

    [GeneratedRegex("清单|任务|台账|方案|计划|分工|要点|安排")]
    private static partial Regex Named();

    [GeneratedRegex("[。；]$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<y>\d{4}|[０-９]{4}|[二一][〇零○一二三四五六七八九]{3})\s*(?:年|$|[^\d０-９])")]
    private static partial Regex YearWord();

    [GeneratedRegex(@"\(续表?\d*\)$|续表$")]
    private static partial Regex Continued();
}
