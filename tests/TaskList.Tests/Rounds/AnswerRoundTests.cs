using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Rounds;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Rounds;

public sealed class AnswerRoundTests
{
    private static readonly Actor Reporter = RoundWorld.Reporter;

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_answer_is_kept_as_a_draft_handed_in_sent_back_answered_again_and_accepted(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var round = await world.Opened(5);
        var (roads, bridges) = (await world.MetricId("旅游路资源路产业路"), await Bridges(world));
        var paper = await world.Upload(Reporter, "月报.txt");

        await world.Answer(Reporter, round, World.Highways, "", handIn: false, figures: [(bridges, 3)]);
        Assert.Equal((RoundUnitState.Owing, 0), await State(world, round));
        Assert.Equal(3, (await world.See(Reporter, round))!.Units.Single().Draft!.ValueOf(bridges));
        await world.Answer(Reporter, round, World.Highways, "完成一半", figures: [(bridges, 11.5m), (roads, 62.0001m)], files: [paper], version: 1);
        var first = (await world.See(World.Supervisor, round))!.Units.Single().Latest!;
        Assert.Equal((RoundUnitState.Answered, 1), await State(world, round));
        Assert.Null((await world.Return(World.Supervisor, first.Id, "危桥只能是整座", 2)).Error);
        Assert.Equal((RoundUnitState.Returned, 1), await State(world, round));
        var second = await world.Answer(Reporter, round, World.Highways, "完成一半，已核对", figures: [(bridges, 11), (roads, 62.0001m)], files: [paper]);
        Assert.Null((await world.Accept(World.Supervisor, second.Id!.Value)).Error);

        var unit = (await world.See(World.Supervisor, round))!.Units.Single();
        Assert.Equal([(1, RoundAnswerState.Returned, "完成一半", 11.5m), (2, RoundAnswerState.Accepted, "完成一半，已核对", 11m)], unit.Answers.Select(a => (a.Number, a.State, a.Narrative, a.ValueOf(bridges)!.Value)));
        Assert.Equal(("危桥只能是整座", "月报.txt", RoundUnitState.Accepted), (unit.Answers[0].ReturnedReason, unit.Latest!.Files.Single().Name, unit.State));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Accepted_figures_stand_as_typed_by_the_unit_with_the_round_as_their_ground_and_nothing_else_comes_of_the_answer(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (over, running) = (await world.Opened(3), await world.Opened(3, i => i with { Title = "下半月调度", To = new(2026, 6, 30) }));
        var (kilometres, seven) = (await world.MetricId("新增通车里程"), (await world.Measure(7)).Id);
        var builder = World.Liaison(RoundWorld.Builders, "高联络");

        var answer = await world.Answer(builder, over, RoundWorld.Builders, figures: [(kilometres, 512.5m)], percents: [(seven, 71)]);
        Assert.Null((await world.Figures(7)).Single().Actual);
        await world.Accept(World.Supervisor, answer.Id!.Value);
        var figure = (await world.Figures(7)).Single();
        Assert.Equal((512.5m, new DateOnly(2026, 6, 15), "高建局 高联络", "调度：六月调度", MetricSource.Reported), (figure.Actual, figure.On, figure.By, figure.Evidence, figure.Source));

        // A period that isn't over yet: the figure is today's.
        var second = await world.Answer(builder, running, RoundWorld.Builders, figures: [(kilometres, 520m)]);
        await world.Accept(World.Supervisor, second.Id!.Value);
        Assert.Equal((520m, new DateOnly(2026, 6, 20)), ((await world.Figures(7)).Single().Actual, (await world.Figures(7)).Single().On));
        await using var db = world.Open();
        Assert.False(await db.Reports.AnyAsync());
        Assert.Equal(0, (await world.Figures(9)).Single().Actual);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Accepted_parts_of_a_figure_that_adds_up_stand_in_the_list_as_the_rounds_own_total(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (june, july) = (await world.Opened(3), await world.Opened(3, i => i with { Title = "下半月调度", From = new(2026, 6, 16), To = new(2026, 6, 30) }));
        var kilometres = await world.MetricId("新增通车里程");
        async Task<Guid> Answered(Guid round, Guid unit, decimal value) =>
            (await world.Answer(World.Liaison(unit, $"{unit}"), round, unit, figures: [(kilometres, value)])).Id!.Value;
        var (builders, group, planners) = (await Answered(june, RoundWorld.Builders, 400.5m), await Answered(june, World.Group, 100), await Answered(june, RoundWorld.Planners, 7));

        await world.Accept(World.Supervisor, group);
        Assert.Equal((100m, "调度：六月调度"), await Listed());
        await world.Accept(World.Supervisor, builders);
        await world.Return(World.Supervisor, planners);
        Assert.Equal((500.5m, "调度：六月调度（高建局、吉高集团合计）"), await Listed());

        // What was sent back is no part of either until it is accepted; in the next round others' parts go on standing until theirs are accepted anew.
        var total = RoundPaper.Of((await world.See(World.Supervisor, june))!).Rows.Single(r => r.Cells[0].Text == "合计").Cells[3].Number;
        Assert.Equal((500.5m, new DateOnly(2026, 6, 15)), (total!.Value, (await world.Figures(7)).Single().On));
        await world.Accept(World.Supervisor, await Answered(june, RoundWorld.Planners, 8));
        Assert.Equal((508.5m, "调度：六月调度（综规处、高建局、吉高集团合计）"), await Listed());
        await world.Accept(World.Supervisor, await Answered(july, World.Group, 120));
        Assert.Equal((528.5m, "调度：下半月调度（综规处按上次答复、高建局按上次答复、吉高集团合计）"), await Listed());
        await world.Accept(World.Supervisor, await Answered(july, RoundWorld.Builders, 410));
        Assert.Equal((538m, "调度：下半月调度（综规处按上次答复、高建局、吉高集团合计）"), await Listed());

        async Task<(decimal?, string?)> Listed() => ((await world.Figures(7)).Single().Actual, (await world.Figures(7)).Single().Evidence);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_said_per_piece_is_not_added_up_in_the_list_either(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var task = (await world.Measure(38)).TaskId;
        var round = await world.Opened(1, i => i with { TaskId = task });
        var (reward, counties) = (await world.MetricId("每县奖励资金"), await world.MetricId("首次评为示范县"));
        Guid[] units = [.. (await world.See(World.Supervisor, round))!.Units.Select(u => u.UnitId).Take(2)];
        Assert.Equal(2, units.Length);

        foreach (var unit in units)
        {
            var answer = await world.Answer(World.Liaison(unit, $"{unit}"), round, unit, figures: [(reward, 10_000_000), (counties, 2)]);
            Assert.Null((await world.Accept(World.Supervisor, answer.Id!.Value)).Error);
        }

        Assert.Equal([4m, 10_000_000m], (await world.Figures(38)).Select(f => f.Actual!.Value));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_an_answer_is_refused_and_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var round = await world.Opened(3);
        var (kilometres, bridges, seven, eight) = (await world.MetricId("新增通车里程"), await Bridges(world), (await world.Measure(7)).Id, (await world.Measure(8)).Id);
        var builder = World.Liaison(RoundWorld.Builders);
        var foreign = await world.Upload(World.Liaison(World.Transport, "别人"));
        async Task<Error?> Try(string narrative = "正在施工", (Guid, decimal)[]? figures = null, (Guid, int)[]? percents = null, Guid[]? files = null, bool handIn = true) =>
            (await world.Answer(builder, round, RoundWorld.Builders, narrative, handIn, figures, percents, files)).Error;

        Assert.Equal(TaskListErrors.NarrativeLength, await Try(" 一 "));
        Assert.Equal(TaskListErrors.NarrativeLength, await Try(new('长', 2001), handIn: false));
        Assert.Equal(RoundErrors.FigureNotAsked, await Try(figures: [(bridges, 1)]));
        Assert.Equal(RoundErrors.FigureNotAsked, await Try(figures: [(kilometres, 1), (kilometres, 2)]));
        Assert.Equal(TaskListErrors.FigureOutOfRange, await Try(figures: [(kilometres, -1)]), ErrorText.Same);
        Assert.Equal(TaskListErrors.FigureOutOfRange, await Try(figures: [(kilometres, 1.00001m)]), ErrorText.Same);
        Assert.Equal(TaskListErrors.PercentNotAsked, await Try(percents: [(eight, 50)]), ErrorText.Same);
        Assert.Equal(TaskListErrors.PercentOutOfRange, await Try(percents: [(seven, 101)]), ErrorText.Same);
        Assert.Equal(RoundErrors.PercentTwice, await Try(percents: [(seven, 1), (seven, 2)]));
        Assert.Equal(TaskListErrors.NoSuchFile, await Try(files: [foreign]));
        var many = new List<Guid>();
        for (var i = 0; i < 11; i++)
        {
            many.Add(await world.Upload(builder, $"{i}.txt"));
        }

        Assert.Equal(TaskListErrors.TooManyFiles, await Try(files: [.. many]));
        await using var db = world.Open();
        Assert.False(await db.RoundAnswers.AnyAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Who_does_not_answer_for_a_unit_of_the_round_is_refused_and_other_units_are_as_if_they_did_not_exist(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var round = await world.Opened(3);
        var reads = World.Who("读者", [Capability.TaskRead], RoundWorld.Builders);

        Assert.Equal(ErrorCode.Forbidden, (await world.Answer(reads, round, RoundWorld.Builders)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Answer(Reporter, round, RoundWorld.Builders)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Answer(Reporter, round, World.Highways)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Answer(Reporter, Guid.NewGuid(), World.Highways)).Error!.Code);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_waits_or_was_accepted_is_not_answered_again_and_a_colleagues_draft_is_not_lost(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (waits, accepted, drafted) = (await world.Opened(5), await world.Opened(5), await world.Opened(5));
        await world.Answer(Reporter, waits, World.Highways);
        var answer = await world.Answer(Reporter, accepted, World.Highways);
        await world.Accept(World.Supervisor, answer.Id!.Value);
        await world.Answer(Reporter, drafted, World.Highways, "一稿", handIn: false);

        Assert.Equal(RoundErrors.AnsweredAlready, (await world.Answer(Reporter, waits, World.Highways)).Error);
        Assert.Equal(RoundErrors.AcceptedAlready, (await world.Answer(Reporter, accepted, World.Highways)).Error);
        Assert.Equal(ErrorCode.VersionStale, (await world.Answer(World.Liaison(World.Highways, "同事"), drafted, World.Highways, "二稿")).Error!.Code);
        Assert.Null((await world.Answer(World.Liaison(World.Highways, "同事"), drafted, World.Highways, "二稿", version: 1)).Error);
        Assert.Equal("二稿", (await world.See(World.Supervisor, drafted))!.Units.Single().Latest!.Narrative);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Pressed_twice_it_is_answered_once(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var round = await world.Opened(5);

        var first = await world.Answer(Reporter, round, World.Highways, key: "once");
        var second = await world.Answer(Reporter, round, World.Highways, key: "once");

        Assert.Equal((first.Id, true), (second.Id, second.Replayed));
        Assert.Single((await world.See(Reporter, round))!.Units.Single().Answers);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_supervisor_decides_on_what_waits_and_never_on_an_own_answer(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var one = World.Everything(World.Highways);
        var (round, own) = (await world.Opened(5), await world.Opened(5));
        var draft = await world.Answer(Reporter, round, World.Highways, handIn: false);
        var mine = await world.Answer(one, own, World.Highways);

        Assert.Equal(ErrorCode.NotFound, (await world.Accept(World.Supervisor, draft.Id!.Value)).Error!.Code);
        await world.Answer(Reporter, round, World.Highways, version: 1);
        Assert.Equal(RoundErrors.OwnAnswer, (await world.Accept(one, mine.Id!.Value)).Error);
        Assert.Equal(RoundErrors.OwnAnswer, (await world.Return(one, mine.Id!.Value)).Error);
        Assert.Equal(ErrorCode.VersionStale, (await world.Accept(World.Supervisor, draft.Id!.Value, 9)).Error!.Code);
        Assert.Equal(TaskListErrors.ReasonLength("reason"), (await world.Return(World.Supervisor, draft.Id!.Value, "不行", 2)).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.Forbidden, (await world.Accept(Reporter, draft.Id!.Value, 2)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Accept(World.Liaison(World.Transport), draft.Id!.Value, 2)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Return(World.Supervisor, Guid.NewGuid())).Error!.Code);
        Assert.Null((await world.Return(World.Supervisor, draft.Id!.Value, version: 2)).Error);
        Assert.Equal(RoundErrors.NotWaiting, (await world.Accept(World.Supervisor, draft.Id!.Value, 3)).Error);
        await world.Hold(World.Supervisor, own, [(World.Highways, "等下一次一并答复")]);
        Assert.Equal(RoundErrors.NotOpen, (await world.Accept(World.Supervisor, mine.Id!.Value)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_unit_sees_the_rounds_that_it_owes_and_its_own_lines_alone(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (three, five) = (await world.Opened(3), await world.Opened(5));
        var (builder, planner) = (World.Liaison(RoundWorld.Builders), World.Liaison(RoundWorld.Planners, "综联络"));
        var paper = await world.Upload(builder);
        var answer = await world.Answer(builder, three, RoundWorld.Builders, "高建局的情况", files: [paper]);

        Assert.Equal([three], (await world.SeeAll(planner)).Select(r => r.Id));
        Assert.Equal([five], (await world.SeeAll(Reporter)).Select(r => r.Id));
        Assert.Equal(["综规处"], (await world.See(planner, three))!.Units.Select(u => u.Name));
        Assert.Equal("高建局的情况", (await world.See(builder, three))!.Units.Single().Latest!.Narrative);
        Assert.Null(await world.See(Reporter, three));
        Assert.Null(await world.See(World.Who("外人", [Capability.OrderRead], RoundWorld.Builders), three));
        Assert.Equal(5, (await world.See(World.Supervisor, three))!.Units.Count);
        Assert.Equal(5, (await world.See(World.Who("审计", [Capability.TaskRead], World.Root), three))!.Units.Count);
        Assert.True(await MayRead(world, builder, paper));
        Assert.False(await MayRead(world, planner, paper));
        Assert.True(await MayRead(world, World.Supervisor, paper));
        Assert.DoesNotContain(await Story(world, planner), s => s.Contains("高建局", StringComparison.Ordinal));
        Assert.Contains(await Story(world, World.Supervisor), s => s.Contains("高建局", StringComparison.Ordinal));
        Assert.Equal([five, three], (await world.SeeAll(World.Supervisor)).Select(r => r.Id));
        Assert.Equal([five], (await world.SeeAll(World.Supervisor, task: await world.TaskId(5))).Select(r => r.Id));
        Assert.Empty(await world.SeeAll(World.Supervisor, RoundState.Held));
        Assert.NotNull(answer.Id);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_answer_after_the_day_is_taken_and_marked_as_late(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var round = await world.Opened(5);
        Assert.False((await world.See(World.Supervisor, round))!.IsLate(new(2026, 6, 25)));
        Assert.True((await world.See(World.Supervisor, round))!.IsLate(new(2026, 6, 26)));

        // In China it is the 26th already.
        world.Clock.SetUtcNow(new(2026, 6, 25, 16, 30, 0, TimeSpan.Zero));
        await world.Answer(Reporter, round, World.Highways);

        var seen = await world.See(World.Supervisor, round);
        Assert.True(seen!.Units.Single().Late);
        Assert.False(seen.IsLate(new(2026, 6, 26)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_inbox_says_who_owes_what_was_sent_back_and_what_is_to_be_reviewed(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var round = await world.Opened(5);

        var owed = Assert.Single(await world.Inbox(Reporter));
        Assert.Equal(("答复调度“六月调度”（公路局）", new DateOnly(2026, 6, 25), $"/tasks/rounds/{round}"), (owed.Chinese, owed.Due!.Value, owed.Path));
        Assert.Empty(await world.Inbox(World.Supervisor));
        Assert.Empty(await world.Inbox(World.Liaison(World.Transport)));
        var answer = await world.Answer(Reporter, round, World.Highways);
        Assert.Empty(await world.Inbox(Reporter));
        Assert.Equal("审核调度“六月调度”的答复（公路局）", Assert.Single(await world.Inbox(World.Supervisor)).Chinese);
        await world.Return(World.Supervisor, answer.Id!.Value, "请补上里程");
        Assert.Equal("重新答复调度“六月调度”（公路局；退回：请补上里程）", Assert.Single(await world.Inbox(Reporter)).Chinese);
        var again = await world.Answer(Reporter, round, World.Highways);
        await world.Accept(World.Supervisor, again.Id!.Value);
        Assert.Empty(await world.Inbox(Reporter));
        Assert.Equal("结束调度“六月调度”（答复全部通过）", Assert.Single(await world.Inbox(World.Supervisor)).Chinese);
        await world.Hold(World.Supervisor, round);
        Assert.Empty(await world.Inbox(World.Supervisor));
    }

    private static async Task<Guid> Bridges(World world)
    {
        await using var db = world.Open();
        return await db.Metrics.Where(m => m.Label == "改造危桥" && m.Target == 24).Select(m => m.Id).SingleAsync();
    }

    private static async Task<(RoundUnitState State, int Seen)> State(World world, Guid round)
    {
        var unit = (await world.See(World.Supervisor, round))!.Units.Single();
        return (unit.State, unit.Answers.Count);
    }

    private static async Task<bool> MayRead(World world, Actor who, Guid file)
    {
        await using var db = world.Open();
        return await RoundWorldServices.MayRead(world, db, who, file);
    }

    private static async Task<List<string>> Story(World world, Actor who)
    {
        await using var db = world.Open();
        var lists = new TaskList.Board.ReadLists(db, who, world.Options, world.Clock);
        var list = await lists.List(World.Year, null, default);
        return [.. (await lists.Story(list!.Tasks.Single(t => t.Number == 3), null, default)).Select(a => a.Note ?? "")];
    }
}
