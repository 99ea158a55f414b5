using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Members;
using Commerce.TaskList.Progress;
using Commerce.TaskList.SampleData;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Letters;

public sealed class LetterTests
{
    private static readonly Actor Highways = World.Liaison(World.Highways);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_body_at_which_nobody_can_sign_in_is_reached_by_a_round_alone(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var county = World.Id("示例县交通局");
        await world.Hear([new UnitRecorded(county, 1, "示例县交通局", "LOCAL_AUTHORITY", null, false)]);
        await using (var db = world.Open())
        {
            var task = await db.Tasks.SingleAsync(t => t.Number == 7);
            Assert.Null((await world.Do(World.Supervisor, (d, once, _) => new NameMembers.Handler(d, once, World.Supervisor, world.Clock)
                .Handle(new("n", task.Id, task.Version, "有关地方交通运输主管部门", [county]), default))).Error);
        }

        Task<Outcome> Draft() => world.Draft(measure: 30, unit: county, colour: LetterColour.Red, raised: "重要且紧急");
        await world.Hear([new PersonRecorded(World.Id("离任"), 1, "离任", county, true)]);
        Assert.Equal(LetterErrors.NobodyThere("示例县交通局"), (await world.Chase(measure: 30, unit: county)).Error, ErrorText.Same);
        Assert.Equal(LetterErrors.NobodyThere("示例县交通局"), (await Draft()).Error, ErrorText.Same);
        await world.Hear([new PersonRecorded(World.Id("县里"), 1, "县里", county, false)]);
        Assert.Null((await world.Chase(measure: 30, unit: county)).Error);
        Assert.Null((await Draft()).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_letter_is_blue_when_the_day_is_near_red_when_it_passed_and_yellow_when_behind(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);

        var near = await world.Letter((await world.Draft()).Id!.Value);
        var behind = await world.Letter((await world.Draft(measure: 1, unit: World.Party)).Id!.Value);
        world.Clock.SetUtcNow(Desk.Over);
        var late = await world.Letter((await world.Draft(measure: 26)).Id!.Value);

        Assert.Equal((LetterColour.Blue, LetterColour.Blue, "运输局"), (near.Colour, near.Derived!.Value, near.Addressee));
        Assert.Contains("临近：还剩 5 天", near.LightChinese, StringComparison.Ordinal);
        Assert.Equal(LetterColour.Yellow, behind.Colour);
        Assert.Contains("未上报", behind.LightChinese, StringComparison.Ordinal);
        Assert.Equal(LetterColour.Red, late.Colour);
        Assert.Contains("逾期 2 天", late.LightChinese, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Of_a_measure_that_is_near_and_behind_the_letter_is_yellow(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var measure = await world.Measure(45);
        var party = World.Liaison(World.Party);
        Assert.Null((await world.Do(party, (db, once, files) => new SubmitProgress.Handler(db, once, party, files, world.Clock)
            .Handle(new("p", measure.Id, World.Party, Month.Of(2026, 6), "完成两成", 20), default))).Error);

        var letter = await world.Letter((await world.Draft(measure: 45, unit: World.Party)).Id!.Value);

        Assert.Equal(LetterColour.Yellow, letter.Colour);
        Assert.Contains("进度落后", letter.LightChinese, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_graver_colour_needs_a_reason_and_a_milder_one_is_refused(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);

        Assert.Equal(LetterErrors.RaiseNeedsReason, (await world.Draft(colour: LetterColour.Red)).Error, ErrorText.Same);
        var raised = await world.Letter((await world.Draft(colour: LetterColour.Red, raised: "省级重点项目，要求提前")).Id!.Value);
        Assert.Equal((LetterColour.Red, LetterColour.Blue, "省级重点项目，要求提前"), (raised.Colour, raised.Derived!.Value, raised.RaisedReason));
        world.Clock.SetUtcNow(Desk.Over);
        Assert.Equal(LetterErrors.BelowTheLight(LetterColour.Red), (await world.Draft(measure: 26, colour: LetterColour.Yellow, raised: "情况不重")).Error, ErrorText.Same);

        // Measure 43 is due at the end of the year: green.
        Assert.Equal(LetterErrors.NothingToSupervise, (await world.Draft(measure: 43, unit: World.Group)).Error, ErrorText.Same);
        Assert.Null((await world.Letter((await world.Draft(measure: 43, unit: World.Group, colour: LetterColour.Blue, raised: "年底任务重，提前督办")).Id!.Value)).Derived);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_a_draft_is_refused(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var milestone = (await world.Milestone(6)).Id;

        Assert.Equal(LetterErrors.OneMatter, (await world.Draft(milestone: milestone)).Error);
        Assert.Equal(LetterErrors.OneMatter, (await world.Draft(measure: 0)).Error);
        Assert.Equal(ErrorCode.NotFound, (await world.Draft(measure: 0, milestone: Guid.NewGuid())).Error!.Code);
        Assert.Equal(LetterErrors.DemandLength, (await world.Draft(demand: " 快 ")).Error, ErrorText.Same);
        Assert.Equal(LetterErrors.LimitPassed, (await world.Draft(due: Desk.Day(world, 0))).Error, ErrorText.Same);
        Assert.Equal(LetterErrors.LimitPassed, (await world.Draft(due: Desk.Day(world, 400))).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.NotResponsible.At("toUnitId"), (await world.Draft(unit: World.Id("综规处"))).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.Forbidden, (await world.Draft(who: Desk.Transport)).Error!.Code);
        Assert.Null((await world.Draft(measure: 0, milestone: milestone)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task One_matter_has_one_open_letter_to_a_unit(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var id = await world.Issued();

        Assert.Equal(LetterErrors.OpenAlready("示例督〔2026〕1号"), (await world.Draft()).Error, ErrorText.Same);
        Assert.Null((await world.Draft(measure: 26)).Error);
        await world.Answer(id);
        Assert.Equal(LetterErrors.OpenAlready("示例督〔2026〕1号"), (await world.Draft()).Error, ErrorText.Same);
        await world.Close(id);
        Assert.Null((await world.Draft()).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_supervisors_at_once_draft_one_letter(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Draft()));

        Assert.Single(outcomes, o => o.Error is null);
        await using var db = world.Open();
        Assert.Equal(1, await db.Letters.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_number_is_typed_once_a_year_and_what_was_issued_stays_as_it_is(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var (first, second) = ((await world.Draft()).Id!.Value, (await world.Draft(measure: 26)).Id!.Value);

        Assert.Equal(LetterErrors.NumberLength, (await world.Issue(first, " ")).Error, ErrorText.Same);
        Assert.Equal(LetterErrors.IssuedOnWrong, (await world.Issue(first, on: Desk.Day(world, 1))).Error, ErrorText.Same);
        Assert.Equal(LetterErrors.IssuedOnWrong, (await world.Issue(first, on: Desk.Day(world, -1))).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.VersionStale, (await world.Issue(first, version: 9)).Error!.Code);
        Assert.Null((await world.Issue(first)).Error);
        Assert.Equal(LetterErrors.NumberTaken("示例督〔2026〕1号"), (await world.Issue(second, " 示例督〔2026〕1号 ")).Error, ErrorText.Same);
        Assert.Equal(LetterErrors.NotADraft, (await world.Issue(first, "示例督〔2026〕2号")).Error);
        Assert.Equal(LetterErrors.NotADraft, (await world.Revise(first)).Error);
        Assert.Equal(LetterErrors.NotADraft, (await world.Discard(first)).Error);
        world.Clock.SetUtcNow(Desk.Over);
        Assert.Equal(LetterErrors.LimitPassed, (await world.Issue(second, "示例督〔2026〕2号")).Error, ErrorText.Same);
        await using var db = world.Open();
        var sql = $"SELECT \"Body\" AS \"Value\" FROM {db.Model.GetEntityTypes().Single(t => t.ClrType.Name == "OutboxEvent").GetSchemaQualifiedTableName()}";
        var said = Assert.Single(await db.Database.SqlQueryRaw<string>(sql).ToListAsync(), b => b.Contains("示例督", StringComparison.Ordinal) || b.Contains("\"colour\"", StringComparison.Ordinal));
        Assert.Contains("BLUE", said, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_draft_is_rewritten_and_thrown_away(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var id = (await world.Draft()).Id!.Value;

        Assert.Null((await world.Revise(id)).Error);
        Assert.Equal("补充：附照片", (await world.Letter(id)).Demand);
        Assert.Equal(LetterErrors.RaiseNeedsReason, (await world.Revise(id, colour: LetterColour.Yellow)).Error, ErrorText.Same);
        Assert.Equal(LetterErrors.DemandLength, (await world.Revise(id, demand: "快")).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.VersionStale, (await world.Revise(id, version: 7)).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.Discard(id, version: 7)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Discard(id, Desk.Transport)).Error!.Code);
        Assert.Null((await world.Discard(id)).Error);
        Assert.Null((await world.Draft()).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_unit_answers_with_files_and_a_supervisor_sends_back_or_closes(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var id = await world.Issued();
        var file = await world.Upload(Desk.Transport);

        Assert.Equal(LetterErrors.NotAnswered, (await world.Close(id)).Error);
        Assert.Equal(LetterErrors.TextLength, (await world.Answer(id, text: "好的")).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.NoSuchFile, (await world.Answer(id, files: Guid.NewGuid())).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.TooManyFiles, (await world.Answer(id, files: [.. Enumerable.Range(0, 11).Select(_ => Guid.NewGuid())])).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.VersionStale, (await world.Answer(id, version: 9)).Error!.Code);
        Assert.Null((await world.Answer(id, files: file)).Error);
        Assert.Equal(LetterErrors.NotWaiting, (await world.Answer(id)).Error);
        Assert.Equal(TaskListErrors.ReasonLength("reason"), (await world.SendBack(id, "不")).Error, ErrorText.Same);
        Assert.Equal(LetterErrors.LimitPassed, (await world.SendBack(id, due: Desk.Day(world, 0))).Error, ErrorText.Same);
        Assert.Null((await world.SendBack(id, due: Desk.Day(world, 9))).Error);

        var back = await world.Letter(id);
        Assert.Equal((LetterState.Issued, Desk.Day(world, 9), Desk.Day(world, 5), "缺少现场照片"), (back.State, back.ReplyDueOn, back.PrintedDueOn!.Value, back.Reply!.ReturnedReason));
        Assert.Null((await world.Answer(id, text: "补报现场照片")).Error);
        Assert.Equal(ErrorCode.Forbidden, (await world.Close(id, Desk.Transport)).Error!.Code);
        Assert.Null((await world.Close(id, comment: "属实")).Error);
        var closed = await world.Letter(id);
        Assert.Equal((LetterState.Closed, 2, "佐证.txt"), (closed.State, closed.Replies.Count, closed.Replies.MinBy(r => r.Position)!.Files.Single().Name));
        Assert.False(closed.Superseded);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nobody_judges_their_own_answer(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var one = World.Everything(World.Transport);
        var id = await world.Issued();
        Assert.Null((await world.Answer(id, one)).Error);

        Assert.Equal(LetterErrors.OwnReply, (await world.Close(id, one)).Error);
        Assert.Equal(LetterErrors.OwnReply, (await world.SendBack(id, who: one)).Error);
        Assert.Null((await world.Close(id)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Other_units_see_nothing_of_a_letter_and_the_unit_nothing_of_a_draft(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var draft = (await world.Draft(measure: 26)).Id!.Value;
        var id = await world.Issued();

        Assert.Equal(ErrorCode.NotFound, (await world.Answer(draft)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Answer(id, Highways)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Close(id, Highways)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Escalate(id, Highways)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Answer(id, World.Supervisor)).Error!.Code);
        Assert.Empty(await world.Ask(Highways, r => r.All(new(), default)));
        Assert.Empty(await world.Ask(Highways, r => r.ByIds([id, draft], default)));
        Assert.Equal([id], (await world.Ask(Desk.Transport, r => r.All(new(), default))).Select(l => l.Id));
        Assert.Equal(2, (await world.Ask(World.Supervisor, r => r.All(new(), default))).Count);
        Assert.Empty(await world.Ask(Actor.Anonymous, r => r.All(new(), default)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_matter_that_is_done_is_neither_chased_nor_supervised(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var (draft, issued) = ((await world.Draft()).Id!.Value, await world.Issued(measure: 26));
        await using (var db = world.Open())
        {
            foreach (var measure in await db.Measures.Where(m => m.Number == 25 || m.Number == 26).ToListAsync())
            {
                measure.SayDone(new(2026, 6, 24));
                measure.Close();
            }

            await db.SaveChangesAsync();
        }

        Assert.Equal(LetterErrors.MatterDone, (await world.Issue(draft, "示例督〔2026〕2号")).Error);
        Assert.Equal(LetterErrors.MatterDone, (await world.Draft()).Error);
        Assert.Equal(LetterErrors.MatterDone, (await world.Chase()).Error);
        world.Clock.SetUtcNow(Desk.Over);
        Assert.Equal(LetterErrors.MatterDone, (await world.Escalate(issued)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_letter_issued_counts_for_the_measure_of_its_task_that_asks_for_letters(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);

        await world.Issued();
        await world.Issued("示例督〔2026〕2号", 26);
        var elsewhere = (await world.Draft(measure: 45, unit: World.Party)).Id!.Value;
        Assert.Null((await world.Issue(elsewhere, "示例督〔2026〕3号")).Error);

        Assert.Equal(2, Assert.Single(await world.Figures(27)).Actual);
        Assert.Equal(0, Assert.Single(await world.Figures(9)).Actual);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_a_later_edition_of_the_list_no_longer_has_is_neither_chased_nor_supervised(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var (draft, issued) = ((await world.Draft()).Id!.Value, await world.Issued(measure: 26));
        var document = SampleList.Document(World.Year);
        await world.Save(document with { Tasks = [.. document.Tasks.Where(t => t.Number != 6)] });

        Assert.Equal(TaskListErrors.WithdrawnSubject, (await world.Chase(measure: 28)).Error);
        Assert.Equal(TaskListErrors.WithdrawnSubject, (await world.Draft(measure: 28)).Error);
        Assert.Equal(TaskListErrors.WithdrawnSubject, (await world.Issue(draft, "示例督〔2026〕2号")).Error);
        world.Clock.SetUtcNow(Desk.Over);
        Assert.Equal(TaskListErrors.WithdrawnSubject, (await world.Escalate(issued)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Judging_looks_at_the_version_and_at_the_length_of_what_is_said(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        var id = await world.Issued();
        await world.Answer(id);

        Assert.Equal(ErrorCode.VersionStale, (await world.Close(id, version: 9)).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.SendBack(id, version: 9)).Error!.Code);
        Assert.Equal(TaskListErrors.ReasonLength("comment"), (await world.Close(id, comment: new string('好', 1001))).Error, ErrorText.Same);
    }
}
