using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>商品: found by what people type, with the words of the office; and what a good's page says of prices, season and shelf life.</summary>
[Collection(AtHome.Name)]
public sealed class Searching(OpenHouse house)
{
    [SkippableFact]
    public async Task Pinyin_and_weights_find_goods_and_the_page_says_how()
    {
        await using var visit = await house.Page("buyer", ScreenSize.Phone);
        await visit.Go("/goods?q=zhenmo");
        await visit.Shot("goods-pinyin-phone");
        var main = await visit.Page.Locator("main").InnerTextAsync();
        Assert.Contains("没有完全一样的，按拼音找到：1 种商品", main, StringComparison.Ordinal);
        Assert.Contains("野生榛蘑", main, StringComparison.Ordinal);

        await visit.Go("/goods?q=" + Uri.EscapeDataString("10斤大米"));
        Assert.Contains("明东大米", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await visit.Go("/goods?q=" + Uri.EscapeDataString("没有这种东西"));
        await visit.Shot("goods-nothing-phone");
        Assert.Contains("少写几个字，或用拼音", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await visit.Go("/goods?month=7");
        await visit.Shot("goods-july-phone");
        Assert.Empty(await visit.Axe());
        Assert.True(await visit.Overflow() <= 0);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task The_office_adds_a_group_of_words_and_is_told_why_one_is_refused()
    {
        await using var office = await house.Page("officer");
        await office.Go("/goods/words");
        await office.Page.FillAsync("#words-new", "延边冷面 榛蘑");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存这一组" }).ClickAsync();
        await office.Page.WaitForSelectorAsync(".refusal");
        Assert.Contains("“榛蘑”已在另一组里", await office.Page.Locator(".refusal").InnerTextAsync(), StringComparison.Ordinal);
        await office.Shot("words-refused");

        await office.Page.FillAsync("#words-new", "冷面、高丽冷面");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存这一组" }).ClickAsync();
        await office.Page.WaitForSelectorAsync("p.done");
        await office.Shot("words-saved");
        await office.Go("/goods?q=" + Uri.EscapeDataString("高丽冷面"));

        Assert.Contains("延边冷面", await office.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(office.Errors);
    }

    [SkippableFact]
    public async Task The_work_team_says_the_season_and_the_shelf_life_and_the_page_shows_prices_beside_their_reference()
    {
        await using var team = await house.Page("supplier");
        await team.Go("/goods/mingdong-dabaicai");
        await team.Page.GetByText("修改名称、简介").ClickAsync();
        await team.Page.SelectOptionAsync("#details-from", "11");
        await team.Page.SelectOptionAsync("#details-to", "2");
        await team.Page.FillAsync("#details-shelf", "0");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await team.Page.WaitForSelectorAsync(".refusal");
        Assert.Contains("保质期应为", await team.Page.Locator(".refusal").InnerTextAsync(), StringComparison.Ordinal);
        await team.Page.FillAsync("#details-shelf", "45");
        await team.Page.SelectOptionAsync("select[aria-label='单位']", "Days");
        await team.Shot("good-details-form");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await team.Page.WaitForSelectorAsync("p.done");

        var main = await team.Page.Locator("main").InnerTextAsync();
        Assert.Contains("11月至次年2月", main, StringComparison.Ordinal);
        Assert.Contains("45 天", main, StringComparison.Ordinal);
        Assert.Contains("暂无可比", main, StringComparison.Ordinal);
        await team.Shot("good-details");
        Assert.Empty(await team.Axe());
        Assert.Empty(team.Errors);
    }
}
