using System.Globalization;

namespace Commerce.TaskList.Reading;

/// <summary>The columns of an official list.</summary>
internal enum ListColumn
{
    Number,
    Task,
    Measures,
    Units,
    Deadline,
    Remarks,
}

/// <summary>Where something stands, in words that a person can find it by.</summary>
/// <param name="Line">The line of a text file, the row of a sheet, the paragraph or row of a Word file; from 1.</param>
/// <param name="Task">The task's label.</param>
/// <param name="Measure">The measure's number.</param>
/// <param name="Column">The column.</param>
internal sealed record Place(int? Line, string? Task = null, int? Measure = null, ListColumn? Column = null)
{
    public static readonly Place Whole = new(Line: null);

    public string Chinese => Joined("，", Line is { } line ? $"第{line.ToString(CultureInfo.InvariantCulture)}行" : null, Task is { } task ? "任务" + task : null, Measure is { } number ? $"措施{number.ToString(CultureInfo.InvariantCulture)}" : null, Column is { } column ? Heads(column).Chinese : null) is { Length: > 0 } words ? words : "全文";

    public string English => Joined(", ", Line is { } line ? $"line {line.ToString(CultureInfo.InvariantCulture)}" : null, Task is { } task ? "task " + task : null, Measure is { } number ? $"measure {number.ToString(CultureInfo.InvariantCulture)}" : null, Column is { } column ? Heads(column).English : null) is { Length: > 0 } words ? words : "the whole list";

    private static string Joined(string between, params IEnumerable<string?> parts) => string.Join(between, parts.Where(p => p is not null));

    private static (string Chinese, string English) Heads(ListColumn column) => column switch
    {
        ListColumn.Number => ("序号", "number"),
        ListColumn.Task => ("工作任务", "task"),
        ListColumn.Measures => ("落实措施", "measures"),
        ListColumn.Units => ("责任单位", "units"),
        ListColumn.Deadline => ("完成时限", "deadline"),
        ListColumn.Remarks => ("备注", "remarks"),
    };
}

/// <summary>Something of the document that could not be read; it is kept as text and somebody is asked.</summary>
/// <param name="Place">Where.</param>
/// <param name="Text">What stands there, verbatim.</param>
/// <param name="Chinese">Why it couldn't be read and what to do.</param>
/// <param name="English">The same in English.</param>
internal sealed record Unreadable(Place Place, string Text, string Chinese, string English);

/// <summary>Something that was read, but may not be what was meant.</summary>
/// <param name="Place">Where.</param>
/// <param name="Chinese">What is doubted and what to do.</param>
/// <param name="English">The same in English.</param>
/// <param name="Found">The words in doubt, verbatim.</param>
/// <param name="Suggestion">What may have been meant instead; never put in by itself.</param>
internal sealed record Doubt(Place Place, string Chinese, string English, string? Found = null, string? Suggestion = null);
