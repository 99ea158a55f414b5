using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>The counter's screen: seen by people who pass by, on a tall screen, a wide one and their phone.</summary>
[Collection(AtHome.Name)]
public sealed class Kiosk(OpenHouse house)
{
    [SkippableFact]
    public async Task A_good_stands_large_with_its_village_its_prices_and_its_endorser_on_every_screen()
    {
        foreach (var size in new[] { ScreenSize.Kiosk, ScreenSize.Wide, ScreenSize.Phone })
        {
            await using var visit = await Open(size);

            var good = await visit.Page.Locator("#good").InnerTextAsync();
            foreach (var part in new[] { "明东大米", "示例数据", "明东村", "龙井市", "58.00元/袋", "5.80元/斤", "11.60元/公斤", "第一书记代言", "10月新米", "有货" })
            {
                Assert.Contains(part, good, StringComparison.Ordinal);
            }

            await visit.Shot($"kiosk-{size.Name}");
            Assert.Empty(await visit.Axe());
            Assert.True(await visit.Overflow() <= 0, $"{size.Name} is too wide");
            Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('button')].filter(b => b.offsetParent && b.offsetHeight < 48).length"));
            if (size != ScreenSize.Phone)
            {
                Assert.True(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight - innerHeight") <= 0, $"{size.Name} would have to be scrolled");
            }

            Assert.Empty(visit.Errors);
        }
    }

