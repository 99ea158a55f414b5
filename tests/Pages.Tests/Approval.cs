using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>审批规则: set by the office, said to the buyer beforehand, seen by each approver.</summary>
[Collection(AtHome.Name)]
public sealed class Approval(OpenHouse house)
{
    [SkippableFact]
    public async Task Rules_are_set_said_beforehand_and_followed_level_by_level_click_by_click()
    {
        await using var officer = await house.Page("officer");
        await officer.Go("/approval");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "公路局", Exact = true }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("h1:has-text('公路局的审批规则')");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "加一条" }).ClickAsync();
        await officer.Page.FillAsync("input[aria-label='第 2 条从多少元起']", "50");
        await officer.Page.SelectOptionAsync("select[aria-label='第 2 条的审批人']", "BudgetKeeper");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "保存规则" }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("text=规则已保存");
        await officer.Page.FillAsync("#limit", "60");
        await officer.Page.Keyboard.PressAsync("Tab");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "保存限额" }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("text=限额已保存");
        await officer.Page.SelectOptionAsync("#deputy", new SelectOptionValue { Label = "王保管（公路局）" });
        await officer.Page.FillAsync("#deputy-for", "李审批");
        await officer.Page.FillAsync("#deputy-to", "2026-06-12");
        await officer.Page.Keyboard.PressAsync("Tab");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("text=代本单位审批人审批");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "终止" }).First.ClickAsync();
        await officer.Page.WaitForFunctionAsync("() => ![...document.querySelectorAll('button')].some(b => b.textContent.startsWith('终止'))");
        await officer.Shot("approval-rules");
        Assert.Empty(await officer.Axe());

        await using var buyer = await house.Page("buyer", ScreenSize.Phone);
        await buyer.Go("/orders/new");
        await buyer.Page.EvaluateAsync("() => localStorage.clear()");
        await buyer.Go("/orders/new");
        await buyer.Page.FillAsync("#goods-text", "明东大米");
        await buyer.Page.WaitForFunctionAsync("p => [...document.querySelectorAll('.goods li')].every(l => l.textContent.includes(p))", "明东大米");
        await buyer.Page.Locator(".goods li", new() { HasText = "5.60 元/斤" }).First.GetByRole(AriaRole.Button).ClickAsync();
        await buyer.Page.GetByLabel("明东大米数量").First.FillAsync("20");
        await buyer.Page.Keyboard.PressAsync("Tab");
        await buyer.Page.WaitForSelectorAsync("text=需要 2 级审批");
        await buyer.Page.SelectOptionAsync("#procurement-method", "RequestForQuotation");
        await buyer.Page.FillAsync("#procurement-basis", "三家询价，取最低");
        await buyer.Page.FillAsync("#procurement-number", "吉交采〔2026〕12号");
        await buyer.Page.Keyboard.PressAsync("Tab");
        await buyer.Shot("approval-basket-phone");
        Assert.Empty(await buyer.Axe());
        Assert.True(await buyer.Overflow() <= 0);
        await buyer.Page.Locator("#basket").GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await buyer.Page.WaitForURLAsync("**/orders/PO-*");
        var address = new Uri(buyer.Page.Url).AbsolutePath;

        await using var approver = await house.Page("approver");
        await approver.Go(address);
        Assert.Contains("第 1 级，共 2 级", await approver.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await approver.Page.FillAsync("#comment", "同意");
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        await approver.Page.WaitForSelectorAsync("text=等下一级审批");

        await officer.Go(address);
        await officer.Shot("approval-second-level");
        Assert.Contains("第 2 级，共 2 级：预算管理人（50.00 元起），按审批规则第 1 版", await officer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("文号：吉交采〔2026〕12号", await officer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await officer.Axe());
        await officer.Page.FillAsync("#comment", "同意");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("text=等供货单位确认");
        Assert.Empty(officer.Errors);
        Assert.Empty(approver.Errors);
        Assert.Empty(buyer.Errors);

        await buyer.Go(address);
        await buyer.Page.ClickAsync("text=取消没有发的货");
        await buyer.Page.FillAsync("#cancel-reason", "另有安排");
        await buyer.Page.GetByRole(AriaRole.Button, new() { Name = "取消余量" }).ClickAsync();
        await buyer.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "取消余量" }).ClickAsync();
        await Assertions.Expect(buyer.Page.Locator(".state")).ToContainTextAsync("已取消");

        // The other tests in this house find the rules as they are used to.
        await officer.Go("/approval");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "公路局", Exact = true }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("h1:has-text('公路局的审批规则')");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "删去" }).Last.ClickAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "保存规则" }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("text=规则已保存");
        await officer.Page.FillAsync("#limit", "100000000");
        await officer.Page.Keyboard.PressAsync("Tab");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "保存限额" }).ClickAsync();
        await officer.Page.WaitForSelectorAsync("text=限额已保存");
    }
}
