using Microsoft.Playwright;
using SkiaSharp;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>商品图片: the work team hangs, orders and removes them; everybody sees them.</summary>
[Collection(AtHome.Name)]
public sealed class PicturesOfGoods(OpenHouse house)
{
    private const string Good = "/goods/yesheng-zhenmo";

    [SkippableFact]
    public async Task The_work_team_hangs_orders_and_removes_pictures_and_a_reader_sees_them()
    {
        await using var team = await house.Page("supplier");
        await team.Go(Good);
        await team.Page.Locator("summary", new() { HasText = "添加图片" }).ClickAsync();
        await team.Page.SetInputFilesAsync("#picture-file", new FilePayload { Name = "小.png", MimeType = "image/png", Buffer = Painted(100, 100, SKColors.Wheat) });
        await team.Page.WaitForSelectorAsync(".refusal");
        Assert.Contains("边长应为 300 至 8000 像素", await team.Page.Locator(".refusal").InnerTextAsync(), StringComparison.Ordinal);

        await Hang(team, "一筐榛蘑", SKColors.SaddleBrown, shot: "good-picture-uploaded");
        await Hang(team, "山林里的榛蘑", SKColors.DarkGreen);
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "前移：山林里的榛蘑" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=图片顺序已保存");
        Assert.Equal(["山林里的榛蘑", "一筐榛蘑"], await team.Page.Locator(".pictures figcaption").AllInnerTextsAsync());
        await team.Shot("good-pictures");
        Assert.Empty(await team.Axe());

        await using var reader = await house.Page("officer", ScreenSize.Phone);
        await reader.Go(Good);
        await reader.Page.Locator(".pictures img").First.ScrollIntoViewIfNeededAsync();
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('.pictures img')?.naturalWidth === 480");
        Assert.Equal(0, await reader.Page.Locator("text=添加图片").CountAsync());
        await reader.Shot("good-pictures-phone");
        Assert.Empty(await reader.Axe());
        Assert.True(await reader.Overflow() <= 0);
        await reader.Go("/goods?q=%E6%A6%9B%E8%98%91");
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('img.thumb')?.naturalWidth === 160");
        await reader.Shot("goods-thumb-phone");
        Assert.Empty(reader.Errors);

        await team.Page.GetByRole(AriaRole.Button, new() { Name = "移除：一筐榛蘑" }).ClickAsync();
        await team.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "移除" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=图片已移除");
        Assert.Equal(["山林里的榛蘑"], await team.Page.Locator(".pictures figcaption").AllInnerTextsAsync());
        Assert.Empty(team.Errors);
    }

    private static async Task Hang(Visit team, string words, SKColor colour, string? shot = null)
    {
        if (!await team.Page.Locator("#picture-file").IsVisibleAsync())
        {
            await team.Page.Locator("summary", new() { HasText = "添加图片" }).ClickAsync();
        }

        await team.Page.SetInputFilesAsync("#picture-file", new FilePayload { Name = words + ".png", MimeType = "image/png", Buffer = Painted(900, 700, colour) });
        await team.Page.WaitForSelectorAsync($"text=已上传：{words}.jpg");
        await team.Page.FillAsync("#picture-alt", words);
        if (shot is not null)
        {
            await team.Shot(shot);
        }

        await team.Page.GetByRole(AriaRole.Button, new() { Name = "添加到商品" }).ClickAsync();
        await team.Page.WaitForSelectorAsync($"figcaption:has-text('{words}')");
    }

    private static byte[] Painted(int width, int height, SKColor colour)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(colour);
        using var paint = new SKPaint { Color = SKColors.Wheat, IsAntialias = true };
        for (var i = 0; i < 9; i++)
        {
            surface.Canvas.DrawCircle(width * (0.15f + (0.08f * i)), height * (0.3f + (0.3f * (i % 2))), width / 12f, paint);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }
}
