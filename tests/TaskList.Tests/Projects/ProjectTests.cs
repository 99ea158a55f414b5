using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Projects;
using Commerce.TaskList.SampleData;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Projects;

/// <summary>Task 3 (高速公路) of our own list; today is 20 June 2026.</summary>
public sealed class ProjectTests
{
    private static readonly Guid Leader = World.Id("厅领导");
    private static readonly DateOnly Today = new(2026, 6, 20);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_project_has_steps_a_leader_and_figures_and_its_leader_finds_it(DatabaseProvider provider)
    {
        await using var world = await WithPeople(provider);
        var id = await Saved(world);

        var project = (await Read(world, World.Supervisor, id))!;

        Assert.Equal(("甲高速公路", ProjectKind.Continued, "陈厅长", "集团".Length), (project.Name, project.Kind, project.Leader, 2));
        Assert.Equal(["前期批复", "主线贯通", "全线通车"], project.Steps.Select(s => s.What));
        Assert.Equal(("建成里程", "公里", 120m, null), (project.Figures[0].Label, project.Figures[0].Unit, project.Figures[0].Target, project.Figures[0].Actual));
        Assert.Equal(LightColour.Red, project.Light.Colour);
        Assert.Equal("逾期 20 天：5月31日前未办结（前期批复）", project.Light.Chinese);
        var leader = new Actor(Leader, "陈厅长", [World.Root], new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.TaskRead] = [World.Root] });
        Assert.Equal([$"项目节点：甲高速公路，前期批复"], (await Todos(world, leader)).Select(t => t.Chinese));
        Assert.Empty(await Todos(world, World.Liaison(World.Party)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_aim_is_never_late_and_what_has_no_day_has_no_colour(DatabaseProvider provider)
    {
        await using var world = await WithPeople(provider);
        var id = await Saved(world, steps: [new(null, StepKind.Start, "力争开工", new(2026, 6, 1), Aim: true), new(null, StepKind.Other, "以后再定")]);

        var project = (await Read(world, World.Supervisor, id))!;

        Assert.Equal([LightColour.None, LightColour.None], project.Steps.Select(s => s.Light.Colour));
        Assert.Equal("力争6月1日前，已过 19 天（力争开工）；力争目标不计逾期", project.Steps[0].Light.Chinese);
        Assert.Empty(await Todos(world, World.Liaison(Unit(world))));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_opening_is_a_dated_fact_with_a_file_recorded_by_its_unit_once(DatabaseProvider provider)
    {
        await using var world = await WithPeople(provider);
        var id = await Saved(world);
        var unit = World.Liaison(Unit(world));
        var opening = (await Read(world, unit, id))!.Steps[2].Id;
        var file = await world.Upload(unit, "交工验收报告.txt");

        Refused(PlatformErrors.Forbidden, await Finish(world, World.Liaison(World.Party), opening, 1, file));
        Refused(ProjectErrors.FileForFact, await Finish(world, unit, opening, 1, null));
        Refused(TaskListErrors.DoneAhead, await Finish(world, unit, opening, 1, file, Today.AddDays(1)));
        Refused(TaskListErrors.EvidenceNeeded, await Finish(world, unit, opening, 1, file, evidence: " "));
        Refused(TaskListErrors.NoSuchFile.At("fileId"), await Finish(world, unit, opening, 1, Guid.NewGuid()));
        Refused(PlatformErrors.Stale(1), await Finish(world, unit, opening, 9, file));
        Assert.Null(await Finish(world, unit, opening, 1, file));
        Refused(ProjectErrors.StepDoneAlready, await Finish(world, unit, opening, 2, file));

        var step = (await Read(world, unit, id))!.Steps[2];
        Assert.Equal((Today, "交工验收报告", "交工验收报告.txt", "联络员"), (step.DoneOn, step.Evidence, step.File!.Name, step.DoneBy));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_was_recorded_is_sent_back_by_somebody_else_with_a_reason_and_stays_in_the_story(DatabaseProvider provider)
    {
        await using var world = await WithPeople(provider);
        var id = await Saved(world);
        var both = World.Everything(World.Group, World.Party, World.Highways, World.Transport, Unit(world));
        var step = (await Read(world, both, id))!.Steps[0].Id;

        Refused(ProjectErrors.StepNotDone, await SendBack(world, World.Supervisor, step, 1, "佐证不实"));
        Assert.Null(await Finish(world, both, step, 1, null));
        Refused(ProjectErrors.OwnFact, await SendBack(world, both, step, 2, "佐证不实"));
        Refused(TaskListErrors.ReasonLength("reason"), await SendBack(world, World.Supervisor, step, 2, "不"));
        Refused(PlatformErrors.Stale(2), await SendBack(world, World.Supervisor, step, 1, "佐证不实"));
        Refused(PlatformErrors.Forbidden, await SendBack(world, World.Liaison(World.Party), step, 2, "佐证不实"));
        Assert.Null(await SendBack(world, World.Supervisor, step, 2, "佐证不实"));

        Assert.Null((await Read(world, both, id))!.Steps[0].DoneOn);
        await using var db = world.Open();
        Assert.Equal("甲高速公路：前期批复（一人；交工验收报告）。佐证不实", (await db.Acts.OrderBy(a => a.Sequence).LastAsync()).Note);

        // Who does it again sees why, until it is done.
        Assert.EndsWith("佐证不实", (await Back()).Single(b => b.Key == step).Value.Note, StringComparison.Ordinal);
        Assert.Null(await Finish(world, both, step, 3, null));
        Assert.Empty(await Back());

        async Task<IReadOnlyDictionary<Guid, TaskList.Board.ActView>> Back()
        {
            await using var read = world.Open();
            var projects = new ReadProjects(read, new TaskList.Board.ReadLists(read, both, world.Options, world.Clock), world.Options, both);
            return await projects.SentBack((await projects.One(id, default))!, default);
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Figures_keep_each_value_with_its_day_and_ground(DatabaseProvider provider)
    {
        await using var world = await WithPeople(provider);
        var id = await Saved(world);
        var unit = World.Liaison(Unit(world));
        var figure = (await Read(world, unit, id))!.Figures[0].Id;

        Assert.Null(await Type(world, unit, figure, 80.5m));
        Assert.Null(await Type(world, unit, figure, 60m, Today.AddDays(-10)));
        Refused(PlatformErrors.Forbidden, await Type(world, World.Liaison(World.Party), figure, 1));
        Refused(TaskListErrors.FigureOutOfRange, await Type(world, unit, figure, -1));
        Refused(TaskListErrors.FigureOutOfRange, await Type(world, unit, figure, 0.00001m));
        Refused(TaskListErrors.FigureAhead, await Type(world, unit, figure, 1, Today.AddDays(1)));
        Refused(TaskListErrors.DoneBefore(2026).At("on"), await Type(world, unit, figure, 1, new(2025, 12, 31)));
        Refused(TaskListErrors.EvidenceNeeded, await Type(world, unit, figure, 1, evidence: "x"));

        var shown = (await Read(world, unit, id))!.Figures[0];
        Assert.Equal((80.5m, Today, "统计月报", "80.5/120 公里"), (shown.Actual, shown.On, shown.Evidence, shown.Value(true)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Saving_refuses_what_makes_no_project(DatabaseProvider provider)
    {
        await using var world = await WithPeople(provider);
        await Saved(world);

        Refused(PlatformErrors.Forbidden, (await Save(world, World.Liaison(Unit(world)))).Error);
        Refused(ProjectErrors.Name, (await Save(world, name: "甲")).Error);
        Refused(ProjectErrors.NameTaken, (await Save(world)).Error);
        Refused(TaskListErrors.NotResponsible, (await Save(world, name: "乙高速公路", unit: World.Root)).Error);
        Refused(ProjectErrors.NoSuchLeader, (await Save(world, name: "乙高速公路", leader: World.Id("离任领导"))).Error);
        Refused(ProjectErrors.Parts, (await Save(world, name: "乙高速公路", steps: [.. Enumerable.Range(0, 31).Select(i => new SaveProject.Step(null, StepKind.Other, $"节点{i}"))])).Error);
        Refused(ProjectErrors.StepWords, (await Save(world, name: "乙高速公路", steps: [new(null, StepKind.Other, " ")])).Error);
        Refused(ProjectErrors.StepDay(2026), (await Save(world, name: "乙高速公路", steps: [new(null, StepKind.Other, "通车", new(2040, 1, 1))])).Error);
        Refused(ProjectErrors.AimNeedsDay, (await Save(world, name: "乙高速公路", steps: [new(null, StepKind.Other, "通车", null, true)])).Error);
        Refused(ProjectErrors.FigureWords, (await Save(world, name: "乙高速公路", figures: [new(null, "里程", "公里", -1)])).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_done_or_typed_is_not_changed_by_saving_and_a_withdrawn_project_takes_nothing(DatabaseProvider provider)
    {
        await using var world = await WithPeople(provider);
        var id = await Saved(world);
        var unit = World.Liaison(Unit(world));
        var project = (await Read(world, unit, id))!;
        Assert.Null(await Finish(world, unit, project.Steps[0].Id, 1, null));
        Assert.Null(await Type(world, unit, project.Figures[0].Id, 5));
        project = (await Read(world, unit, id))!;
        SaveProject.Step[] same = [.. project.Steps.Select(s => new SaveProject.Step(s.Id, s.Kind, s.What, s.DueOn, s.Aim))];
        SaveProject.FigureLine[] lines = [.. project.Figures.Select(f => new SaveProject.FigureLine(f.Id, f.Label, f.Unit, f.Target))];

        Refused(ProjectErrors.StepIsDone("前期批复"), (await Save(world, id: id, version: project.Version, steps: [.. same.Skip(1)], figures: lines)).Error);
        Refused(ProjectErrors.StepIsDone("前期批复"), (await Save(world, id: id, version: project.Version, steps: [same[0] with { DueOn = new(2026, 12, 1) }, .. same.Skip(1)], figures: lines)).Error);
        Refused(ProjectErrors.FigureHasValues("建成里程"), (await Save(world, id: id, version: project.Version, steps: same, figures: [])).Error);
        Refused(PlatformErrors.Stale(project.Version), (await Save(world, id: id, version: 1, steps: same, figures: lines)).Error);
        Assert.Null((await Save(world, id: id, version: project.Version, name: "甲高速公路（北段）", steps: [same[0], new(null, StepKind.Other, "绿化完成")], figures: lines)).Error);
        var after = (await Read(world, unit, id))!;
        Assert.Equal(["前期批复", "绿化完成"], after.Steps.Select(s => s.What));
        Assert.Equal(5m, after.Figures[0].Actual);

        Refused(TaskListErrors.ReasonLength("reason"), await Withdraw(world, id, after.Version, "撤"));
        Assert.Null(await Withdraw(world, id, after.Version, "并入另一项目"));
        Refused(ProjectErrors.Withdrawn, await Withdraw(world, id, after.Version + 1, "并入另一项目"));
        Refused(ProjectErrors.Withdrawn, await Finish(world, unit, after.Steps[1].Id, after.Version + 1, null));
        Refused(ProjectErrors.Withdrawn, await Type(world, unit, after.Figures[0].Id, 6));
        await using var db = world.Open();
        Assert.Empty((await Reader(db, world, unit).Of(2026, default)).Projects);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Who_changes_steps_or_figures_alone_is_not_overwritten_by_somebody_who_did_not_see_it(DatabaseProvider provider)
    {
        await using var world = await WithPeople(provider);
        var id = await Saved(world);
        var seen = (await Read(world, World.Supervisor, id))!;
        SaveProject.Step[] steps = [.. seen.Steps.Select(s => new SaveProject.Step(s.Id, s.Kind, s.What, s.DueOn, s.Aim))];
        SaveProject.FigureLine[] lines = [.. seen.Figures.Select(f => new SaveProject.FigureLine(f.Id, f.Label, f.Unit, f.Target))];

        Assert.Null((await Save(world, id: id, version: 1, steps: [.. steps.Take(2), steps[2] with { DueOn = new(2026, 11, 30) }], figures: lines)).Error);
        Refused(PlatformErrors.Stale(2), (await Save(world, id: id, version: 1, steps: steps, figures: [lines[0] with { Target = 200 }])).Error);
        Assert.Null((await Save(world, id: id, version: 2, steps: [.. steps.Take(2), steps[2] with { DueOn = new(2026, 11, 30) }], figures: [lines[0] with { Target = 200 }])).Error);
        Refused(PlatformErrors.Stale(3), (await Save(world, id: id, version: 2, steps: steps, figures: lines)).Error);

        var after = (await Read(world, World.Supervisor, id))!;
        Assert.Equal((3, new DateOnly(2026, 11, 30), 200m), (after.Version, after.Steps[2].DueOn, after.Figures[0].Target));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_step_whose_day_was_moved_is_held_against_the_first_one_and_the_story_tells_it(DatabaseProvider provider)
    {
        await using var world = await WithPeople(provider);
        var id = await Saved(world);
        var unit = World.Liaison(Unit(world));
        var seen = (await Read(world, unit, id))!;
        SaveProject.Step[] steps = [.. seen.Steps.Select(s => new SaveProject.Step(s.Id, s.Kind, s.What, s.DueOn, s.Aim))];
        SaveProject.FigureLine[] lines = [.. seen.Figures.Select(f => new SaveProject.FigureLine(f.Id, f.Label, f.Unit, f.Target))];

        Assert.Null((await Save(world, id: id, version: 1, steps: [steps[0] with { DueOn = new(2026, 6, 10) }, steps[1] with { DueOn = null }, steps[2]], figures: lines)).Error);
        Assert.Equal("甲高速公路（综规处，包保领导陈厅长）。前期批复：时限由2026年5月31日改为2026年6月10日；主线贯通：时限由2026年9月30日改为未定", await LastNote(world));
        Assert.Equal("逾期 10 天：6月10日前未办结，已延期，原定5月31日（前期批复）", (await Read(world, unit, id))!.Steps[0].Light.Chinese);
        Assert.Null((await Save(world, id: id, version: 2, steps: [steps[0] with { DueOn = new(2026, 6, 18) }, steps[1] with { DueOn = new(2026, 10, 31) }, steps[2]], figures: lines)).Error);
        Assert.Null(await Finish(world, unit, seen.Steps[0].Id, 3, null, new(2026, 6, 12)));

        var after = (await Read(world, unit, id))!;
        Assert.Equal([new DateOnly(2026, 5, 31), new DateOnly(2026, 9, 30), null], after.Steps.Select(s => s.Step.FirstDueOn));
        Assert.Equal(["6月12日完成，晚于原定5月31日 12 天", "未到期：10月31日前，还有 133 天，已延期，原定9月30日（主线贯通）", "未到期：12月31日前，还有 194 天（全线通车）"], after.Steps.Select(s => s.Light.Chinese));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_withdrawn_projects_name_is_not_given_to_another_and_it_is_brought_back_with_all_that_was_written(DatabaseProvider provider)
    {
        await using var world = await WithPeople(provider);
        var id = await Saved(world);
        var figure = (await Read(world, World.Supervisor, id))!.Figures[0].Id;
        Assert.Null(await Type(world, World.Liaison(Unit(world)), figure, 80.5m));
        Refused(ProjectErrors.NotWithdrawn, await Restore(world, id, 1));
        Assert.Null(await Withdraw(world, id, 1, "并入另一项目"));

        Refused(ProjectErrors.NameOfWithdrawn("甲高速公路"), (await Save(world)).Error);
        Refused(PlatformErrors.Forbidden, await Restore(world, id, 2, by: World.Liaison(Unit(world))));
        Refused(PlatformErrors.NotFound, await Restore(world, Guid.NewGuid(), 2));
        Refused(PlatformErrors.Stale(2), await Restore(world, id, 1));
        Refused(TaskListErrors.ReasonLength("reason"), await Restore(world, id, 2, "要"));
        var document = SampleList.Document(World.Year);
        await world.Save(document with { Tasks = [.. document.Tasks.Where(t => t.Number != 3)] });
        Refused(TaskListErrors.WithdrawnSubject, await Restore(world, id, 2));
        await world.Save(document);
        Assert.Null(await Restore(world, id, 2));

        var back = (await Read(world, World.Supervisor, id))!;
        Assert.Equal((3, null, 80.5m), (back.Version, back.WithdrawnReason, back.Figures[0].Actual));
        Assert.Equal("甲高速公路：撤错了项目", await LastNote(world));
        Refused(ProjectErrors.NameTaken, (await Save(world)).Error);
    }

    private static async Task<Error?> Restore(World world, Guid id, int version, string reason = "撤错了项目", Actor? by = null)
    {
        by ??= World.Supervisor;
        return (await world.Do(by, (db, once, _) => new RestoreProject.Handler(db, once, by, world.Clock).Handle(new(Guid.NewGuid().ToString(), id, version, reason), default))).Error;
    }

    private static async Task<string?> LastNote(World world)
    {
        await using var db = world.Open();
        return (await db.Acts.OrderBy(a => a.Sequence).LastAsync()).Note;
    }

    // The words say which refusal it is; their paths are lists, which are never equal.
    private static void Refused(Error expected, Error? actual) => Assert.Equal(expected.Chinese, actual?.Chinese);

    private static async Task<World> WithPeople(DatabaseProvider provider)
    {
        var world = await World.WithList(provider);
        await world.Hear([new PersonRecorded(Leader, 2, "陈厅长", World.Root, false), new PersonRecorded(Leader, 1, "旧名", World.Root, false), new PersonRecorded(World.Id("离任领导"), 1, "离任", World.Root, true)]);
        return world;
    }

    private static Guid Unit(World world)
    {
        using var db = world.Open();
        var task = db.Tasks.Single(t => t.Number == 3).Id;
        return new Standing(Data.ListQueries.Rows(db, db.Lists.Single().Id, Data.ListQueries.UnitBook(db, default).GetAwaiter().GetResult(), default).GetAwaiter().GetResult()!, Today, world.Options.Lights).AnsweringFor(task).First(a => a.Owes).UnitId;
    }

    private static async Task<Outcome> Save(
        World world, Actor? by = null, Guid? id = null, int? version = null, string name = "甲高速公路", Guid? unit = null, Guid? leader = null,
        IReadOnlyList<SaveProject.Step>? steps = null, IReadOnlyList<SaveProject.FigureLine>? figures = null)
    {
        await using var db = world.Open();
        var task = (await db.Tasks.SingleAsync(t => t.Number == 3)).Id;
        by ??= World.Supervisor;
        return await world.Do(by, (context, once, _) => new SaveProject.Handler(context, once, by, world.Clock).Handle(
            new(
                Guid.NewGuid().ToString(), id, version, task, name, ProjectKind.Continued, unit ?? Unit(world), leader ?? Leader,
                steps ?? [new(null, StepKind.Other, "前期批复", new(2026, 5, 31)), new(null, StepKind.Other, "主线贯通", new(2026, 9, 30)), new(null, StepKind.Opening, "全线通车", new(2026, 12, 31))],
                figures ?? [new(null, "建成里程", "公里", 120)]),
            default));
    }

    private static async Task<Guid> Saved(World world, IReadOnlyList<SaveProject.Step>? steps = null)
    {
        var outcome = await Save(world, steps: steps);
        Assert.Null(outcome.Error);
        return outcome.Id!.Value;
    }

    private static async Task<Error?> Finish(World world, Actor by, Guid step, int version, Guid? file, DateOnly? on = null, string evidence = "交工验收报告") => (await world.Do(by, (db, once, files) =>
        new FinishStep.Handler(db, once, by, files, world.Clock).Handle(new(Guid.NewGuid().ToString(), step, version, on ?? Today, evidence, file), default))).Error;

    private static async Task<Error?> SendBack(World world, Actor by, Guid step, int version, string reason) => (await world.Do(by, (db, once, _) =>
        new ReopenStep.Handler(db, once, by, world.Clock).Handle(new(Guid.NewGuid().ToString(), step, version, reason), default))).Error;

    private static async Task<Error?> Type(World world, Actor by, Guid figure, decimal value, DateOnly? on = null, string evidence = "统计月报") => (await world.Do(by, (db, once, files) =>
        new TypeProjectFigure.Handler(db, once, by, files, world.Clock).Handle(new(Guid.NewGuid().ToString(), figure, value, on ?? Today, evidence), default))).Error;

    private static async Task<Error?> Withdraw(World world, Guid id, int version, string reason) => (await world.Do(World.Supervisor, (db, once, _) =>
        new WithdrawProject.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Guid.NewGuid().ToString(), id, version, reason), default))).Error;

    private static async Task<ProjectView?> Read(World world, Actor by, Guid id)
    {
        await using var db = world.Open();
        return await Reader(db, world, by).One(id, default);
    }

    private static async Task<IReadOnlyList<Commerce.Platform.Modules.Todo>> Todos(World world, Actor by)
    {
        await using var db = world.Open();
        return await new ProjectTodos(db, Reader(db, world, by), world.Options, by, world.Clock).Read(default);
    }

    private static ReadProjects Reader(Data.TaskListDbContext db, World world, Actor by) => new(db, new ReadLists(db, by, world.Options, world.Clock), world.Options, by);
}
