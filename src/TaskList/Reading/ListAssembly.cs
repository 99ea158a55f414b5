using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;

namespace Commerce.TaskList.Reading;

/// <summary>Makes a list of a file's lines: which is the title, where a section begins, what belongs to which task.</summary>
/// <param name="source">The file's name.</param>
/// <param name="said">The year where a person has said it.</param>
internal sealed class ListAssembly(string source, int? said)
{
    /// <summary>What a reader may hand over; the largest lists known have a hundred tasks.</summary>
    internal const int MostLines = 5_000;

    private const int MostTasks = 500;
    private const int MostMeasures = 2_000;
    private const int LongestCell = 20_000;
    private const int LongestList = 400_000;
    private const int LongestDeadline = 1_000;

    private readonly List<Unreadable> unreadable = [];
    private readonly List<Doubt> doubts = [];
    private readonly List<string> sections = [];
    private readonly List<TaskRows> tasks = [];
    private readonly List<Line> before = [];
    private ListTitle? title;
    private ColumnHeads? heads;
    private TaskRows? current;

    public Result<ListDocument> Assemble(FileLines file)
    {
        doubts.AddRange(file.Doubts);
        if (file.Lines.Count > MostLines)
        {
            return ReadingErrors.TooMuch("行", "lines");
        }

        if (file.Lines.Sum(l => l.Cells.Sum(c => c.Text.Length)) > LongestList)
        {
            return ReadingErrors.TooMuch("文字", "words");
        }

        for (var i = 0; i < file.Lines.Count; i++)
        {
            if (file.Lines[i].Filled.Count > 0)
            {
                Take(file.Lines[i], i + 1 < file.Lines.Count ? file.Lines[i + 1] : null);
            }
        }

        if (title is null)
        {
            return ReadingErrors.NoTable;
        }

        if (tasks.Count == 0)
        {
            return ReadingErrors.NoTasks;
        }

        doubts.AddRange(title.Doubts(said));
        var year = said ?? title.Year;
        if (tasks.Exists(t => t.Of(ListColumn.Deadline).Length > LongestDeadline || t.Of(ListColumn.Units).Length > LongestDeadline))
        {
            return ReadingErrors.TooMuch("文字（在一格里）", "words in one cell");
        }

        var reading = new TaskReading(year, doubts, unreadable);
        var read = tasks.Select(reading.Read).ToList();
        if (read.Sum(t => t.Measures.Count) > MostMeasures)
        {
            return ReadingErrors.TooMuch("措施", "measures");
        }

        doubts.AddRange(Numbering.Doubts(sections, tasks.ConvertAll(t => t.Line), read));
        doubts.AddRange(Proofreading.Names(read));
        return new ListDocument(source, title.Text, year, sections, read, unreadable, doubts);
    }

    private void Take(Line line, Line? next)
    {
        if (line.Cells.Any(c => c.Text.Length > LongestCell))
        {
            throw new RefusedFileException(ReadingErrors.TooMuch("文字（在一格里）", "words in one cell"));
        }

        if (ColumnHeads.Read(line) is { Complete: true } found)
        {
            heads = found;
            title ??= new ListTitle(before, source);
        }
        else if (heads is null || title is null)
        {
            before.Add(line);
        }
        else if (line.Only is { } only && (title.Repeats(only) || ListLabels.IsExportMark(only)))
        {
            // The title again, at the top of a page, or the mark of an export below it.
        }
        else if (SectionOf(line, next) is { } section)
        {
            sections.Add(section);
            current = null;
        }
        else if (line.InTable)
        {
            Row(line, heads);
        }
        else if (!ListLabels.IsPageFurniture(line.Only!))
        {
            Keep(line, "表外的文字，没有归到任何任务。请核对要不要记到某项任务里。", "Text outside the table; it belongs to no task. Check whether one needs it.");
        }
    }

    private string? SectionOf(Line line, Line? next)
    {
        if (line.Only is not { } only)
        {
            return heads is { } h && h.Under(ListColumn.Number, line) is { } label && h.Under(ListColumn.Task, line) is { Text.Length: > 0 } words
                && line.Filled.Count == 2 && ListLabels.SectionNumber(label.Text + words.Text) is not null
                ? label.Text + words.Text
                : null;
        }

        if (ListLabels.SectionNumber(only) is not null)
        {
            return line.InTable || next is null or { InTable: true } ? only : null;
        }

        // A row across without a number: a heading when a task follows it.
        var across = line.InTable && line.Filled[0].Column == 0 && ListLabels.TaskNumber(only) is null && !ListLabels.IsNote(only) && next is not null && ListLabels.IsTask(next);
        if (across)
        {
            doubts.Add(new(new(line.Number), "这一行没有“一、”这样的编号，按板块标题读入。请核对。", "This row has no number such as 一、; it was read as a section's title. Please check.", only));
        }

        return across ? only : null;
    }

    private void Row(Line line, ColumnHeads columns)
    {
        var label = columns.Under(ListColumn.Number, line)?.Text ?? "";
        var task = columns.Under(ListColumn.Task, line)?.Text ?? "";
        if (ListLabels.TaskNumber(label) is { } number)
        {
            if (current is not null && current.Label == label && (task.Length == 0 || task == current.Text))
            {
                current.Continue(line, columns, withoutTask: true);
                return;
            }

            current = new(number, label, sections.LastOrDefault() ?? "", line.Number);
            current.Continue(line, columns, withoutTask: false);
            tasks.Add(current);
            if (tasks.Count > MostTasks)
            {
                throw new RefusedFileException(ReadingErrors.TooMuch("任务", "tasks"));
            }
        }
        else if (current is not null && label.Length == 0)
        {
            current.Continue(line, columns, withoutTask: task == current.Text);
        }
        else
        {
            Keep(line, "这一行没有序号，也不是上一项任务的接续，没有归到任何任务。请核对。", "This row has no number and doesn't continue a task; it belongs to none. Please check.");
        }
    }

    private void Keep(Line line, string chinese, string english) => unreadable.Add(new(new(line.Number), string.Join(' ', line.Filled.Select(c => c.Text)), chinese, english));
}
