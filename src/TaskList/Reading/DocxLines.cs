using System.Globalization;
using System.Text;
using System.Xml;
using Commerce.Platform.OfficeFiles;

namespace Commerce.TaskList.Reading;

/// <summary>A Word document as lines: paragraphs, and the rows of its tables. Deleted text under change tracking isn't read; numbers that Word counts itself are written out.</summary>
internal sealed class DocxLines
{
    private const int MostCells = 64;

    private static readonly HashSet<string> Shapes = ["drawing", "pict", "object"];

    private static readonly HashSet<string> Unread =
        ["del", "moveFrom", "Fallback", "instrText", "pPrChange", "rPrChange", "trPrChange", "tcPrChange", "tblPrChange", "sectPr", "sdtPr", "rt", .. Shapes];

    private readonly List<Line> lines = [];
    private readonly List<Cell> cells = [];
    private readonly List<string> paragraphs = [];
    private readonly StringBuilder text = new();
    private readonly DocxNumbering numbering;
    private (int List, int Level) numbered;
    private int tables;
    private int column;
    private int span;
    private bool inText;
    private bool tracked;
    private bool boxed;

    private DocxLines(DocxNumbering numbering) => this.numbering = numbering;

    public static FileLines Read(OoxmlPackage package)
    {
        var document = new DocxLines(DocxNumbering.Read(package));

        // The title may stand in the page's head only; the body's own title comes later and wins.
        foreach (var (_, part) in package.Related(package.Main, "header"))
        {
            document.Walk(package.Nodes(part));
        }

        var heads = document.lines.Where(l => !l.InTable).ToList();
        document.lines.Clear();
        document.Walk(package.Nodes(package.Main));
        return new([.. heads, .. document.lines], document.Doubts());
    }

    private List<Doubt> Doubts()
    {
        List<Doubt> doubts = [];
        if (tracked)
        {
            doubts.Add(new(Place.Whole, "文件里有未接受的修订，按全部接受后的文字读入。请核对。", "The file has tracked changes; it was read as if all were accepted. Please check."));
        }

        if (boxed)
        {
            doubts.Add(new(Place.Whole, "文本框里的文字没有读。请核对里面有没有任务。", "Text in text boxes was not read. Check that no task stands there."));
        }

        return doubts;
    }

    private void Walk(IEnumerable<XmlReader> nodes)
    {
        (int Depth, bool Shape)? passing = null;
        foreach (var node in nodes)
        {
            if (passing is { } over)
            {
                boxed |= over.Shape && node is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false };
                passing = node.NodeType == XmlNodeType.EndElement && node.Depth == over.Depth ? null : over;
            }
            else if (node.NodeType == XmlNodeType.Element)
            {
                tracked |= node.LocalName is "del" or "ins" or "moveFrom" or "moveTo";
                if (!Unread.Contains(node.LocalName))
                {
                    Enter(node);
                    if (node.IsEmptyElement)
                    {
                        Leave(node.LocalName);
                    }
                }
                else if (!node.IsEmptyElement)
                {
                    passing = (node.Depth, Shapes.Contains(node.LocalName));
                }
            }
            else if (node.NodeType == XmlNodeType.EndElement)
            {
                Leave(node.LocalName);
            }
            else if (inText && node.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                _ = text.Append(node.Value);
            }
        }
    }

    private void Enter(XmlReader node)
    {
        switch (node.LocalName)
        {
            case "tbl":
                tables++;
                break;
            case "tr" when tables == 1:
                cells.Clear();
                column = 0;
                break;
            case "gridBefore" when tables == 1:
                column += Value(node, MostCells);
                break;
            case "tc" when tables == 1:
                paragraphs.Clear();
                span = 1;
                break;
            case "gridSpan" when tables == 1:
                span = Math.Max(1, Value(node, MostCells));
                break;
            case "p":
                _ = text.Clear();
                numbered = default;
                break;
            case "numId":
                numbered.List = Value(node, int.MaxValue);
                break;
            case "ilvl":
                numbered.Level = Value(node, 8);
                break;
            case "t":
                inText = true;
                break;
            case "tab":
                _ = text.Append(' ');
                break;
            case "br" or "cr":
                _ = text.Append('\n');
                break;
            case "noBreakHyphen":
                _ = text.Append('-');
                break;
            default:
                break;
        }
    }

    private void Leave(string element)
    {
        switch (element)
        {
            case "t":
                inText = false;
                break;
            case "p" when tables > 0:
                paragraphs.AddRange(Paragraph());
                break;
            case "p":
                Add(Paragraph());
                break;
            case "tc" when tables == 1:
                cells.Add(new(column, [.. paragraphs]));
                column += span;
                if (cells.Count > MostCells || column > MostCells)
                {
                    throw new RefusedFileException(ReadingErrors.TooMuch("列", "columns"));
                }

                break;
            case "tr" when tables == 1:
                Add(new Line(lines.Count + 1, [.. cells], true));
                break;
            case "tbl":
                tables--;
                break;
            default:
                break;
        }
    }

    private List<string> Paragraph()
    {
        var pieces = text.ToString().Split('\n').Select(Folding.Fold).Where(p => p.Length > 0).ToList();
        _ = text.Clear();
        if (numbered.List > 0 && numbering.Next(numbered.List, numbered.Level) is { } label && (pieces.Count > 0 || tables > 0))
        {
            pieces = pieces.Count == 0 ? [label] : [label + pieces[0], .. pieces.Skip(1)];
        }

        return pieces;
    }

    private void Add(List<string> paragraph)
    {
        if (paragraph.Count > 0)
        {
            Add(new Line(lines.Count + 1, [new(0, paragraph)], false));
        }
    }

    private void Add(Line line)
    {
        lines.Add(line);
        if (lines.Count > ListAssembly.MostLines)
        {
            throw new RefusedFileException(ReadingErrors.TooMuch("行", "lines"));
        }
    }

    private static int Value(XmlReader node, int most)
    {
        for (var i = 0; i < node.AttributeCount; i++)
        {
            node.MoveToAttribute(i);
            if (node.LocalName == "val" && int.TryParse(node.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                _ = node.MoveToElement();
                return value <= most ? value : throw new RefusedFileException(OfficeFileErrors.Broken);
            }
        }

        _ = node.MoveToElement();
        return 0;
    }
}
