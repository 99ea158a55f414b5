namespace Commerce.TaskList.Reading;

/// <summary>A task's cells, gathered from one row or from several: rows broken by a page, or a measure to a row beside merged cells.</summary>
internal sealed class TaskRows(int number, string label, string section, int line)
{
    private readonly Dictionary<ListColumn, List<string>> cells = [];

    public int Number => number;

    public string Label => label;

    public string Section => section;

    public int Line => line;

    public string Text => Of(ListColumn.Task);

    /// <summary>Pieces put together where a page broke them.</summary>
    public List<string> Rejoined { get; } = [];

    public IReadOnlyList<string> Paragraphs(ListColumn column) => cells.GetValueOrDefault(column) ?? [];

    public string Of(ListColumn column) => string.Join(' ', Paragraphs(column));

    public void Continue(Line row, ColumnHeads columns, bool withoutTask)
    {
        foreach (var column in Enum.GetValues<ListColumn>().Where(c => c != ListColumn.Number && !(withoutTask && c == ListColumn.Task)))
        {
            if (columns.Under(column, row) is { Paragraphs: { Count: > 0 } paragraphs } && !(column != ListColumn.Measures && string.Join(' ', paragraphs) == Of(column)))
            {
                Append(column, paragraphs);
            }
        }
    }

    private void Append(ListColumn column, IReadOnlyList<string> more)
    {
        if (!cells.TryGetValue(column, out var have))
        {
            cells[column] = [.. more];
        }
        else if (have.Count > 0 && BrokenOff(have[^1]) && !MeasureRuns.Begins(more[0]) && !"：:".Contains(more[0][^1], StringComparison.Ordinal) && (column == ListColumn.Task || column == ListColumn.Measures && have.Exists(MeasureRuns.Begins)))
        {
            // A page cut a sentence in two: no white space was there.
            Rejoined.Add(have[^1][^Math.Min(6, have[^1].Length)..] + "|" + more[0][..Math.Min(6, more[0].Length)]);
            have[^1] += more[0];
            have.AddRange(more.Skip(1));
        }
        else
        {
            have.AddRange(more);
        }
    }

    private static bool BrokenOff(string text) => !"。；;！!？?：:”".Contains(text[^1], StringComparison.Ordinal);
}
