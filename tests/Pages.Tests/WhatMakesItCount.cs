using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>A certificate with its scan, and what is said of a producer: who speaks for it, how villagers gain, how many households on which day.</summary>
[Collection(AtHome.Name)]
public sealed class WhatMakesItCount(OpenHouse house)
{
    private const string Good = "/goods/zhixin-tudou";

    [SkippableFact]
    public async Task The_work_team_hands_in_a_scan_and_says_how_many_households_on_which_day()
    {
        await using var team = await house.Page("supplier");
        await team.Go(Good);
        await team.Page.Locator("summary", new() { HasText = "登记或续期证书" }).ClickAsync();
        await team.Page.FillAsync("#paper-kind", "检验报告");
        await team.Page.FillAsync("#paper-number", "JY-扫描");
        await team.Page.FillAsync("#paper-issuer", "示例机构");
        await team.Page.FillAsync("#paper-to", "2027-06-15");
        await team.Page.SetInputFilesAsync("#paper-scan", new FilePayload { Name = "检验报告.txt", MimeType = "text/plain", Buffer = "不是扫描件"u8.ToArray() });
        await team.Page.WaitForSelectorAsync("[role=alert]:visible");
        await team.Page.SetInputFilesAsync("#paper-scan", new FilePayload { Name = "检验报告.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 扫描件"u8.ToArray() });
        await team.Page.WaitForSelectorAsync("text=已上传：检验报告.pdf");
        await team.Shot("good-scan-uploaded");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "登记证书" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=证书已登记");
        var scan = (await team.Page.Locator("a", new() { HasText = "扫描件" }).First.GetAttributeAsync("href"))!;

        await team.Page.Locator("summary", new() { HasText = "修改生产者" }).ClickAsync();
        Assert.Equal("46", await team.Page.InputValueAsync("#producer-households"));
        await team.Page.FillAsync("#producer-endorsement", "智新村第一书记，电话 138 4330 1234");
        await team.Page.FillAsync("#producer-households", "48");
        await team.Page.FillAsync("#producer-households-on", "2026-05-31");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存生产者资料" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=身份证号或电话号码");
        await team.Shot("good-producer-refused");
        Assert.Empty(await team.Axe());
        await team.Page.FillAsync("#producer-endorsement", "智新村第一书记（示例）");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存生产者资料" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=生产者资料已保存");
        Assert.Contains("带动 48 户（截至2026年5月31日）", await team.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(team.Errors);

        await using var buyer = await house.Page("buyer", ScreenSize.Phone);
        await buyer.Go(Good);
        Assert.Equal(0, await buyer.Page.Locator("#producer-households").CountAsync());
        await buyer.Shot("good-scan-phone");
        Assert.True(await buyer.Overflow() <= 0);
        Assert.Empty(await buyer.Axe());
        Assert.Equal(200, (await buyer.Page.APIRequest.GetAsync(new Uri(new Uri(buyer.Page.Url), scan).ToString())).Status);

        await team.Go("/goods/papers?kind=%E6%A3%80%E9%AA%8C%E6%8A%A5%E5%91%8A");
        Assert.True(await team.Page.Locator($"a[href='{scan}']").CountAsync() == 1);
        await team.Shot("goods-papers-scan");
        Assert.Empty(await team.Axe());
    }
}
