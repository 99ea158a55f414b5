using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>第一书记代言 and brands: recorded by the work team, ended early with a reason, and what they sold.</summary>
[Collection(AtHome.Name)]
public sealed class Endorsing(OpenHouse house)
{
    [SkippableFact]
    public async Task The_work_team_records_a_campaign_and_a_brand_and_ends_the_campaign_early()
    {
        await using var team = await house.Page("supplier");
        await team.Go("/goods/campaigns");
        await team.Shot("campaigns");
        Assert.Empty(await team.Axe());

        await team.Page.Locator("summary", new() { HasText = "登记一项代言" }).ClickAsync();
        await team.Page.SelectOptionAsync("#campaign-new-village", new SelectOptionValue { Label = "智新村" });
        await team.Page.FillAsync("#campaign-new-name", "智新泡菜代言");
        await team.Page.FillAsync("#campaign-new-endorser", "智新村第一书记，电话 138 4330 1234");
        await team.Page.FillAsync("#campaign-new-target", "500.50");
        await team.Page.GetByRole(AriaRole.Checkbox, new() { Name = "智新辣白菜" }).First.CheckAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存代言" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=身份证号或电话号码");
        await team.Shot("campaigns-refused");
        Assert.Empty(await team.Axe());
        await team.Page.FillAsync("#campaign-new-endorser", "智新村驻村第一书记（示例）");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存代言" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=代言“智新泡菜代言”已保存");

        await team.Page.GetByLabel("提前结束：智新泡菜代言").ClickAsync();
        await team.Page.Locator("details[open] input[id^='end-why-']").FillAsync("泡菜已卖完");
        await team.Shot("campaigns-ending");
        await team.Page.Locator("details[open]").GetByRole(AriaRole.Button, new() { Name = "提前结束" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=提前结束：泡菜已卖完");

        await team.Page.Locator("summary", new() { HasText = "登记一个品牌" }).ClickAsync();
        await team.Page.SelectOptionAsync("#brand-new-village", new SelectOptionValue { Label = "智新村" });
        await team.Page.FillAsync("#brand-new-name", "智新泡菜");
        await team.Page.Locator("details[open]").GetByRole(AriaRole.Checkbox, new() { Name = "智新辣白菜" }).CheckAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存品牌" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=品牌“智新泡菜”已保存");
        await team.Shot("campaigns-saved");
        Assert.Empty(team.Errors);

        await using var phone = await house.Page("officer", ScreenSize.Phone);
        await phone.Go("/goods/campaigns?state=running");
        await phone.Shot("campaigns-phone");
        Assert.True(await phone.Overflow() <= 0);
        Assert.Empty(await phone.Axe());
    }

    [SkippableFact]
    public async Task The_office_sees_what_campaigns_sold_and_of_which_rows_a_figure_is_made()
    {
        await using var office = await house.Page("officer");
        await office.Go("/assistance/campaigns");
        await office.Page.WaitForSelectorAsync("text=明东村第一书记代言（示例）");
        await office.Shot("sold-by-endorsement");
        Assert.Empty(await office.Axe());
        Assert.Contains("合计（每笔只算一次）", await office.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await office.Page.Locator("tr", new() { HasText = "明东村第一书记代言（示例）" }).Locator("td.figure a").Last.ClickAsync();
        await office.Page.WaitForURLAsync("**/assistance/campaigns?campaign=*");
        await office.Page.WaitForSelectorAsync("text=由这些台账记录组成");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "按月", Exact = true }).ClickAsync();
        await office.Page.WaitForURLAsync("**by=month*");
        await office.Page.WaitForSelectorAsync("text=由这些台账记录组成");
        await office.Shot("sold-by-endorsement-rows");
        Assert.Empty(await office.Axe());
        await office.Page.Locator("a[href^='/ledger/led_']").First.ClickAsync();
        await office.Page.WaitForURLAsync("**/ledger/led_*");
        Assert.Empty(office.Errors);

        await using var phone = await house.Page("officer", ScreenSize.Phone, true);
        await phone.Go("/assistance/campaigns?by=brand");
        await phone.Shot("sold-by-endorsement-phone");
        Assert.True(await phone.Overflow() <= 0);
        Assert.Empty(await phone.Axe());
    }

    [SkippableFact]
    public async Task A_good_and_its_trace_page_name_the_campaign()
    {
        await using var buyer = await house.Page("buyer");
        await buyer.Go("/goods/mingdong-dami");
        var told = await buyer.Page.Locator("main").InnerTextAsync();
        Assert.Contains("明东村驻村第一书记（示例） · 明东村第一书记代言（示例）", told, StringComparison.Ordinal);
        Assert.Contains("Mingdong", told, StringComparison.Ordinal);
        await buyer.Shot("good-campaign");

        var batch = await buyer.Page.EvaluateAsync<string>("""
            () => fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, credentials: 'omit', body: JSON.stringify({ query: '{ product(slug: "mingdong-dami") { latestBatch { code } } }' }) })
              .then(r => r.json()).then(r => r.data.product.latestBatch.code)
            """);
        await using var traveller = await house.Page(null, ScreenSize.Phone);
        await traveller.Go($"/trace/{batch}");
        Assert.Contains("明东村驻村第一书记（示例） · 明东村第一书记代言（示例），到", await traveller.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await traveller.Shot("trace-campaign");
        Assert.Empty(await traveller.Axe());
    }
}
