using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Problems;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Xunit;

namespace Commerce.TaskList.Tests.Problems;

/// <summary>What may not be done to problems, and by whom.</summary>
public sealed class ProblemRefusalTests
{
    private static readonly Actor Highways = Ledger.Liaison(World.Highways);
    private static readonly Actor Transport = Ledger.Liaison(World.Transport, "运输联络员");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_unit_records_its_own_self_checks_alone(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        Assert.Null((await world.Record(Highways, ProblemSource.SelfCheck)).Error);
        Assert.Equal(ProblemErrors.OnlySelfCheck, (await world.Record(Highways, ProblemSource.Audit)).Error);
        Assert.Equal(ErrorCode.NotFound, (await world.Record(Highways, ProblemSource.SelfCheck, World.Transport)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Record(Ledger.Auditor)).Error!.Code);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_a_record_or_a_plan_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        Assert.Equal(ProblemErrors.TextLength("text", 4, Problem.TextLength), (await world.Record(text: "无")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.TextLength("kind", 2, Problem.KindLength), (await world.Record(kind: "资")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.TextLength("basis", 0, Problem.BasisLength), (await world.Record(basis: new string('文', 201))).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.FoundAhead, (await world.Record(foundOn: Ledger.Today.AddDays(1))).Error);
        Assert.Equal(ProblemErrors.NoSuchAction, (await world.Record(action: Guid.NewGuid())).Error);
        var stranger = Guid.NewGuid();
        Assert.Equal(
            ProblemErrors.NoSuchUnit("unitId"),
            (await world.Record(World.Who("督查二", [Capability.TaskRead, Capability.TaskProblem, Capability.TaskSupervise], World.Root, stranger), unit: stranger)).Error, ErrorText.Same);

        var id = (await world.Record()).Id!.Value;
        Assert.Equal(ProblemErrors.TextLength("measures", 4, Problem.TextLength), (await world.Plan(id, measures: "改")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.TextLength("person", 2, Problem.PersonLength), (await world.Plan(id, person: "王")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.DueBehind, (await world.Plan(id, due: Ledger.Today.AddDays(-1))).Error);
        Assert.Equal(ProblemErrors.DueTooFar, (await world.Plan(id, due: new(2029, 1, 1))).Error);
        Assert.Equal(ProblemErrors.OwnPartner, (await world.Plan(id, partners: [World.Highways])).Error);
        Assert.Equal(ProblemErrors.NoSuchUnit("partnerUnitIds"), (await world.Plan(id, partners: [stranger])).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.TooManyPartners, (await world.Plan(id, partners: [.. Enumerable.Range(0, 21).Select(_ => Guid.NewGuid())])).Error);
        Assert.Equal(ErrorCode.VersionStale, (await world.Plan(id, version: 7)).Error!.Code);
        Assert.Equal(ProblemErrors.NotPlanned, (await world.Report(id)).Error);
        Assert.Equal(ProblemErrors.NotPlanned, (await world.AskTime(id)).Error);
        Assert.Null((await world.Plan(id, due: Ledger.Today)).Error);
        Assert.Equal(ProblemErrors.PlannedAlready, (await world.Plan(id, version: 2)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Saying_that_it_is_mended_needs_the_responsible_unit_evidence_and_similar_ones(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = await world.Planned(World.Transport);
        var file = await world.Upload(Highways);

        Assert.Null((await world.Report(id, Transport, World.Transport)).Error);
        Assert.Equal(ProblemErrors.OnlyResponsible("mendedOn"), (await world.Report(id, Transport, World.Transport, mendedOn: Ledger.Today)).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.OnlyResponsible("unitId"), (await world.AskTime(id, who: Transport, unit: World.Transport)).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.NoPart, (await world.Report(id, World.Who("两家", [Capability.TaskRead, Capability.TaskReport], World.Highways, World.Party), World.Party)).Error);
        Assert.Equal(ProblemErrors.TextLength("narrative", 2, ProblemReport.NarrativeLength), (await world.Report(id, narrative: "好")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.MendedAhead, (await Said(Ledger.Today.AddDays(1))).Error);
        Assert.Equal(ProblemErrors.MendedBefore(Ledger.Today.AddDays(-10)), (await Said(Ledger.Today.AddDays(-11))).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.FilesNeeded, (await Said(Ledger.Today, noFiles: true)).Error);
        Assert.Equal(ProblemErrors.SimilarNeeded, (await world.Report(id, mendedOn: Ledger.Today, found: 0, files: [file])).Error);
        Assert.Equal(ProblemErrors.SimilarNeeded, (await world.Report(id, mendedOn: Ledger.Today, similar: "查了全部项目", files: [file])).Error);
        Assert.Equal(ProblemErrors.SimilarOutOfRange, (await Said(Ledger.Today, found: -1)).Error);
        Assert.Equal(TaskListErrors.NoSuchFile, (await world.Report(id, files: [Guid.NewGuid()])).Error);
        Assert.Equal(TaskListErrors.TooManyFiles, (await world.Report(id, files: [.. Enumerable.Range(0, 11).Select(_ => Guid.NewGuid())])).Error);
        Assert.Equal(ProblemErrors.NotSaidMended, (await world.Review(id)).Error);
        Assert.Null((await Said(Ledger.Today)).Error);
        Assert.Equal(ProblemErrors.WaitsAlready, (await Said(Ledger.Today)).Error);
        Assert.Equal(ProblemErrors.WaitsAlready, (await world.AskTime(id)).Error);

        Task<Commerce.Platform.Idempotency.Outcome> Said(DateOnly day, bool noFiles = false, int found = 0) =>
            world.Report(id, mendedOn: day, similar: "查了全部项目", found: found, files: noFiles ? [] : [file]);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nobody_closes_what_they_said_is_mended_and_no_unit_closes_its_own(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        string[] all = [Capability.TaskRead, Capability.TaskReport, Capability.TaskProblem, Capability.TaskSupervise];
        var one = World.Who("一人", all, World.Root, World.Highways);
        var ofTheUnit = World.Who("本局督查", [Capability.TaskRead, Capability.TaskSupervise], World.Highways, World.Root);
        var reporter = World.Who("又报又督", all, World.Root, World.Highways);
        var id = await world.Planned();
        await world.SayMended(id, one);

        Assert.Equal(ProblemErrors.OwnSaying, (await world.Review(id, who: one)).Error);
        Assert.Equal(ProblemErrors.OwnUnit, (await world.Review(id, who: ofTheUnit)).Error);
        Assert.Equal(ProblemErrors.OwnUnit, (await world.Review(id, ProblemVerdict.Return, reporter, "缺凭证材料")).Error);
        Assert.Equal(ErrorCode.Forbidden, (await world.Review(id, who: Highways)).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.Review(id, version: 1)).Error!.Code);
        Assert.Equal(TaskListErrors.ReasonLength("comment"), (await world.Review(id, ProblemVerdict.Return)).Error, ErrorText.Same);
        Assert.Null((await world.Review(id)).Error);
        Assert.Equal(ProblemErrors.OwnUnit, (await world.Recheck(id, RecheckResult.Held, who: ofTheUnit)).Error);
        Assert.Equal(ProblemErrors.NotSaidMended, (await world.Review(id)).Error);
        Assert.Equal(ProblemErrors.ClosedAlready, (await world.Report(id)).Error);
        Assert.Equal(ProblemErrors.ClosedAlready, (await world.AskTime(id)).Error);
        Assert.Equal(ErrorCode.Forbidden, (await world.Reopen(id, who: Highways)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Recheck(id, RecheckResult.Held, who: Highways)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Correct(id, text: "改一改原文", who: Highways)).Error!.Code);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_a_recheck_a_reopening_or_more_time_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = await world.Planned();
        Assert.Equal(ProblemErrors.NotClosed, (await world.Recheck(id, RecheckResult.Held)).Error);
        Assert.Equal(ProblemErrors.NotClosed, (await world.Reopen(id)).Error);
        Assert.Equal(TaskListErrors.NotLater(new(2026, 7, 20)), (await world.AskTime(id, new(2026, 7, 20))).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.DueTooFar.At("newDueOn"), (await world.AskTime(id, new(2029, 1, 1))).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.ReasonLength("reason"), (await world.AskTime(id, reason: "忙")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.NoPart, (await world.AskTime(id, who: World.Who("两家", [Capability.TaskRead, Capability.TaskReport], World.Highways, World.Party), unit: World.Party)).Error);
        var asker = World.Who("又报又督", [Capability.TaskRead, Capability.TaskReport, Capability.TaskSupervise], World.Root, World.Highways);
        Assert.Null((await world.AskTime(id, who: asker)).Error);
        Assert.Equal(TaskListErrors.OwnRequest, (await world.DecideTime(id, who: asker)).Error);
        Assert.Equal(ProblemErrors.OwnUnit, (await world.DecideTime(id, who: World.Who("本局督查", [Capability.TaskRead, Capability.TaskSupervise], World.Highways))).Error);
        Assert.Equal(ErrorCode.Forbidden, (await world.DecideTime(id, who: Highways)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.DecideTime(id, who: Transport)).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.DecideTime(id, version: 3)).Error!.Code);
        Assert.Equal(TaskListErrors.ReasonLength("comment"), (await world.DecideTime(id, approve: false)).Error, ErrorText.Same);
        Assert.Null((await world.DecideTime(id)).Error);
        Assert.Equal(TaskListErrors.DecidedAlready, (await world.DecideTime(id, version: 2)).Error);

        await world.SayMended(id);
        await world.Review(id);
        Assert.Equal(ProblemErrors.RecheckAhead, (await world.Recheck(id, RecheckResult.Held, Ledger.Today.AddDays(1))).Error);
        Assert.Equal(ProblemErrors.RecheckBefore(Ledger.Today), (await world.Recheck(id, RecheckResult.Held, Ledger.Today.AddDays(-1))).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.TextLength("text", 4, 1000), (await world.Recheck(id, RecheckResult.Held, text: "好")).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.NoSuchFile, (await world.Recheck(id, RecheckResult.Held, files: [Guid.NewGuid()])).Error);
        Assert.Equal(ProblemErrors.DueBehind, (await world.Recheck(id, RecheckResult.Relapsed, due: Ledger.Today.AddDays(-1))).Error);
        Assert.Equal(TaskListErrors.ReasonLength("reason"), (await world.Reopen(id, "又")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.DueBehind, (await world.Reopen(id, due: Ledger.Today.AddDays(-1))).Error);
        Assert.Equal(ErrorCode.VersionStale, (await world.Reopen(id, version: 1)).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.Recheck(id, RecheckResult.Held, version: 1)).Error!.Code);
        Assert.Equal(TaskListErrors.TooManyFiles, (await world.Recheck(id, RecheckResult.Held, files: [.. Enumerable.Range(0, 11).Select(_ => Guid.NewGuid())])).Error);
        var other = await world.Planned();
        await world.AskTime(other);
        await world.SayMended(other);
        await world.Review(other);
        Assert.Equal(TaskListErrors.DecidedAlready, (await world.DecideTime(other, version: 2)).Error);
        Assert.Equal(ProblemErrors.ClosedAlready.At("unitId"), (await world.Correct(other, unit: World.Transport)).Error, ErrorText.Same);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_a_correction_or_a_special_action_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await world.Record()).Id!.Value;
        Assert.Equal(TaskListErrors.ReasonLength("reason"), (await world.Correct(id, "错", "改一改原文")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.TextLength("text", 4, Problem.TextLength), (await world.Correct(id, text: "改")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.TextLength("kind", 2, Problem.KindLength), (await world.Correct(id, kind: "改")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.TextLength("basis", 0, Problem.BasisLength), (await world.Correct(id, basis: new string('文', 201))).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.NotPlanned, (await world.Correct(id, person: "李处长")).Error);
        Assert.Equal(ProblemErrors.NoSuchUnit("unitId"), (await world.Correct(id, unit: Guid.NewGuid())).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.VersionStale, (await world.Correct(id, text: "改一改原文", version: 9)).Error!.Code);
        Assert.Null((await world.Correct(id, unit: World.Transport)).Error);
        Assert.Null(await world.Sheet(id, Highways));
        Assert.Null((await world.Plan(id, Transport, version: 2, partners: [World.Highways])).Error);
        Assert.Equal(ProblemErrors.OwnPartner, (await world.Correct(id, unit: World.Highways)).Error);
        Assert.Equal(ProblemErrors.TextLength("person", 2, Problem.PersonLength), (await world.Correct(id, person: "李")).Error, ErrorText.Same);
        var file = await world.Upload(Transport);
        await world.Report(id, Transport, World.Transport, mendedOn: Ledger.Today, similar: "查了全部项目", found: 0, files: [file]);
        Assert.Equal(ProblemErrors.WaitsAlready.At("unitId"), (await world.Correct(id, unit: World.Party, partners: [])).Error, ErrorText.Same);

        Assert.Equal(ErrorCode.Forbidden, (await world.SaveAction(who: Highways)).Error!.Code);
        Assert.Equal(
            ProblemErrors.MeasureOfList,
            (await world.Do(Ledger.Supervisor, (db, once, _) => new SaveSpecialAction.Handler(db, once, Ledger.Supervisor, world.Clock).Handle(new("m", Guid.NewGuid(), "作风问题整治", Ledger.Today), default))).Error);
        Assert.Equal(ProblemErrors.TextLength("name", 4, SpecialAction.NameLength), (await world.SaveAction("整治")).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.SummaryDueYear(2026), (await world.SaveAction(due: new(2027, 1, 1))).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.NotFound, (await world.SaveAction(id: Guid.NewGuid())).Error!.Code);
        var action = (await world.SaveAction()).Id!.Value;
        Assert.Equal(ErrorCode.VersionStale, (await world.SaveAction(id: action, version: 4)).Error!.Code);
        Assert.Equal(ProblemErrors.MeasureOfList, (await world.SaveAction(measure: 51, id: action, version: 1)).Error);
        var mine = await world.Upload(Highways);
        Assert.Equal(ProblemErrors.TextLength("summary", 10, SpecialAction.SummaryLength), (await world.Summarise(action, summary: "完成", files: mine)).Error, ErrorText.Same);
        Assert.Equal(ProblemErrors.SummaryFileNeeded, (await world.Summarise(action)).Error);
        Assert.Equal(TaskListErrors.NoSuchFile, (await world.Summarise(action, files: Guid.NewGuid())).Error);
        Assert.Equal(ErrorCode.VersionStale, (await world.Summarise(action, version: 5, files: mine)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Summarise(action, Ledger.Auditor, files: mine)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Summarise(action, Transport, files: mine)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Summarise(Guid.NewGuid(), files: mine)).Error!.Code);
        Assert.Equal(TaskListErrors.TooManyFiles, (await world.Summarise(action, files: [.. Enumerable.Range(0, 11).Select(_ => Guid.NewGuid())])).Error);
        Assert.Equal(ProblemErrors.NotLeading, (await world.Summarise(action, Ledger.Liaison(World.Group), World.Group, files: mine)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Other_units_problems_look_as_if_they_did_not_exist(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (theirs, shared) = (await world.Planned(), await world.Planned(World.Transport));

        Assert.Null(await world.Sheet(theirs, Transport));
        Assert.NotNull(await world.Sheet(shared, Transport));
        Assert.Equal([shared], (await world.Page(new(), Transport)).Rows.Select(r => r.Id));
        Assert.Equal(1, (await world.Page(new(), Transport)).States[ProblemState.Mending]);
        Assert.Equal(2, (await world.Page(new(), Ledger.Auditor)).Rows.Count);
        Assert.Equal(ErrorCode.NotFound, (await world.Report(theirs, Transport, World.Transport)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Plan(theirs, Transport, version: 2)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Plan(shared, Transport, version: 2)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Review(theirs, who: Transport)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.AskTime(theirs, who: Transport, unit: World.Transport)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Report(theirs, Transport)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.AskTime(theirs, who: Transport)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Correct(theirs, text: "改一改原文", who: Transport)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Recheck(theirs, RecheckResult.Held, who: Transport)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Reopen(theirs, who: Transport)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Report(theirs, Ledger.Auditor)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.AskTime(theirs, who: Ledger.Auditor)).Error!.Code);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Each_is_told_what_waits_for_them(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = (await world.Record()).Id!.Value;
        Assert.Equal(["为问题 WT-2026-0001 定措施、责任人和时限"], await world.Todos(Highways));
        Assert.Empty(await world.Todos(Transport));
        await world.Plan(id);
        Assert.Empty(await world.Todos(Highways));
        world.Clock.SetUtcNow(new(2026, 7, 14, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(["整改问题 WT-2026-0001"], await world.Todos(Highways));
        await world.AskTime(id);
        Assert.Equal(["批问题 WT-2026-0001 的延期申请"], await world.Todos(Ledger.Supervisor));
        await world.DecideTime(id, approve: false, comment: "按期完成");
        world.Clock.SetUtcNow(new(2026, 7, 21, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(["整改问题 WT-2026-0001（已逾期）"], await world.Todos(Highways));
        await world.SayMended(id, on: new(2026, 7, 21));
        Assert.Empty(await world.Todos(Highways));
        Assert.Equal(["为问题 WT-2026-0001 销号"], await world.Todos(Ledger.Supervisor));
        await world.Review(id, ProblemVerdict.Return, comment: "缺拨付凭证");
        Assert.Equal(["重新整改问题 WT-2026-0001（退回：缺拨付凭证）"], await world.Todos(Highways));
        Assert.Empty(await world.Todos(Ledger.Supervisor));
    }
}
