using System.Globalization;
using System.Xml;
using Commerce.Platform.OfficeFiles;

namespace Commerce.TaskList.Reading;

/// <summary>Numbers that Word counts itself ("1、" as list format): they aren't in the text, but everybody sees them.</summary>
internal sealed class DocxNumbering
{
    private readonly Dictionary<int, Dictionary<int, Level>> formats = [];
    private readonly Dictionary<int, int> lists = [];
    private readonly Dictionary<(int List, int Level), int> starts = [];
    private readonly Dictionary<(int List, int Level), int> counts = [];

    public static DocxNumbering Read(OoxmlPackage package)
    {
        var numbering = new DocxNumbering();
        foreach (var (_, part) in package.Related(package.Main, "numbering"))
        {
            numbering.Read(package.Nodes(part));
        }

        return numbering;
    }

    /// <summary>The next label of a list, such as "7、" or "（一）"; null for bullets and lists that aren't defined.</summary>
    public string? Next(int list, int level)
    {
        if (!lists.TryGetValue(list, out var format) || !formats.TryGetValue(format, out var levels) || !levels.TryGetValue(level, out var shape) || Written(shape, 1) is null)
        {
            return null;
        }

        var number = counts.TryGetValue((list, level), out var last) ? last + 1 : starts.GetValueOrDefault((list, level), shape.Start);
        counts[(list, level)] = number;
        return shape.Text.Replace($"%{(level + 1).ToString(CultureInfo.InvariantCulture)}", Written(shape, number), StringComparison.Ordinal) is var label && label.Contains('%') ? null : label;
    }

    private static string? Written(Level shape, int number) => shape.Format switch
    {
        "decimal" or "decimalFullWidth" => number.ToString(CultureInfo.InvariantCulture),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "ideographDigital" => Folding.Chinese(number),
        _ => null,
    };

    private void Read(IEnumerable<XmlReader> nodes)
    {
        var (format, list, level) = (-1, -1, -1);
        foreach (var node in nodes.Where(n => n.NodeType == XmlNodeType.Element))
        {
            switch (node.LocalName)
            {
                case "abstractNum":
                    (format, list) = (Number(node, "abstractNumId"), -1);
                    formats[format] = [];
                    break;
                case "num":
                    (list, format) = (Number(node, "numId"), -1);
                    break;
                case "abstractNumId" when list >= 0:
                    lists[list] = Number(node, "val");
                    break;
                case "lvl" when format >= 0:
                    level = Number(node, "ilvl");
                    formats[format][level] = new();
                    break;
                case "lvlOverride":
                    level = Number(node, "ilvl");
                    break;
                case "startOverride" when list >= 0:
                    starts[(list, level)] = Number(node, "val");
                    break;
                case "start" when format >= 0 && formats[format].TryGetValue(level, out var shape):
                    shape.Start = Number(node, "val");
                    break;
                case "numFmt" when format >= 0 && formats[format].TryGetValue(level, out var shape):
                    shape.Format = Attribute(node, "val") ?? "";
                    break;
                case "lvlText" when format >= 0 && formats[format].TryGetValue(level, out var shape):
                    shape.Text = Attribute(node, "val") ?? "";
                    break;
                default:
                    break;
            }
        }
    }

    private static int Number(XmlReader node, string attribute) => int.TryParse(Attribute(node, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? Attribute(XmlReader node, string name)
    {
        string? value = null;
        while (value is null && node.MoveToNextAttribute())
        {
            value = node.LocalName == name ? node.Value : null;
        }

        _ = node.MoveToElement();
        return value;
    }

    private sealed class Level
    {
        public int Start { get; set; } = 1;

        public string Format { get; set; } = "";

        public string Text { get; set; } = "";
    }
}
