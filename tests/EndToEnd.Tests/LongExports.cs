using System.Net;
using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>What is too long to be waited for, asked for and fetched through the API.</summary>
[Collection(OneHost.Name)]
public sealed class LongExports(RunningHost host)
{
    private const string Shown = "export { id of format state scope rows percent failure href }";

    [Fact]
    public async Task Rows_and_a_report_are_written_in_the_background_for_their_asker_alone()
    {
        var (officer, approver) = (await host.SignIn("officer"), await host.SignIn("approver"));
        var year = host.Clock.GetUtcNow().Year;

        var rows = await Ask(officer, "ROWS", $"year={year}", "XLSX");
        var report = await Ask(officer, "REPORT", $"year={year}&by=product", "CSV");
        var refused = await Ask(officer, "REPORT", $"year={year}&known={host.Clock.GetUtcNow().AddHours(8):yyyy-MM-dd}", "CSV");

        var text = await Text(officer, await UntilDone(officer, report));
        Assert.Contains("合计", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.Http.GetAsync(await UntilDone(officer, rows))).StatusCode);
        var file = await officer.Http.GetAsync(await UntilDone(officer, rows));
        Assert.Equal(("attachment", (await file.Content.ReadAsByteArrayAsync()).Length), (file.Content.Headers.ContentDisposition?.DispositionType, (int)file.Content.Headers.ContentLength!));
        Assert.Equal(HttpStatusCode.NotFound, (await approver.Http.GetAsync(new Uri($"/assistance/exports/{rows}", UriKind.Relative))).StatusCode);
        Assert.DoesNotContain(rows, (await approver.Data("{ ledgerExports { id } }")).GetRawText(), StringComparison.Ordinal);
        Assert.Contains("报表", (await Until(officer, refused, "FAILED")).GetProperty("failure").GetString(), StringComparison.Ordinal);

        await officer.Do("ledgerExportCancel", Shown, new { idempotencyKey = Api.Key(), exportId = rows });
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Http.GetAsync(new Uri($"/assistance/exports/{rows}", UriKind.Relative))).StatusCode);
    }

    private static async Task<string> Ask(Api api, string of, string query, string format) =>
        (await api.Do("ledgerExportRequest", Shown, new { idempotencyKey = Api.Key(), of, query, format })).GetProperty("export").GetProperty("id").GetString()!;

    private static async Task<Uri> UntilDone(Api api, string id) => new((await Until(api, id, "DONE")).GetProperty("href").GetString()!, UriKind.Relative);

    private static async Task<JsonElement> Until(Api api, string id, string state)
    {
        for (var i = 0; i < 300; i++)
        {
            var one = (await api.Data("{ ledgerExports { id state failure href } }")).GetProperty("ledgerExports").EnumerateArray().Single(e => e.GetProperty("id").GetString() == id);
            if (one.GetProperty("state").GetString() == state)
            {
                return one;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"The export isn't {state}.");
    }

    private static async Task<string> Text(Api api, Uri path) => System.Text.Encoding.UTF8.GetString(await api.Http.GetByteArrayAsync(path));
}
