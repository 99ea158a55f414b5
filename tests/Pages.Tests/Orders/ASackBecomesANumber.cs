using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Orders;

/// <summary>From the basket to the home table, click by click, each person at their own window.</summary>
[Collection(AtHome.Name)]
public sealed class ASackBecomesANumber(OpenHouse house)
{
    [SkippableFact]
    public async Task A_hundred_jin_of_rice_are_ordered_approved_dispatched_weighed_signed_and_counted()
    {
        var before = await HomeTotal();
        var number = await Order();
        await Approve(number);
        var delivery = await Dispatch(number);
        await Weigh(delivery);
        await Sign(delivery);

        // The ledger follows within five seconds of the second signature.
        var after = before;
        for (var i = 0; i < 20 && after == before; i++)
        {
            await Task.Delay(500);
            after = await HomeTotal("home-counted");
        }

        Assert.Equal(544.32m, after - before);
    }

    private async Task<string> Order()
    {
        await using var buyer = await house.Page("buyer");
        await buyer.Go("/orders");
        await buyer.Shot("orders-list");
        Assert.Empty(await buyer.Axe());
        await buyer.Page.ClickAsync("text=新订单");
        await buyer.Page.WaitForSelectorAsync(".goods li");
        await buyer.Page.FillAsync("#goods-text", "明东大米");
        await buyer.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.goods li')].every(l => l.textContent.includes('明东大米'))");
        var loose = buyer.Page.Locator(".goods li", new() { HasText = "5.60 元/斤" });
        Assert.Contains("11.20 元/公斤", await loose.InnerTextAsync(), StringComparison.Ordinal);
        await loose.GetByRole(AriaRole.Button).ClickAsync();
        var quantity = buyer.Page.GetByLabel("明东大米数量");
        await Assertions.Expect(quantity).ToBeFocusedAsync();
        await quantity.FillAsync("100");
        await Assertions.Expect(buyer.Page.Locator(".basket-total b")).ToHaveTextAsync("560.00");
        await buyer.Shot("basket");
        Assert.Empty(await buyer.Axe());
        await buyer.Page.ClickAsync(".basket .actions button >> text=提交");
        await buyer.Page.WaitForSelectorAsync("p.done");
        await buyer.Shot("order-submitted");
        Assert.Empty(await buyer.Axe());
        Assert.Contains("占用预算 560.00 元", await buyer.Page.InnerTextAsync("p.done"), StringComparison.Ordinal);
        Assert.Contains("待审批", await buyer.Page.InnerTextAsync(".state"), StringComparison.Ordinal);
        Assert.Empty(buyer.Errors);
        return (await buyer.Page.InnerTextAsync("h1")).Split(' ')[^1];
    }

    private async Task Approve(string number)
    {
        await using var approver = await house.Page("approver");
        await approver.Go("/todo");
        await approver.Shot("todo-approver");
        await approver.Page.ClickAsync($"text={number}");
        await approver.Page.WaitForSelectorAsync(".act");
        await approver.Shot("order-to-approve");
        Assert.Empty(await approver.Axe());
        await approver.Page.ClickAsync("button:has-text('同意') >> nth=-1");
        await approver.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("待供货确认", await approver.Page.InnerTextAsync(".state"), StringComparison.Ordinal);
        Assert.Empty(approver.Errors);
    }

    private async Task<string> Dispatch(string number)
    {
        await using var supplier = await house.Page("supplier");
        await supplier.Go($"/orders/{number}");
        await supplier.Page.ClickAsync(".act button:has-text('确认供货')");
        await supplier.Page.WaitForSelectorAsync("text=已确认，可以发货了。");
        await supplier.Shot("order-to-dispatch");
        Assert.Empty(await supplier.Axe());
        await supplier.Page.GetByLabel("批次", new() { Exact = true }).FillAsync("MD-20260601");
        await supplier.Page.GetByLabel("生产日期").FillAsync("2026-06-01");
        await supplier.Page.ClickAsync(".act button:has-text('发货')");
        await supplier.Page.WaitForSelectorAsync("text=已发货，等对方过秤验收。");
        Assert.Contains("代办", await supplier.Page.InnerTextAsync(".papers"), StringComparison.Ordinal);
        Assert.Empty(supplier.Errors);
        return await supplier.Page.Locator(".papers b").First.InnerTextAsync();
    }

    private async Task Weigh(string delivery)
    {
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        await keeper.Go("/accept");
        await keeper.Page.ClickAsync($"a[href='/accept/{delivery}']");
        await keeper.Page.FillAsync("[name=gross-0]", "48.6");
        await keeper.Page.ClickAsync("text=我已称重，签字");
        await keeper.Page.WaitForSelectorAsync("p.done");
        Assert.Empty(keeper.Errors);
    }

    private async Task Sign(string delivery)
    {
        await using var purchaser = await house.Page("purchaser", ScreenSize.Phone);
        await purchaser.Go($"/accept/{delivery}");
        Assert.Contains("544.32", await purchaser.Page.InnerTextAsync(".pay"), StringComparison.Ordinal);
        await purchaser.Page.ClickAsync("text=核对无误，签字");
        await purchaser.Page.WaitForSelectorAsync("p.done");
        Assert.Empty(purchaser.Errors);
    }

    /// <summary>公路局's figure of this month on the front page; 0 while it has none.</summary>
    private async Task<decimal> HomeTotal(string? shot = null)
    {
        await using var officer = await house.Page("officer");
        await officer.Go("/");
        if (shot is not null)
        {
            await officer.Shot(shot);
        }

        var row = officer.Page.Locator("tbody tr", new() { Has = officer.Page.GetByText("公路局", new() { Exact = true }) }).First;
        return await row.CountAsync() == 0 ? 0
            : decimal.Parse((await row.Locator("td").First.InnerTextAsync()).Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
    }
}
