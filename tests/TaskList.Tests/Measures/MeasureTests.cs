using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Extensions;
using Commerce.TaskList.Figures;
using Commerce.TaskList.Measures;
using Commerce.TaskList.Milestones;
using Commerce.TaskList.Progress;
using Commerce.TaskList.SampleData;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Measures;

public sealed class MeasureTests
{
    private static readonly Actor Reporter = World.Liaison(World.Highways);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_printed_text_stays_beside_what_it_should_say(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var printed = (await world.Measure(45)).Text;

        Assert.Null(await Correct(world, World.Supervisor, 45, "改正后的文字"));

        Assert.Equal((printed, "改正后的文字"), ((await world.Measure(45)).Text, (await world.Measure(45)).CorrectedText));
        Assert.Equal(TaskListErrors.TextLength, await Correct(world, World.Supervisor, 45, new('长', Measure.TextLength + 1)));
        Assert.Equal(ErrorCode.Forbidden, (await Correct(world, World.Who("处内督查", [Capability.TaskRead, Capability.TaskSupervise], World.Id("财务处")), 45, "别人"))!.Code);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_the_platform_reckons_is_not_chosen_by_hand(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        Assert.Equal(TaskListErrors.KindIsTheSystems, await Correct(world, World.Supervisor, 43, null, MeasureKind.Figure));
        Assert.Equal(TaskListErrors.KindIsTheSystems, await Correct(world, World.Supervisor, 18, null, MeasureKind.Computed));
        Assert.Null(await Correct(world, World.Supervisor, 18, null, MeasureKind.Figure));
        await using var db = world.Open();
        Assert.Equal("文字说明 → 填报数据", (await db.Acts.SingleAsync(a => a.Action == TaskAction.KindChanged)).Note);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nothing_more_is_said_of_what_a_later_edition_dropped(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (measure, milestone, metric) = (await world.Measure(30), await world.Milestone(7), (await world.Figures(29))[0].Id);
        var waiting = await Ask(world, milestone.Id);
        var document = SampleList.Document(World.Year);
        await world.Save(document with { Tasks = [.. document.Tasks.Where(t => t.Number != 7)] });

        var reported = await Report(world, measure.Id);
        var asked = await Ask(world, milestone.Id);
        var decided = await world.Do(World.Supervisor, (db, once, _) => new DecideExtension.Handler(db, once, World.Supervisor, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), waiting.Id!.Value, 1, true), default));
        var finished = await world.Do(World.Supervisor, async (db, once, _) => await new FinishMilestone.Handler(db, once, World.Supervisor, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), milestone.Id, await Version(world, milestone.Id), new(2026, 6, 1), "验收纪要"), default));
        var typed = await world.Do(Reporter, (db, once, files) => new TypeFigure.Handler(db, once, Reporter, files, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), metric, World.Highways, 1, new(2026, 6, 1), "排查表"), default));

        Assert.All([reported, asked, decided, finished, typed], o => Assert.Equal(TaskListErrors.WithdrawnSubject, o.Error));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Days_before_the_lists_year_and_too_many_files_are_refused(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var measure = await world.Measure(30);
        List<Guid> files = [];
        for (var i = 0; i <= ProgressReport.MostFiles; i++)
        {
            files.Add(await world.Upload(Reporter, $"佐证{i}.txt"));
        }

        Assert.Equal(TaskListErrors.DoneBefore(World.Year), (await Report(world, measure.Id, done: new(2025, 12, 31))).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.TooManyFiles, (await Report(world, measure.Id, files: [.. files])).Error);
        Assert.Null((await Report(world, measure.Id, files: [.. files.Skip(1)])).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_milestone_is_noted_as_done_with_its_ground_and_only_when_it_can_be(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        Assert.Equal(TaskListErrors.NotDone, await Reopen(world, 12, "没有完成"));
        Assert.Equal(TaskListErrors.ReasonLength("basis"), await Finish(world, World.Supervisor, 12, basis: "好"), ErrorText.Same);
        Assert.Equal(TaskListErrors.NotDated, await Finish(world, World.Supervisor, 12, position: 1));
        Assert.Equal(TaskListErrors.StillSilent(["公路局"]), await Finish(world, World.Supervisor, 7), ErrorText.Same);
        Assert.Equal(ErrorCode.Forbidden, (await Finish(world, World.Liaison(World.Party), 12))!.Code);
        Assert.Null(await Finish(world, World.Supervisor, 12));
        Assert.Equal(TaskListErrors.ReasonLength("reason"), await Reopen(world, 12, "错"), ErrorText.Same);
        Assert.Null(await Reopen(world, 12, "没有完成"));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nobody_notes_a_deadline_as_done_on_their_own_report(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var both = World.Everything(World.Party);
        await world.Do(both, async (db, once, store) => await new SubmitProgress.Handler(db, once, both, store, world.Clock)
            .Handle(new("r", (await world.Measure(45)).Id, World.Party, Month.Of(World.Year, 6), "已办结", null, new(2026, 6, 18), []), default));

        Assert.Equal(TaskListErrors.OwnReport, await Finish(world, both, 12));
        Assert.Null((await world.Milestone(12)).DoneOn);
        Assert.Null(await Finish(world, World.Supervisor, 12));
    }

    private static async Task<Error?> Correct(World world, Actor who, int number, string? text, MeasureKind? kind = null) => (await world.Do(who, async (db, once, _) =>
    {
        var measure = await world.Measure(number);
        return await new CorrectMeasure.Handler(db, once, who, world.Clock).Handle(new(Guid.NewGuid().ToString(), measure.Id, measure.Version, text, kind), default);
    })).Error;

    private static Task<Outcome> Ask(World world, Guid milestone) => world.Do(Reporter, (db, once, _) => new AskExtension.Handler(db, once, Reporter, world.Clock)
        .Handle(new(Guid.NewGuid().ToString(), milestone, World.Highways, new(2026, 12, 1), "天气原因停工", "已完成六成"), default));

    private static async Task<int> Version(World world, Guid milestone)
    {
        await using var db = world.Open();
        return await db.Milestones.Where(m => m.Id == milestone).Select(m => m.Version).SingleAsync();
    }

    private static Task<Outcome> Report(World world, Guid measure, DateOnly? done = null, Guid[]? files = null) => world.Do(Reporter, (db, once, store) =>
        new SubmitProgress.Handler(db, once, Reporter, store, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), measure, World.Highways, Month.Of(World.Year, 6), "正在办理", null, done, files), default));

    private static async Task<Error?> Finish(World world, Actor who, int task, int position = 0, string basis = "验收纪要第3号") => (await world.Do(who, async (db, once, _) =>
    {
        var milestone = await world.Milestone(task, position);
        return await new FinishMilestone.Handler(db, once, who, world.Clock).Handle(new(Guid.NewGuid().ToString(), milestone.Id, milestone.Version, new(2026, 6, 18), basis), default);
    })).Error;

    private static async Task<Error?> Reopen(World world, int task, string reason) => (await world.Do(World.Supervisor, async (db, once, _) =>
    {
        var milestone = await world.Milestone(task);
        return await new ReopenMilestone.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Guid.NewGuid().ToString(), milestone.Id, milestone.Version, reason), default);
    })).Error;
}
