using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>商品与专柜: finding a good, changing its price, and the 42 pairs with their gaps.</summary>
[Collection(AtHome.Name)]
public sealed class GoodsAndCounters(OpenHouse house)
{
    [SkippableFact]
    public async Task Goods_are_found_by_words_and_chips_and_a_link_opens_the_same_view()
    {
        await using var visit = await house.Page("buyer");
        await visit.Go("/goods");
        await visit.Shot("goods");
        Assert.Empty(await visit.Axe());
        Assert.True(await visit.Overflow() <= 0);

        await visit.Page.FillAsync("#text", "榛蘑");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/goods?q=*");
        await visit.Page.WaitForSelectorAsync("text=1 种商品");
        await visit.Go(new Uri(visit.Page.Url).PathAndQuery);

        Assert.Contains("野生榛蘑", await visit.Page.Locator("tbody").InnerTextAsync(), StringComparison.Ordinal);
        await visit.Go("/goods?q=nothing-of-that-name");
        await visit.Shot("goods-none");
        Assert.Contains("没有符合的商品", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task The_work_team_changes_a_price_from_a_later_day_and_a_reader_only_reads()
    {
        await using var reader = await house.Page("officer", ScreenSize.Phone);
        await reader.Go("/goods/yesheng-zhenmo");
        await reader.Shot("good-phone");
        Assert.Equal(0, await reader.Page.GetByRole(AriaRole.Button, new() { Name = "调价" }).CountAsync());
        Assert.Empty(await reader.Axe());
        Assert.True(await reader.Overflow() <= 0);

        await using var team = await house.Page("supplier");
        await team.Go("/goods/yesheng-zhenmo");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "调价" }).First.ClickAsync();
        await team.Page.FillAsync("#amount", "0");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存新价" }).ClickAsync();
        await team.Page.WaitForSelectorAsync(".refusal");
        Assert.Contains("价格必须大于 0", await team.Page.Locator(".refusal").InnerTextAsync(), StringComparison.Ordinal);

        await team.Page.FillAsync("#amount", "45.5");
        await team.Page.FillAsync("#from", "2026-07-01");
        await team.Page.FillAsync("#reason", "新货上市");
        await team.Shot("good-price");
        Assert.Empty(await team.Axe());
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "保存新价" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("p.done");

        Assert.Contains("2026-07-01 00:00 起 45.50 元/袋", await team.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(team.Errors);
    }

    [SkippableFact]
    public async Task The_office_suspends_a_producer_and_the_work_team_records_its_papers()
    {
        await using var office = await house.Page("officer");
        await office.Go("/goods/yesheng-zhenmo");
        await office.Page.GetByText("暂停供货…").ClickAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "暂停供货" }).ClickAsync();
        await office.Page.WaitForSelectorAsync(".refusal");
        await office.Page.FillAsync("#suspend-why", "抽检不合格");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "暂停供货" }).ClickAsync();
        await office.Page.WaitForSelectorAsync("p.done");
        await office.Shot("good-suspended");
        Assert.Empty(await office.Axe());
        Assert.Contains("起暂停：抽检不合格", await office.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "恢复供货" }).ClickAsync();
        await office.Page.WaitForSelectorAsync("text=已恢复供货");

        await using var team = await house.Page("supplier", ScreenSize.Phone);
        await team.Go("/goods/yesheng-zhenmo");
        await team.Page.GetByText("登记或续期证书…").ClickAsync();
        await team.Page.FillAsync("#paper-kind", "检验报告");
        await team.Page.FillAsync("#paper-number", "JC-2026-9");
        await team.Page.FillAsync("#paper-issuer", "延边州检验中心");
        await team.Page.FillAsync("#paper-to", "2027-08-31");
        await team.Shot("good-certificate-phone");
        Assert.Empty(await team.Axe());
        Assert.True(await team.Overflow() <= 0);
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "登记证书" }).ClickAsync();
        await team.Page.WaitForSelectorAsync("text=JC-2026-9");

        await office.Go("/goods/yesheng-zhenmo");
        var row = office.Page.Locator("tr", new() { HasText = "JC-2026-9" });
        await row.GetByText("撤销…").ClickAsync();
        await row.Locator("input").Nth(1).FillAsync("县里撤销");
        await office.Shot("good-withdrawing");
        Assert.Empty(await office.Axe());
        await row.GetByRole(AriaRole.Button, new() { Name = "撤销", Exact = true }).ClickAsync();
        await office.Page.WaitForSelectorAsync("text=起撤销");
        Assert.Empty(office.Errors.Concat(team.Errors));
    }

    [SkippableFact]
    public async Task A_pair_whose_counters_close_becomes_a_gap_that_a_click_names()
    {
        await using var visit = await house.Page("admin");
        await visit.Go("/counters");
        await visit.Shot("counters");
        Assert.Empty(await visit.Axe());
        Assert.Contains("42 / 42 对", await visit.Page.Locator(".figures").InnerTextAsync(), StringComparison.Ordinal);

        // The map says the same as the list, and its stations are reached by keys.
        Assert.Equal(42, await visit.Page.Locator(".map a").CountAsync());
        Assert.Equal(84, await visit.Page.Locator(".map circle").CountAsync());
        await visit.Page.Locator(".map a[aria-label*='示例服务区17']").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync("h1:has-text('示例服务区17')");
        for (var side = 0; side < 2; side++)
        {
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "登记停业" }).First.ClickAsync();
            await visit.Page.FillAsync("#why", "改造");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "停业", Exact = true }).ClickAsync();
            await visit.Page.WaitForSelectorAsync("p.done");
            await visit.Page.WaitForFunctionAsync("n => document.querySelectorAll('.light.overdue').length >= n", side + 1);
        }

        await visit.Shot("pair-gap");
        Assert.Empty(await visit.Axe());
        await visit.Go("/counters?show=gaps");
        await visit.Shot("counters-gap");
        Assert.Contains("41 / 42 对", await visit.Page.Locator(".figures").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("示例服务区17", await visit.Page.Locator(".road li a").InnerTextAsync());
        Assert.Equal("示例17（示例服务区17）：上行 停业，下行 停业，缺专柜", await visit.Page.Locator(".map a").GetAttributeAsync("aria-label"));
        Assert.Equal("缺", await visit.Page.Locator(".map text.gap").TextContentAsync());
        Assert.Empty(await visit.Axe());
        var gaps = await visit.Page.EvaluateAsync<string>("async () => await (await fetch('/counters/export.csv?show=gaps')).text()");
        Assert.Contains("示例服务区17,缺,0", gaps, StringComparison.Ordinal);
        Assert.Equal(2, gaps.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.Contains("高速", StringComparison.Ordinal)));

        await visit.Page.Locator(".road li a").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "登记营业" }).First.ClickAsync();
        await visit.Page.FillAsync("#why", "改造完工");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "营业", Exact = true }).ClickAsync();
        await visit.Page.WaitForSelectorAsync("p.done");
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Kinds_at_own_stores_are_told_apart_from_the_baseline_and_taken_away()
    {
        await using var visit = await house.Page("liaison");
        await visit.Go("/counters/kinds");
        await visit.Shot("counters-kinds");
        Assert.Empty(await visit.Axe());
        var all = await visit.Page.Locator("tbody tr").CountAsync();
        await visit.Page.GetByText("只看新增").ClickAsync();
        await visit.Page.WaitForFunctionAsync("n => document.querySelectorAll('tbody tr').length < n", all);
        Assert.Equal(0, await visit.Page.GetByText("基期已有").CountAsync());
        var file = await visit.Page.EvaluateAsync<string>("async () => await (await fetch('/counters/kinds/export.csv')).text()");
        Assert.Contains("吉林大米,基期已有", file, StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Counters_fit_a_phone_and_who_does_not_run_them_only_reads()
    {
        await using var visit = await house.Page("supplier", ScreenSize.Phone);
        await visit.Go("/counters");
        await visit.Shot("counters-phone");
        Assert.True(await visit.Overflow() <= 0);
        Assert.Empty(await visit.Axe());

        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.querySelector('.map').getBoundingClientRect().top > document.querySelector('.road:last-of-type').getBoundingClientRect().bottom"));
        await visit.Page.Locator(".road").GetByRole(AriaRole.Link, new() { Name = "四平服务区" }).ClickAsync();
        await visit.Page.WaitForSelectorAsync("h1:has-text('四平服务区')");
        await visit.Shot("pair-phone");

        Assert.Equal(0, await visit.Page.GetByRole(AriaRole.Button, new() { Name = "登记停业" }).CountAsync());
        Assert.True(await visit.Overflow() <= 0);
        Assert.Empty(visit.Errors);
    }
}
