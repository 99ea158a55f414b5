using System.Buffers.Binary;

namespace Commerce.Platform.Files;

/// <summary>Width and height of a picture in pixels, read from its header; nothing is decoded.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PictureSize(int Width, int Height)
{
    /// <summary>The longest side that is taken.</summary>
    public const int Most = 8000;

    /// <summary>Null when the header of a PNG or JPEG picture can't be read.</summary>
    public static PictureSize? Of(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[0] == 0x89 && bytes.Slice(12, 4).SequenceEqual("IHDR"u8)
            ? Sized(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]))
            : Jpeg(bytes);

    // Segment after segment, each with its length, up to the first frame header (SOF0 to SOF15 without tables).
    private static PictureSize? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xFF, 0xD8, ..])
        {
            return null;
        }

        for (var at = 2; at + 9 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return Sized(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            // A marker may be padded with further FF; restart marks and the like have no length.
            at += marker == 0xFF ? 1 : marker is 0x01 or (>= 0xD0 and <= 0xD7) ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static PictureSize? Sized(uint width, uint height) => width <= int.MaxValue && height <= int.MaxValue ? new((int)width, (int)height) : null;
}
