using System.Xml;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;

namespace Commerce.TaskList.Reading;

/// <summary>Reads an official task list from plain text, docx or xlsx. The content decides what a file is; a name that says otherwise is refused.</summary>
internal static class ListReader
{
    /// <summary>No list comes near it: a hundred tasks with styles and tracked changes are under 1 MB.</summary>
    public const long LargestFile = 20 * 1024 * 1024;

    /// <summary>Text has no pictures: 2 MB are over half a million characters.</summary>
    public const long LargestText = 2 * 1024 * 1024;

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
            return broken.Message.Contains("DTD", StringComparison.Ordinal) ? OfficeFileErrors.Declarations : OfficeFileErrors.Broken;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return OfficeFileErrors.Broken;
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
        if (FirstBytes.IsOldOffice(start.AsSpan(0, read)))
        {
            throw new RefusedFileException(OfficeFileErrors.OldOrLocked);
        }

        if (FirstBytes.StrangerIn(start.AsSpan(0, read)) is { } kind)
        {
            throw new RefusedFileException(ReadingErrors.NotAList(kind));
        }

        if (!FirstBytes.IsPackage(start.AsSpan(0, read)))
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
            throw new RefusedFileException(OfficeFileErrors.Mislabelled(extension, content));
        }
    }
}
