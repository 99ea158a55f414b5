using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Tests.Problems;
using Commerce.TaskList.Tests.Rounds;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Letters;

public sealed class OwedTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_unit_sees_deadlines_reports_letters_and_chases_of_the_week(DatabaseProvider provider)
    {
        // 25 June is a Thursday: the week ends on the 28th, the milestone of the 30th isn't in it.
        await using var world = await Desk.Open(provider);
        await world.Chase();
        await world.Issued();

        var week = await Week(world, Desk.Transport);
        Assert.Equal(new DateOnly(2026, 6, 28), week.Until);
        Assert.DoesNotContain(week.Items, i => i.Kind == OwedKind.Milestone);
        Assert.Contains(week.Items, i => i is { Kind: OwedKind.Letter, Chinese: "回复督办函示例督〔2026〕1号：任务(六)措施25" });
        Assert.Contains(week.Undated, i => i is { Kind: OwedKind.Chase, Chinese: "请抓紧上报" });

        // Task 8 has standing work: the first quarter was never reported.
        var silent = Assert.Single(week.Undated, i => i is { Kind: OwedKind.Report, Chinese: "上报措施34的进展" });
        Assert.EndsWith("未上报：运输局", silent.Reason.Chinese, StringComparison.Ordinal);

        world.Clock.SetUtcNow(new(2026, 6, 29, 1, 0, 0, TimeSpan.Zero));
        Assert.Contains((await Week(world, Desk.Transport)).Items, i => i.Kind == OwedKind.Milestone && i.Due == new DateOnly(2026, 6, 30) && i.Path == "/tasks/2026/task/6");
        Assert.All((await Week(world, World.Liaison(World.Highways))).Items, i => Assert.True(i.Unit == "公路局" && i.Kind is OwedKind.Report or OwedKind.Milestone));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_report_handed_in_is_no_longer_owed_and_one_sent_back_is_again(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var measure = (await world.Measure(34)).Id;
        var sent = await world.Do(Desk.Transport, (db, once, files) => new SubmitProgress.Handler(db, once, Desk.Transport, files, world.Clock)
            .Handle(new("s", measure, World.Transport, Month.Of(2026, 3), "已推广预约响应"), default));

        Assert.DoesNotContain((await Week(world, Desk.Transport)).Undated, i => i.Chinese.Contains("措施34", StringComparison.Ordinal));
        await world.Do(World.Supervisor, (db, once, _) => new ReviewProgress.Handler(db, once, World.Supervisor, world.Clock).Handle(new("r", sent.Id!.Value, 1, false, "缺少名单"), default));
        Assert.Contains((await Week(world, Desk.Transport)).Undated, i => i.Chinese == "补正措施34的上报");
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_deadline_that_is_said_to_be_met_waits_for_the_reviewer_and_is_owed_no_more(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        world.Clock.SetUtcNow(new(2026, 6, 29, 1, 0, 0, TimeSpan.Zero));
        var party = World.Liaison(World.Party);
        async Task<bool> Owes() => (await Week(world, party)).Items.Any(i => i is { Kind: OwedKind.Milestone, Path: "/tasks/2026/task/12" });

        Assert.True(await Owes());
        var measure = (await world.Measure(45)).Id;
        Assert.Null((await world.Do(party, (db, once, files) => new SubmitProgress.Handler(db, once, party, files, world.Clock)
            .Handle(new("d", measure, World.Party, Month.Of(2026, 6), "清零行动完成", 100, new(2026, 6, 28)), default))).Error);
        Assert.False(await Owes());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_supervisor_looks_at_any_unit_and_a_unit_at_no_other(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        await world.Issued();

        Assert.Empty((await Week(world, World.Supervisor)).Items);
        Assert.Contains((await Week(world, World.Supervisor, World.Transport)).Items, i => i.Kind == OwedKind.Letter);
        var foreign = await Week(world, World.Liaison(World.Highways), World.Transport);
        Assert.Empty(foreign.Items);
        Assert.Equal(["公路局"], foreign.Units.Select(u => u.Name));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_other_parts_of_the_list_put_into_the_inbox_for_this_week_stands_there_too(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);

        var week = await Week(world, Desk.Transport, null, new Elsewhere());

        Assert.Equal("答复调度", Assert.Single(week.Items, i => i.Kind == OwedKind.Other).Chinese);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Rounds_problems_and_steps_stand_there_whoever_looks_at_the_unit_and_what_has_no_day_stands_apart(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        await world.Opened(5, i => i with { DueOn = new(2026, 6, 27) });
        await world.Opened(5, i => i with { Title = "七月调度", DueOn = new(2026, 7, 27) });
        var (dated, later, fresh) = ((await world.Record()).Id!.Value, (await world.Record()).Id!.Value, (await world.Record()).Id!.Value);
        Assert.Null((await world.Plan(dated, due: new(2026, 6, 26))).Error);
        Assert.Null((await world.Plan(later, due: new(2026, 7, 20))).Error);
        await AddProject(world, new(2026, 6, 20));
        var (own, numbers) = (Ledger.Liaison(World.Highways), new[] { (await world.Problem(dated)).Number, (await world.Problem(fresh)).Number });

        foreach (var week in new[] { await Week(world, own), await Week(world, own, World.Highways), await Week(world, World.Supervisor, World.Highways) })
        {
            Assert.Equal(
                [(OwedKind.Step, "项目节点：甲路，开工", new DateOnly(2026, 6, 20)), (OwedKind.Problem, $"整改问题 {numbers[0]}", new(2026, 6, 26)), (OwedKind.Round, "答复调度“六月调度”（公路局）", new(2026, 6, 27))],
                week.Items.Where(i => i.Kind is OwedKind.Round or OwedKind.Problem or OwedKind.Step).Select(i => (i.Kind, i.Chinese, i.Due!.Value)));
            Assert.Equal([$"为问题 {numbers[1]} 定措施、责任人和时限"], week.Undated.Where(i => i.Kind == OwedKind.Problem).Select(i => i.Chinese));
            Assert.All(week.Items.Concat(week.Undated), i => Assert.Equal("公路局", i.Unit));
        }

        Assert.DoesNotContain((await Week(world, Desk.Transport)).Items, i => i.Kind is OwedKind.Round or OwedKind.Problem or OwedKind.Step);
        Assert.Empty((await Week(world, Desk.Transport, World.Highways)).Items);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_list_of_an_earlier_year_floods_nothing_but_its_open_letters_still_wait(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var letter = await world.Issued();
        await world.Save(Commerce.TaskList.SampleData.SampleList.Document(2025));
        await using (var db = world.Open())
        {
            var old = await db.Measures.SingleAsync(m => m.Number == 25 && db.Lists.Any(l => l.Id == m.ListId && l.Year == 2025));
            await db.Letters.Where(l => l.Id == letter).ExecuteUpdateAsync(s => s.SetProperty(l => l.ListId, old.ListId).SetProperty(l => l.TaskId, old.TaskId).SetProperty(l => l.MeasureId, old.Id));
        }

        var week = await Week(world, Desk.Transport);

        Assert.DoesNotContain(week.Items.Concat(week.Undated), i => i.Path.StartsWith("/tasks/2025/", StringComparison.Ordinal));
        Assert.Contains(week.Items, i => i.Kind == OwedKind.Letter);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_leaders_board_counts_and_names_what_is_overdue_with_units_and_reasons(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        await world.Issued();
        world.Clock.SetUtcNow(Desk.Over);

        await using var db = world.Open();
        var lists = new ReadLists(db, World.Supervisor, world.Options, world.Clock);
        var board = (await new ReadLeaderBoard(lists, new ReadLetters(db, World.Supervisor, lists)).Read(null, default))!;

        Assert.Equal(14, board.Stages.Sum(s => s.Count));
        Assert.Equal(54, board.Measures);
        Assert.Equal(54, board.MeasuresOf(LightColour.Red) + board.MeasuresOf(LightColour.Yellow) + board.MeasuresOf(LightColour.Green) + board.MeasuresDark + board.MeasuresClosed);
        Assert.All(board.Next, n => Assert.NotEmpty(n.What(true)));
        var late = Assert.Single(board.Overdue, r => r.Task.Number == 6);
        Assert.Contains("运输局", late.UnitsText(true), StringComparison.Ordinal);
        Assert.StartsWith("逾期 2 天", late.Milestone.Light.Chinese, StringComparison.Ordinal);
        Assert.Equal(LetterState.Overdue, Assert.Single(board.Letters).State);
        Assert.Equal(board.Next.OrderBy(n => n.Milestone.WorkingDueOn), board.Next);
        Assert.Equal(new DateOnly(2026, 7, 31), board.Next[0].Milestone.WorkingDueOn);
    }

    private static async Task AddProject(World world, DateOnly due)
    {
        var measure = await world.Measure(20);
        await using var db = world.Open();
        var project = new Project { Id = Guid.NewGuid(), ListId = measure.ListId, TaskId = measure.TaskId, UnitId = World.Highways, Name = "甲路", Kind = ProjectKind.Continued, Sample = false };
        project.Steps.Add(new() { Id = Guid.NewGuid(), ProjectId = project.Id, Position = 1, Kind = StepKind.Start, What = "开工", DueOn = due, Aim = false });
        project.Steps.Add(new() { Id = Guid.NewGuid(), ProjectId = project.Id, Position = 2, Kind = StepKind.Start, What = "力争建成", DueOn = due, Aim = true });
        db.Projects.Add(project);
        await db.SaveChangesAsync();
    }

    private static async Task<OwedWeek> Week(World world, Actor actor, Guid? unit = null, ITodo? other = null)
    {
        await using var db = world.Open();
        var lists = new ReadLists(db, actor, world.Options, world.Clock);
        var letters = new ReadLetters(db, actor, lists);
        return await new ReadOwed(db, actor, lists, letters, world.Options, [.. Inboxes.Parts(world, db, actor), .. other is null ? (ITodo[])[] : [other]]).Week(unit, default);
    }

    private sealed class Elsewhere : ITodo
    {
        public Task<IReadOnlyList<Todo>> Read(CancellationToken ct) => Task.FromResult<IReadOnlyList<Todo>>(
            [new("答复调度", "Answer the round", "/tasks/rounds/1", DateTimeOffset.UnixEpoch, new(2026, 6, 26)), new("以后的", "Later", "/tasks/rounds/2", DateTimeOffset.UnixEpoch, new(2026, 7, 26))]);
    }
}