    [SkippableFact]
    public async Task It_turns_by_itself_after_fifteen_seconds_without_a_touch_and_holds_when_told_to()
    {
        await using var visit = await house.Page(null, ScreenSize.Kiosk);
        await visit.Page.Clock.InstallAsync();
        await Open(visit);

        Assert.Equal("明东大米", await Good(visit));
        await visit.Page.Clock.RunForAsync(14_000);
        Assert.Equal("明东大米", await Good(visit));
        await visit.Page.Clock.RunForAsync(1_100);
        Assert.Equal("有机稻花香", await Good(visit));
        await visit.Page.Clock.RunForAsync(10_000);
        await visit.Page.Locator("#next button").First.TapAsync();
        Assert.Equal("智新小米", await Good(visit));
        await visit.Page.Clock.RunForAsync(14_000);
        Assert.Equal("智新小米", await Good(visit));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "停住" }).TapAsync();
        await visit.Page.Clock.RunForAsync(45_000);
        Assert.Equal("智新小米", await Good(visit));
    }

    [SkippableFact]
    public async Task A_kind_is_chosen_by_a_large_button_and_all_goods_come_back_by_another()
    {
        await using var visit = await Open(ScreenSize.Kiosk);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "山珍" }).TapAsync();
        var first = await Good(visit);
        await visit.Shot("kiosk-kind");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "全部" }).TapAsync();

        Assert.Equal("汪清黑木耳", first);
        Assert.Equal("明东大米", await Good(visit));
    }

    [SkippableFact]
    public async Task Without_the_network_the_last_catalogue_stays_with_its_age_opens_again_and_recovers_by_itself()
    {
        await using var visit = await house.Page(null, ScreenSize.Kiosk);
        await Open(visit);
        await visit.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await visit.Page.ReloadAsync();
        await visit.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller && !document.getElementById('good').hidden");

        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.ReloadAsync();
        await visit.Page.WaitForSelectorAsync("#age:not([hidden])");

        Assert.Contains("网络不通，显示的是刚才的商品和价格", await visit.Page.Locator("#age").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("明东大米", await Good(visit));
        await visit.Shot("kiosk-offline");
        Assert.Empty(await visit.Axe());
        await visit.Page.Context.SetOfflineAsync(false);
        await visit.Page.WaitForSelectorAsync("#age", new() { State = WaitForSelectorState.Hidden });
    }

    [SkippableFact]
    public async Task A_counter_shows_its_own_goods_and_says_when_it_is_closed()
    {
        using var admin = await house.Api("admin");
        var outlets = (await Ask(admin, "{ outlets { id name version } }")).GetProperty("outlets").EnumerateArray().ToDictionary(o => o.GetProperty("name").GetString()!);
        var counter = outlets["抚松服务区专柜（鹤岗方向）"];
        var id = counter.GetProperty("id").GetString()!;
        await using var visit = await Open(ScreenSize.Kiosk, $"/kiosk?outlet={id}");
        Assert.Equal("抚松服务区专柜（鹤岗方向）", await visit.Page.Locator("#place").InnerTextAsync());

        await State(admin, "Close", id, counter.GetProperty("version").GetInt32());
        await visit.Page.ReloadAsync();
        await visit.Page.WaitForSelectorAsync("text=这个专柜现在停业。");
        await visit.Shot("kiosk-closed");
        await State(admin, "Open", id, counter.GetProperty("version").GetInt32() + 1);

        await visit.Page.GotoAsync("/kiosk?outlet=out_nothing");
        await visit.Page.WaitForSelectorAsync("text=没有这个专柜");
    }

    [SkippableFact]
    public async Task English_is_one_touch_away_and_stays()
    {
        await using var visit = await Open(ScreenSize.Phone);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).TapAsync();
        await visit.Shot("kiosk-english");
        Assert.Contains("58.00 yuan/bag", await visit.Page.Locator("#good").InnerTextAsync(), StringComparison.Ordinal);
        await Open(visit);

        Assert.Equal("Goods from assisted villages", await visit.Page.Locator("h1").InnerTextAsync());
        Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [SkippableFact]
    public async Task Korean_is_one_touch_away_and_stays()
    {
        await using var visit = await Open(ScreenSize.Kiosk);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "한국어" }).TapAsync();
        await visit.Shot("kiosk-korean");
        Assert.Contains("58.00위안/봉지", await visit.Page.Locator("#good").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await visit.Axe());
        Assert.True(await visit.Overflow() <= 0);
        await Open(visit);

        Assert.Equal("지원 마을의 농특산물", await visit.Page.Locator("h1").InnerTextAsync());
        Assert.Equal("ko", await visit.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [SkippableFact]
    public async Task Large_type_is_one_touch_away_stays_and_fits_every_screen()
    {
        foreach (var size in new[] { ScreenSize.Kiosk, ScreenSize.Wide, ScreenSize.Phone })
        {
            await using var visit = await Open(size);
            const string Type = "() => parseFloat(getComputedStyle(document.querySelector('#good h2')).fontSize)";
            var normal = await visit.Page.EvaluateAsync<double>(Type);

            await visit.Page.Locator("#size").ClickAsync();
            await Open(visit);

            Assert.InRange(await visit.Page.EvaluateAsync<double>(Type), normal * 1.2, normal * 1.3);
            await visit.Shot($"kiosk-large-{size.Name}");
            Assert.Empty(await visit.Axe());
            Assert.True(await visit.Overflow() <= 0, $"{size.Name} is too wide in large type");
        }
    }

    [SkippableFact]
    public async Task A_new_price_shows_by_itself_on_the_counters_screen()
    {
        using var supplier = await house.Api("supplier");
        var outlet = (await Ask(supplier, "{ outlets { id name } }")).GetProperty("outlets").EnumerateArray().First(o => o.GetProperty("name").GetString() == "抚松服务区专柜（鹤岗方向）").GetProperty("id").GetString()!;
        await using var visit = await Open(ScreenSize.Kiosk, $"/kiosk?outlet={outlet}");
        var name = await Good(visit);
        var offer = (await Ask(supplier, $$"""{ products(first: 5, filter: {text: "{{name}}"}) { nodes { name variants { offers(outletId: "{{outlet}}", buyerGroup: PUBLIC) { id version price { amount per { code } } } } } } }"""))
            .GetProperty("products").GetProperty("nodes").EnumerateArray().First(p => p.GetProperty("name").GetString() == name)
            .GetProperty("variants").EnumerateArray().SelectMany(v => v.GetProperty("offers").EnumerateArray()).First();
        var before = offer.GetProperty("price").GetProperty("amount").GetString()!;

        await SetPrice(supplier, offer, offer.GetProperty("version").GetInt32(), "77.70");
        await visit.Page.WaitForFunctionAsync("() => document.getElementById('good').innerText.includes('77.70')", null, new() { Timeout = 3000 });
        await SetPrice(supplier, offer, offer.GetProperty("version").GetInt32() + 1, before);
        await visit.Page.WaitForFunctionAsync("() => !document.getElementById('good').innerText.includes('77.70')", null, new() { Timeout = 3000 });
        Assert.Empty(visit.Errors);
    }

    private async Task SetPrice(HttpClient supplier, JsonElement offer, int version, string amount) => Assert.Empty(
        (await Ask(
            supplier,
            "mutation($input: OfferSetPriceInput!) { offerSetPrice(input: $input) { errors { message } } }",
            new
            {
                input = new
                {
                    idempotencyKey = Guid.NewGuid().ToString(),
                    offerId = offer.GetProperty("id").GetString(),
                    expectedVersion = version,
                    amount,
                    per = offer.GetProperty("price").GetProperty("per").GetProperty("code").GetString(),
                    validFrom = house.Clock.GetUtcNow().ToString("o", CultureInfo.InvariantCulture),
                },
            }))
        .GetProperty("offerSetPrice").GetProperty("errors").EnumerateArray());

    [SkippableFact]
    public async Task A_first_look_stays_under_100_KB_on_the_wire_and_asks_nobody_else()
    {
        await using var visit = await house.Page(null, ScreenSize.Kiosk);
        var requests = new ConcurrentBag<IRequest>();
        visit.Page.RequestFinished += (_, request) => requests.Add(request);
        await Open(visit);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var bytes = 0;
        foreach (var request in requests)
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        Assert.InRange(bytes, 20_000, 100_000);
        Assert.All(requests, r => Assert.StartsWith(house.Address.ToString(), r.Url, StringComparison.Ordinal));
        Assert.All(requests, r => Assert.Equal("GET", r.Method));
    }

    private async Task<Visit> Open(ScreenSize size, string path = "/kiosk")
    {
        var visit = await house.Page(null, size);
        await Open(visit, path);
        return visit;
    }

    private static async Task Open(Visit visit, string path = "/kiosk")
    {
        await visit.Page.GotoAsync(path);
        await visit.Page.WaitForSelectorAsync("#good h2");
    }

    private static Task<string> Good(Visit visit) => visit.Page.Locator("#good h2").EvaluateAsync<string>("e => e.firstChild.textContent");

    private static async Task State(HttpClient api, string what, string outlet, int version) => Assert.Empty(
        (await Ask(
            api,
            $"mutation($input: Outlet{what}Input!) {{ outlet{what}(input: $input) {{ errors {{ message }} }} }}",
            new { input = new { idempotencyKey = Guid.NewGuid().ToString(), outletId = outlet, expectedVersion = version, on = "2026-06-10", reason = "试验" } }))
        .GetProperty("outlet" + what).GetProperty("errors").EnumerateArray());

    private static async Task<JsonElement> Ask(HttpClient api, string query, object? variables = null)
    {
        var answer = await (await api.PostAsJsonAsync("/graphql", new { query, variables })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.TryGetProperty("data", out var data), answer.ToString());
        return data;
    }
}
