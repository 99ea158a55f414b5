using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Extensions;
using Commerce.TaskList.Measures;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Reminders;
using Commerce.TaskList.SampleData;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Reminders;

public sealed class ReminderTests
{
    private static readonly int[] Levels = [30, 15, 7, 3, 1];

    [Theory]
    [InlineData(5, 30, null)]
    [InlineData(5, 31, 30)]
    [InlineData(6, 20, 15)]
    [InlineData(6, 23, 7)]
    [InlineData(6, 26, 7)]
    [InlineData(6, 27, 3)]
    [InlineData(6, 29, 1)]
    [InlineData(6, 30, 1)]
    [InlineData(7, 1, null)]
    public void The_nearest_distance_that_was_reached_is_told(int month, int day, int? level) =>
        Assert.Equal(level, Reminder.LevelOn(new(2026, month, day), new(2026, 6, 30), Levels));

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Each_distance_is_told_once_however_often_it_is_looked_at(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        await Run(world);
        await Run(world);
        var first = await Told(world);
        world.Clock.SetUtcNow(new(2026, 6, 23, 1, 0, 0, TimeSpan.Zero));
        await Run(world);

        Assert.All(first, r => Assert.Equal(15, r.Level));
        Assert.Equal(first.Count * 2, (await Told(world)).Count);
        Assert.Contains(first, r => r.UnitId == World.Party);
        Assert.DoesNotContain(first, r => r.UnitId == World.Id("科研所")); // It only cooperates in task 12.
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_hosts_at_once_tell_once(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Run(world)));

