using System.Globalization;
using System.Text;
using System.Xml;
using Commerce.SharedKernel;

namespace Commerce.Platform.OfficeFiles;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">As its tab says.</param>
/// <param name="Hidden">Not shown by Excel; its rows were not read.</param>
/// <param name="Rows">Those with any text.</param>
public sealed record XlsxSheet(string Name, bool Hidden, IReadOnlyList<XlsxRow> Rows);

/// <summary>A row.</summary>
/// <param name="Number">As Excel counts, from 1.</param>
/// <param name="Cells">Those with a value, from left to right.</param>
public sealed record XlsxRow(int Number, IReadOnlyList<XlsxCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Text">The value that shows; raw.</param>
/// <param name="Formula">The value was calculated.</param>
public readonly record struct XlsxCell(int Column, string Text, bool Formula);

/// <summary>The visible sheets of a workbook as rows of text.</summary>
public sealed class XlsxSheets
{
    private const int MostColumns = 64;

    private readonly List<string> shared = [];
    private readonly XlsxDates dates;
    private readonly int most;
    private readonly Error tooMany;
    private int count;

    private XlsxSheets(OoxmlPackage package, int most, Error tooMany)
    {
        (this.most, this.tooMany) = (most, tooMany);
        dates = XlsxDates.Read(package);
        foreach (var (_, part) in package.Related(package.Main, "sharedStrings"))
        {
            ReadShared(package.Nodes(part));
        }
    }

    /// <summary>Reads all visible sheets.</summary>
    /// <param name="package">A workbook.</param>
    /// <param name="most">Rows with text, of all sheets together.</param>
    /// <param name="tooMany">The refusal of more.</param>
    /// <exception cref="RefusedFileException">Damaged, or too many rows.</exception>
    public static IReadOnlyList<XlsxSheet> Read(OoxmlPackage package, int most, Error tooMany)
    {
        var workbook = new XlsxSheets(package, most, tooMany);
        var targets = package.Related(package.Main, "worksheet").ToDictionary(r => r.Id, r => r.Target, StringComparer.Ordinal);
        List<(string Name, bool Hidden, string? Part)> sheets = [];
        foreach (var node in package.Nodes(package.Main).Where(n => n is { NodeType: XmlNodeType.Element, LocalName: "sheet" }))
        {
            var hidden = node.GetAttribute("state") is "hidden" or "veryHidden";
            sheets.Add((node.GetAttribute("name") ?? "", hidden, Id(node) is { } id ? targets.GetValueOrDefault(id) : null));
        }

        return [.. sheets.Where(s => s.Hidden || s.Part is not null).Select(s => new XlsxSheet(s.Name, s.Hidden, s.Hidden ? [] : workbook.Rows(package.Nodes(s.Part!))))];
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

    private List<XlsxRow> Rows(IEnumerable<XmlReader> nodes)
    {
        List<XlsxRow> rows = [];
        List<XlsxCell> cells = [];
        var row = 0;
        var column = -1;
        var (kind, style, formula) = ("", "", false);
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
                    (kind, style, formula) = (node.GetAttribute("t") ?? "n", node.GetAttribute("s") ?? "", false);
                    _ = value.Clear();
                    break;
                case "f" when starts:
                    formula = true;
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
            else if (ends && node.LocalName == "c" && column < MostColumns && (value.Length > 0 || formula))
            {
                cells.Add(new(column, value.Length > 0 ? Shown(kind, style, value.ToString()) : "", formula));
            }
            else if (ends && node.LocalName == "row" && cells.Exists(c => c.Formula || !string.IsNullOrWhiteSpace(c.Text)))
            {
                rows.Add(new(row, cells));
                if (++count > most)
                {
                    throw new RefusedFileException(tooMany);
                }
            }
        }

        return rows;
    }

    private string Shown(string kind, string style, string value) => kind switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : throw new RefusedFileException(OfficeFileErrors.Broken),
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
