using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Xunit;

namespace Commerce.TaskList.Tests.Letters;

public sealed class EscalationTests
{
    // Five days after the letter was issued its answer is due; so is the milestone.
    private static readonly DateTimeOffset DueDay = new(2026, 6, 30, 15, 59, 59, TimeSpan.Zero);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_answer_is_overdue_from_midnight_after_its_last_day(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var id = await world.Issued();

        world.Clock.SetUtcNow(DueDay);
        Assert.Equal(LetterState.Issued, (await world.Ask(World.Supervisor, r => r.Find(id, default)))!.State);
        Assert.Equal(LetterErrors.NotOverdue, (await world.Escalate(id)).Error);
        world.Clock.SetUtcNow(DueDay.AddSeconds(1));
        Assert.Equal(LetterState.Overdue, (await world.Ask(World.Supervisor, r => r.Find(id, default)))!.State);
        Assert.Equal([id], (await world.Ask(World.Supervisor, r => r.All(new(State: LetterState.Overdue), default))).Select(l => l.Id));
        Assert.Empty(await world.Ask(World.Supervisor, r => r.All(new(State: LetterState.Issued), default)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_next_letter_is_a_colour_graver_and_takes_the_place_of_the_one_before(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var first = (await world.Draft(measure: 43, unit: World.Group, colour: LetterColour.Blue, raised: "年底任务重，提前督办")).Id!.Value;
        await world.Issue(first);
        world.Clock.SetUtcNow(Desk.Over);

        var next = (await world.Escalate(first)).Id!.Value;

        var drafted = await world.Letter(next);
        Assert.Equal((LetterColour.Yellow, LetterState.Draft, (Guid?)first), (drafted.Colour, drafted.State, drafted.Escalates));
        Assert.Equal(LetterErrors.EscalatedAlready, (await world.Escalate(first)).Error);
        Assert.Equal(LetterErrors.BelowTheLight(LetterColour.Yellow), (await world.Revise(next, colour: LetterColour.Blue)).Error, ErrorText.Same);
        Assert.Equal(LetterState.Overdue, (await world.Letter(first)).StateOn(Desk.Day(world, 0)));
        Assert.Null((await world.Issue(next, "示例督〔2026〕2号")).Error);
        var before = await world.Letter(first);
        Assert.Equal((LetterState.Closed, true, "示例督〔2026〕2号"), (before.State, before.Superseded, before.ClosedNote));
        Assert.Equal(LetterErrors.OpenAlready("示例督〔2026〕2号"), (await world.Draft(measure: 43, unit: World.Group, colour: LetterColour.Blue, raised: "再督办一次")).Error, ErrorText.Same);
        world.Clock.Advance(TimeSpan.FromDays(8));
        var red = (await world.Escalate(next)).Id!.Value;
        Assert.Null((await world.Issue(red, "示例督〔2026〕3号")).Error);
        world.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(LetterErrors.GravestAlready, (await world.Escalate(red)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Where_the_light_is_graver_than_the_next_step_so_is_the_letter(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var first = await world.Issued();
        world.Clock.SetUtcNow(Desk.Over);

        Assert.Equal(LetterColour.Red, (await world.Letter((await world.Escalate(first)).Id!.Value)).Colour);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_late_answer_is_taken_and_then_nothing_is_escalated(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var first = await world.Issued();
        world.Clock.SetUtcNow(Desk.Over);
        var next = (await world.Escalate(first)).Id!.Value;

        Assert.Null((await world.Answer(first)).Error);

        Assert.True((await world.Letter(first)).Reply!.Late);
        Assert.Equal(LetterErrors.AnsweredMeanwhile, (await world.Issue(next, "示例督〔2026〕2号")).Error);
        Assert.Null((await world.Discard(next)).Error);
        Assert.Null((await world.Letter(first)).EscalatedIn);
        Assert.Equal(LetterErrors.NotOverdue, (await world.Escalate(first)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Escalating_checks_what_it_is_given(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var first = await world.Issued();
        world.Clock.SetUtcNow(Desk.Over);

        Assert.Equal(ErrorCode.VersionStale, (await world.Escalate(first, version: 9)).Error!.Code);
        Assert.Equal(LetterErrors.DemandLength, (await world.Escalate(first, demand: "快")).Error, ErrorText.Same);
        Assert.Equal(LetterErrors.LimitPassed, (await world.Escalate(first, due: Desk.Day(world, 0))).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.Forbidden, (await world.Escalate(first, Desk.Transport)).Error!.Code);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_was_sent_answered_and_is_overdue_is_counted(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        await world.Chase(measure: 26);
        var (late, silent) = (await world.Issued(), await world.Issued("示例督〔2026〕2号", 26));
        var escalated = await world.Issued("示例督〔2026〕3号", 28);
        world.Clock.SetUtcNow(Desk.Over);
        await world.Answer(late);
        await world.Close(late);
        await world.Issue((await world.Escalate(escalated)).Id!.Value, "示例督〔2026〕4号");
        await Report(world, 26);

        var counts = await world.Ask(World.Supervisor, r => r.Counts(2026, default));

        Assert.Equal(new LetterCounts(Sent: 4, Answered: 1, AnsweredLate: 1, Overdue: 1, Escalated: 1, Closed: 1, Chases: 1, ChasesAnswered: 1), counts);
        Assert.Equal(LetterState.Overdue, (await world.Letter(silent)).StateOn(Desk.Day(world, 0)));
        Assert.Equal(new LetterCounts(0, 0, 0, 0, 0, 0, 0, 0), await world.Ask(World.Liaison(World.Highways), r => r.Counts(2026, default)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_chase_waits_in_the_units_inbox_until_any_report_on_the_matter(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var milestone = (await world.Milestone(6)).Id;

        Assert.Equal(LetterErrors.WordLength, (await world.Chase(word: " ")).Error, ErrorText.Same);
        Assert.Equal(LetterErrors.OneMatter, (await world.Chase(milestone: milestone)).Error);
        Assert.Equal(TaskListErrors.NotResponsible, (await world.Chase(unit: World.Highways)).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.Forbidden, (await world.Chase(Desk.Transport)).Error!.Code);
        Assert.Null((await world.Chase()).Error);
        Assert.Null((await world.Chase(measure: 0, milestone: milestone, word: "请报开工情况")).Error);

        Assert.Equal(2, (await Inbox(world, Desk.Transport)).Count(t => t.Chinese.StartsWith("催办（运输局）", StringComparison.Ordinal)));
        Assert.Empty(await Inbox(world, World.Liaison(World.Highways)));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await Report(world, 26);
        Assert.Equal("催办（运输局）：请抓紧上报", Assert.Single(await Inbox(world, Desk.Transport)).Chinese);
        await Report(world, 25);
        Assert.Empty(await Inbox(world, Desk.Transport));
        Assert.All(await world.Ask(World.Supervisor, r => r.Chases(2026, null, default)), c => Assert.True(c.Answered));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Letters_wait_for_the_unit_then_for_the_supervisor(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var id = await world.Issued();

        Assert.Equal(("回复督办函示例督〔2026〕1号（运输局，蓝色）", new DateOnly(2026, 6, 30)), Said(await Inbox(world, Desk.Transport)));
        Assert.Empty(await Inbox(world, World.Supervisor));
        world.Clock.SetUtcNow(Desk.Over);
        Assert.Equal("督办函示例督〔2026〕1号逾期未回复，可升级（运输局）", Assert.Single(await Inbox(world, World.Supervisor)).Chinese);
        await world.Answer(id);
        Assert.Empty(await Inbox(world, Desk.Transport));
        Assert.Equal("办理督办函示例督〔2026〕1号的回复（运输局）", Assert.Single(await Inbox(world, World.Supervisor)).Chinese);
        await world.Close(id);
        Assert.Empty(await Inbox(world, World.Supervisor));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_letter_sent_back_with_the_same_limit_is_told_anew_as_something_that_just_came(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var id = await world.Issued();
        var before = Assert.Single(await Inbox(world, Desk.Transport));
        await world.Answer(id);
        world.Clock.Advance(TimeSpan.FromHours(2));
        var same = (await world.Letter(id)).ReplyDueOn;
        Assert.Null((await world.SendBack(id, due: same)).Error);

        var after = Assert.Single(await Inbox(world, Desk.Transport));

        Assert.Equal((before.Path, before.Due, world.Clock.GetUtcNow()), (after.Path, after.Due, after.Since));
        Assert.NotEqual(before.Since, after.Since);
        Assert.Contains("退回", after.Chinese, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_red_letter_that_is_overdue_waits_for_the_supervisor_to_go_there(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var id = (await world.Draft(colour: LetterColour.Red, raised: "领导批示")).Id!.Value;
        await world.Issue(id);
        Assert.Empty(await Inbox(world, World.Supervisor));
        world.Clock.SetUtcNow(Desk.Over);

        Assert.Equal("督办函示例督〔2026〕1号（红色）逾期未回复，请当面督办（运输局）", Assert.Single(await Inbox(world, World.Supervisor)).Chinese);
        Assert.Empty(await Inbox(world, World.Who("督查", [Capability.TaskRead, Capability.TaskSupervise], World.Highways)));
        await world.Answer(id);
        Assert.Equal("办理督办函示例督〔2026〕1号的回复（运输局）", Assert.Single(await Inbox(world, World.Supervisor)).Chinese);
    }

    private static (string, DateOnly) Said(IReadOnlyList<Todo> inbox)
    {
        var todo = Assert.Single(inbox);
        return (todo.Chinese, todo.Due!.Value);
    }

    private static async Task<IReadOnlyList<Todo>> Inbox(World world, Actor actor) => await world.Part<LetterTodos>(actor);

    private static async Task Report(World world, int measure)
    {
        var id = (await world.Measure(measure)).Id;
        Assert.Null((await world.Do(Desk.Transport, (db, once, files) => new SubmitProgress.Handler(db, once, Desk.Transport, files, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), id, World.Transport, Month.Of(2026, 6), "手续办理中"), default))).Error);
    }
}
