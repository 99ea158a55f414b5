using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Commerce.Platform.Documents;

/// <summary>The lines of a sheet from top to bottom, and which cells of them are merged.</summary>
internal sealed class SheetLines(PaperTable table)
{
    private const int LongestText = 32_767;
    private uint line;

    /// <summary>Merged cells, such as A1:G1.</summary>
    public List<string> Merged { get; } = [];

    private int Width => table.Columns.Count;

    /// <summary>Title, what stands above the table, heads of the columns.</summary>
    public IEnumerable<Row> Head()
    {
        yield return Across(table.Title, PaperStyles.Title, 34);
        yield return TwoSides(table.Left, table.Right);
        if (table.Columns.All(c => c.Under is null))
        {
            yield return Next(table.Columns.Select(c => Text(c.Title, PaperStyles.Head)), 30);
            yield break;
        }

        var first = Next(table.Columns.Select(c => Text(c.Under ?? c.Title, PaperStyles.Head)), 22);
        for (var column = 0; column < Width;)
        {
            var under = table.Columns[column].Under;
            var end = column + 1;
            while (under is not null && end < Width && table.Columns[end].Under == under)
            {
                end++;
            }

            Merge(column, line, end - 1, under is null ? line + 1 : line);
            column = end;
        }

        yield return first;
        yield return Next(table.Columns.Select(c => Text(c.Under is null ? "" : c.Title, PaperStyles.Head)), 22);
    }

    /// <summary>A row of figures.</summary>
    public Row Of(PaperRow row) => Next(
        table.Columns.Select((c, i) => (i < row.Cells.Count ? row.Cells[i] : PaperCell.Empty) is { Number: { } number }
            ? Number(number, PaperStyles.Of(c.Kind, row.IsTotal))
            : Text(row.Cells.ElementAtOrDefault(i).Text ?? "", PaperStyles.Of(PaperFigure.Text, row.IsTotal))),
        null);

    /// <summary>Notes and signatures.</summary>
    public IEnumerable<Row> Foot()
    {
        foreach (var note in table.Notes)
        {
            yield return Across(note, PaperStyles.Note, 16 * LinesOf(note));
        }

        if (table.Signatures.Count > 0)
        {
            yield return Across("", PaperStyles.Note, 10);
            yield return Next(SideBySide(table.Signatures), 26);
        }
    }

    /// <summary>The letters of a column: 0 is A, 26 is AA.</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);

    private Row Across(string text, uint style, double height)
    {
        var row = Next(Enumerable.Range(0, Width).Select(i => Text(i == 0 ? text : "", style)), height);
        Merge(0, line, Width - 1, line);
        return row;
    }

    private Row TwoSides(string left, string right)
    {
        var middle = Math.Max(1, Width * 2 / 3);
        var row = Next(Enumerable.Range(0, Width).Select(i => i < middle ? Text(i == 0 ? left : "", PaperStyles.Left) : Text(i == middle ? right : "", PaperStyles.Right)), 22);
        Merge(0, line, middle - 1, line);
        Merge(middle, line, Width - 1, line);
        return row;
    }

    private IEnumerable<Cell> SideBySide(IReadOnlyList<string> texts)
    {
        var starts = texts.Select((_, i) => i * Width / texts.Count).ToList();
        for (var i = 0; i < Width; i++)
        {
            // With more texts than columns, those that share a column stand together.
            yield return Text(string.Join("　", texts.Where((_, t) => starts[t] == i)), PaperStyles.Left);
        }

        var spans = starts.Distinct().ToList();
        for (var i = 0; i < spans.Count; i++)
        {
            Merge(spans[i], line + 1, (i + 1 < spans.Count ? spans[i + 1] : Width) - 1, line + 1);
        }
    }

    // A merged cell doesn't grow with its text; a Chinese character takes two widths.
    private int LinesOf(string text)
    {
        var room = table.Columns.Sum(c => c.Width);
        return Math.Max(1, (int)Math.Ceiling(text.Sum(c => c > 0xFF ? 2.1 : 1.1) / room));
    }

    private Row Next(IEnumerable<Cell> cells, double? height)
    {
        var made = cells.ToList();
        line++;
        for (var i = 0; i < made.Count; i++)
        {
            made[i].CellReference = Letters(i) + line.ToString(CultureInfo.InvariantCulture);
        }

        var row = new Row(made) { RowIndex = line };
        if (height is { } points)
        {
            row.Height = points;
            row.CustomHeight = true;
        }

        return row;
    }

    private void Merge(int fromColumn, uint fromLine, int toColumn, uint toLine)
    {
        if (fromColumn != toColumn || fromLine != toLine)
        {
            Merged.Add(string.Create(CultureInfo.InvariantCulture, $"{Letters(fromColumn)}{fromLine}:{Letters(toColumn)}{toLine}"));
        }
    }

    private static Cell Number(decimal number, uint style) =>
        new(new CellValue(number.ToString("0.############################", CultureInfo.InvariantCulture))) { StyleIndex = style };

    // A string in its own cell is never calculated, whatever it begins with.
    private static Cell Text(string text, uint style) => text.Length == 0
        ? new Cell { StyleIndex = style }
        : new Cell(new InlineString(new Text(Legal(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    /// <summary>Without what XML can't hold, and no longer than a cell.</summary>
    private static string Legal(string text)
    {
        var kept = string.Concat(text.Where((c, i) =>
            XmlConvert.IsXmlChar(c)
            || (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]))));
        return kept.Length <= LongestText ? kept : kept[..LongestText];
    }
}
