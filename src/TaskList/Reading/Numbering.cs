using System.Globalization;

namespace Commerce.TaskList.Reading;

/// <summary>Whether sections and tasks are counted without gaps.</summary>
internal static class Numbering
{
    public static IEnumerable<Doubt> Doubts(IReadOnlyList<string> sections, IReadOnlyList<int> lines, IReadOnlyList<ListedTask> tasks)
    {
        var expected = 1;
        foreach (var section in sections)
        {
            if (ListLabels.SectionNumber(section) is { } number)
            {
                if (number != expected)
                {
                    yield return new(new(null), $"板块编号不连续：应是{Folding.Chinese(expected)}，写的是{Folding.Chinese(number)}。请核对。", $"Sections aren't counted on: {expected.ToString(CultureInfo.InvariantCulture)} was expected. Please check.", section);
                }

                expected = number + 1;
            }
        }

        var (last, current) = (0, "");
        for (var i = 0; i < tasks.Count; i++)
        {
            // Some lists begin again in every section.
            var begins = tasks[i].Number == 1 && tasks[i].Section != current;
            if (tasks[i].Number != last + 1 && !begins)
            {
                yield return new(new(lines[i], tasks[i].Label, null, ListColumn.Number), $"序号不连续：前一项是{last.ToString(CultureInfo.InvariantCulture)}，这一项是{tasks[i].Number.ToString(CultureInfo.InvariantCulture)}。请核对有没有漏掉或重复。", $"Tasks aren't counted on: {last.ToString(CultureInfo.InvariantCulture)} is followed by {tasks[i].Number.ToString(CultureInfo.InvariantCulture)}. Check what is missing or twice.", tasks[i].Label);
            }

            (last, current) = (tasks[i].Number, tasks[i].Section);
        }
    }
}
