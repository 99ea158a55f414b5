using System.Text;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>What people take away says who took it, and names nobody in full.</summary>
[Collection(OneHost.Name)]
public sealed class FilesTakenAway(RunningHost host)
{
    [Fact]
    public async Task A_list_of_orders_masks_who_asked_and_carries_who_took_it()
    {
        var (line, buyer) = (new TheLine(host), await host.SignIn("buyer"));
        await line.Order(buyer, (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!, 1);

        var answer = await buyer.Http.GetAsync(new Uri("/orders/export.csv", UriKind.Relative));
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());

        Assert.Contains(",张*购,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("张采购", text, StringComparison.Ordinal);
        Assert.Matches("^订单-\\d{8}-张采购 \\d{4}-\\d\\d-\\d\\d \\d\\d-\\d\\d 导出.csv$", answer.Content.Headers.ContentDisposition!.FileNameStar!);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("officer", "/statements/export.csv")]
    [InlineData("officer", "/invoices/export.csv")]
    [InlineData("officer", "/payables/export.csv")]
    [InlineData("officer", "/assistance/external/list.csv")]
    [InlineData("auditor", "/audit/history.csv")]
    public async Task Each_list_carries_who_took_it(string role, string path)
    {
        var answer = await (await host.SignIn(role)).Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.EndsWith("导出.csv", answer.Content.Headers.ContentDisposition!.FileNameStar!, StringComparison.Ordinal);
    }
}
