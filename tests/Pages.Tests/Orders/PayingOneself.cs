using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Orders;

/// <summary>An employee pays for their own order by phone once it was weighed; a page of our own stands for Stripe's.</summary>
[Collection(AtHome.Name)]
public sealed class PayingOneself(OpenHouse house)
{
    [SkippableFact]
    public async Task From_the_order_to_the_payment_page_and_back_on_a_phone_and_at_a_desk()
    {
        OpenHouse.NeedBrowser();
        foreach (var (size, english) in new[] { (ScreenSize.Phone, false), (ScreenSize.Desktop, true) })
        {
            var number = await Accepted();
            await using var visit = await Open(size, english);
            await visit.Go("/orders/" + number);
            var pay = visit.Page.GetByRole(AriaRole.Button, new() { Name = english ? "Pay 116.00 yuan" : "去付款 116.00 元" });
            await pay.WaitForAsync();
            await Look(visit, $"order-to-pay-{size.Name}");

            // Whoever comes back without having paid finds the same page again.
            await pay.ClickAsync();
            await visit.Page.WaitForURLAsync("**/pay/**");
            var page = visit.Page.Url;
            await visit.Page.ClickAsync("#back");
            await pay.WaitForAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = english ? "Check the payment" : "核对付款" }).WaitForAsync();
            await Look(visit, $"order-unpaid-{size.Name}");
            await pay.ClickAsync();
            await visit.Page.WaitForURLAsync("**/pay/**");
            Assert.Equal(page, visit.Page.Url);
            Assert.Contains("116.00 CNY", await visit.Page.InnerTextAsync("h1"), StringComparison.Ordinal);

            house.Clock.Set(house.Clock.GetUtcNow().AddSeconds(5));
            await visit.Page.ClickAsync("#pay");
            await visit.Page.GetByText(english ? "116.00 yuan so far, 0.00 yuan to be paid" : "已付 116.00 元，还应付 0.00 元").WaitForAsync();
            Assert.Equal(0, await pay.CountAsync());
            await Look(visit, $"order-paid-{size.Name}");
            Assert.Empty(visit.Errors);
        }
    }

    [SkippableFact]
    public async Task A_colleague_sees_what_is_paid_and_no_button_and_the_counter_sees_the_payment()
    {
        OpenHouse.NeedBrowser();
        var number = await Accepted();
        await using var colleague = await house.Page("purchaser");
        await colleague.Go("/orders/" + number);
        await colleague.Page.GetByText("已付 0.00 元，还应付 116.00 元").WaitForAsync();
        Assert.Equal(0, await colleague.Page.GetByText("去付款").CountAsync());

        await using var buyer = await Open(ScreenSize.Phone, false);
        await buyer.Go("/todo");
        await Look(buyer, "todo-to-pay-phone");
        await buyer.Page.GetByText($"为自己的订单 {number} 付款 116.00 元").ClickAsync();
        await buyer.Page.GetByRole(AriaRole.Button, new() { Name = "去付款 116.00 元" }).ClickAsync();
        await buyer.Page.WaitForURLAsync("**/pay/**");
        house.Clock.Set(house.Clock.GetUtcNow().AddSeconds(5));
        await buyer.Page.ClickAsync("#pay");
        await buyer.Page.GetByText("已付 116.00 元").WaitForAsync();

        await using var clerk = await house.Page("supplier");
        await clerk.Go("/retail");
        await clerk.Page.GetByText($"订单 {number} 的货款（个人）").WaitForAsync();
        await Look(clerk, "retail-own-order");
    }

    private async Task<string> Accepted()
    {
        var prepared = new Prepared(house, personal: true);
        var delivery = await prepared.Dispatched(2);
        await prepared.Sign(await prepared.Weigh(delivery, 2, "keeper"), "purchaser");
        return await prepared.OrderOf(delivery);
    }

    private async Task<Visit> Open(ScreenSize size, bool english)
    {
        var visit = await house.Page("buyer", size, english);

        // Stripe sends buyers to the public address; here that is this house.
        await visit.Page.RouteAsync(OpenHouse.PublicAddress + "/**", route => route.FulfillAsync(new()
        {
            Status = 302,
            Headers = new Dictionary<string, string> { ["Location"] = new Uri(house.Address, new Uri(route.Request.Url).PathAndQuery).ToString() },
        }));
        return visit;
    }

    private static async Task Look(Visit visit, string name)
    {
        await visit.Shot(name);
        Assert.Empty(await visit.Axe());
        Assert.True(await visit.Overflow() <= 0, $"{name} is too wide");
    }
}
