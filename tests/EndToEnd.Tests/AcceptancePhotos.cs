using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>Photos of an acceptance: looked at when they come, at one line only, for both sides and the auditor, and for nobody else.</summary>
[Collection(OneHost.Name)]
public sealed class AcceptancePhotos(RunningHost host)
{
    [Fact]
    public async Task A_photo_stands_at_its_line_and_both_sides_and_the_auditor_see_it_and_nobody_else()
    {
        var line = new TheLine(host);
        var buyer = await host.SignIn("buyer");
        var order = await line.Order(buyer, (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!, 10);
        var delivery = await line.Deliver(order, 10);
        var keeper = await host.SignIn("keeper");
        var photo = await Upload(keeper, Jpeg(640, 480));
        Assert.Equal(HttpStatusCode.NotFound, await Open(buyer, photo));

        object Weighing(params string[] photos) => new
        {
            idempotencyKey = Api.Key(),
            deliveryId = delivery.GetProperty("id").GetString(),
            lines = new[] { new { lineId = order.GetProperty("lines")[0].GetProperty("id").GetString(), net = new { value = 5, unit = "KG" }, photoIds = photos } },
        };
        var purchaser = await host.SignIn("purchaser");
        Assert.Equal("NOT_FOUND", await purchaser.Refused("acceptanceRecord", Weighing(photo)));
        Assert.Equal("NOT_FOUND", await keeper.Refused("acceptanceRecord", Weighing(photo, photo)));
        var more = new[] { photo, await Upload(keeper, Jpeg(1, 1)), await Upload(keeper, Jpeg(8000, 8000)), await Upload(keeper, Png(30, 20)) };
        Assert.Equal("INVALID", await keeper.Refused("acceptanceRecord", Weighing(more)));
        var shown = (await keeper.Do("acceptanceRecord", "acceptance { id lines { photo { url } photos { url alt } } }", Weighing(more[..2]))).GetProperty("acceptance");

        Assert.Equal([$"/files/{more[0]}", $"/files/{more[1]}"], shown.GetProperty("lines")[0].GetProperty("photos").EnumerateArray().Select(p => p.GetProperty("url").GetString()));
        Assert.Equal($"/files/{photo}", shown.GetProperty("lines")[0].GetProperty("photo").GetProperty("url").GetString());
        Assert.Contains("明东大米", shown.GetProperty("lines")[0].GetProperty("photos")[0].GetProperty("alt").GetString(), StringComparison.Ordinal);
        foreach (var (role, seen) in new[] { ("buyer", true), ("purchaser", true), ("supplier", true), ("auditor", true), ("buyer2", false) })
        {
            Assert.Equal((role, seen ? HttpStatusCode.OK : HttpStatusCode.NotFound), (role, await Open(await host.SignIn(role), photo)));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await Open(host.Anybody(), photo));
        // A file stands at one line for ever.
        var again = await line.Order(buyer, (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!, 10);
        var second = await line.Deliver(again, 10);
        Assert.Equal("NOT_FOUND", await keeper.Refused("acceptanceRecord", new
        {
            idempotencyKey = Api.Key(),
            deliveryId = second.GetProperty("id").GetString(),
            lines = new[] { new { lineId = again.GetProperty("lines")[0].GetProperty("id").GetString(), net = new { value = 5, unit = "KG" }, photoIds = new[] { photo } } },
        }));
    }

    [Fact]
    public async Task Only_pictures_that_are_small_enough_are_taken_and_they_are_served_as_files()
    {
        var keeper = await host.SignIn("keeper");

        Assert.Equal(HttpStatusCode.BadRequest, (await Post(keeper, "%PDF-1.7 not a picture"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(keeper, Jpeg(8001, 10))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(keeper, Png(10, 8001))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(keeper, [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x02, 0x00])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(keeper, [.. Jpeg(10, 10), .. new byte[5 * 1024 * 1024]])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(await host.SignIn("buyer"), Jpeg(10, 10))).Status);

        using var answer = await keeper.Http.GetAsync(new Uri($"/files/{await Upload(keeper, Jpeg(10, 10))}", UriKind.Relative));
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static async Task<string> Upload(Api api, byte[] picture)
    {
        var (status, body) = await Post(api, picture);
        Assert.Equal(HttpStatusCode.OK, status);
        return body.GetProperty("id").GetString()!;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Post(Api api, byte[] content)
    {
        using var form = new MultipartFormDataContent();
        using var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(part, "file", "货.jpg");
        using var answer = await api.Http.PostAsync(new Uri("/files/ordering.acceptance", UriKind.Relative), form);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>() : default);
    }

    private static async Task<HttpStatusCode> Open(Api api, string file)
    {
        using var answer = await api.Http.GetAsync(new Uri($"/files/{file}", UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>The head of a JPEG picture: an empty comment, then the frame with its size.</summary>
    private static byte[] Jpeg(int width, int height) =>
        [0xFF, 0xD8, 0xFF, 0xFE, 0x00, 0x02, 0xFF, 0xC0, 0x00, 0x0B, 0x08, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0, 0xFF, 0xD9];

    private static byte[] Png(int width, int height) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height, 8, 2, 0, 0, 0];
}
