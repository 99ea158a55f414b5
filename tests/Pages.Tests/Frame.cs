using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>The house around the pages: signing in, rooms, languages, type, and what it says when something is wrong.</summary>
[Collection(AtHome.Name)]
public sealed class Frame(OpenHouse house)
{
    [SkippableFact]
    public async Task Who_has_not_signed_in_is_shown_where_to_and_comes_back_to_the_page_asked_for()
    {
        await using var visit = await house.Page(null);
        await visit.Go("/todo");
        await visit.Shot("sign-in");
        Assert.Equal(["buyer", "keeper", "officer"], await visit.Page.Locator(".first-look b").AllTextContentsAsync());

        await visit.Page.FillAsync("#userName", "officer");
        await visit.Page.FillAsync("#password", "wrong-password");
        await visit.Page.ClickAsync("form.sign-in button");
        Assert.Contains("登录没有成功", await visit.Page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);

        await visit.Page.FillAsync("#userName", "officer");
        await visit.Page.FillAsync("#password", house.AccountOf("officer").Password);
        await visit.Page.ClickAsync("form.sign-in button");
        await visit.Page.WaitForSelectorAsync(".rooms");
        await visit.Settled();

        Assert.Equal("/todo", new Uri(visit.Page.Url).AbsolutePath);
        Assert.Equal("待办", await visit.Page.Locator("h1").InnerTextAsync());
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task The_language_and_the_size_of_type_stay_with_the_person()
    {
        var person = await house.Newcomer("AUDITOR");
        await using var visit = await house.Page(person);
        await visit.Go("/todo");
        await visit.Page.ClickAsync("button[name=language]");
        await visit.Page.WaitForSelectorAsync("html[lang=en] h1");
        await visit.Settled();
        await visit.Page.ClickAsync("button[name=largeType]");
        await visit.Page.WaitForSelectorAsync("html.large h1");
        await visit.Settled();

        await using var elsewhere = await house.Page(person);
        await elsewhere.Go("/todo");

        Assert.Equal("To do", await elsewhere.Page.Locator("h1").InnerTextAsync());
        Assert.Equal("20px", await elsewhere.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize"));
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Signing_out_works_from_a_page_with_a_circuit()
    {
        await using var visit = await house.Page(null);
        await visit.Go("/account/sign-in?as=supervisor");
        await visit.Page.FillAsync("#password", house.AccountOf("supervisor").Password);
        await visit.Page.ClickAsync("form.sign-in button");
        await visit.Page.WaitForSelectorAsync(".rooms");
        await visit.Page.ClickAsync(".person button");
        await visit.Page.WaitForSelectorAsync("form.sign-in");

        await visit.Go("/todo");

        Assert.Equal("/account/sign-in", new Uri(visit.Page.Url).AbsolutePath);
    }

    [SkippableFact]
    public async Task A_page_of_another_role_and_a_page_that_is_not_there_say_so_in_words()
    {
        await using var visit = await house.Page("keeper");

        var refused = await visit.Page.GotoAsync("/accounts");
        await visit.Settled();
        await visit.Shot("no-permission");
        Assert.Equal(403, refused!.Status);
        Assert.Equal("您的岗位不能打开这个页面", await visit.Page.Locator("h1").InnerTextAsync());

        var missing = await visit.Page.GotoAsync("/nowhere");
        await visit.Settled();
        await visit.Shot("not-found");
        Assert.Equal(404, missing!.Status);
        Assert.Equal("没有这个页面", await visit.Page.Locator("h1").InnerTextAsync());
        Assert.DoesNotContain(visit.Errors, e => !e.Contains("403", StringComparison.Ordinal) && !e.Contains("404", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task An_account_disabled_while_its_page_is_open_is_stopped_at_the_next_click()
    {
        var person = await house.Newcomer("AUDITOR");
        await using var visit = await house.Page(person);
        await visit.Go("/todo");
        await Disable(person);
        await Task.Delay(TimeSpan.FromSeconds(4));

        await visit.Page.ClickAsync(".rooms a[href='/']");
        await visit.Page.WaitForSelectorAsync("form.sign-in, [role=alert]");
        await visit.Shot("disabled");

        Assert.Contains("账号已停用", await visit.Page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("table").CountAsync());
    }

    [SkippableFact]
    public async Task An_action_on_an_open_page_is_refused_once_the_role_has_ended_and_the_page_says_so()
    {
        var person = await house.Newcomer("ADMINISTRATOR");
        await using var visit = await house.Page(person);
        await visit.Go("/units/new");
        await visit.Page.FillAsync("#name", "不会有的单位");
        await EndRoles(person);
        await Task.Delay(TimeSpan.FromSeconds(4));

        await visit.Page.ClickAsync("main button[type=submit]");
        await visit.Page.WaitForSelectorAsync("[role=alert] h1");
        await visit.Shot("role-ended");

        Assert.Equal("您没有做这件事的权限", await visit.Page.Locator("[role=alert] h1").InnerTextAsync());
        using var api = await house.Api("admin");
        Assert.DoesNotContain("不会有的单位", (await OpenHouse.Ask(api, "{ orgUnits { name } }")).ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_parts_of_other_rooms_fold_behind_a_sign_and_the_rail_fits_an_old_screen()
    {
        await using var visit = await house.Page("supervisor");
        await visit.Go("/tasks/letters");

        Assert.True(await visit.Page.IsVisibleAsync(".rooms a[href='/tasks/problems']"));
        Assert.False(await visit.Page.IsVisibleAsync(".rooms a[href='/ledger']"));
        Assert.True(await visit.Page.EvaluateAsync<int>("() => document.querySelector('.rooms > ul').scrollHeight") <= 700);

        await visit.Page.FocusAsync(".rooms li:has(> a[href='/']) summary");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ClickAsync(".rooms a[href='/ledger']");
        await visit.Page.WaitForURLAsync("**/ledger");
        await visit.Page.Locator(".rooms a[href='/tasks/problems']").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await visit.Settled();
        await visit.Shot("rail");
        Assert.Empty(await visit.Axe());
        Assert.Empty(visit.Errors);
    }

    private async Task EndRoles(string account)
    {
        using var api = await house.Api("admin");
        var found = await OpenHouse.Ask(api, "{ accounts(first: 100) { nodes { userName roles { id version } } } }");
        foreach (var role in found.GetProperty("accounts").GetProperty("nodes").EnumerateArray().Single(a => a.GetProperty("userName").GetString() == account).GetProperty("roles").EnumerateArray())
        {
            var done = await OpenHouse.Ask(
                api,
                "mutation($input: RoleEndInput!) { roleEnd(input: $input) { errors { message } } }",
                new { input = new { idempotencyKey = account, assignmentId = role.GetProperty("id").GetString(), expectedVersion = role.GetProperty("version").GetInt32() } });
            Assert.Empty(done.GetProperty("roleEnd").GetProperty("errors").EnumerateArray());
        }
    }

    private async Task Disable(string account)
    {
        using var api = await house.Api("admin");
        var found = await OpenHouse.Ask(api, "{ accounts(first: 100) { nodes { id userName version } } }");
        var one = found.GetProperty("accounts").GetProperty("nodes").EnumerateArray().Single(a => a.GetProperty("userName").GetString() == account);
        var done = await OpenHouse.Ask(
            api,
            "mutation($input: AccountDisableInput!) { accountDisable(input: $input) { errors { message } } }",
            new { input = new { idempotencyKey = account, accountId = one.GetProperty("id").GetString(), expectedVersion = one.GetProperty("version").GetInt32() } });
        Assert.Empty(done.GetProperty("accountDisable").GetProperty("errors").EnumerateArray());
    }
}
