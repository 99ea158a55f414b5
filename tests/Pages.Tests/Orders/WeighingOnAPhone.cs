using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Orders;

/// <summary>验收 on a phone: figures as they are typed, two signatures, no network, refusals at their place.</summary>
[Collection(AtHome.Name)]
public sealed class WeighingOnAPhone(OpenHouse house)
{
    private readonly Prepared prepared = new(house);

    [SkippableFact]
    public async Task Two_people_accept_a_delivery_and_see_what_is_to_be_paid()
    {
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        var delivery = await prepared.Dispatched(100);
        await keeper.Go("/accept");
        await keeper.Shot("accept-list-phone");
        Assert.Empty(await keeper.Axe());
        await keeper.Page.ClickAsync($"a[href='/accept/{delivery}']");
        await keeper.Settled();
        Assert.Equal("请填秤上的读数", await Out(keeper, "net"));

        await keeper.Page.FillAsync("[name=gross-0]", "49.1");
        await keeper.Page.FillAsync("[name=tare-0]", "0.5");

        Assert.Equal("净重 48.6 公斤 = 97.2 斤", await Out(keeper, "net"));
        Assert.Equal("少 2.8 斤（-2.8 %），在允许范围内", await Out(keeper, "tolerance"));
        Assert.Equal("应付 544.32 元", await Out(keeper, "pay"));
        await keeper.Page.CheckAsync("input[value=JIN]");
        Assert.Equal(("98.2", "1"), (await keeper.Page.InputValueAsync("[name=gross-0]"), await keeper.Page.InputValueAsync("[name=tare-0]")));
        Assert.Equal("应付 544.32 元", await Out(keeper, "pay"));
        await keeper.Shot("accept-weigh-phone");
        Assert.Empty(await keeper.Axe());
        Assert.Equal(0, await keeper.Overflow());

        await keeper.Page.ClickAsync("text=我已称重，签字");
        await keeper.Page.WaitForSelectorAsync("p.done");
        await keeper.Shot("accept-first-signed-phone");
        Assert.Contains("等第二人签字", await keeper.Page.InnerTextAsync("h1"), StringComparison.Ordinal);

        await using var purchaser = await house.Page("purchaser", ScreenSize.Phone);
        await purchaser.Go($"/accept/{delivery}");
        await purchaser.Shot("accept-second-phone");
        Assert.Empty(await purchaser.Axe());
        Assert.Contains("544.32", await purchaser.Page.InnerTextAsync(".pay"), StringComparison.Ordinal);
        Assert.Equal(0, await purchaser.Page.Locator("main input:not([type=hidden])").CountAsync());
        await purchaser.Page.ClickAsync("text=核对无误，签字");
        await purchaser.Page.WaitForSelectorAsync("p.done");
        await purchaser.Shot("accept-done-phone");

        Assert.Equal("已验收", await purchaser.Page.InnerTextAsync("h1"));
        Assert.Contains("复核人 赵采购员", await purchaser.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(keeper.Errors.Concat(purchaser.Errors));
    }

    [SkippableFact]
    public async Task A_disputed_part_is_set_aside_and_more_than_allowed_waits_for_an_approver()
    {
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        var delivery = await prepared.Dispatched(40);
        await keeper.Go($"/accept/{delivery}");
        await keeper.Settled();
        await keeper.Page.CheckAsync("input[value=JIN]");
        await keeper.Page.FillAsync("[name=gross-0]", "45");
        await keeper.Page.ClickAsync("text=我已称重，签字");
        Assert.Contains("最多只能收 41.2 斤", await keeper.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await using var approver = await house.Page("approver");
        await approver.Go($"/orders/{delivery}");
        await approver.Page.ClickAsync("text=同意多收…");
        await approver.Page.FillAsync("#more", "5");
        await approver.Page.FillAsync("#more-reason", "村里多送，食堂用得上");
        await approver.Page.Keyboard.PressAsync("Tab");
        await approver.Shot("allow-more");
        Assert.Empty(await approver.Axe());
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "同意多收", Exact = true }).ClickAsync();
        await approver.Page.WaitForSelectorAsync("text=已同意多收");

        await keeper.Go($"/accept/{delivery}");
        await keeper.Settled();
        await keeper.Page.ClickAsync("text=拒收一部分，或有争议");
        await keeper.Page.FillAsync("[name=disputed-0]", "2");
        await keeper.Page.FillAsync("[name=reason-0]", "有霉斑，等检验");
        Assert.Contains("43 斤", await Out(keeper, "net"), StringComparison.Ordinal);
        await keeper.Shot("accept-disputed-phone");
        Assert.Empty(await keeper.Axe());
        await keeper.Page.ClickAsync("text=我已称重，签字");
        await keeper.Page.WaitForSelectorAsync("p.done");

        await using var purchaser = await house.Page("purchaser", ScreenSize.Phone);
        await purchaser.Go($"/accept/{delivery}");
        Assert.Contains("有争议", await purchaser.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await purchaser.Page.ClickAsync("text=核对无误，签字");
        await purchaser.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("240.80", await purchaser.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(keeper.Errors.Concat(purchaser.Errors).Concat(approver.Errors));
    }

    [SkippableFact]
    public async Task Without_a_network_the_weighing_stays_on_the_phone_and_goes_out_once()
    {
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        var delivery = await prepared.Dispatched(50);
        await keeper.Go($"/accept/{delivery}");
        var sent = 0;
        keeper.Page.Request += (_, request) => sent += request.Url.EndsWith("/graphql", StringComparison.Ordinal) ? 1 : 0;
        await keeper.Page.Context.SetOfflineAsync(true);
        await keeper.Page.FillAsync("[name=gross-0]", "24.6");
        await keeper.Page.ClickAsync("text=我已称重，签字");
        await keeper.Page.GetByText("没有网络。").WaitForAsync();
        await keeper.Shot("accept-offline-phone");
        Assert.True(await keeper.Page.IsDisabledAsync("[name=gross-0]"));
        var tried = sent;
        Assert.Equal("IN_TRANSIT", await State(delivery));

        await keeper.Page.Context.SetOfflineAsync(false);
        await keeper.Page.WaitForSelectorAsync("p.done");

        Assert.Equal("WEIGHED", await State(delivery));
        Assert.Equal(tried + 1, sent);
        Assert.Equal("[]", await keeper.Page.EvaluateAsync<string>("() => JSON.stringify(Object.keys(localStorage).filter(k => k.startsWith('accept:')))"));
    }

    [SkippableFact]
    public async Task Photos_taken_without_a_network_go_out_with_the_weighing_and_both_sides_see_them()
    {
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        var delivery = await prepared.Dispatched(50);
        await keeper.Go($"/accept/{delivery}");
        await keeper.Settled();
        await keeper.Page.Context.SetOfflineAsync(true);
        var picture = await keeper.Page.ScreenshotAsync();
        for (var i = 1; i <= 3; i++)
        {
            await keeper.Page.SetInputFilesAsync("[data-photo]", new FilePayload { Name = $"{i}.png", MimeType = "image/png", Buffer = picture });
            await keeper.Page.WaitForFunctionAsync("n => document.querySelectorAll('.photos img').length === n", i);
        }

        await keeper.Page.ClickAsync("[aria-label='删除照片 2']");
        await keeper.Page.WaitForFunctionAsync("() => document.querySelectorAll('.photos img').length === 2");
        await keeper.Page.FillAsync("[name=gross-0]", "24.6");
        await keeper.Shot("accept-photos-phone");
        Assert.Empty(await keeper.Axe());
        Assert.Equal(0, await keeper.Overflow());
        await keeper.Page.ClickAsync("text=我已称重，签字");
        await keeper.Page.GetByText("没有网络。").WaitForAsync();

        await keeper.Page.Context.SetOfflineAsync(false);
        await keeper.Page.WaitForSelectorAsync("p.done");
        Assert.Equal("WEIGHED", await State(delivery));
        foreach (var (who, path) in new[] { ("purchaser", $"/accept/{delivery}"), ("supplier", $"/orders/{delivery}") })
        {
            await using var visit = await house.Page(who, ScreenSize.Phone);
            await visit.Go(path);
            await visit.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.photos img')].filter(i => i.complete && i.naturalWidth > 0).length === 2");
            await visit.Shot($"accept-photos-{who}");
            Assert.Empty(await visit.Axe());
            Assert.Empty(visit.Errors);
        }
    }

    [SkippableFact]
    public async Task Who_was_without_a_network_while_somebody_else_weighed_sees_both_figures_side_by_side()
    {
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        var delivery = await prepared.Dispatched(50);
        await keeper.Go($"/accept/{delivery}");
        await keeper.Page.Context.SetOfflineAsync(true);
        await keeper.Page.FillAsync("[name=gross-0]", "24.6");
        await keeper.Page.ClickAsync("text=我已称重，签字");
        await keeper.Page.GetByText("没有网络。").WaitForAsync();
        await prepared.Weigh(delivery, 48, "purchaser");

        await keeper.Page.Context.SetOfflineAsync(false);
        await keeper.Page.WaitForSelectorAsync("#accept-conflict");
        await keeper.Shot("accept-conflict-phone");
        Assert.Empty(await keeper.Axe());
        Assert.Equal(0, await keeper.Overflow());
        var both = await keeper.Page.InnerTextAsync("#accept-conflict");
        Assert.Contains("24.6 公斤", both, StringComparison.Ordinal);
        Assert.Contains("48 斤", both, StringComparison.Ordinal);
        Assert.Contains("赵采购员", both, StringComparison.Ordinal);
        Assert.Equal("24.6", await keeper.Page.InputValueAsync("[name=gross-0]"));
        // The same when the page is opened anew: what was typed is kept until one says otherwise.
        await keeper.Go($"/accept/{delivery}");
        await keeper.Page.WaitForSelectorAsync("#accept-conflict");
        await keeper.Page.ClickAsync("text=去看对方的过秤单");
        await keeper.Page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(k => k.startsWith('accept:'))");
        await keeper.Page.WaitForSelectorAsync("text=核对无误，签字");

        Assert.Equal("WEIGHED", await State(delivery));
        Assert.DoesNotContain(keeper.Errors, e => !e.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task An_answer_that_was_lost_on_the_way_does_not_weigh_twice()
    {
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        var delivery = await prepared.Dispatched(50);
        await keeper.Go($"/accept/{delivery}");
        var keys = new List<string>();
        await keeper.Page.RouteAsync("**/graphql", async route =>
        {
            keys.Add(route.Request.PostDataJSON()!.Value.GetProperty("variables").GetProperty("input").GetProperty("idempotencyKey").GetString()!);
            var answer = await route.FetchAsync();
            if (keys.Count == 1)
            {
                await route.AbortAsync();
            }
            else
            {
                await route.FulfillAsync(new() { Response = answer });
            }
        });
        await keeper.Page.FillAsync("[name=gross-0]", "24.6");
        await keeper.Page.ClickAsync("text=我已称重，签字");
        await keeper.Page.GetByText("没有网络。").WaitForAsync();
        Assert.Equal("WEIGHED", await State(delivery));

        await keeper.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        await keeper.Page.WaitForSelectorAsync("p.done");

        Assert.Equal(2, keys.Count);
        Assert.Single(keys.Distinct());
    }

    [SkippableFact]
    public async Task What_was_typed_is_still_there_after_the_page_was_closed_and_goes_out_from_the_list()
    {
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        var delivery = await prepared.Dispatched(50);
        await keeper.Go($"/accept/{delivery}");
        await keeper.Page.FillAsync("[name=gross-0]", "25.1");
        await keeper.Page.FillAsync("[name=tare-0]", "0.5");
        await keeper.Go("/accept");
        await keeper.Go($"/accept/{delivery}");
        Assert.Equal("净重 24.6 公斤 = 49.2 斤", await Out(keeper, "net"));
        await keeper.Page.Context.SetOfflineAsync(true);
        await keeper.Page.ClickAsync("text=我已称重，签字");
        await keeper.Page.GetByText("没有网络。").WaitForAsync();

        // The page is closed before the network is back, else it would send by itself.
        await keeper.Page.GotoAsync("about:blank");
        await keeper.Page.Context.SetOfflineAsync(false);
        await keeper.Go("/accept");
        await keeper.Page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(k => k.startsWith('accept:'))");

        Assert.Equal("WEIGHED", await State(delivery));
    }

    [SkippableFact]
    public async Task Refusals_stand_at_their_place_and_nothing_typed_is_lost()
    {
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        var delivery = await prepared.Dispatched(100);
        await keeper.Go($"/accept/{delivery}");
        await keeper.Page.ClickAsync("text=我已称重，签字");
        Assert.Equal("请填秤上的读数", await keeper.Page.InnerTextAsync(".field-error"));

        await keeper.Page.FillAsync("[name=gross-0]", "60");
        await keeper.Page.ClickAsync("text=我已称重，签字");
        Assert.Contains("最多只能收 103 斤", await keeper.Page.InnerTextAsync(".field-error"), StringComparison.Ordinal);
        await keeper.Shot("accept-refused-phone");
        Assert.Empty(await keeper.Axe());

        await keeper.Page.FillAsync("[name=gross-0]", "４９．６");
        await keeper.Page.ClickAsync("text=拒收一部分");
        await keeper.Page.FillAsync("[name=rejected-0]", "1");
        await keeper.Page.ClickAsync("text=我已称重，签字");
        Assert.Equal("请写明原因", await keeper.Page.InnerTextAsync(".field-error"));
        await keeper.Page.ClickAsync("text=发霉变质");
        Assert.Equal("应付 544.32 元", await Out(keeper, "pay"));
        await Weighed(delivery);
        await keeper.Page.ClickAsync("text=我已称重，签字");
        await keeper.Page.WaitForSelectorAsync("#accept-status.refusal");

        Assert.Contains("等第二人签字", await keeper.Page.InnerTextAsync("#accept-status"), StringComparison.Ordinal);
        Assert.Equal("４９．６", await keeper.Page.InputValueAsync("[name=gross-0]"));
        Assert.Equal("发霉变质", await keeper.Page.InputValueAsync("[name=reason-0]"));
        Assert.False(await keeper.Page.IsDisabledAsync("[name=gross-0]"));
    }

    [SkippableFact]
    public async Task The_second_signer_may_send_it_back_with_a_reason_and_the_keeper_reads_it()
    {
        var delivery = await prepared.Dispatched(50);
        await Weighed(delivery, 50, "keeper");
        await using var purchaser = await house.Page("purchaser", ScreenSize.Phone);
        await purchaser.Go($"/accept/{delivery}");
        await purchaser.Page.ClickAsync("text=不对？退回重新过秤");
        await purchaser.Page.ClickAsync("text=退回 >> nth=-1");
        Assert.Equal("请写明原因", await purchaser.Page.InnerTextAsync(".field-error"));
        await purchaser.Page.FillAsync("[name=sendBackReason]", "筐没有去皮");
        await purchaser.Page.ClickAsync("form[data-operation=acceptanceSendBack] button");
        await purchaser.Page.WaitForSelectorAsync("h1:has-text('过秤验收')");

        await using var keeper = await house.Page("keeper", ScreenSize.Phone, english: false);
        await keeper.Go($"/accept/{delivery}");
        await keeper.Shot("accept-sent-back-phone");

        Assert.Contains("筐没有去皮", await keeper.Page.InnerTextAsync(".refusal"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Whoever_ordered_only_looks_and_another_units_delivery_is_not_there()
    {
        var delivery = await prepared.Dispatched(50);
        await using var other = await house.Page("keeper");
        var missing = await other.Page.GotoAsync("/accept/DN-2026-999999");
        Assert.Equal(404, missing!.Status);
        Assert.Equal("没有这个页面", await other.Page.InnerTextAsync("h1"));

        await using var buyer = await house.Page("buyer");
        Assert.Equal(403, (await buyer.Page.GotoAsync($"/accept/{delivery}"))!.Status);
    }

    [SkippableFact]
    public async Task The_page_weighs_less_than_100_kilobytes()
    {
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        var delivery = await prepared.Dispatched(50);
        var bytes = 0;
        keeper.Page.RequestFinished += async (_, request) => bytes += (await request.SizesAsync()) is { } s ? s.ResponseBodySize + s.ResponseHeadersSize : 0;
        await keeper.Go($"/accept/{delivery}");
        await keeper.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Task.Delay(300);

        Assert.InRange(bytes, 1, 100_000);
    }

    private static Task<string> Out(Visit visit, string what) => visit.Page.Locator($"[data-out={what}]").First.InnerTextAsync();

    private Task<string> State(string delivery) => prepared.DeliveryState(delivery);

    private Task Weighed(string delivery, decimal jin = 97.2m, string by = "purchaser") => prepared.Weigh(delivery, jin, by);
}
