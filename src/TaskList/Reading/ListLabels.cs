using System.Text.RegularExpressions;

namespace Commerce.TaskList.Reading;

/// <summary>What rows begin with: （一） or 1 for a task, 一、 for a section, 注 for a note.</summary>
internal static partial class ListLabels
{
    /// <summary>A task's number from its label; null when it is no label.</summary>
    public static int? TaskNumber(string label) => TaskLabel().Match(Folding.Bare(label)) is { Success: true } m ? Folding.Number(m.Groups["n"].Value) : null;

    /// <summary>A section's number from its title ("一、…", "第一部分 …"); null when it is none.</summary>
    public static int? SectionNumber(string title) => SectionTitle().Match(title) is { Success: true } m ? Folding.Number(m.Groups["n"].Value) : null;

    /// <summary>A row that starts a task: a label, and text behind it.</summary>
    public static bool IsTask(Line line) => line.InTable && line.Filled is [var first, _, ..] && TaskNumber(first.Text) is not null;

    /// <summary>A line that can't be the rest of the row above it.</summary>
    public static bool Begins(Line line) => IsTask(line) || line.Only is { } only && SectionNumber(only) is not null;

    /// <summary>Words under a table that belong to nobody's task.</summary>
    public static bool IsNote(string text) => Note().IsMatch(text);

    /// <summary>What pages carry beside the list: page numbers, attachment marks.</summary>
    public static bool IsPageFurniture(string text) => Furniture().IsMatch(Folding.Bare(text));

    /// <summary>水印: who took away the file that is now read in again.</summary>
    public static bool IsExportMark(string text) => ExportMark().IsMatch(text);

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d 导出$")]
    private static partial Regex ExportMark();

    [GeneratedRegex(@"^[（(]?(?<n>[一二三四五六七八九十百零〇]{1,5}|\d{1,3})[）)]?[、.．]?$")]
    private static partial Regex TaskLabel();

    [GeneratedRegex(@"^\s*(?:(?<n>[一二三四五六七八九十]{1,3})\s*[、.．]|第(?<n>[一二三四五六七八九十]{1,3})(?:部分|章|节))\s*\S")]
    private static partial Regex SectionTitle();

    [GeneratedRegex(@"^\s*(注|备注|说明|截至|填表|填报|审核|联系|制表|单位[:：]|合计)")]
    private static partial Regex Note();

    [GeneratedRegex(@"^(附件\d*[:：]?|附表\d*[:：]?|[-—－]*\d+[-—－]*|第\d+页.*|共\d+页|\d+/\d+)$")]
    private static partial Regex Furniture();
}