        var told = await Told(world);
        Assert.Equal(told.Count, told.Select(r => (r.MilestoneId, r.DueOn, r.Level, r.UnitId)).Distinct().Count());
        Assert.NotEmpty(told);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_extended_day_is_told_anew_and_the_old_one_leaves_the_inbox(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var party = World.Liaison(World.Party);
        await Run(world);
        Assert.Contains(await Inbox(world, party), t => t.Due == new DateOnly(2026, 6, 30) && t.Path == "/tasks/2026/task/12");
        var asked = await world.Do(party, async (db, once, _) => await new AskExtension.Handler(db, once, party, world.Clock)
            .Handle(new("a", (await world.Milestone(12)).Id, World.Party, new(2026, 7, 3), "天气原因停工", "已完成六成"), default));
        Assert.Contains(await Inbox(world, World.Supervisor), t => t.Chinese.Contains("批任务(十二)的延期申请", StringComparison.Ordinal));
        await world.Do(World.Supervisor, (db, once, _) => new DecideExtension.Handler(db, once, World.Supervisor, world.Clock).Handle(new("d", asked.Id!.Value, 1, true), default));
        Assert.DoesNotContain(await Inbox(world, party), t => t.Path == "/tasks/2026/task/12");

        await Run(world);

        Assert.Contains(await Inbox(world, party), t => t.Due == new DateOnly(2026, 7, 3));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_was_dropped_done_or_decided_waits_for_nobody(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (party, measure) = (World.Liaison(World.Party), (await world.Measure(45)).Id);
        await Run(world);
        var sent = await world.Do(party, (db, once, files) => new SubmitProgress.Handler(db, once, party, files, world.Clock)
            .Handle(new("s", measure, World.Party, Month.Of(2026, 6), "逐户摸排", 90, new(2026, 6, 18)), default));
        Assert.Contains(await Inbox(world, World.Supervisor), t => t.Chinese == "审核措施45的上报（机关党委，2026-06）");
        Assert.DoesNotContain(await Inbox(world, party), t => t.Path == "/tasks/2026/task/12"); // Said to be done: it waits for the reviewer.
        await Review(world, sent.Id!.Value, accept: false);
        Assert.Contains(await Inbox(world, party), t => t.Chinese == "补正措施45的上报（退回：缺少签字）");
        Assert.Contains(await Inbox(world, party), t => t.Path == "/tasks/2026/task/12");
        Assert.DoesNotContain(await Inbox(world, World.Supervisor), t => t.Chinese.Contains("措施45", StringComparison.Ordinal));
        var again = await world.Do(party, (db, once, files) => new SubmitProgress.Handler(db, once, party, files, world.Clock)
            .Handle(new("t", measure, World.Party, Month.Of(2026, 6), "补上签字", 100, new(2026, 6, 18)), default));
        Assert.DoesNotContain(await Inbox(world, party), t => t.Chinese.StartsWith("补正", StringComparison.Ordinal));
        await Review(world, again.Id!.Value, accept: true);
        Assert.Contains(await Inbox(world, World.Supervisor), t => t.Chinese == "为措施45销号");
        Assert.DoesNotContain(await Inbox(world, party), t => t.Path == "/tasks/2026/task/12");

        await world.Do(World.Supervisor, async (db, once, _) => await new CloseMeasure.Handler(db, once, World.Supervisor, world.Clock)
            .Handle(new("c", measure, (await world.Measure(45)).Version), default));

        Assert.DoesNotContain(await Inbox(world, World.Supervisor), t => t.Chinese.Contains("措施45", StringComparison.Ordinal));
        Assert.DoesNotContain(await Inbox(world, party), t => t.Path == "/tasks/2026/task/12");
        var transport = World.Liaison(World.Transport);
        Assert.Contains(await Inbox(world, transport), t => t.Path == "/tasks/2026/task/6");
        var document = SampleList.Document(World.Year);
        await world.Save(document with { Tasks = [.. document.Tasks.Where(t => t.Number != 6)] });
        Assert.DoesNotContain(await Inbox(world, transport), t => t.Path == "/tasks/2026/task/6");
        var before = (await Told(world)).Count;
        world.Clock.SetUtcNow(new(2026, 6, 29, 1, 0, 0, TimeSpan.Zero));
        await Run(world);
        Assert.Equal(before, (await Told(world)).Count);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_waits_for_the_reviewer_alone_is_not_reminded_of_until_it_comes_back(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (party, milestone) = (World.Liaison(World.Party), await world.Milestone(12));
        var sent = await world.Do(party, async (db, once, files) => await new SubmitProgress.Handler(db, once, party, files, world.Clock)
            .Handle(new("s", (await world.Measure(45)).Id, World.Party, Month.Of(2026, 6), "逐户摸排", 100, new(2026, 6, 18)), default));

        await Run(world);
        var told = await Told(world);
        Assert.DoesNotContain(told, r => r.MilestoneId == milestone.Id);
        Assert.NotEmpty(told);

        await Review(world, sent.Id!.Value, accept: false);
        await Run(world);
        Assert.Contains((milestone.Id, 15, World.Party), (await Told(world)).Select(r => (r.MilestoneId, r.Level, r.UnitId)));
    }

    private static Task Review(World world, Guid report, bool accept) => world.Do(World.Supervisor, (db, once, _) => new ReviewProgress.Handler(db, once, World.Supervisor, world.Clock)
        .Handle(new(Guid.NewGuid().ToString(), report, 1, accept, accept ? null : "缺少签字"), default));

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_aim_is_never_reminded_of(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        Guid aim;
        await using (var db = world.Open())
        {
            var due = await db.Milestones.FirstAsync(m => m.WorkingDueOn == new DateOnly(2026, 6, 30));
            db.Milestones.Add(new Milestone { Id = aim = Guid.NewGuid(), TaskId = due.TaskId, ListId = due.ListId, Position = 90, Kind = MilestoneKind.Due, What = "力争提前通车", Aim = true, DueOn = due.DueOn }.Begin());
            await db.SaveChangesAsync();
        }

        await Run(world);

        var told = await Told(world);
        Assert.NotEmpty(told);
        Assert.DoesNotContain(told, r => r.MilestoneId == aim);
    }

    private static async Task Run(World world)
    {
        await using var db = world.Open();
        await new SendReminders(db, world.Options, world.Clock).Run(default);
    }

    private static async Task<List<Reminder>> Told(World world)
    {
        await using var db = world.Open();
        return await db.Reminders.ToListAsync();
    }

    private static Task<IReadOnlyList<Todo>> Inbox(World world, Actor actor) => world.Part<TaskTodos>(actor);
}
