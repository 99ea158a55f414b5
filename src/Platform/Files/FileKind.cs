using System.IO.Compression;
using System.Text;

namespace Commerce.Platform.Files;

/// <summary>What a file is by its content. Names and what browsers say of types are not believed.</summary>
/// <param name="Extension">The one it gets, lower case, with its dot.</param>
/// <param name="ContentType">How it is served.</param>
/// <param name="Is">True when the content is of this kind.</param>
public sealed record FileKind(string Extension, string ContentType, Func<byte[], bool> Is)
{
    /// <summary>Names of kinds that also mean this one.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>PDF.</summary>
    public static FileKind Pdf { get; } = new(".pdf", "application/pdf", b => Starts(b, "%PDF-"u8));

    /// <summary>PNG picture.</summary>
    public static FileKind Png { get; } = new(".png", "image/png", b => Starts(b, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]));

    /// <summary>JPEG picture.</summary>
    public static FileKind Jpeg { get; } = new(".jpg", "image/jpeg", b => Starts(b, [0xFF, 0xD8, 0xFF])) { Aliases = [".jpeg"] };

    /// <summary>Word document without macros.</summary>
    public static FileKind Docx { get; } = new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b => Holds(b, "word/document.xml"));

    /// <summary>Excel workbook without macros.</summary>
    public static FileKind Xlsx { get; } = new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b => Holds(b, "xl/workbook.xml"));

    /// <summary>OFD, the fixed layout of official papers.</summary>
    public static FileKind Ofd { get; } = new(".ofd", "application/ofd", b => Holds(b, "OFD.xml"));

    /// <summary>Plain text.</summary>
    public static FileKind Text { get; } = new(".txt", "text/plain; charset=utf-8", IsText) { Aliases = [".md", ".csv"] };

    /// <summary>What people hand in as evidence.</summary>
    public static IReadOnlyList<FileKind> Evidence { get; } = [Pdf, Png, Jpeg, Docx, Xlsx, Ofd, Text];

    private static bool Starts(byte[] bytes, ReadOnlySpan<byte> start) => bytes.AsSpan().StartsWith(start);

    // Only the directory of the package is read, nothing is unpacked; a package with macros is none of ours.
    private static bool Holds(byte[] bytes, string entry)
    {
        if (!Starts(bytes, "PK"u8))
        {
            return false;
        }

        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return package.Entries.Count <= 10_000 && package.GetEntry(entry) is not null
                && !package.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsText(byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return !text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t' or '\f')) && !text.TrimStart('\uFEFF').TrimStart().StartsWith('<');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
