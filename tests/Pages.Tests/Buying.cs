using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>A traveller buys at a counter from the own phone; a page of our own stands for Stripe's.</summary>
[Collection(AtHome.Name)]
public sealed class Buying(OpenHouse house)
{
    private const string Counter = "石头口门服务区专柜（长春方向）";

    [SkippableFact]
    public async Task From_the_goods_to_the_pick_up_code_on_a_phone_and_at_a_desk()
    {
        foreach (var (size, english) in new[] { (ScreenSize.Phone, false), (ScreenSize.Desktop, true) })
        {
            await using var visit = await Open(size, english);
            await visit.Page.WaitForSelectorAsync("#content li");
            Assert.True(await visit.Page.Locator("#go").IsDisabledAsync());
            var good = visit.Page.Locator("#content li", new() { HasText = "明东大米" }).First;
            await good.GetByRole(AriaRole.Button).Nth(1).ClickAsync();
            await good.GetByRole(AriaRole.Button).Nth(1).ClickAsync();
            await Look(visit, $"buy-{size.Name}");

            await visit.Page.GetByRole(AriaRole.Button, new() { Name = english ? "Pay 116.00 yuan" : "去付款 116.00 元" }).ClickAsync();
            await visit.Page.WaitForURLAsync("**/pay/**");
            Assert.Contains("116.00 CNY", await visit.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
            await visit.Page.ClickAsync("#pay");
            await visit.Page.WaitForSelectorAsync(".code");

            var sale = await Sale(visit.Page.Url);
            Assert.Equal((RetailState.Paid, 11600), (sale.State, sale.PaidFen));
            Assert.Equal(sale.PickupCode, await visit.Page.InnerTextAsync(".code"));
            await Look(visit, $"buy-paid-{size.Name}");
            Assert.Empty(visit.Errors);
        }
    }

    [SkippableFact]
    public async Task The_counter_hands_over_for_the_code_and_refunds_with_a_reason()
    {
        await using var buyer = await Open(ScreenSize.Phone);
        await buyer.Page.Locator("#content li", new() { HasText = "明东大米" }).First.GetByRole(AriaRole.Button).Nth(1).ClickAsync();
        await buyer.Page.ClickAsync("#go");
        await buyer.Page.WaitForURLAsync("**/pay/**");
        await buyer.Page.ClickAsync("#pay");
        await buyer.Page.WaitForSelectorAsync(".code");
        var sale = await Sale(buyer.Page.Url);
        await using var clerk = await house.Page("supplier");
        await clerk.Go("/retail");
        var card = clerk.Page.GetByRole(AriaRole.Region, new() { Name = sale.Number });

        await card.GetByLabel("取货码").FillAsync("abc");
        await card.GetByRole(AriaRole.Button, new() { Name = "交货" }).ClickAsync();
        await clerk.Page.GetByText("取货码不对").WaitForAsync();
        await Look(clerk, "retail-refused");
        await card.GetByLabel("取货码").FillAsync(sale.PickupCode);
        await card.GetByRole(AriaRole.Button, new() { Name = "交货" }).ClickAsync();
        await clerk.Page.GetByText($"{sale.Number} 的货已交出").WaitForAsync();
        await card.Locator("summary").ClickAsync();
        await card.GetByLabel("金额").FillAsync("8.00");
        await card.GetByLabel("原因").FillAsync("袋子破了");
        await card.GetByRole(AriaRole.Button, new() { Name = "退款" }).ClickAsync();
        await clerk.Page.GetByText($"{sale.Number} 的退款已提交").WaitForAsync();
        await Look(clerk, "retail-refunded");

        var after = await Sale(buyer.Page.Url);
        Assert.Equal((RetailState.HandedOver, 800), (after.State, after.RefundedFen));
        await buyer.Page.ReloadAsync();
        await buyer.Page.GetByText("退款 8.00 元").WaitForAsync();
    }

    [SkippableFact]
    public async Task Whoever_leaves_the_payment_page_finds_the_way_back_to_the_same_one()
    {
        await using var visit = await Open(ScreenSize.Phone);
        await visit.Page.Locator("#content li", new() { HasText = "明东大米" }).First.GetByRole(AriaRole.Button).Nth(1).ClickAsync();
        await visit.Page.ClickAsync("#go");
        await visit.Page.WaitForURLAsync("**/pay/**");
        var page = visit.Page.Url;

        await visit.Page.ClickAsync("#back");
        var again = visit.Page.GetByRole(AriaRole.Link, new() { Name = "继续付款" });
        await again.WaitForAsync();
        await Look(visit, "buy-unpaid-phone");

        Assert.Equal(page, await again.GetAttributeAsync("href"));
    }

    [SkippableFact]
    public async Task A_wrong_address_says_so()
    {
        await using var visit = await house.Page(null, ScreenSize.Phone);

        await visit.Page.GotoAsync("/buy/out_" + new string('0', 32));
        await visit.Page.GetByText("没有找到").WaitForAsync();
        await visit.Page.GotoAsync("/buy/sale/" + Guid.NewGuid().ToString("N"));
        await visit.Page.GetByText("没有找到").WaitForAsync();

        await Look(visit, "buy-unknown-phone");
    }

    [SkippableFact]
    public async Task A_counters_screen_shows_the_code_that_leads_a_phone_to_its_goods()
    {
        foreach (var size in new[] { ScreenSize.Kiosk, ScreenSize.Wide, ScreenSize.Phone })
        {
            await using var visit = await house.Page(null, size);
            await visit.Page.GotoAsync("/kiosk?outlet=" + await Outlet());
            await visit.Page.WaitForSelectorAsync("#good h2");

            var way = visit.Page.Locator("#buy");
            await way.WaitForAsync();
            await visit.Page.WaitForFunctionAsync("() => document.getElementById('code').naturalWidth > 0");
            Assert.Equal("/buy/" + await Outlet(), await way.GetAttributeAsync("href"));
            await Look(visit, $"kiosk-buy-{size.Name}");
            if (size != ScreenSize.Phone)
            {
                Assert.True(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight - innerHeight") <= 0, $"{size.Name} would have to be scrolled");
            }
        }
    }

    private async Task<Visit> Open(ScreenSize size, bool english = false)
    {
        var visit = await house.Page(null, size, english);

        // Stripe sends buyers to the public address; here that is this house.
        await visit.Page.RouteAsync(OpenHouse.PublicAddress + "/**", route => route.FulfillAsync(new()
        {
            Status = 302,
            Headers = new Dictionary<string, string> { ["Location"] = new Uri(house.Address, new Uri(route.Request.Url).PathAndQuery).ToString() },
        }));
        await visit.Page.GotoAsync("/buy/" + await Outlet());
        return visit;
    }

    private async Task<string> Outlet()
    {
        using var api = new HttpClient { BaseAddress = house.Address };
        return (await OpenHouse.Ask(api, "{ outlets { id name } }")).GetProperty("outlets").EnumerateArray().Single(o => o.GetProperty("name").GetString() == Counter).GetProperty("id").GetString()!;
    }

    private async Task<RetailSale> Sale(string url)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var id = Guid.Parse(url[(url.LastIndexOf('/') + 1)..]);
        return await scope.ServiceProvider.GetRequiredService<OrderingDbContext>().RetailSales.AsNoTracking().SingleAsync(s => s.Id == id);
    }

    private static async Task Look(Visit visit, string name)
    {
        await visit.Shot(name);
        Assert.Empty(await visit.Axe());
        Assert.True(await visit.Overflow() <= 0, $"{name} is too wide");
    }
}
