using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Commerce.Platform.Documents;

/// <summary>A package that is readable and can be proved without this program: each file is hashed while it is written, and the list of hashes comes last.</summary>
/// <param name="file">Where to; stays open.</param>
public sealed class ArchiveZip(Stream file) : IDisposable
{
    /// <summary>The list of hashes, as <c>sha256sum -c</c> reads it.</summary>
    public const string Manifest = "SHA256SUMS.txt";

    // The oldest instant that a zip can hold: the same year gives the same bytes.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    private readonly List<(string Name, string Hash)> files = [];

    /// <summary>A file that is written as it comes.</summary>
    public void Add(string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Never;
        using var hash = SHA256.Create();
        using (var stream = entry.Open())
        using (var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Write))
        {
            write(hashed);
        }

        files.Add((name, Convert.ToHexStringLower(hash.Hash!)));
    }

    /// <summary>A file as it is.</summary>
    public void Add(string name, byte[] content) => Add(name, s => s.Write(content));

    /// <summary>UTF-8 with a mark, so that every editor reads Chinese.</summary>
    public void Text(string name, string text) => Add(name, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))]);

    /// <summary>A table with commas.</summary>
    public void Table(string name, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<PaperCell>> rows) =>
        Add(name, s => CsvFile.Write(new PaperTable(name, [.. columns.Select(c => new PaperColumn(c, 10))], rows.Select(r => new PaperRow(r))), s));

    /// <summary>The list of all files so far.</summary>
    public void List()
    {
        var list = string.Concat(files.Select(f => $"{f.Hash}  {f.Name}\n"));
        Add(Manifest, Encoding.UTF8.GetBytes(list));
    }

    /// <inheritdoc />
    public void Dispose() => zip.Dispose();
}
