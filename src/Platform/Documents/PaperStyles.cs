using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Commerce.Platform.Documents;

/// <summary>How cells look; numbers are places in the list of formats.</summary>
internal static class PaperStyles
{
    public const uint Title = 1;
    public const uint Left = 2;
    public const uint Right = 3;
    public const uint Head = 4;
    public const uint Note = 5;

    private const uint FirstFigure = 6;
    private const uint FirstNumber = 164;
    private const uint Thin = 1;
    private static readonly int Kinds = Enum.GetValues<PaperFigure>().Length;

    /// <summary>The format of a figure, plain or strong.</summary>
    public static uint Of(PaperFigure kind, bool total) => FirstFigure + (uint)kind + (total ? (uint)Kinds : 0);

    /// <summary>The format of a figure in rows that hang together: at the top, since a page may break a merged cell and would leave what is in its middle.</summary>
    public static uint AtTop(PaperFigure kind) => FirstFigure + (uint)kind + (2 * (uint)Kinds);

    public static Stylesheet Stylesheet() => new(
        new NumberingFormats(Enum.GetValues<PaperFigure>().Where(k => k != PaperFigure.Text).Select(k => new NumberingFormat { NumberFormatId = NumberOf(k), FormatCode = FormatOf(k) })) { Count = (uint)Kinds - 1 },
        new Fonts(Face(11, false), Face(18, true), Face(11, true), Face(10, false)) { Count = 4 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Lines()) { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        Formats());

    private static CellFormats Formats()
    {
        List<CellFormat> all =
        [
            new CellFormat { FormatId = 0 },
            Format(1, 0, 0, HorizontalAlignmentValues.Center),
            Format(0, 0, 0, HorizontalAlignmentValues.Left),
            Format(0, 0, 0, HorizontalAlignmentValues.Right),
            Format(2, Thin, 0, HorizontalAlignmentValues.Center),
            Format(3, 0, 0, HorizontalAlignmentValues.Left),
        ];
        foreach (var (font, height) in new[] { (0u, VerticalAlignmentValues.Center), (2u, VerticalAlignmentValues.Center), (0u, VerticalAlignmentValues.Top) })
        {
            all.AddRange(Enum.GetValues<PaperFigure>().Select(k => Format(
                font, Thin, k == PaperFigure.Text ? 0 : NumberOf(k), k == PaperFigure.Text ? HorizontalAlignmentValues.Left : HorizontalAlignmentValues.Right, height)));
        }

        return new(all) { Count = (uint)all.Count };
    }

    // With the quote prefix a text stays a text even when somebody edits its cell.
    private static CellFormat Format(uint font, uint border, uint number, HorizontalAlignmentValues side, VerticalAlignmentValues? height = null) => new(
        new Alignment { Horizontal = side, Vertical = height ?? VerticalAlignmentValues.Center, WrapText = number == 0 })
    {
        FormatId = 0,
        FontId = font,
        BorderId = border,
        NumberFormatId = number,
        ApplyFont = true,
        ApplyBorder = border != 0,
        ApplyNumberFormat = number != 0,
        ApplyAlignment = true,
        QuotePrefix = number == 0,
    };

    private static uint NumberOf(PaperFigure kind) => FirstNumber + (uint)kind;

    private static string FormatOf(PaperFigure kind) => kind switch
    {
        PaperFigure.Text => "@",
        PaperFigure.Money => "#,##0.00",
        PaperFigure.Quantity => "#,##0.0##",
        PaperFigure.Whole => "#,##0",
        PaperFigure.Percent => "0.00%",
    };

    private static Font Face(double size, bool strong) => strong
        ? new Font(new Bold(), new FontSize { Val = size }, new FontName { Val = "宋体" })
        : new Font(new FontSize { Val = size }, new FontName { Val = "宋体" });

    private static Border Lines() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
