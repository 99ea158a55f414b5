using System.Text.RegularExpressions;

namespace Commerce.TaskList.Reading;

/// <summary>A head row (表头) as read: which column of the grid holds what.</summary>
internal sealed partial class ColumnHeads
{
    private readonly List<(int Start, ListColumn? Column)> columns;

    private ColumnHeads(List<(int Start, ListColumn? Column)> columns) => this.columns = columns;

    /// <summary>How many columns the table has, ours and others.</summary>
    public int Count => columns.Count;

    /// <summary>Whether the columns are there without which a list can't be read.</summary>
    public bool Complete => Has(ListColumn.Task) && Has(ListColumn.Measures) && Has(ListColumn.Units) && Has(ListColumn.Deadline);

    /// <summary>The head row in a line, or null when it is none: at least three of our columns must be named.</summary>
    public static ColumnHeads? Read(Line line)
    {
        if (!line.InTable || line.Filled.Count < 3)
        {
            return null;
        }

        List<(int Start, ListColumn? Column)> columns = [];
        foreach (var cell in line.Cells)
        {
            var column = Of(Folding.Bare(cell.Text));
            columns.Add((cell.Column, column is not null && columns.Exists(c => c.Column == column) ? null : column));
        }

        return columns.Count(c => c.Column is not null) >= 3 ? new(columns) : null;
    }

    public bool Has(ListColumn column) => columns.Exists(c => c.Column == column);

    /// <summary>A row's cell under a head. A cell that begins between two heads belongs to the left one.</summary>
    public Cell? Under(ListColumn column, Line line)
    {
        var index = columns.FindIndex(c => c.Column == column);
        if (index < 0)
        {
            return null;
        }

        var end = index + 1 < columns.Count ? columns[index + 1].Start : int.MaxValue;
        return line.Cells.Where(c => c.Column >= columns[index].Start && c.Column < end).ToList() switch
        {
            [] => null,
            [var one] => one,
            var several => new(several[0].Column, [.. several.SelectMany(c => c.Paragraphs)]),
        };
    }

    private static ListColumn? Of(string head) => head.Length is 0 or > 14 ? null
        : NumberHead().IsMatch(head) ? ListColumn.Number
        : head.Contains("措施") || head.Contains("举措") ? ListColumn.Measures
        : DeadlineHead().IsMatch(head) ? ListColumn.Deadline
        : UnitsHead().IsMatch(head) ? ListColumn.Units
        : RemarksHead().IsMatch(head) ? ListColumn.Remarks
        : TaskHead().IsMatch(head) ? ListColumn.Task
        : null;

    [GeneratedRegex("^(序号|编号|序)$")]
    private static partial Regex NumberHead();

    [GeneratedRegex("(时限|期限|时间|节点|时间要求)")]
    private static partial Regex DeadlineHead();

    [GeneratedRegex("(责任|承办|牵头).*(单位|部门|处室|分工|主体)|^(责任单位|责任|单位|部门)$")]
    private static partial Regex UnitsHead();

    [GeneratedRegex("^(备注|说明)$")]
    private static partial Regex RemarksHead();

    [GeneratedRegex("任务|重点工作|工作内容|工作事项|工作要点")]
    private static partial Regex TaskHead();
}
