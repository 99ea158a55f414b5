using System.Security.Cryptography;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Circulars;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Figures;
using Commerce.TaskList.Milestones;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Tests.Letters;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Circulars;

public sealed class CircularTests
{
    private static readonly DateOnly July2 = new(2026, 7, 2);
    private static readonly Actor Party = World.Liaison(World.Party);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_draft_ranks_units_by_the_rule_with_a_reason_each(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        await world.Issued();
        await Finish(world, 12, new(2026, 6, 25));
        world.Clock.SetUtcNow(Desk.Over);

        var content = await Content(world, (await Draft(world)).Id!.Value);

        // 运输局 missed 30 June in task 6; 机关党委 met it in task 12, but owes reports on standing work, as 办公室 does.
        var transport = content.Units.Single(u => u.Unit == "运输局");
        Assert.Equal((1, 1, 0, 1), (transport.Due, transport.Overdue, transport.InTime, transport.Letters));
        Assert.Contains("现逾期 1 个节点：任务(六)2026年6月30日前", transport.Reason, StringComparison.Ordinal);
        Assert.Contains("督办函 1 份没有办结", transport.Reason, StringComparison.Ordinal);
        var party = content.Units.Single(u => u.Unit == "机关党委");
        Assert.Equal((1, 1, 0), (party.Due, party.InTime, party.Overdue));
        Assert.True(party.Unreported > 0);
        Assert.True(party.Place < transport.Place);
        Assert.Equal(content.Units.Count(u => u.Place is not null), transport.Place);
        Assert.Contains(content.Criticism, m => m.Unit == "运输局");
        Assert.DoesNotContain(content.Praise, m => m.Unit == "机关党委");

        // Nothing was due for those who build roads until August.
        Assert.Contains(content.Units, u => u is { Unit: "建设处", Place: null, Reason: "没有到期的时间节点" });
        Assert.Equal(718, content.Targets.Single(t => t.Measure == 7).Target);
        Assert.Equal("未报", content.Targets.Single(t => t.Measure == 7).Words);
        Assert.Contains(content.Targets, t => t is { Measure: 43, Target: 42, Actual: not null });
        Assert.Contains(content.Targets, t => t is { Measure: null, Label: "改造危桥" });
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_circular_of_an_earlier_day_knows_nothing_of_later_ones(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        world.Clock.SetUtcNow(Desk.Over);
        await world.Issued();

        var content = await Content(world, (await Draft(world, asOf: new(2026, 6, 30))).Id!.Value);

        var transport = content.Units.Single(u => u.Unit == "运输局");
        Assert.Equal((0, 0), (transport.Overdue, transport.Letters));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_letter_left_without_an_answer_is_criticised_and_what_is_said_to_be_done_is_not(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider);
        await world.Issued();
        var party = World.Liaison(World.Party);
        var measure = (await world.Measure(45)).Id;
        world.Clock.SetUtcNow(Desk.Over);
        async Task<CircularRow> Row(string unit) => (await Content(world, (await Draft(world)).Id!.Value)).Units.Single(u => u.Unit == unit);

        var (transport, before) = (await Row("运输局"), (await Row("机关党委")).Overdue);
        Assert.Null((await world.Do(party, (db, once, files) => new SubmitProgress.Handler(db, once, party, files, world.Clock)
            .Handle(new("d", measure, World.Party, Month.Of(2026, 6), "清零行动完成", 100, new(2026, 6, 28)), default))).Error);

        Assert.Equal((1, 1), (transport.Letters, transport.Unanswered));
        Assert.Contains("督办函 1 份没有办结，其中 1 份逾期未回复", transport.Reason, StringComparison.Ordinal);
        Assert.Equal(before - 1, (await Row("机关党委")).Overdue);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_a_draft_or_its_words_is_refused(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider, Desk.Over);

        Assert.Equal(CircularErrors.NoList(2031), (await Draft(world, year: 2031)).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.DayOutOfRange(2026), (await Draft(world, asOf: new(2026, 7, 3))).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.DayOutOfRange(2026), (await Draft(world, asOf: new(2025, 12, 31))).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.TitleLength, (await Draft(world, title: "通报")).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.Forbidden, (await Draft(world, Desk.Transport)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Draft(world, corrects: Guid.NewGuid())).Error!.Code);
        var id = (await Draft(world)).Id!.Value;
        Assert.Equal(CircularErrors.CorrectsADraft, (await Draft(world, corrects: id)).Error, ErrorText.Same);

        EditCircular.Mention mention = new(World.Transport, "现逾期 1 个节点");
        Assert.Equal(CircularErrors.TitleLength, (await Edit(world, id, title: "报")).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.TextLength("opening"), (await Edit(world, id, opening: "  ")).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.TextLength("demands"), (await Edit(world, id, demands: "快")).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.NotInTheRanking("praise"), (await Edit(world, id, praise: [new(Guid.NewGuid(), "完成很好")])).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.NotInTheRanking("criticism"), (await Edit(world, id, criticism: [new(Guid.NewGuid(), "进展很慢")])).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.BothLists("运输局"), (await Edit(world, id, praise: [mention], criticism: [mention])).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.MentionReason("praise"), (await Edit(world, id, praise: [mention with { Reason = "好" }])).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.MentionReason("criticism"), (await Edit(world, id, criticism: [mention with { Reason = " " }])).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.VersionStale, (await Edit(world, id, version: 9)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Edit(world, id, Desk.Transport)).Error!.Code);
        Assert.Null((await Edit(world, id, criticism: [mention])).Error);
        var content = await Content(world, id);
        Assert.Equal(("运输局", "现逾期 1 个节点", 0), (content.Criticism.Single().Unit, content.Criticism.Single().Reason, content.Praise.Count));
        Assert.Null((await Discard(world, id)).Error);
        Assert.Equal(ErrorCode.NotFound, (await Discard(world, id, 1)).Error!.Code);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_was_issued_stays_byte_for_byte_whatever_becomes_of_the_data(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider, Desk.Over);
        var (id, other) = ((await Draft(world)).Id!.Value, (await Draft(world)).Id!.Value);
        var twenty = (await world.Measure(20)).Id;

        Assert.Equal(CircularErrors.NumberLength, (await Issue(world, id, " ")).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.IssuedOnWrong, (await Issue(world, id, on: new(2026, 7, 1))).Error, ErrorText.Same);
        Assert.Equal(CircularErrors.IssuedOnWrong, (await Issue(world, id, on: new(2026, 7, 3))).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.NotCountedFor.At("countsForIds"), (await Issue(world, id, counts: [(await world.Measure(19)).Id])).Error, ErrorText.Same);
        Assert.Null((await Issue(world, id, counts: [twenty])).Error);
        Assert.Equal(CircularErrors.NumberTaken("示例通〔2026〕1号"), (await Issue(world, other)).Error, ErrorText.Same);

        var (circular, bytes) = await Kept(world, id);
        Assert.Equal(circular.Sha256, Convert.ToHexString(SHA256.HashData(bytes)));
        Assert.Contains("示例通〔2026〕1号", circular.Text, StringComparison.Ordinal);
        Assert.Contains("运输局", circular.Text, StringComparison.Ordinal);
        Assert.Contains(CircularRules.Rule, circular.Text, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await world.Figures(20)).Actual);
        Assert.Equal(0, Assert.Single(await world.Figures(24)).Actual);

        await Finish(world, 6, new(2026, 7, 1));
        await world.Hear([new Contracts.Organisations.UnitRecorded(World.Transport, 2, "道路运输局", "AFFILIATED_UNIT", World.Root, false)]);
        var (later, same) = await Kept(world, id);
        Assert.Equal((circular.Text, circular.Content), (later.Text, later.Content));
        Assert.Equal(bytes, same);
        Assert.Equal(CircularErrors.IssuedAlready, (await Edit(world, id)).Error);
        Assert.Equal(CircularErrors.IssuedAlready, (await Discard(world, id)).Error);
        Assert.Equal(CircularErrors.IssuedAlready, (await Issue(world, id, "示例通〔2026〕2号")).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Another_circular_puts_one_right_and_both_say_so(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider, Desk.Over);
        var wrong = (await Draft(world)).Id!.Value;
        await Issue(world, wrong);

        var right = (await Draft(world, corrects: wrong)).Id!.Value;

        var (circular, _) = await Kept(world, right);
        Assert.Equal("关于2026年任务清单落实情况的更正通报", circular.Title);
        Assert.Contains("（示例通〔2026〕1号）有误，现更正如下", circular.Opening, StringComparison.Ordinal);
        Assert.Empty((await Read(world, World.Supervisor)).Single(c => c.Id == wrong).CorrectedIn);
        Assert.Null((await Issue(world, right, "示例通〔2026〕2号")).Error);
        Assert.Equal("示例通〔2026〕2号", (await Read(world, Party)).Single(c => c.Id == wrong).CorrectedIn.Single().Number);
        Assert.Equal("示例通〔2026〕1号", (await Read(world, Party)).Single(c => c.Id == right).Corrected);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Units_read_what_was_issued_and_no_drafts(DatabaseProvider provider)
    {
        await using var world = await Desk.Open(provider, Desk.Over);
        var id = (await Draft(world)).Id!.Value;

        Assert.Empty(await Read(world, Party));
        Assert.Single(await Read(world, World.Supervisor));
        Assert.Equal(ErrorCode.NotFound, (await Issue(world, id, who: Party)).Error!.Code);
        await Issue(world, id);
        Assert.Equal([id], (await Read(world, Party)).Select(c => c.Id));
        Assert.Equal(ErrorCode.Forbidden, (await Issue(world, id, who: Party)).Error!.Code);
        Assert.Empty(await Read(world, Actor.Anonymous));
    }

    private static async Task<CircularContent> Content(World world, Guid id)
    {
        await using var db = world.Open();
        return BuildCircular.Read(await db.Circulars.Where(c => c.Id == id).Select(c => c.Content).SingleAsync());
    }

    private static async Task<(Circular Circular, byte[] Bytes)> Kept(World world, Guid id)
    {
        await using var db = world.Open();
        return (await db.Circulars.SingleAsync(c => c.Id == id), (await db.CircularDocuments.SingleOrDefaultAsync(d => d.CircularId == id))?.Bytes ?? []);
    }

    private static async Task<IReadOnlyList<CircularView>> Read(World world, Actor actor)
    {
        await using var db = world.Open();
        return await new ReadCirculars(db, actor, world.Clock).All(2026, default);
    }

    internal static Task<Outcome> Draft(World world, Actor? who = null, int year = 2026, DateOnly? asOf = null, string? title = null, Guid? corrects = null) => world.Do(who ?? World.Supervisor, (db, once, _) =>
        new DraftCircular.Handler(db, once, who ?? World.Supervisor, new(db, new(db, new Reckoning(db, world.Options, new Demonstration(true)), world.Clock)), world.Options, world.Clock)
            .Handle(new(Key(), year, asOf ?? July2, title, corrects), default));

    internal static async Task<Outcome> Edit(
        World world, Guid id, Actor? who = null, string title = "关于任务落实情况的通报", string opening = "总体平稳，个别滞后。", string demands = "抓紧补报。", EditCircular.Mention[]? praise = null, EditCircular.Mention[]? criticism = null, int? version = null)
    {
        var expected = version ?? await Version(world, id);
        return await world.Do(who ?? World.Supervisor, (db, once, _) => new EditCircular.Handler(db, once, who ?? World.Supervisor).Handle(new(Key(), id, expected, title, opening, demands, praise ?? [], criticism ?? []), default));
    }

    private static async Task<Outcome> Discard(World world, Guid id, int? version = null)
    {
        var expected = version ?? await Version(world, id);
        return await world.Do(World.Supervisor, (db, once, _) => new DiscardCircular.Handler(db, once, World.Supervisor).Handle(new(Key(), id, expected), default));
    }

    internal static async Task<Outcome> Issue(World world, Guid id, string number = "示例通〔2026〕1号", DateOnly? on = null, Guid[]? counts = null, Actor? who = null)
    {
        var expected = await Version(world, id);
        return await world.Do(who ?? World.Supervisor, (db, once, _) => new IssueCircular.Handler(db, once, who ?? World.Supervisor, world.Clock).Handle(new(Key(), id, expected, number, on ?? July2, counts ?? []), default));
    }

    private static async Task<int> Version(World world, Guid id)
    {
        await using var db = world.Open();
        return await db.Circulars.Where(c => c.Id == id).Select(c => c.Version).SingleOrDefaultAsync();
    }

    private static Task<Outcome> Finish(World world, int task, DateOnly day) => world.Do(World.Supervisor, async (db, once, _) =>
    {
        var milestone = await world.Milestone(task);
        return await new FinishMilestone.Handler(db, once, World.Supervisor, world.Clock).Handle(new(Key(), milestone.Id, milestone.Version, day, "验收纪要第3号"), default);
    });

    private static string Key() => Guid.NewGuid().ToString();
}
