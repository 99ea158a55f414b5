using System.Buffers.Binary;
using SkiaSharp;

namespace Commerce.Catalog.Tests.Images;

/// <summary>Pictures made here: the left half red, the right half blue.</summary>
internal static class Painted
{
    public static byte[] Jpeg(int width, int height) => Encode(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width, int height) => Encode(width, height, SKEncodedImageFormat.Png);

    /// <summary>A photo as a phone makes it: lying, to be turned, with the place in its hidden data.</summary>
    public static byte[] Photo(int width, int height, ushort orientation)
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 2,
            0x01, 0x0F, 0, 2, 0, 0, 0, 14, 0, 0, 0, 38,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, (byte)(orientation >> 8), (byte)orientation, 0, 0,
            0, 0, 0, 0, .. "GPS-42.9,129.5"u8,
        ];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. exif, .. Jpeg(width, height)[2..]];
    }

    public static SKColor At(byte[] picture, double x, double y)
    {
        using var bitmap = SKBitmap.Decode(picture);
        return bitmap.GetPixel((int)(bitmap.Width * x), (int)(bitmap.Height * y));
    }

    private static byte[] Encode(int width, int height, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Red);
        using var blue = new SKPaint { Color = SKColors.Blue };
        surface.Canvas.DrawRect(SKRect.Create(width / 2f, 0, width / 2f, height), blue);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }
}
