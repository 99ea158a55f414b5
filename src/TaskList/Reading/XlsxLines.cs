using System.Globalization;
using System.Text;
using System.Xml;

namespace Commerce.TaskList.Reading;

/// <summary>A workbook as lines: the rows of its visible sheets. Formulas count as the values they show.</summary>
internal sealed class XlsxLines
{
    private const int MostColumns = 64;

    private readonly List<string> shared = [];
    private readonly XlsxDates dates;
    private readonly List<Line> lines = [];

    private XlsxLines(OoxmlPackage package)
    {
        dates = XlsxDates.Read(package);
        foreach (var (_, part) in package.Related(package.Main, "sharedStrings"))
        {
            ReadShared(package.Nodes(part));
        }
    }

    public static FileLines Read(OoxmlPackage package)
    {
        var workbook = new XlsxLines(package);
        var targets = package.Related(package.Main, "worksheet").ToDictionary(r => r.Id, r => r.Target, StringComparer.Ordinal);
        List<Doubt> doubts = [];
        List<(string Name, string Part)> sheets = [];
        foreach (var node in package.Nodes(package.Main).Where(n => n is { NodeType: XmlNodeType.Element, LocalName: "sheet" }))
        {
            var name = node.GetAttribute("name") ?? "";
            if (node.GetAttribute("state") is "hidden" or "veryHidden")
            {
                doubts.Add(new(Place.Whole, $"工作表“{name}”是隐藏的，没有读。要读就先取消隐藏。", $"The sheet “{name}” is hidden and was not read. Unhide it if it belongs to the list.", name));
            }
            else if (Id(node) is { } id && targets.TryGetValue(id, out var part))
            {
                sheets.Add((name, part));
            }
        }

        foreach (var (_, part) in sheets)
        {
            workbook.ReadSheet(package.Nodes(part));
        }

        return new(workbook.lines, doubts);
    }

    private static string? Id(XmlReader node)
    {
        for (var i = 0; i < node.AttributeCount; i++)
        {
            node.MoveToAttribute(i);
            if (node.LocalName == "id")
            {
                var id = node.Value;
                _ = node.MoveToElement();
                return id;
            }
        }

        _ = node.MoveToElement();
        return null;
    }

    private void ReadShared(IEnumerable<XmlReader> nodes)
    {
        StringBuilder? text = null;
        foreach (var node in WithoutReadings(nodes))
        {
            if (node.LocalName == "si" && node.NodeType == XmlNodeType.Element)
            {
                text = new();
            }

            if (node.LocalName == "si" && (node.NodeType == XmlNodeType.EndElement || node.IsEmptyElement))
            {
                shared.Add(text!.ToString());
                text = null;
            }
            else if (text is not null && IsText(node))
            {
                _ = text.Append(node.Value);
            }
        }
    }

    private void ReadSheet(IEnumerable<XmlReader> nodes)
    {
        List<Cell> cells = [];
        var row = 0;
        var column = -1;
        var (kind, style) = ("", "");
        var value = new StringBuilder();
        var inValue = false;
        foreach (var node in WithoutReadings(nodes))
        {
            var starts = node.NodeType == XmlNodeType.Element;
            var ends = node.NodeType == XmlNodeType.EndElement || starts && node.IsEmptyElement;
            switch (node.LocalName)
            {
                case "row" when starts:
                    row = int.TryParse(node.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                    column = -1;
                    cells = [];
                    break;
                case "c" when starts:
                    column = Column(node.GetAttribute("r")) ?? column + 1;
                    (kind, style) = (node.GetAttribute("t") ?? "n", node.GetAttribute("s") ?? "");
                    _ = value.Clear();
                    break;
                case "v" or "is":
                    inValue = starts && !node.IsEmptyElement;
                    break;
                default:
                    break;
            }

            if (inValue && IsText(node))
            {
                _ = value.Append(node.Value);
            }
            else if (ends && node.LocalName == "c" && column < MostColumns && value.Length > 0)
            {
                cells.Add(Cell.Of(column, Shown(kind, style, value.ToString())));
            }
            else if (ends && node.LocalName == "row" && cells.Exists(c => c.Text.Length > 0))
            {
                lines.Add(new(row, cells, true));
                if (lines.Count > ListAssembly.MostLines)
                {
                    throw new RefusedFileException(ReadingErrors.TooMuch("行", "lines"));
                }
            }
        }
    }

    private string Shown(string kind, string style, string value) => kind switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : throw new RefusedFileException(ReadingErrors.Broken),
        "n" => dates.Shown(style, value) ?? value,
        _ => value,
    };

    /// <summary>"C12" is 2.</summary>
    private static int? Column(string? reference)
    {
        if (reference is null)
        {
            return null;
        }

        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = column * 26 + letter - 'A' + 1;
        }

        return column - 1;
    }

    /// <summary>Without the readings (注音) that lie over some words.</summary>
    private static IEnumerable<XmlReader> WithoutReadings(IEnumerable<XmlReader> nodes)
    {
        int? passing = null;
        foreach (var node in nodes)
        {
            if (passing is { } depth)
            {
                passing = node.NodeType == XmlNodeType.EndElement && node.Depth == depth ? null : depth;
            }
            else if (node is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                passing = node.IsEmptyElement ? null : node.Depth;
            }
            else
            {
                yield return node;
            }
        }
    }

    private static bool IsText(XmlReader node) => node.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA;
}
