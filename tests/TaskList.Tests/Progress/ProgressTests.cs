using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Measures;
using Commerce.TaskList.Milestones;
using Commerce.TaskList.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Progress;

public sealed class ProgressTests
{
    private static readonly Month June = Month.Of(2026, 6);
    private static readonly Actor Reporter = World.Liaison(World.Highways);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_report_with_a_file_is_kept_and_the_supervisor_accepts_it(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var file = await world.Upload(Reporter);
        var measure = await world.Measure(29);

        var outcome = await Submit(world, Reporter, measure.Id, World.Highways, percent: 40, files: [file]);
        var accepted = await Review(world, World.Supervisor, outcome.Id!.Value);

        Assert.Null(outcome.Error);
        Assert.Null(accepted.Error);
        var report = (await world.Read(World.Supervisor)).Standing.Rows.Reports.Single();
        Assert.Equal((40, ReportState.Accepted, "佐证.txt"), (report.Percent, report.State, report.Files.Single().Name));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_a_report_is_refused_and_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var figure = (await world.Measure(29)).Id;
        var text = (await world.Measure(18)).Id;
        var others = await world.Upload(World.Liaison(World.Transport, "别人"));

        async Task<Error?> Try(Guid measure, Guid unit, int? percent = null, string narrative = "正在办理", Month? period = null, DateOnly? done = null, Guid[]? files = null, Actor? who = null) =>
            (await Submit(world, who ?? Reporter, measure, unit, percent, narrative, period, done, files)).Error;

        Assert.Equal(TaskListErrors.PercentNotAsked, await Try(text, World.Highways, percent: 50));
        Assert.Equal(TaskListErrors.PercentOutOfRange, await Try(figure, World.Highways, percent: 101));
        Assert.Equal(TaskListErrors.NarrativeLength, await Try(figure, World.Highways, narrative: " 一 "));
        Assert.Equal(TaskListErrors.PeriodAhead, await Try(figure, World.Highways, period: June.Next()));
        Assert.Equal(TaskListErrors.PeriodBefore(2026), await Try(figure, World.Highways, period: Month.Of(2025, 12)), ErrorText.Same);
        Assert.Equal(TaskListErrors.DoneAhead, await Try(figure, World.Highways, done: new(2026, 6, 21)));
        Assert.Equal(TaskListErrors.NoSuchFile, await Try(figure, World.Highways, files: [others]));
        Assert.Equal(ErrorCode.NotFound, (await Try(figure, World.Transport))!.Code);
        Assert.Equal(TaskListErrors.NotResponsible, await Try((await world.Measure(43)).Id, World.Highways));
        Assert.Equal(ErrorCode.NotFound, (await Try(Guid.NewGuid(), World.Highways))!.Code);
        await using var db = world.Open();
        Assert.False(await db.Reports.AnyAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_cooperating_unit_reports_and_cannot_say_that_it_is_done(DatabaseProvider provider)
    {
        // 公路局 cooperates in task 14, measure 54.
        await using var world = await World.WithList(provider);
        var measure = (await world.Measure(54)).Id;

        var reported = await Submit(world, Reporter, measure, World.Highways, percent: 10);
        var done = await Submit(world, Reporter, measure, World.Highways, done: new(2026, 6, 10));

        Assert.Null(reported.Error);
        Assert.Equal(TaskListErrors.OnlyResponsibleSaysDone, done.Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_report_sent_back_needs_a_reason_and_opens_the_measure_again(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var measure = await world.Measure(29);
        var report = (await Submit(world, Reporter, measure.Id, World.Highways, done: new(2026, 6, 18))).Id!.Value;
        Assert.Equal(MeasureState.SaidDone, (await world.Measure(29)).State);

        var without = await Review(world, World.Supervisor, report, accept: false, reason: "不行");
        var back = await Review(world, World.Supervisor, report, accept: false, reason: "缺少验收记录");
        var again = await Review(world, World.Supervisor, report, version: 2);

        Assert.Equal(TaskListErrors.ReasonLength("reason"), without.Error, ErrorText.Same);
        Assert.Null(back.Error);
        Assert.Equal(TaskListErrors.ReviewedAlready, again.Error);
        Assert.Equal(MeasureState.Open, (await world.Measure(29)).State);
        var light = (await world.Read(World.Supervisor)).Tasks.SelectMany(t => t.Measures).Single(m => m.Number == 29).Light;
        Assert.Equal(LightColour.Yellow, light.Colour);
        Assert.Contains("缺少验收记录", light.Chinese, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nobody_reviews_or_closes_on_their_own_report(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var one = World.Everything(World.Highways);
        var measure = await world.Measure(29);
        var report = (await Submit(world, one, measure.Id, World.Highways, done: new(2026, 6, 18))).Id!.Value;

        Assert.Equal(TaskListErrors.OwnReport, (await Review(world, one, report)).Error);
        Assert.Null((await Review(world, World.Supervisor, report)).Error);
        Assert.Equal(TaskListErrors.OwnReport, (await Close(world, one, 29)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_measure_is_closed_on_an_accepted_word_and_its_deadline_is_kept_with_it(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var reporter = World.Liaison(World.Party);
        Assert.Equal(TaskListErrors.NobodySaidDone, (await Close(world, World.Supervisor, 45)).Error);
        var report = (await Submit(world, reporter, (await world.Measure(45)).Id, World.Party, percent: 100, done: new(2026, 6, 18))).Id!.Value;
        Assert.Equal(TaskListErrors.NobodySaidDone, (await Close(world, World.Supervisor, 45)).Error);
        await Review(world, World.Supervisor, report);

        var closed = await Close(world, World.Supervisor, 45);

        Assert.Null(closed.Error);
        Assert.Equal((MeasureState.Closed, new DateOnly(2026, 6, 18)), ((await world.Measure(45)).State, (await world.Measure(45)).DoneOn));
        Assert.Equal(new DateOnly(2026, 6, 18), (await world.Milestone(12)).DoneOn);
        Assert.Equal(TaskListErrors.ClosedAlready, (await Submit(world, reporter, (await world.Measure(45)).Id, World.Party, percent: 100)).Error);
        var later = (await world.Read(World.Supervisor, new(2026, 7, 5))).Tasks.Single(t => t.Number == 12);
        Assert.Equal(LightColour.Green, later.Measures.Single(m => m.Number == 45).Light.Colour);
        var before = (await world.Read(World.Supervisor, new(2026, 6, 17))).Tasks.Single(t => t.Number == 12);
        Assert.Null(before.Milestones[0].DoneOn);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_closed_measure_is_opened_again_with_a_reason_and_so_is_its_deadline(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var report = (await Submit(world, World.Liaison(World.Party), (await world.Measure(45)).Id, World.Party, done: new(2026, 6, 18))).Id!.Value;
        await Review(world, World.Supervisor, report);
        await Close(world, World.Supervisor, 45);

        Task<Outcome> Reopen(string reason) => world.Do(World.Supervisor, async (db, once, _) => await new ReopenMeasure.Handler(db, once, World.Supervisor, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), (await world.Measure(45)).Id, (await world.Measure(45)).Version, reason), default));

        Assert.Equal(TaskListErrors.ReasonLength("reason"), (await Reopen("")).Error, ErrorText.Same);
        Assert.Null((await Reopen("抽查发现漏户")).Error);
        Assert.Equal((MeasureState.Open, null), ((await world.Measure(45)).State, (await world.Milestone(12)).DoneOn));
        Assert.Equal(TaskListErrors.NotClosed, (await Reopen("再开一次吧")).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_deadline_noted_done_on_its_own_ground_stays_done_when_a_measure_is_opened_again_and_what_opens_is_told(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        async Task Shut()
        {
            await Review(world, World.Supervisor, (await Submit(world, World.Liaison(World.Party), (await world.Measure(45)).Id, World.Party, done: new(2026, 6, 18))).Id!.Value);
            Assert.Null((await Close(world, World.Supervisor, 45)).Error);
        }

        async Task Open() => Assert.Null((await world.Do(World.Supervisor, async (db, once, _) => await new ReopenMeasure.Handler(db, once, World.Supervisor, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), (await world.Measure(45)).Id, (await world.Measure(45)).Version, "抽查发现漏户"), default))).Error);

        await Shut();
        await Open();
        await using (var db = world.Open())
        {
            Assert.Contains("措施45重新打开", (await db.Acts.SingleAsync(a => a.Action == TaskAction.MilestoneReopened)).Note, StringComparison.Ordinal);
        }

        await world.Do(World.Supervisor, async (db, once, _) => await new FinishMilestone.Handler(db, once, World.Supervisor, world.Clock)
            .Handle(new("f", (await world.Milestone(12)).Id, (await world.Milestone(12)).Version, new(2026, 6, 17), "验收纪要第3号"), default));
        await Shut();
        await Open();

        Assert.Equal(new DateOnly(2026, 6, 17), (await world.Milestone(12)).DoneOn);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Said_done_in_time_it_waits_for_the_reviewer_and_is_not_late_until_it_is_sent_back(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var report = (await Submit(world, World.Liaison(World.Party), (await world.Measure(45)).Id, World.Party, percent: 100, done: new(2026, 6, 18))).Id!.Value;
        async Task<Light> July() => (await world.Read(World.Supervisor, new(2026, 7, 5))).Tasks.SelectMany(t => t.Measures).Single(m => m.Number == 45).Light;

        Assert.Equal((LightColour.Green, "待销号：已报6月18日办结"), ((await July()).Colour, (await July()).Chinese));
        world.Clock.SetUtcNow(new(2026, 7, 5, 1, 0, 0, TimeSpan.Zero));
        Assert.Null((await Review(world, World.Supervisor, report, accept: false, reason: "佐证不全")).Error);
        Assert.Equal((LightColour.Red, "逾期 5 天：6月30日前未办结（完成基本保障清零行动）"), ((await July()).Colour, (await July()).Chinese));
        await Submit(world, World.Liaison(World.Party), (await world.Measure(45)).Id, World.Party, percent: 100, done: new(2026, 7, 3));
        Assert.Equal((LightColour.Yellow, "待销号：已报7月3日办结，比时限晚 3 天"), ((await July()).Colour, (await July()).Chinese));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task While_one_of_the_sharing_units_is_silent_the_deadline_is_late(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var county = await Named(world);
        var measure = (await world.Measure(30)).Id;
        async Task<LightColour> After() => (await world.Read(World.Supervisor, (await world.Milestone(7)).DueOn!.Value.AddDays(1))).Tasks.SelectMany(t => t.Measures).Single(m => m.Number == 30).Light.Colour;

        await Submit(world, Reporter, measure, World.Highways, done: new(2026, 6, 15));
        Assert.Equal(LightColour.Red, await After());
        foreach (var number in new[] { 29, 31 })
        {
            await Submit(world, Reporter, (await world.Measure(number)).Id, World.Highways, done: new(2026, 6, 15));
            await Submit(world, World.Liaison(county, "县里"), (await world.Measure(number)).Id, county, done: new(2026, 6, 15));
        }

        Assert.Equal(LightColour.Red, await After());
        await Submit(world, World.Liaison(county, "县里"), measure, county, done: new(2026, 6, 17));
        Assert.Equal(LightColour.Green, await After());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Standing_work_is_neither_done_nor_closed(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        var done = await Submit(world, World.Liaison(World.Party), (await world.Measure(48)).Id, World.Party, done: new(2026, 6, 18));

        Assert.Equal(ErrorCode.StateNotAllowed, done.Error!.Code);
        Assert.Equal(TaskListErrors.StandingNeverDone, (await Close(world, World.Supervisor, 48)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Of_sharing_units_all_must_have_said_done(DatabaseProvider provider)
    {
        // 任务(七): 公路局 and an open group share; a county's authority is named into it.
        await using var world = await World.WithList(provider);
        var county = await Named(world);
        var measure = (await world.Measure(30)).Id;
        await Review(world, World.Supervisor, (await Submit(world, Reporter, measure, World.Highways, done: new(2026, 6, 15))).Id!.Value);
        var early = await Close(world, World.Supervisor, 30);
        await Review(world, World.Supervisor, (await Submit(world, World.Liaison(county, "县里"), measure, county, done: new(2026, 6, 17))).Id!.Value);
        var closed = await Close(world, World.Supervisor, 30);

        Assert.Equal(TaskListErrors.StillSilent(["示例县交通局"]), early.Error, ErrorText.Same);
        Assert.Null(closed.Error);
        Assert.Equal(new DateOnly(2026, 6, 17), (await world.Measure(30)).DoneOn);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Another_units_report_is_seen_by_the_lead_and_by_nobody_else(DatabaseProvider provider)
    {
        // 财务处 cooperates in task 4, 公路局 leads it; 运输局 has no part.
        await using var world = await World.WithList(provider);
        var finance = World.Id("财务处");
        var report = (await Submit(world, World.Liaison(finance, "财务"), (await world.Measure(18)).Id, finance)).Id!.Value;

        async Task<bool> Sees(Actor actor)
        {
            await using var db = world.Open();
            return (await new ReadLists(db, actor, world.Options, world.Clock).Reports([report], default)).Count == 1;
        }

        Assert.True(await Sees(World.Liaison(finance, "财务")));
        Assert.True(await Sees(Reporter));
        Assert.True(await Sees(World.Supervisor));
        Assert.False(await Sees(World.Liaison(World.Transport, "运输")));
        Assert.Equal(ErrorCode.NotFound, (await Review(world, World.Who("外人", [Capability.TaskRead, Capability.TaskSupervise], World.Transport), report)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await Review(world, World.Who("牵头", [Capability.TaskRead, Capability.TaskSupervise], finance), report)).Error!.Code);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_report_twice_is_one_report(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var measure = (await world.Measure(29)).Id;

        var first = await Submit(world, Reporter, measure, World.Highways, key: "once");
        var second = await Submit(world, Reporter, measure, World.Highways, key: "once");

        Assert.Equal((first.Id, true), (second.Id, second.Replayed));
        await using var db = world.Open();
        Assert.Equal(1, await db.Reports.CountAsync());
    }

    private static async Task<Guid> Named(World world)
    {
        var county = World.Id("示例县交通局");
        await world.Hear([new Commerce.Contracts.Organisations.UnitRecorded(county, 1, "示例县交通局", "LOCAL_AUTHORITY", null, false)]);
        await using var db = world.Open();
        var task = await db.Tasks.SingleAsync(t => t.Number == 7);
        Assert.Null((await world.Do(World.Supervisor, (d, once, _) => new Commerce.TaskList.Members.NameMembers.Handler(d, once, World.Supervisor, world.Clock)
            .Handle(new("n", task.Id, task.Version, "有关地方交通运输主管部门", [county]), default))).Error);
        return county;
    }

    private static Task<Outcome> Submit(
        World world, Actor who, Guid measure, Guid unit, int? percent = null, string narrative = "正在办理", Month? period = null, DateOnly? done = null, Guid[]? files = null, string? key = null) =>
        world.Do(who, (db, once, store) => new SubmitProgress.Handler(db, once, who, store, world.Clock)
            .Handle(new(key ?? Guid.NewGuid().ToString(), measure, unit, period ?? June, narrative, percent, done, files), default));

    private static Task<Outcome> Review(World world, Actor who, Guid report, bool accept = true, string? reason = null, int version = 1) =>
        world.Do(who, (db, once, _) => new ReviewProgress.Handler(db, once, who, world.Clock).Handle(new(Guid.NewGuid().ToString(), report, version, accept, reason), default));

    private static Task<Outcome> Close(World world, Actor who, int number) => world.Do(who, async (db, once, _) =>
    {
        var measure = await world.Measure(number);
        return await new CloseMeasure.Handler(db, once, who, world.Clock).Handle(new(Guid.NewGuid().ToString(), measure.Id, measure.Version), default);
    });
}

/// <summary>Refusals are the same when they say the same.</summary>
internal sealed class ErrorText : IEqualityComparer<Error?>
{
    public static ErrorText Same { get; } = new();

    public bool Equals(Error? x, Error? y) => (x?.Code, x?.Chinese, x?.English) == (y?.Code, y?.Chinese, y?.English);

    public int GetHashCode(Error? obj) => obj?.Chinese.GetHashCode(StringComparison.Ordinal) ?? 0;
}
