using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>An administrator sets up a unit, opens an account in it, gives and ends a role, resets the password and disables the account, by the pages alone.</summary>
[Collection(AtHome.Name)]
public sealed class UnitsAndPeople(OpenHouse house)
{
    [SkippableFact]
    public async Task A_unit_an_account_and_its_roles_are_managed_click_by_click()
    {
        await using var visit = await house.Page("admin");
        var page = visit.Page;
        await visit.Go("/units/new");
        await page.FillAsync("#name", "路网监测中心");
        await page.SelectOptionAsync("#parent", new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/units");
        await visit.Settled();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "路网监测中心" }).WaitForAsync();

        await visit.Go("/accounts/new");
        await page.FillAsync("#person", "何保管");
        await page.FillAsync("#login", "he");
        await page.SelectOptionAsync("#home", new Microsoft.Playwright.SelectOptionValue { Label = "路网监测中心" });
        await page.FillAsync("#first", "short");
        await page.ClickAsync("main button[type=submit]");
        Assert.Contains("10 至 200 个字符", await page.Locator("main [role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        await page.FillAsync("#first", "long enough 10");
        await page.ClickAsync("main button[type=submit]");
        await page.GetByText("还没有岗位").WaitForAsync();

        await page.SelectOptionAsync("#role", "Keeper");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "加岗位" }).ClickAsync();
        await page.Locator("tbody tr").GetByText("保管员").First.WaitForAsync();
        await visit.Shot("account");

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "终止" }).ClickAsync();
        await page.Locator(".mud-dialog").WaitForAsync();
        await visit.Shot("confirm");
        Assert.Empty(await visit.Axe());
        await page.Locator(".mud-dialog button.grave").ClickAsync();
        await page.Locator("tbody tr").GetByText("止").First.WaitForAsync();

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "停用账号" }).ClickAsync();
        await page.Locator(".mud-dialog button.grave").ClickAsync();
        await page.GetByText("已停用：").WaitForAsync();

        // Who has left can be erased, when another administrator agrees.
        await page.FillAsync("#why-erase", "离任满一年，本人申请");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "申请删除" }).ClickAsync();
        await page.GetByText("要另一位管理员同意才会删除。").WaitForAsync();
        await visit.Go(new Uri(page.Url).AbsolutePath);
        await page.GetByText("要另一位管理员同意才会删除。").WaitForAsync();
        await visit.Shot("erasure-asked");
        Assert.Empty(await visit.Axe());
        Assert.Equal(0, await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "同意删除" }).CountAsync());
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Ones_own_password_is_changed_on_ones_own_page()
    {
        var person = await house.Newcomer("BUYER");
        await using var visit = await house.Page(person);
        await visit.Go("/account/me");
        await visit.Page.FillAsync("#current", "wrong-password");
        await visit.Page.FillAsync("#password", "another-long-pass");
        await visit.Page.FillAsync("#again", "another-long-pass");
        await visit.Page.ClickAsync("main button[type=submit]");
        Assert.Contains("现在的密码不对", await visit.Page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);

        await visit.Page.FillAsync("#current", house.AccountOf(person).Password);
        await visit.Page.FillAsync("#password", "another-long-pass");
        await visit.Page.FillAsync("#again", "another-long-pass");
        await visit.Page.ClickAsync("main button[type=submit]");
        await visit.Page.GetByText("密码已改").WaitForAsync();
        await visit.Shot("my-account");
        var copy = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("main a[href='/account/me/copy.zip']").ClickAsync());
        Assert.EndsWith(".zip", copy.SuggestedFilename, StringComparison.Ordinal);

        await visit.Go("/todo");
        Assert.Equal("/todo", new Uri(visit.Page.Url).AbsolutePath);
    }
}
