using Commerce.Catalog.Images;
using Commerce.Platform.Files;
using Commerce.SharedKernel;
using SkiaSharp;
using Xunit;

namespace Commerce.Catalog.Tests.Images;

public sealed class PictureTests
{
    [Fact]
    public async Task A_photo_is_made_upright_and_small_and_its_hidden_data_are_gone()
    {
        var photo = Painted.Photo(2400, 1200, orientation: 6);
        Assert.Contains("GPS-42.9", System.Text.Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var parts = (await Picture.Remake(photo, default)).Value;

        Assert.Equal(["", "480", "160"], parts.Select(p => p.Label));
        Assert.Equal([new(800, 1600), new(240, 480), new(80, 160)], parts.Select(p => PictureSize.Of(p.Bytes)));
        Assert.All(parts, p => Assert.DoesNotContain("GPS-42.9", System.Text.Encoding.Latin1.GetString(p.Bytes), StringComparison.Ordinal));

        // Turned by a quarter to the right, what was left lies on top.
        Assert.True(Painted.At(parts[0].Bytes, 0.5, 0.25).Red > 200);
        Assert.True(Painted.At(parts[0].Bytes, 0.5, 0.75).Blue > 200);
    }

    [Theory]
    [InlineData(1, "RBRB")]
    [InlineData(2, "BRBR")]
    [InlineData(3, "BRBR")]
    [InlineData(4, "RBRB")]
    [InlineData(5, "RRBB")]
    [InlineData(6, "RRBB")]
    [InlineData(7, "BBRR")]
    [InlineData(8, "BBRR")]
    public async Task Every_way_a_camera_can_be_held_is_turned_upright(ushort orientation, string corners)
    {
        var picture = (await Picture.Remake(Painted.Photo(400, 320, orientation), default)).Value[0].Bytes;

        Assert.Equal(corners, string.Concat(new[] { (0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9) }.Select(c => Painted.At(picture, c.Item1, c.Item2).Red > 128 ? 'R' : 'B')));
    }

    [Fact]
    public async Task A_small_picture_keeps_its_size_and_what_is_transparent_becomes_white()
    {
        using var clear = new SKBitmap(new SKImageInfo(320, 300, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var data = clear.Encode(SKEncodedImageFormat.Png, 90);

        var parts = (await Picture.Remake(data.ToArray(), default)).Value;

        Assert.Equal(new(320, 300), PictureSize.Of(parts[0].Bytes));
        Assert.All(parts, p => Assert.True(FileKind.Jpeg.Is(p.Bytes)));
        Assert.Equal(SKColors.White, Painted.At(parts[0].Bytes, 0.5, 0.5));
    }

    [Fact]
    public async Task Too_small_too_long_and_too_large_pictures_are_refused_by_their_header_alone()
    {
        Assert.Equal(ImageErrors.Sides, await Refused(Painted.Png(299, 400)));
        Assert.Equal(ImageErrors.Sides, await Refused(Painted.Jpeg(400, 299)));
        Assert.Null(await Refused(Painted.Jpeg(300, 300)));

        // A few bytes that claim a picture of 64 million pixels, or a side of 8001.
        Assert.Equal(ImageErrors.Sides, await Refused(Header(8000, 8000)));
        Assert.Equal(ImageErrors.Sides, await Refused(Header(8001, 400)));
        Assert.Equal(ImageErrors.Broken, await Refused(Header(8000, 5000)));
    }

    [Fact]
    public async Task A_picture_that_breaks_off_is_refused()
    {
        Assert.Equal(ImageErrors.Broken, await Refused(Painted.Png(400, 400)[..^200]));
        Assert.Equal(ImageErrors.Broken, await Refused(Painted.Jpeg(1200, 900)[..^600]));
    }

    [Theory]
    [InlineData(null, 1600)]
    [InlineData(1, 160)]
    [InlineData(160, 160)]
    [InlineData(161, 480)]
    [InlineData(481, 1600)]
    [InlineData(5000, 1600)]
    public void A_width_gets_the_smallest_rendering_that_fills_it(int? width, int size) => Assert.Equal(size, Picture.SizeFor(width));

    private static async Task<Error?> Refused(byte[] bytes) => (await Picture.Remake(bytes, default)).Error;

    private static byte[] Header(int width, int height) =>
        [0xFF, 0xD8, 0xFF, 0xC0, 0x00, 0x0B, 0x08, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0, 0xFF, 0xD9];
}
