using System.Xml;
using Commerce.SharedKernel;

namespace Commerce.TaskList.Reading;

/// <summary>Reads an official task list from plain text, docx or xlsx. The content decides what a file is; a name that says otherwise is refused.</summary>
internal static class ListReader
{
    /// <summary>No list comes near it: a hundred tasks with styles and tracked changes are under 1 MB.</summary>
    public const long LargestFile = 20 * 1024 * 1024;

    /// <summary>Text has no pictures: 2 MB are over half a million characters.</summary>
    public const long LargestText = 2 * 1024 * 1024;

    /// <summary>What may be told from the first bytes, and isn't a list.</summary>
    private static readonly (byte[] Start, string Kind)[] Strangers =
    [
        ("%PDF"u8.ToArray(), "PDF"), ([0x89, (byte)'P', (byte)'N', (byte)'G'], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), ("GIF8"u8.ToArray(), "GIF"),
        ("{\\rtf"u8.ToArray(), "RTF"), ("Rar!"u8.ToArray(), "RAR"), ([(byte)'7', (byte)'z', 0xBC, 0xAF], "7z"), ([0x1F, 0x8B], "gzip"),
    ];

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    /// <param name="file">Seekable, from its start.</param>
    /// <param name="name">The file's name; only its last part is kept.</param>
    /// <param name="year">The list's year where a person has said it; otherwise the title says it.</param>
    public static Result<ListDocument> Read(Stream file, string name, int? year = null)
    {
        try
        {
            var lines = Lines(file, Path.GetExtension(name).TrimStart('.').ToLowerInvariant());
            return new ListAssembly(Path.GetFileName(name), year).Assemble(lines);
        }
        catch (RefusedFileException refused)
        {
            return refused.Refusal;
        }
        catch (XmlException broken)
        {
            // The runtime's messages aren't translated; it says so when a document type was prohibited.
            return broken.Message.Contains("DTD", StringComparison.Ordinal) ? ReadingErrors.Declarations : ReadingErrors.Broken;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return ReadingErrors.Broken;
        }
    }

    private static FileLines Lines(Stream file, string extension)
    {
        if (file.Length == 0)
        {
            throw new RefusedFileException(ReadingErrors.Empty);
        }

        if (file.Length > LargestFile)
        {
            throw new RefusedFileException(ReadingErrors.TooLarge(file.Length, LargestFile));
        }

        var start = new byte[8];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (start.AsSpan(0, read).StartsWith(Compound))
        {
            throw new RefusedFileException(ReadingErrors.OldOrLocked);
        }

        if (Array.Find(Strangers, s => start.AsSpan(0, read).StartsWith(s.Start)) is { Kind: { } kind })
        {
            throw new RefusedFileException(ReadingErrors.NotAList(kind));
        }

        if (!start.AsSpan(0, read).StartsWith("PK"u8))
        {
            Agree(extension, "text", "docx", "xlsx", "docm", "xlsm", "doc", "xls");
            return TextLines.Read(file);
        }

        using var package = OoxmlPackage.Open(file);
        if (package.IsWorkbook)
        {
            Agree(extension, "xlsx", "docx", "docm", "doc", "txt", "md", "csv", "xls");
            return XlsxLines.Read(package);
        }

        Agree(extension, "docx", "xlsx", "xlsm", "xls", "txt", "md", "csv", "doc");
        return DocxLines.Read(package);
    }

    private static void Agree(string extension, string content, params string[] others)
    {
        if (others.Contains(extension))
        {
            throw new RefusedFileException(ReadingErrors.Mislabelled(extension, content));
        }
    }
}
