using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Commerce.TaskList.Reading;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>The official list uploaded, saved and asked over the API, on a host of its own: one pair's counters are closed afterwards.</summary>
public sealed class OfficialListOverTheApi(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Of = "taskList(year: $year, asOf: $asOf) { lastSaving { added changed withdrawn } sections { number tasks { number measures { id number light { colour reason } metrics { id source actual target missing evidence } } } } }";
    private const string FirstOfJuly = "2020-07-01";

    [SkippableFact]
    public async Task The_official_list_is_saved_once_and_says_what_is_late_and_which_pair_has_no_counter()
    {
        var sample = Environment.GetEnvironmentVariable("COMMERCE_TASKLIST_SAMPLE");
        Skip.If(string.IsNullOrEmpty(sample), "COMMERCE_TASKLIST_SAMPLE names no list.");
        var (supervisor, officer, admin) = (await host.SignIn("supervisor"), await host.SignIn("officer"), await host.SignIn("admin"));
        var file = await Upload(supervisor, "清单.txt", await File.ReadAllBytesAsync(sample!));

        Assert.Equal((68, 0, 0), await Import(supervisor, file));
        Assert.Equal((0, 0, 0), await Import(supervisor, file));

        var measures = await Measures(officer, 2020, FirstOfJuly);
        Assert.Equal(Enumerable.Range(1, 54), measures.Keys.Order());
        Assert.Equal("RED", Colour(measures[45]));
        Assert.StartsWith("逾期 1 天：6月30日前未办结", Reason(measures[45]), StringComparison.Ordinal);
        Assert.NotEqual("RED", Colour(measures[47]));
        Assert.StartsWith("长期坚持", Reason(measures[47]), StringComparison.Ordinal);
        Assert.Contains("2021年3月31日前", Reason(measures[4]), StringComparison.Ordinal);
        var light = Colour(measures[43]);
        Assert.Equal((42, 42, 42), Pairs(measures[43]));

        var (pair, counters) = await Counters(admin);
        await Close(admin, counters[0]);
        await new TheLine(host).UntilCounted();
        Assert.Equal((42, 42, 41), Pairs((await Measures(officer, 2020, FirstOfJuly))[43]));
        await Close(admin, counters[1]);
        await new TheLine(host).UntilCounted();

        var after = (await Measures(officer, 2020, FirstOfJuly))[43];
        Assert.Equal((41, 42, 41), Pairs(after));
        Assert.Equal([pair], Metrics(after)[0].GetProperty("missing").EnumerateArray().Select(m => m.GetString()!));
        Assert.Equal(("CATALOGUE_OUTLETS", "/tasks/2020/figure/43"), (Metrics(after)[0].GetProperty("source").GetString(), Metrics(after)[0].GetProperty("evidence").GetString()));
        Assert.Equal(light, Colour(after));
        Assert.Equal((42, 42, 42), Pairs((await Measures(officer, 2020, "2020-06-14"))[43]));
        await TakenAwayItReadsAsItCame(officer, sample!);
    }

    [Fact]
    public async Task What_was_weighed_and_signed_is_the_figure_of_measure_47_and_nobody_types_over_it()
    {
        var line = new TheLine(host);
        var (buyer, liaison) = (await host.SignIn("buyer"), await host.SignIn("liaison"));
        await line.UntilCounted();
        var before = Metrics((await Measures(liaison, 2026, "2026-06-10"))[47]);
        var order = await line.Order(buyer, (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!, 100);
        await line.Accept(order, await line.Deliver(order, 100), 48.6m);
        await line.UntilCounted();

        var figures = Metrics((await Measures(liaison, 2026, "2026-06-10"))[47]);
        var after = figures[0];

        Assert.Equal(544.32m, Number(after, "actual") - Number(before[0], "actual"));
        Assert.Equal(544.32m, Number(figures[3], "actual") - Number(before[3], "actual"));
        Assert.Equal((2m, 2m), (Number(figures[1], "actual"), Number(figures[2], "actual")));
        Assert.Equal(("ASSISTANCE_LEDGER", "/tasks/2026/figure/47"), (after.GetProperty("source").GetString(), after.GetProperty("evidence").GetString()));
        Assert.Equal("STATE_NOT_ALLOWED", await liaison.Refused("metricReport", new
        {
            idempotencyKey = Api.Key(),
            metricId = after.GetProperty("id").GetString(),
            unitId = await line.UnitOf(liaison),
            value = "1000000",
            on = "2026-06-10",
            evidence = "口头",
        }));
    }

    [Fact]
    public async Task Measure_44_counts_the_species_that_stand_outside_the_baseline_on_the_day()
    {
        var (liaison, officer) = (await host.SignIn("liaison"), await host.SignIn("officer"));
        await new TheLine(host).UntilCounted();
        var before = Metrics((await Measures(liaison, 2026, "2026-06-10"))[44]);
        var fungus = (await officer.Data("{ species { id name version baselineFrom } }")).GetProperty("species").EnumerateArray().Single(s => s.GetProperty("name").GetString() == "木耳");

        await Baseline(officer, fungus, "2020-01-01", "2026-06-09");

        var after = Metrics((await Measures(liaison, 2026, "2026-06-10"))[44]);
        Assert.Equal((1m, 4m, "/tasks/2026/figure/44"), (Number(before[0], "actual"), Number(before[0], "target"), before[0].GetProperty("evidence").GetString()));
        Assert.Equal(3, before[0].GetProperty("missing").GetArrayLength());
        Assert.Equal(Number(before[1], "actual"), Number(after[1], "actual"));
        Assert.Equal(Number(after[1], "actual") - 1, Number(Metrics((await Measures(liaison, 2026, "2026-06-09"))[44])[1], "actual"));
    }

    [Theory]
    [InlineData("天气.txt", "今天天气很好。")]
    [InlineData("清单.docx", "PK\u0003\u0004 no zip")]
    public async Task A_file_that_is_no_list_is_refused_with_what_to_do_and_saves_nothing(string name, string content)
    {
        var supervisor = await host.SignIn("supervisor");
        var file = await Upload(supervisor, name, System.Text.Encoding.UTF8.GetBytes(content));
        var before = await Years(supervisor);

        var refused = (await supervisor.Try("taskListImport", "taskList { id }", new { idempotencyKey = Api.Key(), fileId = file })).GetProperty("errors");

        Assert.Equal("INVALID", Assert.Single(refused.EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(before, await Years(supervisor));
    }

    private static async Task TakenAwayItReadsAsItCame(Api officer, string sample)
    {
        await using var source = File.OpenRead(sample);
        var wanted = ListReader.Read(source, sample).Value;
        foreach (var format in (string[])["docx", "xlsx"])
        {
            using var answer = await officer.Http.GetAsync(new Uri($"/tasks/export.{format}?year=2020&asOf={FirstOfJuly}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var read = ListReader.Read(new MemoryStream(bytes), "清单." + format).Value;
            Assert.Equal(wanted.Tasks.SelectMany(t => t.Measures).Select(m => m.Text), read.Tasks.SelectMany(t => t.Measures).Select(m => m.Text));
            Assert.Equal(wanted.Tasks.Select(t => (t.Label, t.Text, t.ResponsibilityText, t.DeadlineText)), read.Tasks.Select(t => (t.Label, t.Text, t.ResponsibilityText, t.DeadlineText)));
            if (Environment.GetEnvironmentVariable("COMMERCE_KEEP_DOCUMENTS") is { Length: > 0 } folder)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, "exported." + format), bytes);
            }
        }
    }

    private static async Task<string> Upload(Api supervisor, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var answer = await supervisor.Http.PostAsync(new Uri("/files/tasks.list", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<(int Added, int Changed, int Withdrawn)> Import(Api supervisor, string file)
    {
        var saving = (await supervisor.Do("taskListImport", "taskList { lastSaving { added changed withdrawn } }", new { idempotencyKey = Api.Key(), fileId = file }))
            .GetProperty("taskList").GetProperty("lastSaving");
        return (saving.GetProperty("added").GetInt32(), saving.GetProperty("changed").GetInt32(), saving.GetProperty("withdrawn").GetInt32());
    }

    private static async Task<Dictionary<int, JsonElement>> Measures(Api api, int year, string asOf) =>
        (await api.Data($"query($year: Int!, $asOf: Date) {{ {Of} }}", new { year, asOf })).GetProperty("taskList").GetProperty("sections").EnumerateArray()
            .SelectMany(s => s.GetProperty("tasks").EnumerateArray()).SelectMany(t => t.GetProperty("measures").EnumerateArray()).ToDictionary(m => m.GetProperty("number").GetInt32());

    private static async Task<string> Years(Api api) =>
        (await api.Data("{ a: taskList(year: 2020) { title } b: taskList(year: 2026) { title savedAt } }")).GetRawText();

    // A pair, and the counters on its two sides.
    private static async Task<(string Pair, IReadOnlyList<JsonElement> Counters)> Counters(Api admin)
    {
        var pair = (await admin.Data("{ serviceAreas { id name } }")).GetProperty("serviceAreas")[5];
        var outlets = (await admin.Data(
            "query($pair: ID!) { outlets(serviceAreaId: $pair, kind: SPECIALTY_COUNTER) { id version } }", new { pair = pair.GetProperty("id").GetString() })).GetProperty("outlets");
        return (pair.GetProperty("name").GetString()!, [.. outlets.EnumerateArray()]);
    }

    private static Task Close(Api admin, JsonElement counter) => admin.Do("outletClose", "outlet { version }", new
    {
        idempotencyKey = Api.Key(),
        outletId = counter.GetProperty("id").GetString(),
        expectedVersion = counter.GetProperty("version").GetInt32(),
        on = "2020-06-15",
        reason = "改造",
    });

    private async Task Baseline(Api officer, JsonElement species, string from, string to)
    {
        await officer.Do("speciesSave", "species { version }", new
        {
            idempotencyKey = Api.Key(),
            speciesId = species.GetProperty("id").GetString(),
            expectedVersion = species.GetProperty("version").GetInt32(),
            name = species.GetProperty("name").GetString(),
            baselineFrom = from,
            baselineTo = to,
        });
        await new TheLine(host).UntilCounted();
    }

    private static (int Actual, int Target, int BothSides) Pairs(JsonElement measure) =>
        ((int)Number(Metrics(measure)[0], "actual"), (int)Number(Metrics(measure)[0], "target"), (int)Number(Metrics(measure)[1], "actual"));

    private static IReadOnlyList<JsonElement> Metrics(JsonElement measure) => [.. measure.GetProperty("metrics").EnumerateArray()];

    private static decimal Number(JsonElement metric, string name) =>
        decimal.Parse(metric.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private static string Colour(JsonElement measure) => measure.GetProperty("light").GetProperty("colour").GetString()!;

    private static string Reason(JsonElement measure) => measure.GetProperty("light").GetProperty("reason").GetString()!;
}
