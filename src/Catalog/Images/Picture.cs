using Commerce.Platform.Files;
using Commerce.SharedKernel;
using SkiaSharp;

namespace Commerce.Catalog.Images;

/// <summary>Makes pictures of goods anew: upright, small enough to show, and without what a camera wrote beside them (place, time, device).</summary>
internal static class Picture
{
    public const int ShortestSide = 300;
    public const int LongestSide = 8000;

    /// <summary>What people hand pictures of goods in for.</summary>
    public const string Purpose = "catalogue.image";

    /// <summary>The longest side of each rendering, in pixels; the first one is the file itself.</summary>
    public static readonly IReadOnlyList<int> Sizes = [1600, 480, 160];

    private const long MostPixels = 40_000_000;
    private const int Quality = 85;

    // 40 million pixels take 160 MB while they are decoded.
    private static readonly SemaphoreSlim TwoAtATime = new(2, 2);

    /// <summary>The id of a rendering's file.</summary>
    public static Guid PartOf(Guid file, int size) => FileStore.PartOf(file, LabelOf(size));

    /// <summary>The smallest rendering that is at least as wide; the largest for more.</summary>
    public static int SizeFor(int? width) => width is { } wanted ? Sizes.Reverse().FirstOrDefault(s => s >= wanted, Sizes[0]) : Sizes[0];

    /// <summary>All renderings of what came, as JPEG.</summary>
    public static async Task<Result<FilePart[]>> Remake(byte[] bytes, CancellationToken ct)
    {
        // By the header alone, before anything is decoded: a small file can claim a very large picture.
        if (PictureSize.Of(bytes) is not { } told || Math.Min(told.Width, told.Height) < ShortestSide || Math.Max(told.Width, told.Height) > LongestSide || (long)told.Width * told.Height > MostPixels)
        {
            return ImageErrors.Sides;
        }

        await TwoAtATime.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Render(bytes, told), ct) is { } parts ? parts : ImageErrors.Broken;
        }
        finally
        {
            TwoAtATime.Release();
        }
    }

    private static string LabelOf(int size) => size == Sizes[0] ? "" : size.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static FilePart[]? Render(byte[] bytes, PictureSize told)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width != told.Width || codec.Info.Height != told.Height || Decode(codec) is not { } decoded)
        {
            return null;
        }

        using (decoded)
        using (var upright = Upright(decoded, codec.EncodedOrigin))
        {
            var parts = new List<FilePart>();
            foreach (var size in Sizes)
            {
                using var fitted = Fit(upright, size);
                using var encoded = fitted.Encode(SKEncodedImageFormat.Jpeg, Quality);
                parts.Add(new(LabelOf(size), FileKind.Jpeg, encoded.ToArray()));
            }

            return [.. parts];
        }
    }

    /// <summary>Null when it breaks off or can't be read. JPEG pictures much larger than we show are decoded smaller at once.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        var size = Enumerable.Range(1, 8).Select(eighth => codec.GetScaledDimensions(eighth / 8f)).FirstOrDefault(s => Math.Max(s.Width, s.Height) >= Sizes[0], codec.Info.Size);
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    /// <summary>As the camera was held, on white: JPEG knows no transparency.</summary>
    private static SKImage Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var (w, h) = (picture.Width, picture.Height);
        var turn = origin switch
        {
            SKEncodedOrigin.TopLeft => SKMatrix.Identity,
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
        };
        var lies = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        using var surface = SKSurface.Create(new SKImageInfo(lies ? h : w, lies ? w : h, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.SetMatrix(turn);
        surface.Canvas.DrawBitmap(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        return surface.Snapshot();
    }

    /// <summary>No longer than the size; a smaller picture stays as it is.</summary>
    private static SKImage Fit(SKImage picture, int size)
    {
        var scale = Math.Min(1, (double)size / Math.Max(picture.Width, picture.Height));
        var info = picture.Info.WithSize(Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
        using var surface = SKSurface.Create(info);
        surface.Canvas.DrawImage(picture, SKRect.Create(info.Width, info.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }
}
