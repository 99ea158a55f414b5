using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Commerce.Platform.Documents;

/// <summary>The package of a docx or xlsx. Its parts lie in the order of writing and carry no time: the SDK's own package writer would stamp them with the clock.</summary>
internal sealed class OfficeZip(Stream file) : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    // The oldest instant that a zip can hold: the file says nothing of when it was written.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>What the parts are.</summary>
    public void Types(params (string Part, string Type)[] parts) => Part("[Content_Types].xml", x =>
    {
        x.WriteStartElement("Types", ContentTypes);
        foreach (var (extension, type) in new[] { ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml") })
        {
            x.WriteStartElement("Default", ContentTypes);
            x.WriteAttributeString("Extension", extension);
            x.WriteAttributeString("ContentType", type);
            x.WriteEndElement();
        }

        foreach (var (part, type) in parts)
        {
            x.WriteStartElement("Override", ContentTypes);
            x.WriteAttributeString("PartName", part);
            x.WriteAttributeString("ContentType", type);
            x.WriteEndElement();
        }

        x.WriteEndElement();
    });

    /// <summary>Which parts belong to one.</summary>
    public void Related(string part, params (string Id, string Type, string Target)[] relations) => Part(part, x =>
    {
        x.WriteStartElement("Relationships", PackageRelations);
        foreach (var (id, type, target) in relations)
        {
            x.WriteStartElement("Relationship", PackageRelations);
            x.WriteAttributeString("Id", id);
            x.WriteAttributeString("Type", Relations + type);
            x.WriteAttributeString("Target", target);
            x.WriteEndElement();
        }

        x.WriteEndElement();
    });

    public void Part(string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Never;
        using var stream = entry.Open();
        using var x = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
        x.WriteStartDocument(standalone: true);
        write(x);
        x.WriteEndDocument();
    }

    /// <summary>A text without what XML can't hold.</summary>
    public static string Legal(string text) => string.Concat(text.Where((c, i) =>
        XmlConvert.IsXmlChar(c)
        || (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]))));

    public void Dispose() => zip.Dispose();
}
