using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Figures;
using Commerce.TaskList.Reading;
using Commerce.TaskList.Rounds;
using Commerce.TaskList.SampleData;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Rounds;

public sealed class OpenRoundTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_responsible_unit_owes_an_answer_in_words_and_in_the_tasks_own_figures(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await Type(world, "改造危桥", 8, new(2026, 5, 20));
        await Type(world, "改造危桥", 9, new(2026, 6, 3));

        var five = await world.See(World.Supervisor, await world.Opened(5));
        var three = await world.See(World.Supervisor, await world.Opened(3));

        Assert.Equal(["公路局"], five!.Units.Select(u => u.Name));
        Assert.Equal(["旅游路资源路产业路 105 公里 期初 -", "改造危桥 24 座 期初 8", "安全生命防护工程 250 公里 期初 -"], five.Figures.Select(f => $"{f.Label(true)} {f.Target} {f.Unit} 期初 {(f.Baseline is { } b ? $"{b:0.####}" : "-")}"));
        Assert.Empty(five.Percents);
        Assert.Equal(["综规处", "建设处", "财务处", "高建局", "吉高集团"], three!.Units.Select(u => u.Name));
        Assert.Equal([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17], three.Measures.Select(m => m.Number));
        Assert.Equal([7, 11, 12, 13, 14, 16, 17], three.Percents.Select(m => m.Number));
        Assert.Equal((RoundState.Open, 718m), (three.State, three.Figures[0].Target));
        Assert.All(three.Units, u => Assert.Equal(RoundUnitState.Owing, u.State));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_round_asks_about_the_chosen_measures_alone(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (seven, nine) = ((await world.Measure(7)).Id, (await world.Measure(9)).Id);

        var round = await world.See(World.Supervisor, await world.Opened(3, i => i with { MeasureIds = [seven], CountsForIds = [nine] }));

        Assert.Equal("新增通车里程", round!.Figures.Single().Label(true));
        Assert.Equal([(7, true, false), (9, false, true)], round.Measures.Select(m => (m.Number, m.AsksPercent, m.Counts)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_a_round_is_refused_and_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (eight, nine, others) = ((await world.Measure(8)).Id, (await world.Measure(9)).Id, (await world.Measure(22)).Id);
        async Task<Error?> Try(Func<OpenRound.Input, OpenRound.Input> change, Actor? who = null) => (await world.Open(who ?? World.Supervisor, 3, change)).Error;

        Assert.Equal(RoundErrors.TitleLength, await Try(i => i with { Title = " 调 " }));
        Assert.Equal(RoundErrors.TitleLength, await Try(i => i with { Title = new('调', 101) }));
        Assert.Equal(RoundErrors.PeriodOrder, await Try(i => i with { To = i.From.AddDays(-1) }));
        Assert.Equal(RoundErrors.PeriodOutside(2026), await Try(i => i with { From = new(2025, 12, 31) }), ErrorText.Same);
        Assert.Equal(RoundErrors.PeriodOutside(2026), await Try(i => i with { To = new(2028, 1, 1) }), ErrorText.Same);
        Assert.Equal(RoundErrors.DuePast, await Try(i => i with { DueOn = new(2026, 6, 19) }));
        Assert.Equal(RoundErrors.DuePast, await Try(i => i with { From = new(2026, 7, 1), To = new(2026, 7, 31), DueOn = new(2026, 6, 30) }));
        Assert.Equal(RoundErrors.NothingAsked, await Try(i => i with { MeasureIds = [] }));
        Assert.Equal(TaskListErrors.NotOfThisTask, await Try(i => i with { MeasureIds = [eight, others] }));
        Assert.Equal(TaskListErrors.NotOfThisTask, await Try(i => i with { CountsForIds = [others] }));
        Assert.Equal(TaskListErrors.NotCountedFor, await Try(i => i with { CountsForIds = [nine, eight] }), ErrorText.Same);
        Assert.Equal(RoundErrors.NotOutside, await Try(i => i with { OutsideUnitIds = [World.Transport] }));
        Assert.Equal(ErrorCode.NotFound, (await Try(i => i with { TaskId = Guid.NewGuid() }))!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await Try(i => i, World.Who("局督查", [Capability.TaskRead, Capability.TaskSupervise], World.Highways)))!.Code);
        await world.Save(SampleList.Document(World.Year) is var list ? list with { Tasks = [.. list.Tasks.Where(t => t.Number != 3)] } : null!);
        Assert.Equal(TaskListErrors.WithdrawnSubject, await Try(i => i));
        await using var db = world.Open();
        Assert.False(await db.Rounds.AnyAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Where_nobody_owes_there_is_no_round_and_a_body_outside_may_be_chosen_where_the_task_speaks_of_them(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider, withUnits: false);
        await world.Hear([new UnitRecorded(World.Root, 1, "省交通运输厅", "DEPARTMENT", null, false), new UnitRecorded(World.Id("和龙市交通运输局"), 1, "和龙市交通运输局", "LOCAL_AUTHORITY", null, false)]);
        await world.Save(SampleList.Document(World.Year));
        var body = World.Id("和龙市交通运输局");

        Assert.Equal(RoundErrors.NobodyOwes, (await world.Open(World.Supervisor, 5)).Error);
        Assert.Equal(RoundErrors.NotOutside, (await world.Open(World.Supervisor, 3, i => i with { OutsideUnitIds = [body] })).Error);

        var round = await world.See(World.Supervisor, await world.Opened(5, i => i with { OutsideUnitIds = [body] }));
        Assert.Equal([("和龙市交通运输局", true)], round!.Units.Select(u => (u.Name, u.Outside)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_units_own_supervisor_opens_rounds_on_what_that_unit_alone_answers_for(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        Assert.Null((await world.Open(World.Who("局督查", [Capability.TaskRead, Capability.TaskSupervise], World.Highways), 5)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Opened_in_error_it_is_taken_back_as_long_as_nobody_has_answered(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (wrong, answered) = (await world.Opened(5), await world.Opened(5));
        await world.Answer(RoundWorld.Reporter, wrong, World.Highways, handIn: false);
        await world.Answer(RoundWorld.Reporter, answered, World.Highways);

        Assert.Equal(RoundErrors.SomebodyAnswered, (await world.Withdraw(World.Supervisor, answered)).Error);
        Assert.Equal(TaskListErrors.ReasonLength("reason"), (await world.Withdraw(World.Supervisor, wrong, "错")).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.VersionStale, (await world.Withdraw(World.Supervisor, wrong, version: 7)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Withdraw(RoundWorld.Reporter, wrong)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Withdraw(World.Liaison(World.Transport), wrong)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Withdraw(World.Supervisor, Guid.NewGuid())).Error!.Code);
        Assert.Null((await world.Withdraw(World.Supervisor, wrong)).Error);

        Assert.Equal(RoundErrors.NotOpen, (await world.Withdraw(World.Supervisor, wrong, version: 2)).Error);
        Assert.Equal(RoundErrors.NotOpen, (await world.Answer(RoundWorld.Reporter, wrong, World.Highways, version: 1)).Error);
        Assert.Equal((RoundState.Withdrawn, "期间写错了"), ((await world.See(World.Supervisor, wrong))!.State, (await world.See(World.Supervisor, wrong))!.WithdrawnReason));
    }

    private static async Task Type(World world, string label, decimal value, DateOnly on)
    {
        await using var db = world.Open();
        var metric = await db.Metrics.SingleAsync(m => m.Label == label && m.Target == 24);
        Assert.Null((await world.Do(RoundWorld.Reporter, (of, once, files) => new TypeFigure.Handler(of, once, RoundWorld.Reporter, files, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), metric.Id, World.Highways, value, on, "月报"), default))).Error);
    }
}
