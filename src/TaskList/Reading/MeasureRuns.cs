using System.Globalization;
using System.Text.RegularExpressions;

namespace Commerce.TaskList.Reading;

/// <summary>A measure as cut out of its cell.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Group">The sub-heading above it.</param>
/// <param name="Text">Verbatim, folded.</param>
internal sealed record CutMeasure(int Number, string? Group, string Text);

/// <summary>Cuts a cell of measures: paragraphs or one run of "N、", with sub-headings between them.</summary>
internal sealed partial class MeasureRuns
{
    /// <summary>How far a number inside a run may jump and still be one.</summary>
    private const int LongestJump = 3;

    private readonly List<CutMeasure> measures = [];
    private string? group;
    private int last;

    private MeasureRuns(int last) => this.last = last;

    /// <summary>Text before the first number that is no sub-heading.</summary>
    public string? Preface { get; private set; }

    /// <summary>True when no measure carried a number: they were counted on.</summary>
    public bool Counted { get; private set; }

    public IReadOnlyList<CutMeasure> Measures => measures;

    /// <summary>Whether a paragraph begins with a measure's number.</summary>
    public static bool Begins(string paragraph) => Mark().Match(paragraph) is { Success: true, Index: 0 };

    /// <param name="paragraphs">The cell.</param>
    /// <param name="last">The number of the last measure before this task; 0 at the start.</param>
    public static MeasureRuns Cut(IReadOnlyList<string> paragraphs, int last)
    {
        var runs = new MeasureRuns(last);
        if (!paragraphs.Any(p => runs.Marks(p, fresh: true).Count > 0))
        {
            runs.Counted = paragraphs.Count > 0;
            runs.measures.AddRange(paragraphs.Select((p, i) => new CutMeasure(last + i + 1, null, p)));
            return runs;
        }

        for (var i = 0; i < paragraphs.Count; i++)
        {
            runs.Take(paragraphs[i], i + 1 < paragraphs.Count && Begins(paragraphs[i + 1]));
        }

        return runs;
    }

    private void Take(string paragraph, bool numberFollows)
    {
        var marks = Marks(paragraph, fresh: measures.Count == 0);
        last = marks.Count > 0 ? marks[^1].Number : last;
        var lead = (marks.Count == 0 ? paragraph : paragraph[..marks[0].At]).Trim();
        if (lead.Length > 0)
        {
            Lead(lead, marks.Count > 0 || numberFollows);
        }

        for (var i = 0; i < marks.Count; i++)
        {
            var text = paragraph[marks[i].After..(i + 1 < marks.Count ? marks[i + 1].At : paragraph.Length)].Trim();
            string? next = null;
            if (i + 1 < marks.Count && TailHeading().Match(text) is { Success: true } tail)
            {
                (text, next) = (tail.Groups["text"].Value.Trim(), tail.Groups["head"].Value);
            }

            measures.Add(new(marks[i].Number, group, text));
            group = next ?? group;
        }
    }

    private void Lead(string text, bool numberFollows)
    {
        if (numberFollows && Heading().Match(text) is { Success: true } heading)
        {
            group = heading.Groups["head"].Value.Trim();
        }
        else if (measures.Count > 0)
        {
            // A measure's second paragraph; a heading for the next may stand at its end.
            var tail = numberFollows ? TailHeading().Match(text) : Match.Empty;
            measures[^1] = measures[^1] with { Text = (measures[^1].Text + " " + (tail.Success ? tail.Groups["text"].Value : text)).Trim() };
            group = tail.Success ? tail.Groups["head"].Value : group;
        }
        else
        {
            Preface = Preface is null ? text : Preface + " " + text;
        }
    }

    /// <summary>The numbers in a paragraph: any at its start; later ones only in their turn, since "6、7月份" and "12、13号桥" are no numbers.</summary>
    private List<(int At, int After, int Number)> Marks(string paragraph, bool fresh)
    {
        List<(int At, int After, int Number)> marks = [];
        var before = last;
        foreach (Match mark in Mark().Matches(Folding.Narrow(paragraph)))
        {
            var number = int.Parse(mark.Groups["n"].Value, CultureInfo.InvariantCulture);
            var first = fresh && marks.Count == 0;
            var start = mark.Groups["n"].Index == 0;
            var fits = number == before + 1 || first && number == 1;
            var jumps = mark.Groups["end"].Success && number > before && number <= before + LongestJump && !mark.Groups["digit"].Success;
            var afterHeading = first && mark.Groups["colon"].Success;
            if (start || afterHeading || fits || jumps && !first)
            {
                marks.Add((mark.Groups["n"].Index, mark.Groups["n"].Index + mark.Groups["whole"].Length, number));
                before = number;
            }
        }

        return marks;
    }

    // After a blank, a colon or the end of a sentence, or at the start: a number and its sign.
    [GeneratedRegex(@"(?:^|(?<end>[。；;！!？?”])\s*|(?<colon>[：:])\s*|\s)(?<whole>(?<n>\d{1,3})\s?(?:、|．|\.(?!\d))\s*(?=(?<digit>\d)?))")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<head>[^。；;！!]{2,40})[：:]$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<text>.*[。；;！!”])\s*(?<head>[^。；;！!，,、：:”]{2,30})[：:]$", RegexOptions.Singleline)]
    private static partial Regex TailHeading();
}
