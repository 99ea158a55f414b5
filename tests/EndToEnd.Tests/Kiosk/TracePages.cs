using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace Commerce.EndToEnd.Tests.Kiosk;

/// <summary>What a stranger's phone gets from a label: a page in three languages without an account, and for a wrong code a human word.</summary>
[Collection(OneHost.Name)]
public sealed class TracePages(RunningHost host)
{
    [Fact]
    public async Task A_page_tells_in_three_languages_where_a_batch_comes_from_and_weighs_little()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var code = await Code("mingdong-dami");

        var (chinese, english, korean) = (await http.GetStringAsync($"/trace/{code}"), await Read(http, $"/trace/{code}", "en-GB"), await http.GetStringAsync($"/trace/{code.ToLowerInvariant()}?lang=ko"));

        Assert.All((string[])["明东大米", "明东村", "龙井市", "明东村股份经济合作社", "带动 39 户", "第一书记代言", "还有 ", code], told => Assert.Contains(told, chinese, StringComparison.Ordinal));
        Assert.Contains("lang=\"zh-CN\"", chinese, StringComparison.Ordinal);
        Assert.All((string[])["39 households gain", "days left", "Recognised product"], told => Assert.Contains(told, english, StringComparison.Ordinal));
        Assert.All((string[])["39가구 참여", "일 남음"], told => Assert.Contains(told, korean, StringComparison.Ordinal));
        Assert.Contains("公斤", chinese, StringComparison.Ordinal);
        Assert.All((string[])[english, korean], told => Assert.DoesNotContain("公斤", told, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", chinese, StringComparison.Ordinal);
        Assert.InRange(chinese.Length * 3 + (await http.GetByteArrayAsync("/trace/trace.css")).Length + (await http.GetByteArrayAsync($"/trace/{code}/code.svg")).Length, 5_000, 100_000);
    }

    [Fact]
    public async Task A_recalled_batch_says_so_with_its_reason()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var officer = await host.SignIn("supplier");
        var answer = await officer.Data("{ product(slug: \"shaoyao-huacha\") { latestBatch { code } batches(first: 5) { nodes { code withdrawnBecause } } } }");
        var product = answer.GetProperty("product");

        var page = await http.GetStringAsync($"/trace/{product.GetProperty("batches").GetProperty("nodes")[0].GetProperty("code").GetString()}");

        Assert.Equal(System.Text.Json.JsonValueKind.Null, product.GetProperty("latestBatch").ValueKind);
        Assert.All((string[])["已召回", "包装封口不严", "role=\"alert\""], told => Assert.Contains(told, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_that_is_none_gets_a_human_404_and_labels_are_for_whoever_acts_for_the_producer()
    {
        using var http = new HttpClient { BaseAddress = host.Address };

        var unknown = await http.GetAsync("/trace/AAAAAAAAAA");
        var labels = await http.GetAsync($"/batches/{Guid.NewGuid()}/labels");

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("没有这个追溯码", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/trace/AAAAAAAAAA/code.svg")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, labels.StatusCode);
    }

    private async Task<string> Code(string slug) =>
        (await host.Anybody().Data($"{{ product(slug: \"{slug}\") {{ latestBatch {{ code number expiresOn daysLeft recognised certificates {{ kind }} }} }} }}")).GetProperty("product").GetProperty("latestBatch").GetProperty("code").GetString()!;

    private static async Task<string> Read(HttpClient http, string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return await (await http.SendAsync(request)).Content.ReadAsStringAsync();
    }
}
