using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SkiaSharp;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>Pictures of goods: uploaded by whoever sells, shown to everybody while they stand at a good, and to nobody else before or after.</summary>
[Collection(OneHost.Name)]
public sealed class PicturesOfGoods(RunningHost host)
{
    private const string Images = "product { version images { id alt width height url small: url(width: 100) middle: url(width: 300) } }";

    [Fact]
    public async Task A_picture_is_public_while_it_stands_at_a_good()
    {
        var supplier = await host.SignIn("supplier");
        var anybody = host.Anybody();
        var file = await Upload(supplier, Jpeg(900, 600));
        Assert.Equal(HttpStatusCode.OK, await Status(supplier, $"/files/{file}"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(await host.SignIn("buyer"), $"/files/{file}"));

        var (id, version) = await Good(supplier);
        var added = (await supplier.Do("productImageAdd", Images, new { idempotencyKey = Api.Key(), productId = id, expectedVersion = version, fileId = file, alt = "一袋大米" })).GetProperty("product");
        var image = Assert.Single(added.GetProperty("images").EnumerateArray());
        Assert.Equal(("一袋大米", 900, 600), (image.GetProperty("alt").GetString(), image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32()));

        foreach (var (field, width) in new[] { ("url", 900), ("middle", 480), ("small", 160) })
        {
            using var answer = await anybody.Http.GetAsync(new Uri(image.GetProperty(field).GetString()!, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            using var shown = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(width, shown.Width);
        }

        var address = image.GetProperty("url").GetString()!;
        foreach (var wrong in new[] { address.Replace("/1600", "/200", StringComparison.Ordinal), $"/images/{Guid.NewGuid():N}/160", "/images/x/160", address.Replace("/1600", "/..", StringComparison.Ordinal) })
        {
            Assert.Equal((wrong, HttpStatusCode.NotFound), (wrong, await Status(anybody, wrong)));
        }

        await supplier.Do("productImageRemove", "product { id }", new { idempotencyKey = Api.Key(), productId = id, expectedVersion = added.GetProperty("version").GetInt32(), imageId = image.GetProperty("id").GetString() });
        Assert.Equal(HttpStatusCode.NotFound, await Status(anybody, address));
    }

    [Fact]
    public async Task Only_pictures_come_in_and_only_from_whoever_sells()
    {
        var supplier = await host.SignIn("supplier");

        Assert.Equal(HttpStatusCode.Forbidden, (await Post(await host.SignIn("buyer"), Jpeg(400, 400))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(host.Anybody(), Jpeg(400, 400))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(supplier, "%PDF-1.7 no picture"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(supplier, "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(supplier, Jpeg(200, 400))).StatusCode);
        using var broken = await Post(supplier, Jpeg(900, 900)[..3000]);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Contains("已损坏", (await broken.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<(string Id, int Version)> Good(Api api)
    {
        var good = (await api.Data("{ products(first: 1, filter: {text: \"明东大米\"}) { nodes { id version } } }")).GetProperty("products").GetProperty("nodes")[0];
        return (good.GetProperty("id").GetString()!, good.GetProperty("version").GetInt32());
    }

    private static async Task<string> Upload(Api api, byte[] picture)
    {
        using var answer = await Post(api, picture);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<HttpResponseMessage> Post(Api api, byte[] content)
    {
        using var form = new MultipartFormDataContent();
        using var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(part, "file", "米.jpg");
        return await api.Http.PostAsync(new Uri("/files/catalogue.image", UriKind.Relative), form);
    }

    private static async Task<HttpStatusCode> Status(Api api, string address)
    {
        using var answer = await api.Http.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }

    private static byte[] Jpeg(int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Wheat);
        using var paint = new SKPaint { Color = SKColors.SaddleBrown };
        for (var i = 0; i < 60; i++)
        {
            surface.Canvas.DrawCircle(i * 37 % width, i * 53 % height, 12, paint);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}
