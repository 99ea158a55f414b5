using Commerce.Contracts.Assistance;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Figures;
using Commerce.TaskList.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Figures;

public sealed class FigureTests
{
    private static readonly Guid Mingdong = Guid.Parse("0b000000-0000-0000-0000-000000000001");
    private static long sequence;

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Measure_47_is_what_units_bought_from_the_two_villages_net_of_returns_in_the_lists_year(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var row = Row(World.Highways, 544.32m);
        await world.Hear(
        [
            new LedgerRowsRecorded([row, Row(World.Highways, -56.00m, kind: "RETURN")]),
            new LedgerRowsRecorded([row]), // Once more: it counts once.
            new LedgerRowsRecorded(
            [
                Row(World.Highways, 100m, purpose: "STAFF_WELFARE"),
                Row(World.Id("服务中心"), 200m),
                Row(World.Group, 300m),
                Row(World.Id("财务处"), 1_000m), // A division: its canteen is the service centre's.
                Row(World.Highways, 2_000m, purpose: "PERSONAL"),
                Row(World.Highways, 4_000m, village: "别的村"),
                Row(World.Highways, 8_000m, month: "2025-12"),
                Row(World.Highways, -16_000m, crosses: true),
            ]),
        ]);

        var figure = (await world.Figures(47))[0];

        Assert.Equal((544.32m - 56.00m + 100m + 200m + 300m, MetricSource.AssistanceLedger), (figure.Actual, figure.Source));
        Assert.Equal("/tasks/2026/figure/47", figure.Path);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Measure_47_counts_by_the_rule_of_each_month_as_it_was_known_on_the_day(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var rule = new CountingRuleAgreed("MEASURE47", 2, "2026-07", ["CANTEEN"], ["DIRECT", "OFFLINE"], [], "ACCEPTED", "机关党委〔2026〕3号", new(2026, 7, 10, 4, 0, 0, TimeSpan.Zero));
        await world.Hear(
        [
            rule, rule, rule with { Figure = "OWN_GUIDE", Number = 3, FromMonth = "2026-01", Purposes = ["PERSONAL"] },
            new LedgerRowsRecorded(
            [
                Row(World.Highways, 1m, purpose: "STAFF_WELFARE"), // June: the first rule
                Row(World.Highways, 2m, month: "2026-07") with { Channel = "DIRECT" },
                Row(World.Highways, 4m, month: "2026-07") with { Channel = "PLATFORM832" },
                Row(World.Highways, 8m, month: "2026-07", purpose: "STAFF_WELFARE") with { Channel = "DIRECT" },
                Row(World.Highways, 16m, month: "2026-07"), // from before channels were told
            ]),
        ]);

        Assert.Equal(1m + 2m + 16m, (await world.Figures(47, new(2026, 7, 10)))[0].Actual);
        Assert.Equal(31m, (await world.Figures(47, new(2026, 7, 9)))[0].Actual);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_an_outlet_buys_to_sell_is_no_endorsed_sale_until_a_traveller_buys_it(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var rice = Guid.NewGuid();
        await Outlets(world, pairs: 1);
        await world.Hear(
        [
            Offer(1, Reckoning.Mingdong, rice, "第一书记"),
            new LedgerRowsRecorded([Row(World.Highways, 100m, purpose: "OUTLET_TRADE") with { ProductId = rice }, Row(World.Highways, 7m, purpose: "RETAIL") with { ProductId = rice }]),
        ]);

        Assert.Equal(7m, (await world.Figures(47)).Single(f => f.Metric.Computed == ComputedFigure.EndorsedSales).Actual);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task As_of_a_day_later_purchases_are_left_out(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await world.Hear([new LedgerRowsRecorded([Row(World.Highways, 100m, day: 1), Row(World.Highways, 50m, day: 15)])]);

        Assert.Equal(100m, (await world.Figures(47, new(2026, 6, 14)))[0].Actual);
        Assert.Equal(150m, (await world.Figures(47, new(2026, 6, 15)))[0].Actual);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Sample_objects_enter_no_official_figure_once_the_demonstration_is_off(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await world.Hear([new LedgerRowsRecorded([Row(World.Highways, 100m), Row(World.Highways, 50m, sample: true)])]);
        await Outlets(world, pairs: 2, sample: true);

        Assert.Equal((150m, 2m), ((await world.Figures(47))[0].Actual, (await world.Figures(43))[0].Actual));
        world.Demo = false;
        Assert.Equal((100m, 0m), ((await world.Figures(47))[0].Actual, (await world.Figures(43))[0].Actual));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Measure_43_counts_pairs_with_a_working_counter_and_names_those_without(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await Outlets(world, pairs: 42);
        Assert.Equal((42m, 42m), ((await world.Figures(43))[0].Actual, (await world.Figures(43))[1].Actual));

        // One side of pair 6 closes, then the other; older statements come late and change nothing.
        await world.Hear([Counter(6, 0, 2, working: false, since: new(2026, 5, 1)), Counter(6, 0, 1)]);
        Assert.Equal((42m, 41m), ((await world.Figures(43))[0].Actual, (await world.Figures(43))[1].Actual));
        await world.Hear([Counter(6, 1, 2, working: false, since: new(2026, 6, 10))]);
        var figure = (await world.Figures(43))[0];

        Assert.Equal((41m, 42m), (figure.Actual, figure.Target));
        Assert.Equal(["示例服务区06"], figure.Missing);
        Assert.Equal(42m, (await world.Figures(43, new(2026, 6, 9)))[0].Actual);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Measure_44_counts_own_stores_with_local_goods_and_kinds_outside_the_baseline(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await world.Hear(
        [
            Store(1), Store(2), Store(3),
            Kind(1, "人参", baseline: true), Kind(1, "木耳"), Kind(2, "木耳"), Kind(2, "榛蘑"),
            Kind(2, "松茸", from: new(2026, 6, 21)), Kind(1, "猴头菇", to: new(2026, 6, 20)),
        ]);

        var figures = await world.Figures(44);

        Assert.Equal((2m, 4m, 2m), (figures[0].Actual, figures[0].Target, figures[1].Actual));
        Assert.Equal(["吉高易联超市3"], figures[0].Missing);
        Assert.Equal(3m, (await world.Figures(44, new(2026, 6, 19)))[1].Actual);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_species_counts_as_new_only_on_days_outside_its_baseline_and_an_older_statement_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var kind = Kind(1, "木耳") with { Statement = 2, BaselineFrom = new(2026, 6, 10), BaselineTo = new(2026, 6, 15) };
        await world.Hear([Store(1), kind, kind with { Statement = 1, BaselineFrom = null, BaselineTo = null, SpeciesName = "旧名" }]);

        async Task<decimal?> New(int day) => (await world.Figures(44, new(2026, 6, day)))[1].Actual;

        Assert.Equal([1m, 0m, 0m, 1m], [await New(9), await New(10), await New(15), await New(16)]);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Beside_measure_47_stand_the_counters_of_each_brand_and_what_a_first_secretary_speaks_for(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await Outlets(world, pairs: 3);
        var rice = Guid.NewGuid();
        var ended = Offer(2, "明东村", Guid.NewGuid(), version: 2) with { ValidTo = new DateOnly(2026, 6, 20).StartInChina() };
        await world.Hear(
        [
            Offer(1, "明东村", rice, "第一书记"), Offer(1, "明东村", Guid.NewGuid()), Offer(2, "智新村", Guid.NewGuid()), Offer(3, "别的村", Guid.NewGuid()), Offer(3, null, Guid.NewGuid()),
            ended, ended with { Version = 1, ValidTo = null },
            new LedgerRowsRecorded(
            [
                Row(World.Highways, 100m) with { ProductId = rice }, Row(World.Highways, 30m, purpose: "PERSONAL") with { ProductId = rice },
                Row(World.Highways, -10m, kind: "RETURN") with { ProductId = rice }, Row(World.Highways, 5m), Row(World.Highways, 7m, month: "2025-12") with { ProductId = rice },
            ]),
        ]);

        Assert.Equal([95m, 1m, 1m, 120m], (await world.Figures(47)).Select(f => f.Actual!.Value));
        Assert.Equal(2m, (await world.Figures(47, new(2026, 6, 19)))[1].Actual);

        var makings = await Makings(world, 47);
        Assert.Equal((95m, 120m, 2), (makings.Bought.Sum(r => r.Amount).Amount, makings.Endorsed.Sum(r => r.Amount).Amount, makings.Brands.Count));
        Assert.Null(makings.Outlets);
        Assert.Equal(3, (await Makings(world, 43)).Outlets!.Pairs.Count);
        Assert.Empty((await Makings(world, 44)).Brands);

        // The counter closes: its goods are carried nowhere.
        await world.Hear([Counter(1, 0, 2, working: false, since: new(2026, 6, 20))]);
        Assert.Equal(0m, (await world.Figures(47))[1].Actual);
        world.Demo = false;
        Assert.Equal(1m, (await world.Figures(47))[2].Actual);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_act_done_here_counts_once_from_its_day_on_and_a_report_is_none(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var circular = Guid.NewGuid();
        await Count(world, 20, CountedKind.Circular, circular, day: 10);
        await Count(world, 20, CountedKind.Circular, circular, day: 11);
        await Count(world, 20, CountedKind.Circular, Guid.NewGuid(), day: 15);

        var highways = World.Liaison(World.Highways);
        var measure = (await world.Measure(20)).Id;
        var report = (await world.Do(highways, (db, once, files) => new SubmitProgress.Handler(db, once, highways, files, world.Clock)
            .Handle(new("report", measure, World.Highways, Month.Of(2026, 6), "印发通报第1号"), default))).Id!.Value;
        await world.Do(World.Supervisor, (db, once, _) => new ReviewProgress.Handler(db, once, World.Supervisor, world.Clock).Handle(new("accept", report, 1, true), default));

        var figure = Assert.Single(await world.Figures(20));

        Assert.Equal((2m, MetricSource.DoneHere, "/tasks/2026/measure/20"), (figure.Actual, figure.Source, figure.Path));
        Assert.Equal((0m, 1m, 2m), (await ActsOn(world, 9), await ActsOn(world, 10), await ActsOn(world, 17)));
        Assert.Equal(TaskListErrors.ComputedFigure, (await Type(world, highways, figure.Id, World.Highways, 9)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_act_counts_only_for_measures_of_its_list_that_ask_for_such_acts(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await using var db = world.Open();
        var list = (await db.Lists.SingleAsync()).Id;

        async Task<string> For(CountedKind kind) => string.Join(' ', (await db.MeasuresCounting(list, kind, default)).Select(m => m.Number));

        Assert.Equal(TaskListErrors.NotCountedFor, await Count(world, 20, CountedKind.Letter, Guid.NewGuid(), day: 10));
        Assert.Equal(TaskListErrors.NotCountedFor, await Count(world, 43, CountedKind.Circular, Guid.NewGuid(), day: 10));
        Assert.Equal("9 19 22 25", await For(CountedKind.Round));
        Assert.Equal("20 23 24", await For(CountedKind.Circular));
        Assert.Equal("27", await For(CountedKind.Letter));
        Assert.Equal("50", await For(CountedKind.Problem));
        Assert.Equal("51", await For(CountedKind.Rectification));
        Assert.Equal("52", await For(CountedKind.Summary));
    }

    private static async Task<Error?> Count(World world, int measure, CountedKind kind, Guid source, int day)
    {
        await using var db = world.Open();
        var counted = await db.Measures.SingleAsync(m => m.Number == measure);
        var result = await db.Count(counted.ListId, [counted.Id], kind, source, "第1号", new(2026, 6, day), default);
        await db.SaveChangesAsync();
        return result.Failed ? result.Error : null;
    }

    private static async Task<decimal?> ActsOn(World world, int day) => (await world.Figures(20, new(2026, 6, day))).Single().Actual;

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_computed_figure_is_never_typed_over(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var group = World.Liaison(World.Group);

        var typed = await Type(world, group, (await world.Figures(43))[0].Id, World.Group, 42);

        Assert.Equal(TaskListErrors.ComputedFigure, typed.Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_typed_figure_says_who_when_and_on_what_ground_and_the_last_one_holds(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var transport = World.Liaison(World.Transport, "孙联络");
        var metric = (await world.Figures(42))[0].Id;
        Assert.Null((await Type(world, transport, metric, World.Transport, 2, day: 1)).Error);
        Assert.Null((await Type(world, transport, metric, World.Transport, 3.5m, day: 10)).Error);

        var figure = (await world.Figures(42))[0];

        Assert.Equal((3.5m, 6m, "运输局 孙联络", "验收单第1号"), (figure.Actual, figure.Target, figure.By, figure.Evidence));
        Assert.Equal(2m, (await world.Figures(42, new(2026, 6, 9)))[0].Actual);
        Assert.Equal(TaskListErrors.FigureOutOfRange, (await Type(world, transport, metric, World.Transport, -1)).Error);
        Assert.Equal(TaskListErrors.FigureOutOfRange, (await Type(world, transport, metric, World.Transport, 1.00001m)).Error);
        Assert.Equal(TaskListErrors.FigureAhead, (await Type(world, transport, metric, World.Transport, 1, day: 21)).Error);
        Assert.Equal(TaskListErrors.EvidenceNeeded, (await Type(world, transport, metric, World.Transport, 1, evidence: " ")).Error);
        Assert.Equal(TaskListErrors.NotResponsible, (await Type(world, World.Liaison(World.Highways), metric, World.Highways, 1)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Shop_figures_hang_on_three_measures_and_colour_no_light(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        static IEnumerable<(int, LightColour)> Colours(Commerce.TaskList.Board.ListView list) => list.Tasks.SelectMany(t => t.Measures).Select(m => (m.Number, m.Light.Colour));
        var before = Colours(await world.Read(World.Supervisor)).ToList();

        await world.Hear([new LedgerRowsRecorded([Row(World.Highways, 100m)])]);
        await Outlets(world, pairs: 1);

        Assert.Equal(before, Colours(await world.Read(World.Supervisor)));
        await using var db = world.Open();
        var computed = db.Metrics.Where(m => m.Computed != ComputedFigure.None && m.Computed != ComputedFigure.ActsDone).Join(db.Measures, m => m.MeasureId, m => m.Id, (_, m) => m.Number).Distinct().Order().ToList();
        Assert.Equal([43, 44, 47], computed);
    }

    private static async Task<Makings> Makings(World world, int measure)
    {
        await using var db = world.Open();
        var lists = new ReadLists(db, World.Supervisor, world.Options, world.Clock);
        var reckoning = new Reckoning(db, world.Options, new Commerce.Platform.Modules.Demonstration(world.Demo));
        return (await new ReadMakings(lists, new ReadFigures(db, reckoning, world.Clock), reckoning, World.Supervisor).Read(World.Year, measure, null, default))!;
    }

    private static Task<Outcome> Type(World world, Actor who, Guid metric, Guid unit, decimal value, int day = 18, string evidence = "验收单第1号") => world.Do(who, (db, once, files) =>
        new TypeFigure.Handler(db, once, who, files, world.Clock).Handle(new(Guid.NewGuid().ToString(), metric, unit, value, new(2026, 6, day), evidence), default));

    private static LedgerRow Row(
        Guid unit, decimal amount, string kind = "PURCHASE", string purpose = "CANTEEN", string village = "明东村", string month = "2026-06", bool crosses = false, int day = 10, bool sample = false) =>
        new(Guid.NewGuid(), Interlocked.Increment(ref sequence), kind, purpose, unit, "单位", Mingdong, village, Guid.NewGuid(), "明东大米", month, crosses, amount, "AC-2026-000001", Guid.NewGuid(),
            new DateTimeOffset(2026, 6, day, 4, 0, 0, TimeSpan.Zero), sample);

    private static Task Outlets(World world, int pairs, bool sample = false) => world.Hear(Enumerable.Range(1, pairs).SelectMany(IEnumerable<object> (n) =>
        [new ServiceAreaRecorded(Pair(n), 1, $"示例服务区{n:00}", "示例高速", n, sample), Counter(n, 0, 1, sample: sample), Counter(n, 1, 1, sample: sample)]));

    private static OutletRecorded Counter(int pair, int side, int version, bool working = true, DateOnly? since = null, bool sample = false) => new(
        World.Id($"counter {pair} {side}"), version, $"示例服务区{pair:00}专柜", "SPECIALTY_COUNTER", Pair(pair), $"示例服务区{pair:00}", side == 0 ? "上行" : "下行",
        working, since ?? new(2020, 1, 1), false, sample);

    private static OfferPublished Offer(int pair, string? village, Guid product, string? endorsed = null, int version = 1) => new(
        Guid.NewGuid(), version, product, "明东大米", Guid.NewGuid(), "散装", Guid.NewGuid(), "合作社", village is null ? null : World.Id(village), village, "222405", "龙井市",
        World.Id($"counter {pair} 0"), "SPECIALTY_COUNTER", World.Highways, "PUBLIC", ["KIOSK"], "JIN", 1, "JIN", true, 5, 1, 1, null, 5.6m, "JIN",
        new DateOnly(2026, 1, 1).StartInChina(), new DateOnly(2026, 1, 1).StartInChina(), null, false, "专柜", endorsed);

    private static Guid Pair(int number) => World.Id($"pair {number}");

    private static OutletRecorded Store(int number) => new(
        World.Id($"store {number}"), 1, $"吉高易联超市{number}", "OWN_STORE", Pair(number), $"示例服务区{number:00}", null, true, new(2020, 1, 1), true, false);

    private static SpeciesOffered Kind(int store, string species, bool baseline = false, DateOnly? from = null, DateOnly? to = null) => new(
        Guid.NewGuid(), 1, World.Id($"store {store}"), "店", Pair(store), "区", World.Id(species), species, baseline ? new(2020, 1, 1) : null, null, Guid.NewGuid(), species,
        (from ?? new(2026, 1, 1)).StartInChina(), to?.StartInChina(), false);
}
