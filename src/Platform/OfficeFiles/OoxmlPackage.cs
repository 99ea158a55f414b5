using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace Commerce.Platform.OfficeFiles;

/// <summary>
/// A docx or xlsx read as what it may be: a stranger's zip. Only the parts that are asked for are unpacked, as streams, within limits that hold whatever
/// the file claims of itself; no document type, no entity, no external part is ever followed.
/// </summary>
public sealed class OoxmlPackage : IDisposable
{
    private const int MostEntries = 2_000;
    private const int LargestDirectory = 1024 * 1024;
    private const int Deepest = 200;

    /// <summary>All parts that are read, unpacked. A list of a hundred tasks has 1 to 2 MB.</summary>
    private const long LargestContent = 8 * 1024 * 1024;

    /// <summary>What is declared for the whole package, pictures included.</summary>
    private const long LargestDeclared = 300L * 1024 * 1024;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts;
    private long left = LargestContent;

    private OoxmlPackage(ZipArchive zip)
    {
        this.zip = zip;
        parts = Checked(zip);
        Main = Related("", "officeDocument").FirstOrDefault().Target ?? throw new RefusedFileException(OfficeFileErrors.Stranger(Has("mimetype") ? "OpenDocument" : "ZIP"));
        IsWorkbook = Nodes(Main).Where(n => n.NodeType == XmlNodeType.Element).Select(n => n.LocalName).FirstOrDefault() switch
        {
            "document" => false,
            "workbook" => true,
            _ => throw new RefusedFileException(OfficeFileErrors.NotText),
        };
    }

    /// <summary>The document's or workbook's part.</summary>
    public string Main { get; }

    /// <summary>It is a workbook, not a text document.</summary>
    public bool IsWorkbook { get; }

    /// <summary>Opens a package after a look at its directory.</summary>
    /// <param name="file">Seekable; stays open.</param>
    /// <exception cref="RefusedFileException">It is no such package, or one that no office program writes.</exception>
    public static OoxmlPackage Open(Stream file)
    {
        CheckDirectory(file);
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            return new(zip);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>Whether it holds a part.</summary>
    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>The nodes of a part one after another, on one moving reader. Names count without namespaces, which differ between the two editions of the standard.</summary>
    public IEnumerable<XmlReader> Nodes(string part)
    {
        if (!parts.TryGetValue(part, out var entry))
        {
            throw new RefusedFileException(OfficeFileErrors.Broken);
        }

        using var content = new MeasuredStream(entry.Open(), entry.CompressedLength, read => (left -= read) >= 0);
        using var reader = XmlReader.Create(content, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = LargestContent,
            NameTable = new FewNames(),
        });
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                throw new RefusedFileException(OfficeFileErrors.Broken);
            }

            yield return reader;
        }
    }

    /// <summary>Parts related to a part, by the last word of the relation's type; those outside the package are passed over.</summary>
    public List<(string Id, string Target)> Related(string part, string type)
    {
        var (folder, name) = part.LastIndexOf('/') is >= 0 and var slash ? (part[..slash], part[(slash + 1)..]) : ("", part);
        var relations = (folder.Length == 0 ? "" : folder + "/") + "_rels/" + name + ".rels";
        List<(string, string)> found = [];
        foreach (var node in Has(relations) ? Nodes(relations) : [])
        {
            if (node is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && node.GetAttribute("TargetMode") != "External"
                && node.GetAttribute("Type")?.EndsWith("/" + type, StringComparison.Ordinal) == true
                && node.GetAttribute("Target") is { } target
                && Resolved(folder, target) is { } resolved)
            {
                found.Add((node.GetAttribute("Id") ?? "", resolved));
            }
        }

        return found;
    }

    /// <inheritdoc />
    public void Dispose() => zip.Dispose();

    /// <summary>A target that leaves the package resolves to nothing.</summary>
    private string? Resolved(string folder, string target)
    {
        List<string> steps = target.StartsWith('/') ? [] : [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(s => s != "."))
        {
            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else
            {
                return null;
            }
        }

        return string.Join('/', steps) is var name && Has(name) ? name : null;
    }

    private static Dictionary<string, ZipArchiveEntry> Checked(ZipArchive zip)
    {
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        long declared = 0;
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.Contains('\\') || entry.FullName.Contains(':') || entry.FullName.StartsWith('/') || entry.FullName.Any(char.IsControl)
                || entry.FullName.Split('/').Contains("..") || !parts.TryAdd(entry.FullName, entry))
            {
                throw new RefusedFileException(OfficeFileErrors.StrangeNames);
            }

            declared += entry.Length;
            if (declared > LargestDeclared || MeasuredStream.Abnormal(entry.Length, entry.CompressedLength))
            {
                throw new RefusedFileException(OfficeFileErrors.Inflated);
            }
        }

        return parts;
    }

    /// <summary>
    /// The zip's own directory, before it is loaded: .NET makes an object of each entry, and a small file can claim a million.
    /// Its place and size must agree with the end record, so that the claim is true.
    /// </summary>
    private static void CheckDirectory(Stream file)
    {
        const int EndRecord = 22;
        var tail = new byte[Math.Min(file.Length, EndRecord + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        file.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + EndRecord > tail.Length)
        {
            throw new RefusedFileException(OfficeFileErrors.Broken);
        }

        var end = tail.AsSpan(at);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (start + (long)size != file.Length - tail.Length + at)
        {
            throw new RefusedFileException(OfficeFileErrors.Broken);
        }

        if (entries > MostEntries || size > LargestDirectory)
        {
            throw new RefusedFileException(OfficeFileErrors.Inflated);
        }
    }

    /// <summary>Word and Excel know a few hundred names; a file of millions would fill the memory with them.</summary>
    private sealed class FewNames : NameTable
    {
        private const int Most = 4_096;
        private int count;

        public override string Add(string key) => Get(key) ?? Counted(() => base.Add(key));

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(() => base.Add(key, start, len));

        private string Counted(Func<string> add) => ++count <= Most ? add() : throw new RefusedFileException(OfficeFileErrors.Broken);
    }
}
