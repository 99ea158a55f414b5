using Commerce.Assistance.Domain;
using Commerce.Assistance.Exports;
using Commerce.Platform.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests.Months;

/// <summary>A long export is fetched when it is written; a year shows what is open in it, and drafts the next year's guide figures.</summary>
[Collection(AtHome.Name)]
public sealed class YearsAndExports(OpenHouse house)
{
    [SkippableFact]
    public async Task An_export_is_fetched_and_a_year_drafts_the_next_ones_figures()
    {
        OpenHouse.NeedBrowser();
        await using (var scope = house.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = await house.ActorOf("officer");
            var asked = await scope.ServiceProvider.GetRequiredService<RequestExport.Handler>().Handle(new(Guid.NewGuid().ToString("N"), ExportOf.Rows, "year=2026", ExportFormat.Xlsx), default);
            Assert.Null(asked.Error);
        }

        await using var officer = await house.Page("officer");
        await officer.Go("/assistance/exports");
        var link = officer.Page.GetByRole(AriaRole.Link, new() { Name = "下载", Exact = true }).First;
        await link.WaitForAsync();
        await officer.Shot("exports-done");
        Assert.Empty(await officer.Axe());
        var file = await officer.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.EndsWith(".xlsx", file.SuggestedFilename, StringComparison.Ordinal);

        await officer.Go("/assistance/years?year=2026");
        await officer.Page.Locator("details.act summary").ClickAsync();
        await officer.Page.FillAsync("#carry-percent", "5");
        await officer.Page.Locator("#carry-draft").ClickAsync();
        await officer.Page.Locator("#carry-reason").WaitForAsync();
        await officer.Shot("years-carry");
        Assert.Empty(await officer.Axe());
        await officer.Go("/assistance/years?year=2025");
        await officer.Page.GetByText("不能结账").First.WaitForAsync();
        await officer.Shot("years-open");
        Assert.Empty(await officer.Axe());

        await using var phone = await house.Page("officer", ScreenSize.Phone);
        await phone.Go("/assistance/years?year=2025");
        await phone.Shot("years-phone");
        Assert.True(await phone.Overflow() <= 0);
        Assert.Empty(officer.Errors.Concat(phone.Errors));
    }
}
