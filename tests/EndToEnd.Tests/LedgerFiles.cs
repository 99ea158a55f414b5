using System.Net;
using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>What is taken away from the ledger as a file, over HTTP.</summary>
[Collection(OneHost.Name)]
public sealed class LedgerFiles(RunningHost host)
{
    [Fact]
    public async Task Somebody_of_one_unit_takes_away_that_units_rows_alone()
    {
        var year = host.Clock.GetUtcNow().Year;
        var all = await Text(await host.SignIn("officer"), $"/ledger/rows.csv?year={year}");
        var own = await Text(await host.SignIn("approver"), $"/ledger/rows.csv?year={year}");

        Assert.Contains(",运输局,", all, StringComparison.Ordinal);
        Assert.DoesNotContain(",运输局,", own, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF序号,月份,类型,单位", all, StringComparison.Ordinal);
        var officer = await host.SignIn("officer");
        foreach (var path in new[] { $"/ledger/rows.xlsx?year={year}", "/assistance/totals.xlsx?by=village,month", "/assistance/totals.csv?by=purpose", $"/assistance/totals.xlsx?year={year}&by=channel,quarter&show=flow", $"/assistance/briefing.docx?year={year}&money=wan", "/months/2026-06/table.xlsx" })
        {
            var answer = await officer.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType));
        }
    }

    [Fact]
    public async Task A_report_is_asked_for_by_channel_quarter_and_year_as_known_on_a_day_that_is_over()
    {
        var officer = await host.SignIn("officer");
        var (year, today) = (host.Clock.GetUtcNow().Year, host.Clock.GetUtcNow().AddHours(8));

        var now = (await officer.Data($"{{ assistanceTotals(year: {year}, since: {year - 1}, by: [YEAR, QUARTER, CHANNEL]) {{ total {{ amount }} channels asKnownOn rows {{ amount {{ amount }} keys {{ by label }} }} }} }}")).GetProperty("assistanceTotals");
        var then = (await officer.Data($"{{ assistanceTotals(year: {year}, by: [CHANNEL], asKnownOn: \"{year - 1}-01-01\", filter: {{ channel: DIRECT }}) {{ total {{ amount }} asKnownOn reconciled rows {{ amount {{ amount }} }} }} }}")).GetProperty("assistanceTotals");
        var early = await officer.Send($"{{ assistanceTotals(year: {year}, by: [UNIT], asKnownOn: \"{today:yyyy-MM-dd}\") {{ total {{ amount }} }} }}");
        var file = await officer.Http.GetAsync(new Uri($"/assistance/totals.xlsx?known={today:yyyy-MM-dd}", UriKind.Relative));

        Assert.Equal(["YEAR", "QUARTER", "CHANNEL"], now.GetProperty("rows")[0].GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("by").GetString()));
        Assert.Equal(["DIRECT"], now.GetProperty("channels").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal((0, $"{year - 1}-01-01", false), (then.GetProperty("rows").GetArrayLength(), then.GetProperty("asKnownOn").GetString(), then.GetProperty("reconciled").GetBoolean()));
        Assert.Equal("INVALID", early.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
    }

    [Fact]
    public async Task Other_units_tables_and_versions_that_are_not_there_are_not_found()
    {
        var officer = await host.SignIn("officer");
        var units = (await officer.Data("{ orgUnits { id name } }")).GetProperty("orgUnits").EnumerateArray().ToDictionary(u => u.GetProperty("name").GetString()!, u => u.GetProperty("id").GetString());
        var approver = await host.SignIn("approver");

        foreach (var path in new[] { $"/months/2026-05/table.xlsx?unit={units["运输局"]}", "/months/2026-05/table.xlsx?version=1", "/months/2026-05/table.xlsx?version=x", "/months/2026-13/table.xlsx" })
        {
            var answer = await approver.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()));
        }
    }

    private static async Task<string> Text(Api api, string path) => System.Text.Encoding.UTF8.GetString(await api.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
}
