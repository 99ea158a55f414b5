using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Orders;

/// <summary>An order's page: each action with its refusals, what other people see, the papers, the list.</summary>
[Collection(AtHome.Name)]
public sealed class OneOrder(OpenHouse house)
{
    private readonly Prepared prepared = new(house);

    [SkippableFact]
    public async Task Sending_back_needs_a_reason_which_the_buyer_reads_and_mends()
    {
        var (_, number) = await prepared.Submitted(20);
        await using var approver = await house.Page("approver");
        await approver.Go($"/orders/{number}");
        await approver.Page.ClickAsync("text=退回修改 >> nth=-1");
        await approver.Page.WaitForSelectorAsync(".act .refusal");
        Assert.Contains("请写明原因", await approver.Page.InnerTextAsync(".act .refusal"), StringComparison.Ordinal);
        await approver.Page.FillAsync("#comment", "本周先订一半");
        await approver.Page.ClickAsync(".act button:has-text('退回修改')");
        await approver.Page.WaitForSelectorAsync("p.done");

        await using var buyer = await house.Page("buyer");
        await buyer.Go("/todo");
        await buyer.Page.ClickAsync($"a:has-text('{number}')");
        await buyer.Page.WaitForSelectorAsync(".act");
        await buyer.Shot("order-sent-back");
        Assert.Contains("本周先订一半", await buyer.Page.InnerTextAsync(".act"), StringComparison.Ordinal);
        await buyer.Page.ClickAsync(".act a:has-text('修改')");
        await buyer.Page.GetByLabel("明东大米数量").FillAsync("10");
        await buyer.Page.ClickAsync(".basket .actions button >> text=提交");
        await buyer.Page.WaitForSelectorAsync("p.done");
        Assert.Contains("56.00", await buyer.Page.InnerTextAsync("p.done"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_click_on_an_order_that_has_moved_on_says_so_and_shows_how_it_stands_now()
    {
        var (_, number) = await prepared.Submitted(20);
        await using var first = await house.Page("approver");
        await using var second = await house.Page("approver");
        await first.Go($"/orders/{number}");
        await second.Go($"/orders/{number}");
        await first.Page.ClickAsync(".act button:has-text('不同意')");
        await first.Page.WaitForSelectorAsync(".act .refusal");
        await first.Page.FillAsync("#comment", "重复了");
        await first.Page.ClickAsync(".act button:has-text('不同意')");
        await first.Page.WaitForSelectorAsync("p.done");

        await second.Page.FillAsync("#comment", "同意采购");
        await second.Page.ClickAsync(".act .actions button:last-child");
        await second.Page.WaitForSelectorAsync(".state:has-text('不同意')");

        Assert.Equal(0, await second.Page.Locator(".act button").CountAsync());
        Assert.Contains("重复了", await second.Page.InnerTextAsync(".history"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Goods_go_in_two_batches_the_rest_is_cancelled_and_a_part_comes_back()
    {
        var (_, number) = await prepared.Confirmed(100);
        await using var supplier = await house.Page("supplier");
        await supplier.Go($"/orders/{number}");
        await supplier.Page.GetByLabel("数量（斤）").FillAsync("200");
        await supplier.Page.ClickAsync(".act button:has-text('发货')");
        await supplier.Page.WaitForSelectorAsync(".batch .field-error");
        Assert.Contains("还应发", await supplier.Page.InnerTextAsync(".batch .field-error"), StringComparison.Ordinal);
        await supplier.Page.GetByLabel("数量（斤）").FillAsync("20");
        await supplier.Page.GetByLabel("批次", new() { Exact = true }).FillAsync("A");
        await supplier.Page.ClickAsync("text=这种货再加一个批次");
        await supplier.Page.GetByLabel("数量（斤）").Nth(1).FillAsync("20");
        await supplier.Page.GetByLabel("批次", new() { Exact = true }).Nth(1).FillAsync("B");
        await supplier.Shot("order-two-batches");
        await supplier.Page.ClickAsync(".act button:has-text('发货')");
        await supplier.Page.WaitForSelectorAsync("p.done");
        await Assertions.Expect(supplier.Page.GetByLabel("数量（斤）")).ToHaveValueAsync("60");
        var delivery = await supplier.Page.Locator(".papers b").First.InnerTextAsync();
        await prepared.Sign(await prepared.Weigh(delivery, 40, "keeper"), "purchaser");

        await using var buyer = await house.Page("buyer");
        await buyer.Go($"/orders/{number}");
        await buyer.Page.ClickAsync("summary:has-text('取消没有发的货')");
        await buyer.Page.FillAsync("#cancel-reason", "够用了");
        await buyer.Page.ClickAsync("button:has-text('取消余量')");
        await buyer.Page.WaitForSelectorAsync(".mud-dialog");
        await buyer.Shot("order-cancel-confirm");
        Assert.Empty(await buyer.Axe());
        await buyer.Page.ClickAsync(".mud-dialog button.grave");
        await buyer.Page.WaitForSelectorAsync("p.done:has-text('已取消余量')");

        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        await keeper.Go($"/orders/{number}");
        await keeper.Page.ClickAsync("summary:has-text('退货')");
        await keeper.Page.GetByLabel("退多少（斤）").FillAsync("41");
        await keeper.Page.FillAsync("#return-reason", "有霉点");
        await keeper.Page.ClickAsync(".act button:has-text('退货')");
        await keeper.Page.ClickAsync(".mud-dialog button.grave");
        await keeper.Page.WaitForSelectorAsync(".batch .field-error");
        Assert.Contains("最多还能退 40 斤", await keeper.Page.InnerTextAsync(".batch .field-error"), StringComparison.Ordinal);
        Assert.Equal("有霉点", await keeper.Page.InputValueAsync("#return-reason"));
        await keeper.Page.GetByLabel("退多少（斤）").FillAsync("10");
        await keeper.Page.ClickAsync(".act button:has-text('退货')");
        await keeper.Page.ClickAsync(".mud-dialog button.grave");
        await keeper.Page.WaitForSelectorAsync("p.done:has-text('已退货')");
        await keeper.Shot("order-returned-phone");
        Assert.Empty(await keeper.Axe());
        Assert.Equal(0, await keeper.Overflow());
        Assert.Contains("-56.00 元", await keeper.Page.InnerTextAsync(".papers"), StringComparison.Ordinal);
        Assert.Empty(supplier.Errors.Concat(buyer.Errors).Concat(keeper.Errors));
        await Papers(keeper, number, delivery);
    }

    [SkippableFact]
    public async Task What_went_back_and_is_asked_for_again_can_be_sent_again()
    {
        var delivery = await prepared.Dispatched(40);
        await prepared.Sign(await prepared.Weigh(delivery, 40, "keeper"), "purchaser");
        await using var keeper = await house.Page("keeper", ScreenSize.Phone);
        var number = await prepared.OrderOf(delivery);
        await keeper.Go($"/orders/{number}");
        await keeper.Page.ClickAsync("summary:has-text('退货')");
        await keeper.Page.GetByLabel("退多少（斤）").FillAsync("10");
        await keeper.Page.FillAsync("#return-reason", "有霉点");
        await keeper.Page.CheckAsync(".act label.check input");
        await keeper.Shot("order-return-replace-phone");
        await keeper.Page.ClickAsync(".act button:has-text('退货')");
        Assert.Contains("补发", await keeper.Page.InnerTextAsync(".mud-dialog"), StringComparison.Ordinal);
        await keeper.Page.ClickAsync(".mud-dialog button.grave");
        await keeper.Page.WaitForSelectorAsync("p.done:has-text('已退货')");
        Assert.Contains("待补货 10 斤", await keeper.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(await keeper.Axe());

        await using var supplier = await house.Page("supplier");
        await supplier.Go("/todo");
        await supplier.Page.ClickAsync($"a:has-text('{number}')");
        await Assertions.Expect(supplier.Page.GetByLabel("数量（斤）")).ToHaveValueAsync("10");
        await supplier.Page.ClickAsync(".act button:has-text('发货')");
        await supplier.Page.WaitForSelectorAsync("p.done");
        await supplier.Shot("order-replacement-sent");
        Assert.Empty(keeper.Errors.Concat(supplier.Errors));
    }

    [SkippableFact]
    public async Task Ordering_again_fills_the_basket_and_another_units_order_is_not_there()
    {
        var (_, number) = await prepared.Submitted(30);
        await using var buyer = await house.Page("buyer");
        await buyer.Go($"/orders/{number}");
        await buyer.Page.ClickAsync("text=再订一次");
        await Assertions.Expect(buyer.Page.GetByLabel("明东大米数量")).ToHaveValueAsync("30");

        await using var other = await house.Page("buyer2");
        await other.Go($"/orders/{number}");
        await other.Shot("order-not-yours");
        Assert.Contains("没有这张订单", await other.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(404, (await other.Page.GotoAsync($"/papers/{number}"))!.Status);
    }

    [SkippableFact]
    public async Task The_list_is_narrowed_in_the_address_and_goes_out_as_xlsx_and_csv()
    {
        var (_, number) = await prepared.Submitted(21);
        await using var officer = await house.Page("officer");
        await officer.Go("/orders?status=SUBMITTED&purpose=CANTEEN");
        await officer.Shot("orders-list-officer");
        Assert.Empty(await officer.Axe());
        Assert.Contains(number, await officer.Page.InnerTextAsync("tbody"), StringComparison.Ordinal);
        Assert.All(await officer.Page.Locator("tbody .light").AllInnerTextsAsync(), t => Assert.Contains("待审批", t, StringComparison.Ordinal));
        await officer.Page.FillAsync("#text", number);
        await officer.Page.PressAsync("#text", "Enter");
        await officer.Page.WaitForFunctionAsync("() => location.search.includes('text=')");
        await officer.Settled();
        await Assertions.Expect(officer.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        Assert.Contains("117.60", await officer.Page.InnerTextAsync("tfoot"), StringComparison.Ordinal);

        var csv = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.ClickAsync("text=导出 csv"));
        var text = await File.ReadAllTextAsync(await csv.PathAsync());
        Assert.Contains(number, text, StringComparison.Ordinal);
        Assert.Equal(3, text.Trim().Split("\r\n").Length);
        var xlsx = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.ClickAsync("text=导出 xlsx"));
        Assert.EndsWith(".xlsx", xlsx.SuggestedFilename, StringComparison.Ordinal);

        await officer.Go("/orders?text=没有这样的订单");
        await officer.Shot("orders-list-empty");
        Assert.Contains("没有符合的订单", await officer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await using var phone = await house.Page("officer", ScreenSize.Phone);
        await phone.Go("/orders");
        await phone.Shot("orders-list-phone");
        Assert.Empty(await phone.Axe());
        Assert.Equal(0, await phone.Overflow());
    }

    private static async Task Papers(Visit visit, string number, string delivery)
    {
        var year = number[..8].Replace("PO", "AC", StringComparison.Ordinal);
        await visit.Go($"/orders/{number}");
        var acceptance = await visit.Page.Locator($".papers li[id^='{year}']").First.GetAttributeAsync("id");
        var back = await visit.Page.Locator(".papers li[id^='RT']").First.GetAttributeAsync("id");
        foreach (var (paper, title, says) in new[] { (number, "采购订单", "伍佰陆拾元整"), (delivery, "送货单", "批次"), (acceptance!, "验收单", "贰佰贰拾肆元整"), (back!, "退货单", "负伍拾陆元整") })
        {
            await visit.Go($"/papers/{paper}");
            Assert.Equal(title, await visit.Page.InnerTextAsync(".paper h1"));
            Assert.Contains(says, await visit.Page.InnerTextAsync(".paper"), StringComparison.Ordinal);
            Assert.Empty(await visit.Axe());
            await visit.Page.SetViewportSizeAsync(900, 1200);
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await visit.Shot("paper-" + paper[..2]);
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        }
    }
}
