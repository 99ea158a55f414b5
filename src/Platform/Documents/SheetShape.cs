using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Commerce.Platform.Documents;

/// <summary>What stands around the lines of a sheet: its name, columns, panes, and how it is printed.</summary>
internal static class SheetShape
{
    private const uint A4 = 9;
    private const int LongestName = 31;

    public static Workbook Workbook(IReadOnlyList<PaperTable> tables) => new(
        new Sheets(tables.Select((t, i) => new Sheet { Name = NameOf(t.Title), SheetId = (uint)i + 1, Id = $"rId{i + 1}" })),
        new DefinedNames(tables.Select((t, i) => new DefinedName($"'{NameOf(t.Title)}'!$1:${HeadLines(t)}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i })));

    public static IEnumerable<OpenXmlElement> Before(PaperTable table) =>
    [
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(new SheetView(
            new Pane { VerticalSplit = HeadLines(table), TopLeftCell = $"A{HeadLines(table) + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { ShowGridLines = false, WorkbookViewId = 0 }),
        new SheetFormatProperties { DefaultRowHeight = 22, CustomHeight = true },
        new Columns(table.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })),
    ];

    public static IEnumerable<OpenXmlElement> After(PaperTable table, IReadOnlyList<string> merged) =>
    [
        .. merged.Count == 0 ? (OpenXmlElement[])[] : [new MergeCells(merged.Select(m => new MergeCell { Reference = m })) { Count = (uint)merged.Count }],
        new PrintOptions { HorizontalCentered = true },
        new PageMargins { Left = 0.35, Right = 0.35, Top = 0.5, Bottom = 0.6, Header = 0.25, Footer = 0.25 },
        new PageSetup
        {
            PaperSize = A4,
            Orientation = table.Upright ? OrientationValues.Portrait : OrientationValues.Landscape,
            FitToWidth = 1,
            FitToHeight = 0,
        },
        new HeaderFooter([.. table.Mark.Length == 0 ? (OpenXmlElement[])[] : [new OddHeader($"&R&8&K808080{InFooter(table.Mark)}")], new OddFooter($"&L&8{InFooter(table.Foot)}&R第 &P 页，共 &N 页")]),
    ];

    private static int HeadLines(PaperTable table) => table.Columns.Any(c => c.Under is not null) ? 4 : 3;

    // An ampersand begins a command there; after a size, a digit would be taken for a part of it.
    private static string InFooter(string text) => text.Length == 0 ? "" : " " + text.Replace("&", "&&", StringComparison.Ordinal);

    private static string NameOf(string title)
    {
        var name = string.Concat(title.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal) && !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return name.Length == 0 ? "Sheet1" : name.Length <= LongestName ? name : name[..LongestName];
    }
}
