using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>Whoever administers units decides today what a unit is called, or that it is no more, from a coming day on, and may take it back.</summary>
[Collection(AtHome.Name)]
public sealed class UnitsChange(OpenHouse house)
{
    [SkippableTheory]
    [InlineData("desk", "养路总段", "路桥中心")]
    [InlineData("phone", "运管总站", "运输中心")]
    public async Task A_unit_is_renamed_and_merged_from_a_day_on_and_both_are_taken_back(string screen, string unit, string name)
    {
        await using var visit = await house.Page("admin", screen == "phone" ? ScreenSize.Phone : ScreenSize.Desktop);
        var page = visit.Page;
        await visit.Go("/units/new");
        await page.FillAsync("#name", unit);
        await page.SelectOptionAsync("#parent", new SelectOptionValue { Index = 1 });
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/units");
        await visit.Settled();
        await page.GetByRole(AriaRole.Link, new() { Name = unit }).ClickAsync();
        await page.WaitForSelectorAsync("#new-name");

        var later = house.Clock.GetUtcNow().AddHours(8).AddDays(40).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await page.FillAsync("#new-name", name);
        await page.FillAsync("#name-from", "2020-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "改名", Exact = true }).ClickAsync();
        await page.GetByText("日期不能早于今天").WaitForAsync();
        await page.FillAsync("#name-from", later);
        await page.GetByRole(AriaRole.Button, new() { Name = "改名", Exact = true }).ClickAsync();
        Assert.Contains($"起改叫“{name}”", await page.Locator("#next-name").InnerTextAsync(), StringComparison.Ordinal);

        await page.FillAsync("#end-on", later);
        await page.SelectOptionAsync("#into", new SelectOptionValue { Label = "运输局" });
        await page.GetByRole(AriaRole.Button, new() { Name = "定下来" }).ClickAsync();
        await page.Locator(".mud-dialog button.grave").ClickAsync();
        Assert.Contains("起并入运输局", await page.Locator("#planned-end").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".mud-dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.WaitForFunctionAsync("() => !document.querySelector('.mud-snackbar')");
        await visit.Shot($"unit-change-{screen}");
        Assert.Empty(await visit.Axe());
        Assert.True(await visit.Overflow() <= 0);

        await page.GetByRole(AriaRole.Button, new() { Name = "取消，仍然保留这个单位" }).ClickAsync();
        await page.WaitForSelectorAsync("#end-on");
        await page.GetByRole(AriaRole.Button, new() { Name = "取消改名" }).ClickAsync();
        await page.WaitForSelectorAsync("#next-name", new() { State = WaitForSelectorState.Detached });
        Assert.Empty(visit.Errors);
    }
}
