using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Commerce.Platform.Documents;

/// <summary>A paper table as a Word document in the official layout: A4, title in the middle, thin lines, the head again on each page. The same table gives the same bytes.</summary>
public static class DocxFile
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Wordprocessing = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

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
        using var package = new OfficeZip(file);
        package.Types(
            ("/word/document.xml", Wordprocessing + "document.main+xml"), ("/word/styles.xml", Wordprocessing + "styles+xml"), ("/word/footer1.xml", Wordprocessing + "footer+xml"));
        package.Related("_rels/.rels", ("rId1", "officeDocument", "word/document.xml"));
        package.Part("word/document.xml", x => Document(x, table));
        package.Related("word/_rels/document.xml.rels", ("rId1", "styles", "styles.xml"), (DocumentShape.FooterId, "footer", "footer1.xml"));
        package.Part("word/styles.xml", x => DocumentShape.Styles().WriteTo(x));
        package.Part("word/footer1.xml", x => new DocumentShape(table).Footer().WriteTo(x));
    }

    private static void Document(XmlWriter x, PaperTable table)
    {
        var shape = new DocumentShape(table);
        x.WriteStartElement("w", "document", Main);
        x.WriteStartElement("w", "body", Main);
        Write(x, shape.Above());
        x.WriteStartElement("w", "tbl", Main);
        Write(x, shape.Frame());
        var rows = new DocumentRows(table, shape.Widths);
        Write(x, rows.Head());
        foreach (var block in PaperRow.Blocks(table.Rows))
        {
            Write(x, rows.Of(block));
        }

        x.WriteEndElement();
        Write(x, shape.Below());
        x.WriteEndElement();
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
