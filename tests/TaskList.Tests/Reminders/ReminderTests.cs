using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Extensions;
using Commerce.TaskList.Reminders;
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

    private static async Task<IReadOnlyList<Todo>> Inbox(World world, Actor actor)
    {
        await using var db = world.Open();
        return await new TaskTodos(db, actor, new ReadLists(db, actor, world.Options, world.Clock)).Read(default);
    }
}
