using System.Globalization;
using Commerce.Platform.Documents;

namespace Commerce.TaskList.Export;

/// <summary>A list as it is printed: its own words, and how far each measure has come.</summary>
/// <param name="Title">As printed.</param>
/// <param name="AsOf">The day that the progress is told for.</param>
/// <param name="Tasks">In the list's order.</param>
internal sealed record PrintedList(string Title, DateOnly AsOf, IReadOnlyList<PrintedTask> Tasks);

/// <summary>A task as it is printed.</summary>
/// <param name="Label">序号, such as (一).</param>
/// <param name="Section">The section's title; a row of its own where it changes.</param>
/// <param name="Text">工作任务.</param>
/// <param name="Units">责任单位, the sentence as printed.</param>
/// <param name="Deadline">完成时限, as printed.</param>
/// <param name="Remarks">备注.</param>
/// <param name="Measures">At least one.</param>
internal sealed record PrintedTask(string Label, string Section, string Text, string Units, string Deadline, string Remarks, IReadOnlyList<PrintedMeasure> Measures);

/// <summary>A measure as it is printed.</summary>
/// <param name="Number">1 to 54.</param>
/// <param name="Group">The sub-heading it stands under.</param>
/// <param name="Text">As printed.</param>
/// <param name="Progress">How far it has come; lines.</param>
internal sealed record PrintedMeasure(int Number, string? Group, string Text, string Progress);

/// <summary>The list in its own six columns and the progress beside them. Each measure has a row, so that its progress stands beside it; the task's cells are merged over them.</summary>
internal static class ListPaper
{
    private static readonly IReadOnlyList<PaperColumn> Columns =
    [
        new("序号", 9), new("工作任务", 32), new("主要落实措施", 48), new("责任单位", 19), new("完成时限", 19), new("备注", 8), new("进展情况", 28),
    ];

    public static PaperTable Of(PrintedList list) => new(list.Title, Columns, Rows(list.Tasks))
    {
        Left = string.Create(CultureInfo.InvariantCulture, $"截至{list.AsOf.Year}年{list.AsOf.Month}月{list.AsOf.Day}日"),
        Foot = list.Title,
    };

    private static IEnumerable<PaperRow> Rows(IReadOnlyList<PrintedTask> tasks)
    {
        var section = "";
        foreach (var task in tasks)
        {
            if (task.Section != section)
            {
                section = task.Section;
                yield return PaperRow.Over(section);
            }

            string? group = null;
            foreach (var (measure, first) in task.Measures.Select((m, i) => (m, i == 0)))
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{measure.Number}、{measure.Text}");
                text = measure.Group is null || measure.Group == group ? text : $"{measure.Group}：\n{text}";
                group = measure.Group;
                yield return first
                    ? new([task.Label, task.Text, text, task.Units, task.Deadline, task.Remarks, measure.Progress])
                    : new([PaperCell.Above, PaperCell.Above, text, PaperCell.Above, PaperCell.Above, PaperCell.Above, measure.Progress]);
            }
        }
    }
}
