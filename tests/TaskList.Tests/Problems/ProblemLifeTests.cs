using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Figures;
using Commerce.TaskList.Problems;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Problems;

/// <summary>A problem from the day it is found to the day somebody looks at it again.</summary>
public sealed class ProblemLifeTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task It_is_recorded_planned_mended_closed_and_looked_at_again(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await world.Record(basis: "审计报告第3号")).Id!.Value;
        Assert.Equal((ProblemState.NotStarted, "WT-2026-0001"), ((await world.Problem(id)).State, (await world.Problem(id)).Number));
        Assert.Equal("WT-2026-0002", (await world.Problem((await world.Record()).Id!.Value)).Number);

        Assert.Null((await world.Plan(id, partners: [World.Transport])).Error);
        Assert.Equal(ProblemState.Mending, (await world.Problem(id)).State);
        Assert.Null((await world.Report(id)).Error);
        Assert.Null((await world.SayMended(id)).Error);
        Assert.Equal(ProblemState.SaidMended, (await world.Problem(id)).State);
        Assert.Null((await world.Review(id)).Error);
        Assert.Null((await world.Recheck(id, RecheckResult.Held)).Error);

        var sheet = (await world.Sheet(id))!;
        Assert.Equal((ProblemState.Closed, "督查", Ledger.Today, Assessment.InTime), (sheet.View.State, sheet.View.Reviewer, sheet.View.ClosedOn, sheet.View.Assessment));
        Assert.Equal(["运输局"], sheet.View.Partners);
        Assert.Equal((2, "查了全部在建项目的尾款"), (sheet.Reports[0].Report.SimilarFound, sheet.Reports[0].Report.Similar));
        Assert.Equal("佐证.txt", sheet.Reports[0].Files.Single().Name);
        Assert.Contains("回头看未反弹", sheet.View.Light.Chinese, StringComparison.Ordinal);
        Assert.Equal(
            [ProblemAction.RecheckHeld, ProblemAction.Closed, ProblemAction.SaidMended, ProblemAction.Reported, ProblemAction.Planned, ProblemAction.Recorded], sheet.Acts.Select(a => a.Act.Action));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_sent_back_is_mended_anew_and_what_is_kept_up_stands(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = await world.Planned();
        await world.SayMended(id);

        Assert.Null((await world.Review(id, ProblemVerdict.Return, comment: "缺拨付凭证")).Error);
        var back = (await world.Sheet(id))!.View;
        Assert.Equal((ProblemState.Returned, LightColour.Yellow, (DateOnly?)null), (back.State, back.Light.Colour, back.MendedOn));
        Assert.Contains("缺拨付凭证", back.Light.Chinese, StringComparison.Ordinal);
        Assert.Null((await world.SayMended(id)).Error);
        Assert.Null((await world.Review(id, ProblemVerdict.Standing)).Error);

        Assert.Equal(ProblemState.Standing, (await world.Problem(id)).State);
        Assert.Contains("长期坚持", (await world.Sheet(id))!.View.Light.Chinese, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_relapse_opens_it_again_with_a_new_limit_and_the_first_one_is_still_assessed(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = await world.Planned();
        await world.SayMended(id);
        await world.Review(id);
        world.Clock.SetUtcNow(new(2026, 8, 1, 2, 0, 0, TimeSpan.Zero));

        Assert.Equal(ProblemErrors.NewLimitNeeded, (await world.Recheck(id, RecheckResult.Relapsed, new(2026, 8, 1))).Error);
        Assert.Null((await world.Recheck(id, RecheckResult.Relapsed, new(2026, 8, 1), new(2026, 8, 31), "又有一笔超期")).Error);

        var open = await world.Problem(id);
        Assert.Equal((ProblemState.Mending, (DateOnly?)new(2026, 7, 20), (DateOnly?)new(2026, 8, 31)), (open.State, open.DueOn, open.WorkingDueOn));
        Assert.Null(open.ClosedOn);
        Assert.Null(open.ClosedByName);
        Assert.Null((await world.SayMended(id, on: new(2026, 8, 1))).Error);
        Assert.Null((await world.Review(id)).Error);
        Assert.Equal(Assessment.Late, (await world.Problem(id)).Assessment);
        Assert.Null((await world.Reopen(id)).Error);
        Assert.Equal((ProblemState.Mending, (DateOnly?)new(2026, 9, 30)), ((await world.Problem(id)).State, (await world.Problem(id)).WorkingDueOn));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task More_time_moves_the_working_day_and_never_the_first_limit(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = await world.Planned();

        Assert.Null((await world.AskTime(id)).Error);
        Assert.Equal(ProblemErrors.AskedAlready, (await world.AskTime(id)).Error);
        Assert.Null((await world.DecideTime(id, approve: false, comment: "按期完成")).Error);
        Assert.Equal(new DateOnly(2026, 7, 20), (await world.Problem(id)).WorkingDueOn);
        world.Clock.SetUtcNow(new(2026, 7, 20, 15, 59, 59, TimeSpan.Zero));
        Assert.Null((await world.AskTime(id)).Error);
        Assert.Null((await world.DecideTime(id)).Error);

        var problem = await world.Problem(id);
        Assert.Equal(((DateOnly?)new(2026, 7, 20), (DateOnly?)new(2026, 8, 20)), (problem.DueOn, problem.WorkingDueOn));
        Assert.Contains("原定7月20日", (await world.Sheet(id))!.View.Light.Chinese, StringComparison.Ordinal);
        problem.SayMended(new(2026, 8, 20), Guid.Empty, "", default);
        Assert.Equal(Assessment.InTimeExtended, problem.Assessment);
        problem.SayMended(new(2026, 8, 21), Guid.Empty, "", default);
        Assert.Equal(Assessment.Late, problem.Assessment);
        world.Clock.SetUtcNow(new(2026, 8, 20, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal(ProblemErrors.TooLateToAsk(new(2026, 8, 20)), (await world.AskTime(id, new(2026, 9, 1))).Error, ErrorText.Same);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_request_for_time_ends_with_the_problem_and_an_old_one_never_shortens_a_limit(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var closed = await world.Planned();
        await world.AskTime(closed);
        await world.SayMended(closed);
        await world.Review(closed);
        var opened = await world.Planned();
        await world.AskTime(opened, to: new(2026, 8, 20));
        await using (var db = world.Open())
        {
            // Opened again meanwhile with a later limit, as before requests ended with their problem.
            await db.Problems.Where(p => p.Id == opened).ExecuteUpdateAsync(s => s.SetProperty(p => p.WorkingDueOn, new DateOnly(2026, 9, 30)));
        }

        var stuck = await world.Planned();
        await world.AskTime(stuck);
        await using (var db = world.Open())
        {
            await db.Problems.Where(p => p.Id == stuck).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, ProblemState.Closed));
        }

        Assert.Equal(ProblemErrors.ClosedAlready, (await world.DecideTime(stuck)).Error);
        Assert.Null((await world.DecideTime(stuck, approve: false, comment: "已经销号")).Error);

        Assert.Single(await world.Todos(Ledger.Supervisor), t => t.Contains("延期", StringComparison.Ordinal));
        Assert.Equal(TaskListErrors.DecidedAlready, (await world.DecideTime(closed, version: 2)).Error);
        Assert.Equal(TaskListErrors.NotLater(new(2026, 9, 30)), (await world.DecideTime(opened)).Error, ErrorText.Same);
        Assert.Equal(new DateOnly(2026, 9, 30), (await world.Problem(opened)).WorkingDueOn);
        Assert.Null((await world.DecideTime(opened, approve: false, comment: "按新时限")).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_summary_of_a_special_action_meets_its_day_on_the_list_until_a_supervisor_decides(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await world.SaveAction()).Id!.Value;
        world.Clock.SetUtcNow(new(2026, 10, 14, 1, 0, 0, TimeSpan.Zero));
        async Task<Light> After() => (await world.Read(Ledger.Supervisor, new(2026, 10, 16))).Tasks.Single(t => t.Number == 13).Milestones[0].Light;

        // A deadline of another task on the same day isn't met by it.
        await using (var db = world.Open())
        {
            var other = await db.Tasks.SingleAsync(t => t.Number == 14);
            db.Milestones.Add(new Milestone { Id = Guid.NewGuid(), TaskId = other.Id, ListId = other.ListId, Position = 90, Kind = MilestoneKind.Due, What = "资金检查", DueOn = new(2026, 10, 15) }.Begin());
            await db.SaveChangesAsync();
        }

        Assert.Equal(LightColour.Red, (await After()).Colour);
        Assert.Null((await world.Summarise(id, files: await world.Upload(Ledger.Liaison(World.Highways)))).Error);
        Assert.Equal((LightColour.Green, "待销号：已报10月14日办结"), ((await After()).Colour, (await After()).Chinese));
        Assert.Equal(LightColour.Red, (await world.Read(Ledger.Supervisor, new(2026, 10, 16))).Tasks.Single(t => t.Number == 14).Milestones.Single(m => m.Milestone.What == "资金检查").Light.Colour);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_last_day_counts_and_the_next_is_late(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = await world.Planned();

        Assert.Equal(LightColour.Green, await Colour());
        world.Clock.SetUtcNow(new(2026, 7, 13, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(LightColour.Yellow, await Colour());
        world.Clock.SetUtcNow(new(2026, 7, 20, 15, 59, 59, TimeSpan.Zero));
        Assert.Equal(LightColour.Yellow, await Colour());
        Assert.Empty((await world.Page(new(Overdue: true))).Rows);
        world.Clock.SetUtcNow(new(2026, 7, 20, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal(LightColour.Red, await Colour());
        Assert.Contains("逾期 1 天：7月20日前未整改", (await world.Sheet(id))!.View.Light.Chinese, StringComparison.Ordinal);
        Assert.Equal([id], (await world.Page(new(Overdue: true))).Rows.Select(r => r.Id));

        async Task<LightColour> Colour() => (await world.Sheet(id))!.View.Light.Colour;
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_correction_says_what_stood_there_before_and_moves_no_limit(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = await world.Planned(World.Transport);

        Assert.Null((await world.Correct(id, text: "尾款超期三个月未拨付", person: "李处长", partners: [])).Error);

        var sheet = (await world.Sheet(id))!;
        Assert.Equal(("尾款超期三个月未拨付", "李处长", 0), (sheet.View.Text, sheet.View.Person, sheet.View.Partners.Count));
        Assert.Equal(new DateOnly(2026, 7, 20), sheet.View.DueOn);
        Assert.Equal(
            [(ProblemField.Text, "尾款超期未拨付", "尾款超期三个月未拨付"), (ProblemField.Person, "王处长", "李处长"), (ProblemField.Partners, "运输局", "")],
            sheet.Acts.Where(a => a.Act.Action == ProblemAction.Corrected).Select(a => (a.Act.Field!.Value, a.Act.Before, a.Act.After)).Order());
        Assert.Equal(3, sheet.View.Version);
        Assert.Equal(ProblemErrors.NothingCorrected, (await world.Correct(id, text: "尾款超期三个月未拨付")).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_special_action_is_late_without_its_summary_which_is_filed_once_and_then_it_stands(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await world.SaveAction()).Id!.Value;
        Assert.Null((await world.SaveAction("专项整治（改名）", new(2026, 10, 15), id: id, version: 1)).Error);
        world.Clock.SetUtcNow(new(2026, 10, 15, 15, 59, 59, TimeSpan.Zero));
        Assert.Equal(LightColour.Yellow, (await world.Actions()).Single().Light.Colour);
        world.Clock.SetUtcNow(new(2026, 10, 15, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal(LightColour.Red, (await world.Actions()).Single().Light.Colour);

        var file = await world.Upload(Ledger.Liaison(World.Highways), "总结.txt");
        Assert.Null((await world.Summarise(id, version: 2, files: file)).Error);

        var filed = (await world.Actions()).Single();
        Assert.Contains("总结已于10月16日报送（晚 1 天）", filed.Light.Chinese, StringComparison.Ordinal);
        Assert.Contains("长期坚持", filed.Light.Chinese, StringComparison.Ordinal);
        Assert.Equal(("公路局", "总结.txt"), (filed.SummaryUnit, filed.Files.Single().Name));
        Assert.Equal(ProblemErrors.SummarisedAlready, (await world.Summarise(id, version: 3, files: file)).Error);
        Assert.Equal(ProblemErrors.SummarisedAlready, (await world.SaveAction(id: id, version: 3)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_summary_whose_day_was_moved_is_held_against_the_first_day(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await world.SaveAction(due: new(2026, 6, 15))).Id!.Value;

        Assert.Null((await world.SaveAction(due: new(2026, 6, 19), id: id, version: 1)).Error);
        Assert.Equal("逾期 1 天：6月19日前未报送总结，原定6月15日", (await world.Actions()).Single().Light.Chinese);
        Assert.Null((await world.SaveAction(due: new(2026, 7, 31), id: id, version: 2)).Error);
        Assert.Equal((LightColour.Green, "进行中：7月31日前报送总结，还有 41 天，原定6月15日"), ((await world.Actions()).Single().Light.Colour, (await world.Actions()).Single().Light.Chinese));
        Assert.Null((await world.Summarise(id, version: 3, files: await world.Upload(Ledger.Liaison(World.Highways)))).Error);

        var action = (await world.Actions()).Single();
        Assert.StartsWith("总结已于6月20日报送（晚 5 天）", action.Light.Chinese, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 6, 15), action.FirstSummaryDueOn);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_story_of_the_measure_tells_how_a_special_action_was_set_up_changed_and_summed_up(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await world.SaveAction()).Id!.Value;
        Assert.Null((await world.SaveAction("帮扶领域作风整治", new(2026, 10, 31), id: id, version: 1)).Error);
        Assert.Null((await world.SaveAction("帮扶领域作风整治", new(2026, 11, 15), id: id, version: 2)).Error);
        Assert.Null((await world.Summarise(id, version: 3, files: await world.Upload(Ledger.Liaison(World.Highways)))).Error);

        await using var db = world.Open();
        var list = await new ReadLists(db, Ledger.Supervisor, world.Options, world.Clock).List(2026, null, default);
        var measure = list!.Tasks.SelectMany(t => t.Measures).Single(m => m.Number == 52);
        var story = await new ReadLists(db, World.Liaison(World.Party), world.Options, world.Clock).Story(list.Tasks.Single(t => t.Id == measure.TaskId), measure.Id, default);
        Assert.Equal(
            [
                (TaskAction.SpecialActionSummarised, "帮扶领域作风整治"),
                (TaskAction.SpecialActionSaved, "帮扶领域作风整治：总结时限由2026年10月31日改为2026年11月15日"),
                (TaskAction.SpecialActionSaved, "帮扶领域作风整治：原名“作风问题专项整治”；总结时限由2026年10月15日改为2026年10月31日"),
                (TaskAction.SpecialActionSaved, "作风问题专项整治：总结时限2026年10月15日"),
            ],
            story.Where(a => a.Act.Action is TaskAction.SpecialActionSaved or TaskAction.SpecialActionSummarised).Select(a => (a.Act.Action, a.Note)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Measures_50_51_and_52_count_what_is_done_under_a_special_action_once_each(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var action = (await world.SaveAction()).Id!.Value;
        var one = (await world.Record(action: action)).Id!.Value;
        await world.Record(action: action);
        await world.Record();
        await world.Plan(one);
        await world.SayMended(one);
        await world.Review(one);
        await world.Reopen(one);

        Assert.Equal((2m, 1m, 0m), (await Done(50), await Done(51), await Done(52)));
        await world.Summarise(action, files: await world.Upload(Ledger.Liaison(World.Highways)));
        Assert.Equal((2m, 1m, 1m), (await Done(50), await Done(51), await Done(52)));
        Assert.Equal((2, 0), ((await world.Actions()).Single().Problems, (await world.Actions()).Single().ClosedProblems));

        async Task<decimal?> Done(int measure) => (await world.Figures(measure)).Single(f => f.Metric.Computed == ComputedFigure.ActsDone).Actual;
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_key_acts_once(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        Task<Outcome> Record() => world.Do(Ledger.Supervisor, (db, once, _) => new RecordProblem.Handler(db, once, Ledger.Supervisor, world.Clock)
            .Handle(new("k", ProblemSource.Audit, Ledger.Today, "尾款超期未拨付", "资金管理", World.Highways), default));

        var (first, second) = (await Record(), await Record());

        Assert.Equal((first.Id, true), (second.Id, second.Replayed));
        await using var db = world.Open();
        Assert.Equal(1, await db.Problems.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_summary_of_a_special_action_waits_for_the_units_that_may_file_it_when_its_day_is_near_or_over(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var action = (await world.SaveAction(due: new(2026, 7, 31))).Id!.Value;
        var party = Ledger.Liaison(World.Party);
        Assert.DoesNotContain(await world.Todos(party), t => t.Contains("专项整治", StringComparison.Ordinal));

        world.Clock.SetUtcNow(new(2026, 7, 29, 1, 0, 0, TimeSpan.Zero));
        Assert.Contains("报送专项整治“作风问题专项整治”的工作总结（机关党委）", await world.Todos(party));
        Assert.DoesNotContain(await world.Todos(Ledger.Liaison(World.Id("驻京办"))), t => t.Contains("专项整治", StringComparison.Ordinal));
        world.Clock.SetUtcNow(new(2026, 8, 1, 1, 0, 0, TimeSpan.Zero));
        Assert.Contains("报送专项整治“作风问题专项整治”的工作总结（机关党委）（已逾期）", await world.Todos(party));

        Assert.Null((await world.Summarise(action, party, World.Party, files: await world.Upload(party))).Error);
        Assert.DoesNotContain(await world.Todos(party), t => t.Contains("专项整治", StringComparison.Ordinal));
    }
}
