using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Members;
using Commerce.TaskList.Milestones;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Board;

public sealed class AsOfTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task On_the_first_of_July_measure_45_is_red_and_47_is_not_each_with_its_reason(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        var list = await world.Read(World.Supervisor, new(2026, 7, 1));

        var measures = list.Tasks.SelectMany(t => t.Measures).ToDictionary(m => m.Number, m => m.Light);
        Assert.Equal((LightColour.Red, "逾期 1 天：6月30日前未办结（完成基本保障清零行动）"), (measures[45].Colour, measures[45].Chinese));
        Assert.Equal((LightColour.Green, "长期坚持，数据由系统随时计算"), (measures[47].Colour, measures[47].Chinese));
        Assert.Equal(TaskStage.Overdue, list.Tasks.Single(t => t.Number == 12).Stage);
        Assert.Equal(LightColour.Yellow, (await world.Read(World.Supervisor, new(2026, 6, 30))).Tasks.SelectMany(t => t.Measures).Single(m => m.Number == 45).Light.Colour);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_aim_of_four_projects_is_never_late_and_a_task_stays_open_for_its_standing_part(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        var list = await world.Read(World.Supervisor, new(2026, 10, 20));

        Assert.All(list.Tasks.Single(t => t.Number == 3).Measures.Where(m => m.Number >= 13), m => Assert.Equal(LightColour.None, m.Light.Colour));
        Assert.DoesNotContain(new Commerce.TaskList.Board.BoardView(list.Standing).Overdue, m => m.Aim);

        // 任务(十三) was due on 15 October: done in time it still stands, with its rhythm.
        world.Clock.SetUtcNow(new(2026, 10, 20, 1, 0, 0, TimeSpan.Zero));
        var milestone = await world.Milestone(13);
        Assert.Null((await world.Do(World.Supervisor, (db, once, _) => new FinishMilestone.Handler(db, once, World.Supervisor, world.Clock)
            .Handle(new("f", milestone.Id, milestone.Version, new(2026, 10, 14), "总结已印发"), default))).Error);
        var task = (await world.Read(World.Supervisor)).Tasks.Single(t => t.Number == 13);
        Assert.Equal(Assessment.InTime, task.Milestones[0].Assessment);
        Assert.Contains("长期坚持", task.Light.Chinese, StringComparison.Ordinal);
        Assert.NotEqual(TaskStage.Done, task.Stage);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Standing_work_is_yellow_with_the_silent_named_once_a_quarter_is_over(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        var light = (await world.Read(World.Supervisor, new(2026, 7, 11))).Tasks.SelectMany(t => t.Measures).Single(m => m.Number == 37).Light;

        Assert.Equal(LightColour.Yellow, light.Colour);
        Assert.Contains("2026年4至6月未上报：公路局、运输局", light.Chinese, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Groups_stand_for_their_units_and_the_rest_for_those_not_named(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var tasks = (await world.Read(World.Supervisor)).Tasks.ToDictionary(t => t.Number);

        var offices = tasks[1].Roles.Single(r => r.Printed == "厅机关各处室");
        Assert.Equal(11, offices.MemberIds.Count);
        Assert.Contains(tasks[1].Answering, a => a.UnitId == World.Highways && a is { Role: TaskRole.Cooperate, Owes: false });
        Assert.Contains(tasks[1].Answering, a => a.UnitId == World.Party && a is { Role: TaskRole.Lead, Owes: true });
        Assert.DoesNotContain(World.Id("包保帮扶工作队"), tasks[12].Roles.Single(r => r.Printed == "其他厅直各单位").MemberIds);
        Assert.Contains(World.Highways, tasks[12].Roles.Single(r => r.Printed == "其他厅直各单位").MemberIds);
        Assert.Empty(tasks[4].Roles.Single(r => r.Open).MemberIds);
        Assert.Equal(World.Group, Assert.Single(tasks[11].Answering).UnitId);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_stated_group_has_its_members_of_the_day(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await world.Hear([new Commerce.Contracts.Organisations.UnitGroupRecorded(
            Guid.NewGuid(), 1, "厅直各单位", false, [new(World.Highways, new(2020, 1, 1), null), new(World.Transport, new(2020, 1, 1), new(2026, 6, 1)), new(World.Group, new(2026, 7, 1), null)], false)]);

        async Task<IReadOnlyList<Guid>> On(DateOnly day) => (await world.Read(World.Supervisor, day)).Tasks.First().Roles.Single(r => r.Printed == "厅直各单位").MemberIds;

        Assert.Equal([World.Highways, World.Transport], (await On(new(2026, 5, 31))).OrderBy(i => i == World.Transport));
        Assert.Equal([World.Highways], await On(new(2026, 6, 1)));
        Assert.Equal([World.Highways, World.Group], (await On(new(2026, 7, 1))).OrderBy(i => i == World.Group));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Only_open_groups_are_named_and_only_by_the_departments_supervisor(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await using var db = world.Open();
        var task = await db.Tasks.SingleAsync(t => t.Number == 13);

        async Task<Commerce.SharedKernel.Error?> Name(Actor who, string group, params Guid[] units) => (await world.Do(who, (d, once, _) =>
            new NameMembers.Handler(d, once, who, world.Clock).Handle(new(Guid.NewGuid().ToString(), task.Id, task.Version, group, units), default))).Error;

        Assert.Equal(TaskListErrors.NotAnOpenGroup, await Name(World.Supervisor, "审计处"), ErrorText.Same);
        Assert.Equal(TaskListErrors.NotOfTheGroup, await Name(World.Supervisor, "厅机关有关处室", World.Highways));
        Assert.Equal(Commerce.SharedKernel.ErrorCode.Forbidden, (await Name(World.Who("处内督查", [Capability.TaskRead, Capability.TaskSupervise], World.Party), "厅机关有关处室"))!.Code);
        Assert.Null(await Name(World.Supervisor, "厅机关有关处室", World.Id("建设处")));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_person_confirms_which_measures_a_deadline_belongs_to(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var milestone = await world.Milestone(12);
        Assert.True(milestone.Guessed);
        Guid[] wanted = [(await world.Measure(45)).Id, (await world.Measure(46)).Id];

        async Task<Commerce.SharedKernel.Error?> Assign(params Guid[] measures) => (await world.Do(World.Supervisor, (db, once, _) =>
            new AssignMilestone.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Guid.NewGuid().ToString(), milestone.Id, milestone.Version, measures), default))).Error;

        Assert.Equal(TaskListErrors.NotOfThisTask, await Assign((await world.Measure(1)).Id));
        Assert.Null(await Assign(wanted));

        var after = await world.Milestone(12);
        Assert.False(after.Guessed);
        Assert.Equal(wanted.Order(), after.Measures.Select(m => m.MeasureId).Order());
        Assert.True(after.Version > milestone.Version);
    }
}
