using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Commerce.Platform.Documents;

/// <summary>A paper table as an Excel workbook, a sheet for each. The same table gives the same bytes, whenever and wherever it is written.</summary>
public static class XlsxFile
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The file.</summary>
    public static byte[] Of(PaperTable table) => Of([table]);

    /// <summary>A file of several sheets, each named as its table's title.</summary>
    public static byte[] Of(IReadOnlyList<PaperTable> tables)
    {
        using var file = new MemoryStream();
        Write(tables, file);
        return file.ToArray();
    }

    /// <summary>Writes the file row by row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">Where to.</param>
    public static void Write(PaperTable table, Stream file) => Write([table], file);

    /// <summary>The same with a sheet for each table; they are read one after the other.</summary>
    /// <param name="tables">Their titles differ.</param>
    /// <param name="file">Where to; it need not be able to go back.</param>
    public static void Write(IReadOnlyList<PaperTable> tables, Stream file)
    {
        using var package = new OfficeZip(file);
        package.Types(
            [("/xl/workbook.xml", Spreadsheet + "sheet.main+xml"), .. tables.Select((_, i) => ($"/xl/worksheets/sheet{i + 1}.xml", Spreadsheet + "worksheet+xml")), ("/xl/styles.xml", Spreadsheet + "styles+xml")]);
        package.Related("_rels/.rels", ("rId1", "officeDocument", "xl/workbook.xml"));
        package.Part("xl/workbook.xml", x => SheetShape.Workbook(tables).WriteTo(x));
        package.Related("xl/_rels/workbook.xml.rels", [.. tables.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ($"rId{tables.Count + 1}", "styles", "styles.xml")]);
        package.Part("xl/styles.xml", x => PaperStyles.Stylesheet().WriteTo(x));
        foreach (var (index, table) in tables.Index())
        {
            package.Part($"xl/worksheets/sheet{index + 1}.xml", x => Sheet(x, table));
        }
    }

    private static void Sheet(XmlWriter x, PaperTable table)
    {
        x.WriteStartElement("x", "worksheet", Main);
        Write(x, SheetShape.Before(table));
        x.WriteStartElement("x", "sheetData", Main);
        var lines = new SheetLines(table);
        Write(x, lines.Head());
        foreach (var block in PaperRow.Blocks(table.Rows))
        {
            Write(x, lines.Of(block));
        }

        Write(x, lines.Foot());
        x.WriteEndElement();
        Write(x, SheetShape.After(table, lines.Merged));
        x.WriteEndElement();
    }

    private static void Write(XmlWriter x, IEnumerable<OpenXmlElement> elements)
    {
        foreach (var element in elements)
        {
            element.WriteTo(x);
        }
    }
}
