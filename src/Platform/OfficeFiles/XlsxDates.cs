using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Commerce.Platform.OfficeFiles;

/// <summary>Dates in a workbook are numbers; the cell's format makes them a date, with or without a day.</summary>
internal sealed partial class XlsxDates
{
    // Formats that Excel knows by number alone; the second row in its Chinese edition.
    private static readonly HashSet<int> Days = [14, 15, 22, 27, 30, 31, 36, 50, 52, 53, 54, 58];
    private static readonly HashSet<int> Months = [17, 57];

    private readonly List<int> formats = [];
    private readonly Dictionary<int, string> own = [];
    private bool from1904;

    public static XlsxDates Read(OoxmlPackage package)
    {
        var dates = new XlsxDates
        {
            from1904 = package.Nodes(package.Main).Any(n => n is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" } && n.GetAttribute("date1904") is "1" or "true"),
        };
        foreach (var (_, part) in package.Related(package.Main, "styles"))
        {
            var inCells = false;
            foreach (var node in package.Nodes(part))
            {
                switch (node.LocalName)
                {
                    case "cellXfs":
                        inCells = node.NodeType == XmlNodeType.Element && !node.IsEmptyElement;
                        break;
                    case "xf" when inCells && node.NodeType == XmlNodeType.Element:
                        dates.formats.Add(Number(node.GetAttribute("numFmtId")));
                        break;
                    case "numFmt" when node.NodeType == XmlNodeType.Element:
                        dates.own[Number(node.GetAttribute("numFmtId"))] = Quoted().Replace(node.GetAttribute("formatCode") ?? "", "");
                        break;
                    default:
                        break;
                }
            }
        }

        return dates;
    }

    /// <summary>A date as words, such as 2020年10月15日; null when the format shows no date.</summary>
    public string? Shown(string style, string value)
    {
        var format = Number(style) is var index && style.Length > 0 && index < formats.Count ? formats[index] : 0;
        var code = own.GetValueOrDefault(format, "");
        var withDay = Days.Contains(format) || code.Contains('d', StringComparison.OrdinalIgnoreCase) && code.Contains('m', StringComparison.OrdinalIgnoreCase);
        var withMonth = withDay || Months.Contains(format) || code.Contains('y', StringComparison.OrdinalIgnoreCase) && code.Contains('m', StringComparison.OrdinalIgnoreCase);
        if (!withMonth || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) || days is < 1 or > 110_000)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(DateTime.FromOADate(days)).AddDays(from1904 ? 1462 : 0);
        return day.ToString(withDay ? "yyyy年M月d日" : "yyyy年M月", CultureInfo.InvariantCulture);
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex Quoted();
}
