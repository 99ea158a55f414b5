using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>Months and a year closed through the API, on a host of its own: its June is closed afterwards.</summary>
public sealed class MonthsOverTheApi(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Shown = "month { state lines { unit { name } total { amount } confirmedBy adjustments { month amount { amount } } } versions { number firstBy secondBy reopenReason } }";
    private readonly TheLine line = new(host);

    [Fact]
    public async Task A_month_is_confirmed_closed_by_two_and_refuses_further_rows()
    {
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 20, 2, 0, 0, TimeSpan.Zero));
        var buyer = await host.SignIn("buyer");
        var unit = await line.UnitOf(buyer);
        var offer = (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!;
        var order = await line.Order(buyer, offer, 100);
        await line.Accept(order, await line.Deliver(order, 100), 48.6m);
        await line.UntilCounted();
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 5, 2, 0, 0, TimeSpan.Zero));
        var (approver, officer, supervisor) = (await host.SignIn("approver"), await host.SignIn("officer"), await host.SignIn("supervisor"));
        var (id, entries) = await June(officer);
        var own = (await approver.Data("{ ledgerMonth(month: \"2026-06\") { lines { entries } } }")).GetProperty("ledgerMonth").GetProperty("lines")[0].GetProperty("entries").GetInt32();

        Assert.Equal("VERSION_STALE", await Refusal(officer, "monthClose", new { idempotencyKey = Api.Key(), monthId = id, entries = entries + 1 }));
        Assert.Equal("NOT_FOUND", await Refusal(officer, "monthClose", new { idempotencyKey = Api.Key(), monthId = "mon_00000000000000000000000000202613", entries }));
        await approver.Do("monthConfirm", Shown, new { idempotencyKey = Api.Key(), monthId = id, unitId = unit, entries = own });
        Assert.Equal("STATE_NOT_ALLOWED", await Refusal(supervisor, "monthCountersign", new { idempotencyKey = Api.Key(), monthId = id, entries }));
        await officer.Do("monthClose", Shown, new { idempotencyKey = Api.Key(), monthId = id, entries });
        var closed = (await supervisor.Do("monthCountersign", Shown, new { idempotencyKey = Api.Key(), monthId = id, entries })).GetProperty("month");

        Assert.Equal(("CLOSED", "周主任", "郑督查"), (closed.GetProperty("state").GetString(), closed.GetProperty("versions")[0].GetProperty("firstBy").GetString(), closed.GetProperty("versions")[0].GetProperty("secondBy").GetString()));
        var line544 = closed.GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("unit").GetProperty("name").GetString() == "公路局");
        Assert.Equal(("544.32", "李审批"), (line544.GetProperty("total").GetProperty("amount").GetString(), line544.GetProperty("confirmedBy").GetString()));
        Assert.Equal("PERIOD_LOCKED", await Refusal(officer, "ledgerAdjust", await Typed(officer, unit)));
        Assert.Equal("PERIOD_LOCKED", await Refusal(officer, "monthClose", new { idempotencyKey = Api.Key(), monthId = id, entries }));
        var reopened = (await officer.Do("monthReopen", Shown, new { idempotencyKey = Api.Key(), monthId = id, reason = "漏记一单" })).GetProperty("month");
        Assert.Equal(("OPEN", "漏记一单"), (reopened.GetProperty("state").GetString(), reopened.GetProperty("versions")[0].GetProperty("reopenReason").GetString()));
        await officer.Do("ledgerAdjust", "entry { month }", await Typed(officer, unit));
    }

    [Fact]
    public async Task A_year_is_closed_by_two_its_archive_is_fetched_and_its_figures_are_carried_on()
    {
        var (officer, supervisor) = (await host.SignIn("officer"), await host.SignIn("supervisor"));
        const string year = "year { state closing { firstBy secondBy archive } lines { unit { name } total { amount } } }";
        await new TheLine(host).UntilCounted();
        var (id, entries) = await Year(officer);

        Assert.Equal("STATE_NOT_ALLOWED", await Refusal(officer, "yearClose", new { idempotencyKey = Api.Key(), yearId = id, entries }));
        for (var month = 1; month <= 12; month++)
        {
            var one = (await officer.Data($"{{ ledgerMonth(month: \"2025-{month:00}\") {{ id entries state }} }}")).GetProperty("ledgerMonth");
            var input = new { idempotencyKey = Api.Key(), monthId = one.GetProperty("id").GetString(), entries = one.GetProperty("entries").GetInt32() };
            await officer.Do("monthClose", "month { state }", input);
            await supervisor.Do("monthCountersign", "month { state }", input with { idempotencyKey = Api.Key() });
        }

        await officer.Do("yearClose", year, new { idempotencyKey = Api.Key(), yearId = id, entries });
        Assert.Equal("STATE_NOT_ALLOWED", await Refusal(officer, "yearArchiveMake", new { idempotencyKey = Api.Key(), yearId = id }));
        var closed = (await supervisor.Do("yearCountersign", year, new { idempotencyKey = Api.Key(), yearId = id, entries })).GetProperty("year");
        Assert.Equal(("CLOSED", "周主任", "郑督查"), (closed.GetProperty("state").GetString(), closed.GetProperty("closing").GetProperty("firstBy").GetString(), closed.GetProperty("closing").GetProperty("secondBy").GetString()));
        var march = (await officer.Data("{ ledgerMonth(month: \"2025-03\") { id } }")).GetProperty("ledgerMonth").GetProperty("id").GetString();
        Assert.Equal("PERIOD_LOCKED", await Refusal(officer, "monthReopen", new { idempotencyKey = Api.Key(), monthId = march, reason = "数字有误" }));
        await using (var zip = await Fetched(officer, "/assistance/years/2025/archive.zip"))
        {
            using var archive = new System.IO.Compression.ZipArchive(zip);
            Assert.NotNull(archive.GetEntry("ledger/rows.json"));
        }

        Assert.Equal(System.Net.HttpStatusCode.OK, (await officer.Http.GetAsync(new Uri("/assistance/years/2025/table.xlsx", UriKind.Relative))).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await host.SignIn("approver")).Http.GetAsync(new Uri("/assistance/years/2025/archive.zip", UriKind.Relative))).StatusCode);

        var programme = (await officer.Data("{ programme(year: 2026) { id } }")).GetProperty("programme").GetProperty("id").GetString();
        var draft = (await officer.Data("{ guideCarry(fromYear: 2026, changePercent: \"10\") { commitment { id } next { amount } state } }")).GetProperty("guideCarry").EnumerateArray().First(l => l.GetProperty("state").GetString() == "READY");
        var carried = await officer.Do("guideFiguresCarry", "programme { year }", new
        {
            idempotencyKey = Api.Key(),
            programmeId = programme,
            changePercent = "10",
            commitmentIds = new[] { draft.GetProperty("commitment").GetProperty("id").GetString() },
            expectedTotal = new { amount = draft.GetProperty("next").GetProperty("amount").GetString(), currency = "CNY" },
            reason = "厅务会议定",
        });
        Assert.Equal(2027, carried.GetProperty("programme").GetProperty("year").GetInt32());
    }

    private static async Task<Stream> Fetched(Api api, string path)
    {
        for (var i = 0; i < 300; i++)
        {
            var answer = await api.Http.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode == System.Net.HttpStatusCode.OK)
            {
                return await answer.Content.ReadAsStreamAsync();
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"{path} isn't there.");
    }

    private static async Task<(string Id, int Entries)> Year(Api api)
    {
        var year = (await api.Data("{ ledgerYear(year: 2025) { id entries checks { kind blocks text } } }")).GetProperty("ledgerYear");
        Assert.All(year.GetProperty("checks").EnumerateArray(), c => Assert.True(c.GetProperty("kind").GetString() is "OPEN_MONTHS" || !c.GetProperty("blocks").GetBoolean(), c.GetRawText()));
        return (year.GetProperty("id").GetString()!, year.GetProperty("entries").GetInt32());
    }

    private static async Task<(string Id, int Entries)> June(Api api)
    {
        var month = (await api.Data("{ ledgerMonth(month: \"2026-06\") { id entries } }")).GetProperty("ledgerMonth");
        return (month.GetProperty("id").GetString()!, month.GetProperty("entries").GetInt32());
    }

    private static async Task<object> Typed(Api api, string unit)
    {
        var row = (await api.Data("{ ledgerEntries(year: 2026, first: 100) { nodes { product { id name } village { id } } } }")).GetProperty("ledgerEntries").GetProperty("nodes").EnumerateArray()
            .First(n => n.GetProperty("village").ValueKind == JsonValueKind.Object);
        return new
        {
            idempotencyKey = Api.Key(),
            year = 2026,
            month = "2026-06",
            unitId = unit,
            villageId = row.GetProperty("village").GetProperty("id").GetString(),
            productId = row.GetProperty("product").GetProperty("id").GetString(),
            amount = new { amount = "1.00", currency = "CNY" },
            reason = "线下补记",
        };
    }

    private static async Task<string?> Refusal(Api api, string mutation, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = (await api.Data($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ errors {{ code }} }} }}", new { input })).GetProperty(mutation).GetProperty("errors");
        return Assert.Single(answer.EnumerateArray()).GetProperty("code").GetString();
    }
}
