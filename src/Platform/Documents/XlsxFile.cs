using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Commerce.Platform.Documents;

/// <summary>A paper table as an Excel workbook of one sheet. The same table gives the same bytes, whenever and wherever it is written.</summary>
public static class XlsxFile
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    // The oldest instant that a zip can hold: the file says nothing of when it was written.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file.</summary>
    public static byte[] Of(PaperTable table)
    {
        using var file = new MemoryStream();
        Write(table, file);
        return file.ToArray();
    }

    /// <summary>Writes the file row by row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">Where to.</param>
    public static void Write(PaperTable table, Stream file)
    {
        // The parts lie in the zip in this order, always: the SDK's own package writer would stamp them with the clock.
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", Types);
        Part(zip, "_rels/.rels", x => Related(x, ("rId1", Relations + "/officeDocument", "xl/workbook.xml")));
        Part(zip, "xl/workbook.xml", x => SheetShape.Workbook(table).WriteTo(x));
        Part(zip, "xl/_rels/workbook.xml.rels", x => Related(
            x, ("rId1", Relations + "/worksheet", "worksheets/sheet1.xml"), ("rId2", Relations + "/styles", "styles.xml")));
        Part(zip, "xl/styles.xml", x => PaperStyles.Stylesheet().WriteTo(x));
        Part(zip, "xl/worksheets/sheet1.xml", x => Sheet(x, table));
    }

    private static void Sheet(XmlWriter x, PaperTable table)
    {
        x.WriteStartElement("x", "worksheet", Main);
        Write(x, SheetShape.Before(table));
        x.WriteStartElement("x", "sheetData", Main);
        var lines = new SheetLines(table);
        Write(x, lines.Head());
        foreach (var row in table.Rows)
        {
            lines.Of(row).WriteTo(x);
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

    private static void Types(XmlWriter x)
    {
        x.WriteStartElement("Types", ContentTypes);
        foreach (var (extension, type) in new[] { ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml") })
        {
            x.WriteStartElement("Default", ContentTypes);
            x.WriteAttributeString("Extension", extension);
            x.WriteAttributeString("ContentType", type);
            x.WriteEndElement();
        }

        const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        foreach (var (part, type) in new[] { ("/xl/workbook.xml", "sheet.main+xml"), ("/xl/worksheets/sheet1.xml", "worksheet+xml"), ("/xl/styles.xml", "styles+xml") })
        {
            x.WriteStartElement("Override", ContentTypes);
            x.WriteAttributeString("PartName", part);
            x.WriteAttributeString("ContentType", Spreadsheet + type);
            x.WriteEndElement();
        }

        x.WriteEndElement();
    }

    private static void Related(XmlWriter x, params (string Id, string Type, string Target)[] relations)
    {
        x.WriteStartElement("Relationships", PackageRelations);
        foreach (var (id, type, target) in relations)
        {
            x.WriteStartElement("Relationship", PackageRelations);
            x.WriteAttributeString("Id", id);
            x.WriteAttributeString("Type", type);
            x.WriteAttributeString("Target", target);
            x.WriteEndElement();
        }

        x.WriteEndElement();
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Never;
        using var stream = entry.Open();
        using var x = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
        x.WriteStartDocument(standalone: true);
        write(x);
        x.WriteEndDocument();
    }
}
