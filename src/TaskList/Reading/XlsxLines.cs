using Commerce.Platform.OfficeFiles;

namespace Commerce.TaskList.Reading;

/// <summary>A workbook as lines: the rows of its visible sheets. Formulas count as the values they show.</summary>
internal static class XlsxLines
{
    public static FileLines Read(OoxmlPackage package)
    {
        var sheets = XlsxSheets.Read(package, ListAssembly.MostLines, ReadingErrors.TooMuch("行", "lines"));
        return new(
            [.. sheets.SelectMany(s => s.Rows).Select(Line).Where(l => l.Filled.Count > 0)],
            [.. sheets.Where(s => s.Hidden).Select(s => new Doubt(Place.Whole, $"工作表“{s.Name}”是隐藏的，没有读。要读就先取消隐藏。", $"The sheet “{s.Name}” is hidden and was not read. Unhide it if it belongs to the list.", s.Name))]);
    }

    private static Line Line(XlsxRow row) => new(row.Number, [.. row.Cells.Where(c => c.Text.Length > 0).Select(c => Cell.Of(c.Column, c.Text))], true);
}
