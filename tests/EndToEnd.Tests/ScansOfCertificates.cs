using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>Scans of certificates: for people who signed in once they stand with one, never for anybody.</summary>
[Collection(OneHost.Name)]
public sealed class ScansOfCertificates(RunningHost host)
{
    [Fact]
    public async Task A_scan_is_opened_by_whoever_signed_in_and_by_nobody_else()
    {
        var (supplier, buyer, anybody) = (await host.SignIn("supplier"), await host.SignIn("buyer"), host.Anybody());
        var file = await Upload(supplier);
        Assert.Equal(HttpStatusCode.NotFound, await Status(buyer, file));

        var good = (await supplier.Data("{ product(slug: \"zhixin-xiaomi\") { id version } }")).GetProperty("product");
        var recorded = await supplier.Do("certificateRecord", "product { certificates { number fileId } }", new
        {
            idempotencyKey = Api.Key(),
            productId = good.GetProperty("id").GetString(),
            expectedVersion = good.GetProperty("version").GetInt32(),
            kind = "检验报告",
            number = "JY-E2E",
            issuer = "示例机构",
            fileId = file,
        });
        Assert.Contains(recorded.GetProperty("product").GetProperty("certificates").EnumerateArray(), c => c.GetProperty("number").GetString() == "JY-E2E" && c.GetProperty("fileId").GetString() == file);

        Assert.Equal(HttpStatusCode.OK, await Status(buyer, file));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(anybody, file));
        Assert.DoesNotContain(file, (await anybody.Send("{ product(slug: \"zhixin-xiaomi\") { certificates { number fileId } } }")).ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> Upload(Api api)
    {
        using var content = new ByteArrayContent("%PDF-1.7 scan"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { content, "file", "检验报告.pdf" } };
        using var answer = await api.Http.PostAsync(new Uri("/files/catalogue.certificate", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<HttpStatusCode> Status(Api api, string file)
    {
        using var answer = await api.Http.GetAsync(new Uri($"/files/{file}", UriKind.Relative));
        return answer.StatusCode;
    }
}
