using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>The schema as a page: a word typed leaves what fits it, and a link shows what was hidden.</summary>
[Collection(AtHome.Name)]
public sealed class SchemaPage(OpenHouse house)
{
    [SkippableFact]
    public async Task A_word_finds_its_fields_and_the_page_fits_a_phone()
    {
        await using var visit = await house.Page("officer");
        await visit.Go("/goods");
        Assert.Equal("/docs/api", await visit.Page.GetByRole(AriaRole.Link, new() { Name = "接口文档" }).GetAttributeAsync("href"));
        await visit.Page.GotoAsync("/docs/api");
        await visit.Shot("docs-api", whole: false);

        await visit.Page.FillAsync("#find", "offerWithdraw");
        Assert.True(await visit.Page.Locator("[id='Mutation.offerWithdraw']").IsVisibleAsync());
        Assert.False(await visit.Page.Locator("[id='Mutation.offerPublish']").IsVisibleAsync());
        Assert.False(await visit.Page.Locator("#Query").IsVisibleAsync());
        await visit.Shot("docs-api-found");
        Assert.Empty(await visit.Axe());
        await visit.Page.FillAsync("#find", "没有这个词的");
        Assert.True(await visit.Page.GetByText("没有符合的类型或字段").IsVisibleAsync());
        await visit.Page.FillAsync("#find", "offerWithdraw");
        await visit.Page.Locator("[id='Mutation.offerWithdraw'] dt a").First.ClickAsync();
        Assert.True(await visit.Page.Locator("#Query").IsVisibleAsync());

        await using var phone = await house.Page(null, ScreenSize.Phone, english: true);
        await phone.Page.GotoAsync("/docs/api#?pairing code");
        await phone.Page.WaitForSelectorAsync("[id='Device.pairingCode']");
        await phone.Shot("docs-api-phone");
        Assert.True(await phone.Overflow() <= 0);
        Assert.Empty(await phone.Axe());
        Assert.Empty(visit.Errors.Concat(phone.Errors));
    }
}
