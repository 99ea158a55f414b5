using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Orders;

/// <summary>The basket: what it says, what it keeps, how it is used on a phone and by keyboard alone.</summary>
[Collection(AtHome.Name)]
public sealed class Buying(OpenHouse house)
{
    [SkippableFact]
    public async Task Refusals_are_said_at_the_line_or_above_the_buttons_and_nothing_typed_is_lost()
    {
        await using var buyer = await house.Page("buyer");
        await Basket(buyer);
        await Put(buyer, "明东大米", "5.60 元/斤", "一百");
        await Assertions.Expect(buyer.Page.Locator(".basket-line .field-error")).ToContainTextAsync("看不懂这个数");
        await buyer.Page.GetByLabel("明东大米数量").FillAsync("2000000");
        await Assertions.Expect(buyer.Page.Locator(".basket-line .field-error")).ToContainTextAsync("库存不足");
        await Assertions.Expect(buyer.Page.Locator(".budget .field-error")).ToContainTextAsync("超出预算");
        await buyer.Page.GetByLabel("明东大米数量").FillAsync("1000");
        await Assertions.Expect(buyer.Page.Locator(".basket-total b")).ToHaveTextAsync("5,600.00");
        await Put(buyer, "黑木耳", "元", "200");
        await buyer.Shot("basket-over-budget");
        Assert.Empty(await buyer.Axe());

        await buyer.Page.ClickAsync(".basket .actions button >> text=提交");
        await buyer.Page.WaitForSelectorAsync(".basket .refusal");

        Assert.Contains("预算不足", await buyer.Page.InnerTextAsync(".basket .refusal"), StringComparison.Ordinal);
        Assert.Equal("1000", await buyer.Page.InputValueAsync("[aria-label='明东大米数量']"));
        Assert.Equal(2, await buyer.Page.Locator(".basket-line").CountAsync());
        Assert.EndsWith("/orders/new", buyer.Page.Url, StringComparison.Ordinal);
        Assert.Empty(buyer.Errors);
    }

    [SkippableFact]
    public async Task The_basket_is_still_there_after_the_page_was_closed_and_can_wait_as_a_draft()
    {
        await using var buyer = await house.Page("buyer");
        await Basket(buyer);
        await Put(buyer, "明东大米", "5.60 元/斤", "30");
        await buyer.Page.CheckAsync(".basket-line .switch label:nth-child(2) input");
        await Assertions.Expect(buyer.Page.GetByLabel("明东大米数量")).ToHaveValueAsync("15");

        await buyer.Go("/orders/new");
        await Assertions.Expect(buyer.Page.GetByLabel("明东大米数量")).ToHaveValueAsync("15");
        await Assertions.Expect(buyer.Page.Locator(".basket-total b")).ToHaveTextAsync("168.00");
        await buyer.Page.ClickAsync("text=存草稿");
        await buyer.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("草稿", await buyer.Page.InnerTextAsync(".state"), StringComparison.Ordinal);
        await buyer.Shot("order-draft");

        await buyer.Page.ClickAsync("text=修改");
        await buyer.Page.WaitForSelectorAsync(".basket-line");
        await buyer.Page.GetByLabel("明东大米数量").FillAsync("20");
        await Assertions.Expect(buyer.Page.Locator(".basket-total b")).ToHaveTextAsync("224.00");
        await buyer.Page.ClickAsync(".basket .actions button >> text=提交");
        await buyer.Page.WaitForSelectorAsync("p.done");

        Assert.Contains("占用预算 224.00 元", await buyer.Page.InnerTextAsync("p.done"), StringComparison.Ordinal);
        await buyer.Go("/orders/new");
        Assert.Equal(0, await buyer.Page.Locator(".basket-line").CountAsync());
    }

    [SkippableFact]
    public async Task What_is_bought_often_is_kept_as_a_list_that_fills_the_basket()
    {
        await using var buyer = await house.Page("buyer");
        await Basket(buyer);
        await Put(buyer, "明东大米", "5.60 元/斤", "30");
        await buyer.Page.ClickAsync("summary:has-text('常购清单')");
        await buyer.Page.FillAsync("#list-name", "每周主食");
        await buyer.Page.ClickAsync(".basket button:has-text('存为清单')");
        await buyer.Page.WaitForSelectorAsync("p.done:has-text('已存为清单')");
        await buyer.Shot("basket-list-kept");
        Assert.Empty(await buyer.Axe());

        await Basket(buyer);
        await buyer.Page.ClickAsync("button[aria-label='把“每周主食”放进购物单']");
        await Assertions.Expect(buyer.Page.GetByLabel("明东大米数量")).ToHaveValueAsync("30");
        await Assertions.Expect(buyer.Page.Locator(".basket-total b")).ToHaveTextAsync("168.00");
        await buyer.Shot("basket-from-list");

        await Basket(buyer);
        await buyer.Page.ClickAsync("button[aria-label='删除清单“每周主食”']");
        await buyer.Page.ClickAsync(".mud-dialog button.grave");
        await buyer.Page.WaitForSelectorAsync("p.done:has-text('已删除')");
        Assert.Equal(0, await buyer.Page.Locator(".kept-lists li").CountAsync());
        Assert.Empty(buyer.Errors);
    }

