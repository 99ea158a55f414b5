namespace Commerce.Platform.OfficeFiles;

/// <summary>What may be told of a file from its first eight bytes.</summary>
public static class FirstBytes
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    private static readonly (byte[] Start, string Kind)[] Strangers =
    [
        ("%PDF"u8.ToArray(), "PDF"), ([0x89, (byte)'P', (byte)'N', (byte)'G'], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), ("GIF8"u8.ToArray(), "GIF"),
        ("{\\rtf"u8.ToArray(), "RTF"), ("Rar!"u8.ToArray(), "RAR"), ([(byte)'7', (byte)'z', 0xBC, 0xAF], "7z"), ([0x1F, 0x8B], "gzip"),
    ];

    /// <summary>The name of a kind that is neither an office package nor text; null when it may be either.</summary>
    public static string? StrangerIn(ReadOnlySpan<byte> start)
    {
        foreach (var (known, kind) in Strangers)
        {
            if (start.StartsWith(known))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>An old or encrypted office file.</summary>
    public static bool IsOldOffice(ReadOnlySpan<byte> start) => start.StartsWith(Compound);

    /// <summary>A zip, as docx and xlsx are.</summary>
    public static bool IsPackage(ReadOnlySpan<byte> start) => start.StartsWith("PK"u8);
}
