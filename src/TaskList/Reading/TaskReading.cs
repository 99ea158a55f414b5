using System.Globalization;

namespace Commerce.TaskList.Reading;

/// <summary>Reads the cells of one task after another; measures are counted through the whole list.</summary>
internal sealed class TaskReading(int? year, List<Doubt> doubts, List<Unreadable> unreadable)
{
    private int last;

    public ListedTask Read(TaskRows rows)
    {
        foreach (var seam in rows.Rejoined)
        {
            Doubt(rows, null, "这一格被换页断开，按接续读入。请核对接缝处的文字。", "This cell was cut by a page and was joined again. Check the words at the seam.", seam);
        }

        var measures = Measures(rows);
        var units = rows.Of(ListColumn.Units);
        var deadline = rows.Of(ListColumn.Deadline);
        var responsibility = Responsible(rows, units);
        var milestones = Milestones(rows, deadline);
        var text = rows.Text;
        if (text.Length == 0)
        {
            Doubt(rows, ListColumn.Task, "没有写工作任务。请补上。", "The task's text is missing. Enter it.");
        }

        var corrected = Proofreading.Read(text, new(rows.Line, rows.Label, null, ListColumn.Task), doubts);
        _ = Proofreading.Read(deadline, new(rows.Line, rows.Label, null, ListColumn.Deadline), doubts);
        return new(rows.Number, rows.Label, rows.Section, text, corrected, measures, responsibility, units, deadline, milestones, rows.Of(ListColumn.Remarks));
    }

    private List<ListedMeasure> Measures(TaskRows rows)
    {
        var cut = MeasureRuns.Cut(rows.Paragraphs(ListColumn.Measures), last);
        if (cut.Preface is { } preface)
        {
            unreadable.Add(new(new(rows.Line, rows.Label, null, ListColumn.Measures), preface, "第一条措施前面的文字，没有归到任何措施。请核对。", "Text before the first measure; it belongs to none. Please check."));
        }

        if (cut.Measures.Count == 0)
        {
            Doubt(rows, ListColumn.Measures, "没有写落实措施。请补上。", "There are no measures. Enter them.");
        }
        else if (cut.Counted)
        {
            Doubt(rows, ListColumn.Measures, "措施没有编号，每段按一条、接着上一条编号读入。请核对。", "The measures have no numbers; each paragraph was read as one and counted on. Please check.");
        }

        var expected = last + 1;
        foreach (var (measure, first) in cut.Measures.Select((m, i) => (m, i == 0)))
        {
            if (measure.Number != expected && !(first && measure.Number == 1))
            {
                var (found, hoped) = (measure.Number.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture));
                doubts.Add(new(new(rows.Line, rows.Label, measure.Number, ListColumn.Measures), $"编号不连续：这里应是{hoped}，写的是{found}。请核对有没有漏掉或重复。", $"The numbers don't follow: {hoped} was expected, {found} stands here. Check what is missing or twice.", found, hoped));
            }

            if (measure.Text.Length == 0)
            {
                doubts.Add(new(new(rows.Line, rows.Label, measure.Number, ListColumn.Measures), "这条措施只有编号，没有文字。请补上。", "This measure has a number and no text. Enter it."));
            }

            expected = measure.Number + 1;
        }

        last = expected - 1;
        return [.. cut.Measures.Select(m => new ListedMeasure(m.Number, m.Text, m.Group, Proofreading.Read(m.Text, new(rows.Line, rows.Label, m.Number, ListColumn.Measures), doubts)))];
    }

    private Responsibility Responsible(TaskRows rows, string text)
    {
        if (text.Length == 0)
        {
            Doubt(rows, ListColumn.Units, "没有写责任单位。请补上。", "No unit is named. Enter who is responsible.");
            return Responsibility.Nobody;
        }

        var sentence = RoleSentence.Read(text);
        foreach (var (chinese, english, found) in sentence.Doubts)
        {
            Doubt(rows, ListColumn.Units, chinese, english, found);
        }

        return sentence.Responsibility;
    }

    private List<ListedMilestone> Milestones(TaskRows rows, string text)
    {
        if (text.Length == 0)
        {
            Doubt(rows, ListColumn.Deadline, "没有写完成时限。请补上。", "There is no deadline. Enter it.");
            return [];
        }

        var deadline = DeadlineText.Read(text, year);
        var place = new Place(rows.Line, rows.Label, null, ListColumn.Deadline);
        unreadable.AddRange(deadline.Unread.Select(u => new Unreadable(place, u.Text, u.Chinese, u.English)));
        doubts.AddRange(deadline.Doubts.Select(d => new Doubt(place, d.Chinese, d.English, d.Found, d.Suggestion)));
        return [.. deadline.Milestones];
    }

    private void Doubt(TaskRows rows, ListColumn? column, string chinese, string english, string? found = null) => doubts.Add(new(new(rows.Line, rows.Label, null, column), chinese, english, found));
}
