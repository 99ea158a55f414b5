using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Projects;
using Commerce.TaskList.Rounds;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Rounds;

/// <summary>Rounds on one project of task 3 (高速公路): 高建局 reports on it, four other units lead the task.</summary>
public sealed class ProjectRoundTests
{
    private static readonly Actor Builder = World.Liaison(RoundWorld.Builders, "高联络");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_round_on_a_project_asks_its_own_unit_alone_for_the_projects_own_figures(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (project, length) = await Saved(world);
        await Type(world, length, 80, new(2026, 5, 20));
        await Type(world, length, 85, new(2026, 6, 3));
        var (seven, nine) = ((await world.Measure(7)).Id, (await world.Measure(9)).Id);

        var round = (await world.See(World.Supervisor, await world.Opened(3, i => i with { ProjectId = project, MeasureIds = [seven], CountsForIds = [nine] })))!;

        Assert.Equal((project, "甲高速公路"), (round.Round.ProjectId!.Value, round.ProjectName));
        Assert.Equal(["高建局"], round.Units.Select(u => u.Name));
        Assert.Equal(["建成里程 120 公里 期初 80", "到位资金 - 亿元 期初 -"], round.Figures.Select(f => $"{f.Label(true)} {(f.Target is { } t ? $"{t:0.####}" : "-")} {f.Unit} 期初 {(f.Baseline is { } b ? $"{b:0.####}" : "-")}"));
        Assert.Equal([(7, true, false), (9, false, true)], round.Measures.Select(m => (m.Number, m.AsksPercent, m.Counts)));
        Assert.Empty(await world.SeeAll(World.Liaison(World.Group)));
        Assert.Equal(["单位", "状态", "答复时间", "建成里程（公里）", "到位资金（亿元）", "措施7进度（%）", "进展情况", "附件"], RoundPaper.Of(round).Columns.Select(c => c.Title));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Once_accepted_its_figures_are_the_projects_and_never_the_whole_tasks(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (project, length) = await Saved(world);
        var round = await world.Opened(3, i => i with { ProjectId = project });
        var (kilometres, seven) = (await world.MetricId("新增通车里程"), (await world.Measure(7)).Id);

        Assert.Equal(RoundErrors.FigureNotAsked, (await world.Answer(Builder, round, RoundWorld.Builders, figures: [(kilometres, 90)])).Error);
        Assert.Equal(ErrorCode.NotFound, (await world.Answer(World.Liaison(World.Group), round, World.Group, figures: [(length, 90)])).Error!.Code);
        var answer = await world.Answer(Builder, round, RoundWorld.Builders, "路面施工", figures: [(length, 90.5m)], percents: [(seven, 75)]);
        Assert.Null((await Read(world, project)).Figures[0].Actual);
        Assert.Null((await world.Accept(World.Supervisor, answer.Id!.Value)).Error);

        var figure = (await Read(world, project)).Figures[0];
        Assert.Equal((90.5m, new DateOnly(2026, 6, 15), "高联络", "调度：六月调度"), (figure.Actual, figure.On, figure.ReportedBy, figure.Evidence));
        Assert.Null((await world.Figures(7)).Single().Actual);
        await using var db = world.Open();
        Assert.False(await db.MetricValues.AnyAsync());
        var again = (await world.See(World.Supervisor, await world.Opened(3, i => i with { ProjectId = project, From = new(2026, 6, 16), To = new(2026, 6, 30) })))!;
        Assert.Equal(90.5m, again.Figures[0].Baseline);
        Assert.Equal((90.5m, 75), (again.Units.Count == 1 ? (await world.See(Builder, round))!.Units.Single().Latest!.ValueOf(length) : null, (await world.See(Builder, round))!.Units.Single().Latest!.PercentOf(seven)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_project_of_another_task_one_withdrawn_and_bodies_outside_are_refused(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await world.Hear([new UnitRecorded(World.Id("和龙市交通运输局"), 1, "和龙市交通运输局", "LOCAL_AUTHORITY", null, false)]);
        var (project, _) = await Saved(world);
        async Task<Error?> Try(int task, Func<OpenRound.Input, OpenRound.Input> change) => (await world.Open(World.Supervisor, task, change)).Error;

        Assert.Equal(RoundErrors.NotItsProject.Chinese, (await Try(5, i => i with { ProjectId = project }))?.Chinese);
        Assert.Equal(RoundErrors.NotItsProject.Chinese, (await Try(3, i => i with { ProjectId = Guid.NewGuid() }))?.Chinese);
        Assert.Equal(RoundErrors.ProjectAlone.Chinese, (await Try(3, i => i with { ProjectId = project, OutsideUnitIds = [World.Id("和龙市交通运输局")] }))?.Chinese);
        Assert.Null(await Withdraw(world, project));
        Assert.Equal(RoundErrors.NotItsProject.Chinese, (await Try(3, i => i with { ProjectId = project }))?.Chinese);
        await using var db = world.Open();
        Assert.False(await db.Rounds.AnyAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_a_round_asks_for_stays_with_its_project(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (project, _) = await Saved(world);
        var round = await world.Opened(3, i => i with { ProjectId = project });

        var figures = (await Read(world, project)).Figures.Select(f => new SaveProject.FigureLine(f.Id, f.Label, f.Unit, f.Target)).ToList();
        Assert.Equal(ProjectErrors.FigureAsked("到位资金").Chinese, (await Save(world, project, 1, [figures[0]])).Error?.Chinese);
        Assert.Equal(ProjectErrors.FigureAsked("到位资金").Chinese, (await Save(world, project, 1, [figures[0], figures[1] with { Unit = "万元" }])).Error?.Chinese);
        Assert.Null((await Save(world, project, 1, [figures[0], figures[1] with { Label = "到位建设资金" }, new(null, "桥梁", "座")])).Error);
        Assert.Equal(["建成里程", "到位建设资金"], (await world.See(World.Supervisor, round))!.Figures.Select(f => f.Label(true)));
        Assert.Equal(ProjectErrors.RoundOpen("六月调度").Chinese, (await Withdraw(world, project))?.Chinese);
        await world.Withdraw(World.Supervisor, round);
        Assert.Null(await Withdraw(world, project));
        Assert.Equal("甲高速公路", (await world.See(World.Supervisor, round))!.ProjectName);
    }

    private static async Task<(Guid Project, Guid Length)> Saved(World world)
    {
        var project = (await Save(world, null, null, [new(null, "建成里程", "公里", 120), new(null, "到位资金", "亿元")])).Id!.Value;
        return (project, (await Read(world, project)).Figures[0].Id);
    }

    private static async Task<Outcome> Save(World world, Guid? id, int? version, IReadOnlyList<SaveProject.FigureLine> figures)
    {
        var task = await world.TaskId(3);
        return await world.Do(World.Supervisor, (db, once, _) => new SaveProject.Handler(db, once, World.Supervisor, world.Clock).Handle(
            new(Guid.NewGuid().ToString(), id, version, task, "甲高速公路", ProjectKind.Continued, RoundWorld.Builders, null, [], figures), default));
    }

    private static async Task Type(World world, Guid figure, decimal value, DateOnly on) => Assert.Null((await world.Do(Builder, (db, once, files) =>
        new TypeProjectFigure.Handler(db, once, Builder, files, world.Clock).Handle(new(Guid.NewGuid().ToString(), figure, value, on, "统计月报"), default))).Error);

    private static async Task<Error?> Withdraw(World world, Guid project)
    {
        var version = (await Read(world, project)).Version;
        return (await world.Do(World.Supervisor, (db, once, _) => new WithdrawProject.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Guid.NewGuid().ToString(), project, version, "并入另一项目"), default))).Error;
    }

    private static async Task<ProjectView> Read(World world, Guid project)
    {
        await using var db = world.Open();
        return (await new ReadProjects(db, new TaskList.Board.ReadLists(db, World.Supervisor, world.Options, world.Clock), world.Options, World.Supervisor).One(project, default))!;
    }
}