    [SkippableFact]
    public async Task By_keyboard_alone_goods_are_found_put_in_and_handed_in()
    {
        await using var buyer = await house.Page("buyer");
        await Basket(buyer);
        var keys = buyer.Page.Keyboard;
        await Reach(buyer, "#goods-text");
        await keys.TypeAsync("明东大米");
        await buyer.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.goods li')].every(l => l.textContent.includes('明东大米'))");
        await Reach(buyer, ".goods li:first-child button");
        await keys.PressAsync("Enter");
        await Assertions.Expect(buyer.Page.GetByLabel("明东大米数量")).ToBeFocusedAsync();
        await keys.PressAsync("Control+A");
        await keys.TypeAsync("12");
        await Assertions.Expect(buyer.Page.Locator(".basket-total b")).ToHaveTextAsync("67.20");
        await keys.PressAsync("Enter");
        Assert.EndsWith("/orders/new", buyer.Page.Url, StringComparison.Ordinal);
        await Reach(buyer, ".basket .actions button:last-child");
        await keys.PressAsync("Enter");
        await Assertions.Expect(buyer.Page.Locator("p.done")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task On_a_phone_in_large_type_and_in_english_the_basket_fits_and_has_no_serious_finding()
    {
        await using var buyer = await house.Page("buyer2", ScreenSize.Phone, english: true);
        await buyer.Go("/orders/new");
        await buyer.Page.WaitForSelectorAsync(".goods li");
        await buyer.Page.ClickAsync(".goods li:first-child button");
        await buyer.Page.WaitForSelectorAsync(".basket-line");
        await buyer.Shot("basket-phone-english");
        Assert.Empty(await buyer.Axe());
        Assert.Equal(0, await buyer.Overflow());

        await buyer.Page.EvaluateAsync("() => document.documentElement.classList.add('large')");
        await buyer.Shot("basket-phone-large");

        Assert.Equal(0, await buyer.Overflow());
        Assert.Empty(buyer.Errors);
    }

    [SkippableFact]
    public async Task Herbs_are_no_food_for_canteens_and_another_purpose_shows_other_goods()
    {
        await using var buyer = await house.Page("buyer");
        await Basket(buyer);
        await buyer.Page.FillAsync("#goods-text", "苍术");
        await buyer.Page.WaitForSelectorAsync("text=没有找到");
        await buyer.Shot("basket-nothing-found");
        await buyer.Page.ClickAsync("text=福利");
        await Assertions.Expect(buyer.Page.Locator(".budget figcaption")).ToContainTextAsync("工会经费");
        await buyer.Page.ClickAsync("text=个人");
        await buyer.Page.WaitForSelectorAsync("text=本人付款，不占预算");
    }

    private static async Task Basket(Visit visit)
    {
        await visit.Go("/orders/new");
        await visit.Page.EvaluateAsync("() => localStorage.clear()");
        await visit.Go("/orders/new");
        await visit.Page.WaitForSelectorAsync(".goods li");
    }

    private static async Task Put(Visit visit, string product, string price, string quantity)
    {
        await visit.Page.FillAsync("#goods-text", product);
        await visit.Page.WaitForFunctionAsync("p => [...document.querySelectorAll('.goods li')].every(l => l.textContent.includes(p))", product);
        await visit.Page.Locator(".goods li", new() { HasText = price }).First.GetByRole(AriaRole.Button).ClickAsync();
        await visit.Page.GetByLabel(product + "数量").First.FillAsync(quantity);
    }

    /// <summary>Tab until it has the focus.</summary>
    private static async Task Reach(Visit visit, string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            if (await visit.Page.EvaluateAsync<bool>("s => document.activeElement?.matches(s)", selector))
            {
                return;
            }

            await visit.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} can't be reached by Tab");
    }
}
