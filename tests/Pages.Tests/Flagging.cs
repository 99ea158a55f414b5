using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>A row is typed where acceptances are counted; the office has it looked for, the unit explains it, the auditor takes it further.</summary>
[Collection(AtHome.Name)]
public sealed class Flagging(OpenHouse house)
{
    [SkippableFact]
    public async Task A_flag_is_found_explained_by_the_unit_and_escalated_by_the_auditor()
    {
        OpenHouse.NeedBrowser();
        await TypeARow();
        await using (var visit = await house.Page("officer"))
        {
            await visit.Go("/assistance/flags");
            await visit.Page.ClickAsync("#search");
            await visit.Page.Locator("p.done").WaitForAsync();
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "有验收又手工补记", Exact = true }).First.WaitForAsync();
            await visit.Shot("flags");
            Assert.Empty(await visit.Axe());
            Assert.Empty(visit.Errors);
        }

        string path;
        await using (var visit = await house.Page("approver", ScreenSize.Phone))
        {
            await visit.Go("/todo");
            await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^说明疑点") }).ClickAsync();
            await visit.Page.WaitForURLAsync("**/assistance/flags?state=open");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "有验收又手工补记", Exact = true }).First.ClickAsync();
            await visit.Page.WaitForSelectorAsync("#explain");
            path = new Uri(visit.Page.Url).AbsolutePath;
            await visit.Page.FillAsync("#explain-text", "没");
            await visit.Page.ClickAsync("#explain");
            await visit.Page.GetByText("请写清楚情况").WaitForAsync();
            await visit.Page.FillAsync("#explain-text", "补的是系统上线前的一车米，有收据");
            await visit.Page.ClickAsync("#explain");
            await visit.Page.Locator("p.done").WaitForAsync();
            await visit.Shot("flag-explained-phone");
            Assert.Empty(await visit.Axe());
            Assert.True(await visit.Overflow() <= 0);
            Assert.Empty(visit.Errors);
        }

        await using (var visit = await house.Page("auditor"))
        {
            await visit.Go(path);
            await visit.Page.GetByText("补的是系统上线前的一车米").WaitForAsync();
            await visit.Page.FillAsync("#escalate-text", "收据没有日期，请核查");
            await visit.Page.ClickAsync("#escalate");
            await visit.Page.Locator("p.done").WaitForAsync();
            await visit.Shot("flag-escalated");
            Assert.Equal(2, await visit.Page.Locator("main .todos li").CountAsync());
            Assert.Empty(await visit.Axe());
            Assert.Empty(visit.Errors);
        }
    }

    private async Task TypeARow()
    {
        var officer = await house.Api("officer");
        var year = house.Clock.GetUtcNow().Year;
        var unit = (await OpenHouse.Ask(officer, "{ orgUnits { id name } }")).GetProperty("orgUnits").EnumerateArray().First(u => u.GetProperty("name").GetString() == "公路局").GetProperty("id").GetString();
        var row = (await OpenHouse.Ask(
            officer, "query($year: Int!, $units: [ID!]) { ledgerEntries(year: $year, first: 100, filter: {unitIds: $units}) { nodes { kind month product { id } village { id } } } }", new { year, units = new[] { unit } }))
            .GetProperty("ledgerEntries").GetProperty("nodes").EnumerateArray().Last(n => n.GetProperty("kind").GetString() == "PURCHASE" && n.GetProperty("village").ValueKind == JsonValueKind.Object);
        var typed = await OpenHouse.Ask(officer, "mutation($input: LedgerAdjustInput!) { ledgerAdjust(input: $input) { errors { message } } }", new
        {
            input = new
            {
                idempotencyKey = Guid.NewGuid().ToString(),
                year,
                month = row.GetProperty("month").GetString(),
                unitId = unit,
                villageId = row.GetProperty("village").GetProperty("id").GetString(),
                productId = row.GetProperty("product").GetProperty("id").GetString(),
                amount = new { amount = "1.00", currency = "CNY" },
                reason = "系统上线前的采购",
            },
        });
        Assert.Empty(typed.GetProperty("ledgerAdjust").GetProperty("errors").EnumerateArray());
    }
}
