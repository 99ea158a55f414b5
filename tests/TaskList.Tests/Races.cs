using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Closing;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Extensions;
using Commerce.TaskList.Measures;
using Commerce.TaskList.Problems;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Projects;
using Commerce.TaskList.Rounds;
using Commerce.TaskList.Tests.Problems;
using Commerce.TaskList.Tests.Rounds;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests;

/// <summary>Two who act on one task, or on one problem, at the same moment: what the second decides on is what the first has left. Writers of a SQLite file stand in line anyway.</summary>
public sealed class Races
{
    private static string Key => Guid.NewGuid().ToString();

    [SkippableFact]
    public async Task A_round_that_somebody_answers_is_not_withdrawn_at_the_same_moment()
    {
        await using var world = await World.WithList(DatabaseProvider.PostgreSql);
        var round = await world.Opened(5);

        var (withdrawn, answered) = await AtOnce(
            world, "round_answers", World.Supervisor, (db, once, _) => new WithdrawRound.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Key, round, 1, "期间写错了"), default),
            () => world.Answer(RoundWorld.Reporter, round, World.Highways));

        Assert.Equal((null, RoundErrors.NotOpen), (withdrawn.Error, answered.Error));
        Assert.Null((await world.See(World.Supervisor, round))!.Units.Single().Latest);
    }

    [SkippableFact]
    public async Task An_answer_is_not_accepted_while_its_round_is_closed_without_it()
    {
        await using var world = await World.WithList(DatabaseProvider.PostgreSql);
        var round = await world.Opened(5);
        var answer = (await world.Answer(RoundWorld.Reporter, round, World.Highways)).Id!.Value;

        var (held, accepted) = await AtOnce(
            world, "round_answers", World.Supervisor,
            (db, once, _) => new HoldRound.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Key, round, 1, new(2026, 6, 20), "总体符合计划", [new(World.Highways, "数据仍在核对")]), default),
            () => world.Accept(World.Supervisor, answer));

        Assert.Equal((null, RoundErrors.NotOpen), (held.Error, accepted.Error));
        Assert.Equal(RoundUnitState.Answered, (await world.See(World.Supervisor, round))!.Units.Single().State);
    }

    [SkippableFact]
    public async Task Parts_that_are_accepted_at_the_same_moment_are_both_in_the_sum()
    {
        await using var world = await World.WithList(DatabaseProvider.PostgreSql);
        var (round, kilometres) = (await world.Opened(3), await world.MetricId("新增通车里程"));
        var first = (await world.Answer(World.Liaison(RoundWorld.Builders), round, RoundWorld.Builders, figures: [(kilometres, 400)])).Id!.Value;
        var second = (await world.Answer(World.Liaison(World.Group), round, World.Group, figures: [(kilometres, 100)])).Id!.Value;

        var (one, other) = await AtOnce(
            world, "tasks.metrics", World.Supervisor, (db, once, _) => new AcceptAnswer.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Key, first, 1), default),
            () => world.Accept(World.Supervisor, second));

        Assert.Equal((null, null), (one.Error, other.Error));
        Assert.Equal(500, (await world.Figures(7)).Single().Actual);
    }

    [SkippableFact]
    public async Task A_task_is_not_closed_while_one_of_its_measures_is_opened_again()
    {
        await using var world = await World.WithList(DatabaseProvider.PostgreSql);
        var task = await world.TaskId(7);
        await using (var db = world.Open())
        {
            foreach (var one in await db.Measures.Where(m => m.TaskId == task).ToListAsync())
            {
                one.SayDone(new(2026, 6, 19));
                one.Close();
            }

            await db.SaveChangesAsync();
        }

        await using var read = world.Open();
        var measure = await read.Measures.AsNoTracking().FirstAsync(m => m.TaskId == task);

        // Whoever opens the measure comes second and opens the task with it.
        var (closed, opened) = await AtOnce(
            world, "tasks.measures", World.Supervisor, (db, once, _) => new CloseTask.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Key, task, 1), default),
            () => world.Do(World.Supervisor, (db, once, _) => new ReopenMeasure.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Key, measure.Id, measure.Version, "验收没有通过"), default)));

        Assert.Equal((null, null), (closed.Error, opened.Error));
        Assert.Null((await read.Tasks.AsNoTracking().SingleAsync(t => t.Id == task)).ClosedOn);
    }

    [SkippableFact]
    public async Task More_time_is_asked_for_once()
    {
        await using var world = await World.WithList(DatabaseProvider.PostgreSql);
        var milestone = (await world.Milestone(12)).Id;
        var who = World.Liaison(World.Party);
        Task<Outcome> Ask(TaskListDbContext db, Once once) => new AskExtension.Handler(db, once, who, world.Clock).Handle(new(Key, milestone, World.Party, new(2026, 7, 31), "天气原因停工", "已完成六成"), default);

        var (one, other) = await AtOnce(world, "extensions", who, (db, once, _) => Ask(db, once), () => world.Do(who, (db, once, _) => Ask(db, once)));

        Assert.Equal((null, TaskListErrors.AskedAlready), (one.Error, other.Error));
    }

    [SkippableFact]
    public async Task More_time_for_a_problem_is_asked_for_once()
    {
        await using var world = await World.WithList(DatabaseProvider.PostgreSql);
        var problem = await world.Planned();
        var who = Ledger.Liaison(World.Highways);
        Task<Outcome> Ask(TaskListDbContext db, Once once) => new AskProblemExtension.Handler(db, once, who, world.Clock).Handle(new(Key, problem, World.Highways, new(2026, 8, 20), "等银行手续"), default);

        var (one, other) = await AtOnce(world, "extensions", who, (db, once, _) => Ask(db, once), () => world.Do(who, (db, once, _) => Ask(db, once)));

        Assert.Equal((null, ProblemErrors.AskedAlready), (one.Error, other.Error));
    }

    [SkippableFact]
    public async Task A_deadline_is_kept_when_its_last_two_measures_are_closed_at_the_same_moment()
    {
        await using var world = await World.WithList(DatabaseProvider.PostgreSql);
        Guid[] both = [(await world.Measure(45)).Id, (await world.Measure(46)).Id];
        await using (var db = world.Open())
        {
            var task = await world.TaskId(12);
            var milestones = await db.Milestones.Include(m => m.Measures).Where(m => m.TaskId == task).ToListAsync();
            milestones.Single(m => m.Kind == MilestoneKind.Due).Belong(both.ToHashSet());
            milestones.Single(m => m.Kind == MilestoneKind.Ongoing).Belong(new HashSet<Guid> { (await world.Measure(47)).Id });
            await db.SaveChangesAsync();
        }

        var party = World.Liaison(World.Party);
        foreach (var measure in both)
        {
            var report = (await world.Do(party, (db, once, files) => new SubmitProgress.Handler(db, once, party, files, world.Clock)
                .Handle(new(Key, measure, World.Party, Month.Of(2026, 6), "全部完成", 100, new(2026, 6, 18)), default))).Id!.Value;
            Assert.Null((await world.Do(World.Supervisor, (db, once, _) => new ReviewProgress.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Key, report, 1, true), default))).Error);
        }

        var (first, second) = (await world.Measure(45), await world.Measure(46));
        Task<Outcome> Close(TaskListDbContext db, Once once, Measure measure) => new CloseMeasure.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Key, measure.Id, measure.Version), default);

        // The other closes its measure when this one has looked whether that is closed.
        var (one, other) = await AtOnce(world, "\"Id\" <> ", World.Supervisor, (db, once, _) => Close(db, once, first), () => world.Do(World.Supervisor, (db, once, _) => Close(db, once, second)));

        Assert.Equal((null, null), (one.Error, other.Error));
        Assert.Equal(new DateOnly(2026, 6, 18), (await world.Milestone(12)).DoneOn);
    }

    [SkippableFact]
    public async Task No_figure_is_typed_for_a_project_that_is_withdrawn_at_the_same_moment()
    {
        await using var world = await World.WithList(DatabaseProvider.PostgreSql);
        var task = await world.TaskId(3);
        var unit = (await world.Read(World.Supervisor)).Tasks.Single(t => t.Id == task).Answering.First(a => a.Owes).UnitId;
        var who = World.Liaison(unit);
        var project = (await world.Do(World.Supervisor, (db, once, _) => new SaveProject.Handler(db, once, World.Supervisor, world.Clock)
            .Handle(new(Key, null, null, task, "甲高速公路", ProjectKind.Continued, unit, null, [], [new(null, "建成里程", "公里", 120)]), default))).Id!.Value;
        await using var read = world.Open();
        var figure = await read.Projects.Where(p => p.Id == project).SelectMany(p => p.Figures).Select(f => f.Id).SingleAsync();

        var (withdrawn, typed) = await AtOnce(
            world, "tasks.rounds", World.Supervisor, (db, once, _) => new WithdrawProject.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Key, project, 1, "并入另一项目"), default),
            () => world.Do(who, (db, once, files) => new TypeProjectFigure.Handler(db, once, who, files, world.Clock).Handle(new(Key, figure, 80.5m, new(2026, 6, 20), "统计月报"), default)));

        Assert.Equal((null, ProjectErrors.Withdrawn), (withdrawn.Error, typed.Error));
        Assert.Empty(await read.Projects.Where(p => p.Id == project).SelectMany(p => p.Figures).SelectMany(f => f.Values).ToListAsync());
    }

    // The second acts between two reads of the first. One that waits for the first goes on once that is done.
    private static async Task<(Outcome First, Outcome Second)> AtOnce(World world, string table, Actor actor, Func<TaskListDbContext, Once, FileStore, Task<Outcome>> first, Func<Task<Outcome>> second)
    {
        Task<Outcome>? other = null;
        var between = new AfterFirstRead(table, async () =>
        {
            other = Task.Run(second);
            await Task.WhenAny(other, Task.Delay(TimeSpan.FromSeconds(3)));
        });
        var done = await world.Do(actor, first, between);
        Assert.True(between.Acted);
        return (done, await other!);
    }
}
