using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Commerce.Platform.Documents;

/// <summary>The rows of a document's table.</summary>
/// <param name="table">The table.</param>
/// <param name="widths">Of its columns, in twentieths of a point.</param>
internal sealed class DocumentRows(PaperTable table, IReadOnlyList<int> widths)
{
    private int Width => table.Columns.Count;

    /// <summary>Heads of the columns; they come again on each page.</summary>
    public IEnumerable<TableRow> Head()
    {
        if (table.Columns.All(c => c.Under is null))
        {
            yield return Row(true, table.Columns.Select((c, i) => Cell(c.Title, i, 1, JustificationValues.Center, true)));
            yield break;
        }

        List<TableCell> first = [];
        for (var column = 0; column < Width;)
        {
            var under = table.Columns[column].Under;
            var end = column + 1;
            while (under is not null && end < Width && table.Columns[end].Under == under)
            {
                end++;
            }

            first.Add(Cell(under ?? table.Columns[column].Title, column, end - column, JustificationValues.Center, true, under is null ? MergedCellValues.Restart : null));
            column = end;
        }

        yield return Row(true, first);
        yield return Row(true, table.Columns.Select((c, i) => Cell(c.Under is null ? "" : c.Title, i, 1, JustificationValues.Center, true, c.Under is null ? MergedCellValues.Continue : null)));
    }

    /// <summary>Rows that hang together.</summary>
    public IEnumerable<TableRow> Of(IReadOnlyList<PaperRow> block) => block.Select((row, r) => row.Across is { } across
        ? Row(false, [Cell(across, 0, Width, JustificationValues.Left, !row.IsBelow, stays: !row.IsBelow)])
        : Row(false, table.Columns.Select((column, i) =>
        {
            var cell = i < row.Cells.Count ? row.Cells[i] : PaperCell.Empty;
            var next = r + 1 < block.Count ? block[r + 1] : null;
            var below = next is not null && next.Cells.ElementAtOrDefault(i).IsAbove;
            return Cell(
                cell.Number is { } number ? Written(number, column.Kind) : cell.Text ?? "", i, 1, cell.Number is null ? JustificationValues.Left : JustificationValues.Right, row.IsTotal,
                cell.IsAbove ? MergedCellValues.Continue : below ? MergedCellValues.Restart : null, top: block.Count > 1, stays: next is { IsBelow: true });
        })));

    private static TableRow Row(bool head, IEnumerable<TableCell> cells) => new(
        [new TableRowProperties([new CantSplit(), .. head ? (OpenXmlElement[])[new TableHeader()] : []]), .. cells]);

    // Merged cells are written at the top, since a page may break them; a heading across stays with the row below it.
    private TableCell Cell(string text, int column, int span, JustificationValues side, bool strong, MergedCellValues? merged = null, bool top = false, bool stays = false) => new(
        [
            new TableCellProperties(
            [
                new TableCellWidth { Width = widths.Skip(column).Take(span).Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                .. span > 1 ? (OpenXmlElement[])[new GridSpan { Val = span }] : [],
                .. merged is { } vertical ? (OpenXmlElement[])[new VerticalMerge { Val = vertical }] : [],
                new TableCellVerticalAlignment { Val = top ? TableVerticalAlignmentValues.Top : TableVerticalAlignmentValues.Center },
            ]),
            .. text.Split('\n').Select(line => new Paragraph(new ParagraphProperties([.. stays ? (OpenXmlElement[])[new KeepNext()] : [], new Justification { Val = side }]), DocumentShape.Run(line, null, strong))),
        ]);

    /// <summary>A number as it stands in its cell.</summary>
    public static string Written(decimal number, PaperFigure kind) => number.ToString(
        kind switch
        {
            PaperFigure.Text => "0.############################",
            PaperFigure.Money => "#,##0.00",
            PaperFigure.Quantity => "#,##0.0##",
            PaperFigure.Whole => "#,##0",
            PaperFigure.Percent => "0.00%",
        },
        CultureInfo.InvariantCulture);
}
