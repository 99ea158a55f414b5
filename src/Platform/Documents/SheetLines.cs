using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Commerce.Platform.Documents;

/// <summary>The lines of a sheet from top to bottom, and which cells of them are merged.</summary>
internal sealed class SheetLines(PaperTable table)
{
    private const int LongestText = 32_767;
    private const double HighestRow = 409;
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

    /// <summary>Rows that hang together; each as high as its texts need, since a sheet doesn't grow with what is merged.</summary>
    public IEnumerable<Row> Of(IReadOnlyList<PaperRow> block)
    {
        var needed = block.Select((row, r) => row.Across is { } across ? LinesOf(across) : row.Cells.Select((c, i) => IsMerged(block, r, i) ? 1 : LinesIn(c, i)).Append(1).Max()).ToArray();
        for (var column = 0; column < Width; column++)
        {
            for (var r = 0; r < block.Count; r++)
            {
                var end = r + 1;
                while (end < block.Count && IsAbove(block[end], column))
                {
                    end++;
                }

                // What a merged text lacks is shared out among its rows.
                var lacking = end > r + 1 ? LinesIn(block[r].Cells[column], column) - needed[r..end].Sum() : 0;
                for (var share = r; share < end && lacking > 0; share++)
                {
                    var more = (int)Math.Ceiling((double)lacking / (end - share));
                    needed[share] += more;
                    lacking -= more;
                }

                Merge(column, (uint)(line + r + 1), column, (uint)(line + end));
                r = end - 1;
            }
        }

        return block.Select((row, r) => row.Across is { } across ? Across(across, PaperStyles.Of(PaperFigure.Text, !row.IsBelow), Height(needed[r]) ?? 22) : Row(row, Height(needed[r]), block.Count > 1));
    }

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

        if (table.Mark.Length > 0)
        {
            yield return Across(table.Mark, PaperStyles.Note, 16);
        }
    }

    /// <summary>The letters of a column: 0 is A, 26 is AA.</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);

    private Row Row(PaperRow row, double? height, bool hangs) => Next(
        table.Columns.Select((c, i) => (i < row.Cells.Count ? row.Cells[i] : PaperCell.Empty) is { Number: { } number }
            ? Number(number, Style(c.Kind, row, hangs))
            : Text(row.Cells.ElementAtOrDefault(i).Text ?? "", Style(PaperFigure.Text, row, hangs))),
        height);

    private static uint Style(PaperFigure kind, PaperRow row, bool hangs) => hangs && !row.IsTotal ? PaperStyles.AtTop(kind) : PaperStyles.Of(kind, row.IsTotal);

    private int LinesIn(PaperCell cell, int column) => cell.Text is { } text && column < Width ? table.Columns[column].LinesOf(text) : 1;

    private static bool IsAbove(PaperRow row, int column) => row.Cells.ElementAtOrDefault(column).IsAbove;

    private static bool IsMerged(IReadOnlyList<PaperRow> block, int row, int column) => IsAbove(block[row], column) || row + 1 < block.Count && IsAbove(block[row + 1], column);

    private static double? Height(int lines) => lines == 1 ? null : Math.Min(HighestRow, (lines * 15) + 7);

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

    private int LinesOf(string text) => PaperColumn.LinesOf(text, table.Columns.Sum(c => c.Width));

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

    private static string Legal(string text) => OfficeZip.Legal(text) is var kept && kept.Length <= LongestText ? kept : kept[..LongestText];
}
