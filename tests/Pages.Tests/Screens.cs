using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>Registered screens: a code on a desk's page, typed on the screen; withdrawn, the screen keeps nothing. And what a screen does while its server is dead.</summary>
[Collection(AtHome.Name)]
public sealed class Screens(OpenHouse house)
{
    [SkippableFact]
    public async Task A_screen_is_registered_at_a_desk_paired_by_its_code_and_once_withdrawn_shows_and_keeps_nothing()
    {
        await using var desk = await house.Page("clerk");
        await using var screen = await house.Page(null, ScreenSize.Kiosk);
        await desk.Go("/counters/devices");
        await desk.Page.SelectOptionAsync("#screen-at", new SelectOptionValue { Label = "石头口门服务区专柜（长春方向）" });
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "登记，取配对码" }).ClickAsync();
        await desk.Page.WaitForSelectorAsync("text=请给屏幕起个名字");
        await desk.Page.FillAsync("#screen-name", "入口立屏");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "登记，取配对码" }).ClickAsync();
        await desk.Page.WaitForSelectorAsync(".pairing .code");
        var code = await desk.Page.Locator(".pairing .code").InnerTextAsync();
        await desk.Shot("screens-code");
        Assert.Empty(await desk.Axe());

        await screen.Page.GotoAsync("/kiosk/pair");
        await screen.Page.FillAsync("#code", "AAAA AAAA");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "登记" }).TapAsync();
        await screen.Page.WaitForSelectorAsync("[role=alert]");
        await screen.Shot("screen-pairing-wrong");
        Assert.Empty(await screen.Axe());
        Assert.True(await screen.Overflow() <= 0);
        await screen.Page.FillAsync("#code", code.ToLowerInvariant());
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "登记" }).TapAsync();
        await screen.Page.WaitForSelectorAsync("#good h2");
        await screen.Page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('kiosk:out_'))");
        Assert.Equal("石头口门服务区专柜（长春方向）", await screen.Page.Locator("#place").InnerTextAsync());
        Assert.DoesNotContain("screen_", await screen.Page.EvaluateAsync<string>("() => document.cookie + JSON.stringify(localStorage)"), StringComparison.Ordinal);
        await screen.Shot("screen-paired");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "看看连上没有" }).ClickAsync();
        await desk.Page.WaitForSelectorAsync("text=连着");
        await desk.Go("/counters/devices");
        await desk.Shot("screens-list");
        Assert.Empty(await desk.Axe());
        await desk.Page.GetByText("停用…").First.ClickAsync();
        await desk.Page.Locator("details.inline-act input").First.FillAsync("挪到别处");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "停用", Exact = true }).First.ClickAsync();
        await desk.Page.WaitForSelectorAsync("p.done");
        var since = Stopwatch.StartNew();
        await screen.Page.WaitForSelectorAsync("text=这台屏幕已停用。");
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await screen.Shot("screen-withdrawn");
        Assert.Empty(await screen.Axe());
        Assert.Equal("", await screen.Page.EvaluateAsync<string>("() => Object.keys(localStorage).filter(k => !['kiosk:language', 'kiosk:large'].includes(k)).join()"));
        await screen.Page.ReloadAsync();
        await screen.Page.WaitForSelectorAsync("text=这台屏幕已停用。");
        Assert.Equal("", await screen.Page.Locator("#good").InnerTextAsync());
    }

    [SkippableFact]
    public async Task A_dead_server_leaves_the_last_catalogue_with_its_age_and_a_started_one_is_found_by_itself()
    {
        OpenHouse.NeedBrowser();
        await using var host = await CopiedHost.Of(house);
        await using var visit = await house.Page(null, ScreenSize.Kiosk);
        await visit.Page.Clock.InstallAsync();
        using var api = await house.Api("supplier");
        var outlet = (await OpenHouse.Ask(api, "{ outlets { id name } }")).GetProperty("outlets").EnumerateArray().First(o => o.GetProperty("name").GetString() == "抚松服务区专柜（鹤岗方向）").GetProperty("id").GetString();
        await visit.Page.GotoAsync(new Uri(host.Address, $"/kiosk?outlet={outlet}").ToString());
        await visit.Page.WaitForSelectorAsync("#good h2");

        await host.Kill();
        await visit.Page.WaitForSelectorAsync("text=网络不通，显示的是刚才的商品和价格");
        await visit.Page.Clock.FastForwardAsync("03:00:00");
        await visit.Page.WaitForSelectorAsync("text=网络不通，显示的是3 小时前的商品和价格");
        Assert.NotEqual("", await visit.Page.Locator("#good h2").InnerTextAsync());
        await visit.Shot("kiosk-dead-server");

        await host.Start();
        await visit.Page.Clock.RunForAsync(10_000);
        await visit.Page.WaitForSelectorAsync("#age", new() { State = WaitForSelectorState.Hidden });
        Assert.NotEqual("", await visit.Page.Locator("#good h2").InnerTextAsync());
    }
}
