using System.Net.Http.Json;
using System.Text.Json;
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
        await using var visit = await house.Page("auditor");
        await visit.Go("/todo");
        await visit.Page.ClickAsync("button[name=language]");
        await visit.Page.WaitForSelectorAsync("html[lang=en] h1");
        await visit.Settled();
        await visit.Page.ClickAsync("button[name=largeType]");
        await visit.Page.WaitForSelectorAsync("html.large h1");
        await visit.Settled();

        await using var elsewhere = await house.Page("auditor");
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
        await using var visit = await house.Page("liaison");
        await visit.Go("/todo");
        await Disable("liaison");
        await Task.Delay(TimeSpan.FromSeconds(4));

        await visit.Page.ClickAsync(".rooms a[href='/']");
        await visit.Page.WaitForSelectorAsync("form.sign-in, [role=alert]");
        await visit.Shot("disabled");

        Assert.Contains("账号已停用", await visit.Page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("table").CountAsync());
    }

    private async Task Disable(string account)
    {
        using var api = await house.Api("admin");
        var found = await Ask(api, "{ accounts(first: 100) { nodes { id userName version } } }", new { });
        var one = found.GetProperty("accounts").GetProperty("nodes").EnumerateArray().Single(a => a.GetProperty("userName").GetString() == account);
        var done = await Ask(
            api,
            "mutation($input: AccountDisableInput!) { accountDisable(input: $input) { errors { message } } }",
            new { input = new { idempotencyKey = Guid.NewGuid().ToString(), accountId = one.GetProperty("id").GetString(), expectedVersion = one.GetProperty("version").GetInt32() } });
        Assert.Empty(done.GetProperty("accountDisable").GetProperty("errors").EnumerateArray());
    }

    private static async Task<JsonElement> Ask(HttpClient api, string query, object variables)
    {
        var answer = await (await api.PostAsJsonAsync("/graphql", new { query, variables })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.TryGetProperty("data", out var data), answer.ToString());
        return data;
    }
}
