using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Problems;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Tests.Problems;

/// <summary>Acts on problems, each with a key of its own and what is usual left out. Today is 20 June 2026.</summary>
internal static class Ledger
{
    public static readonly DateOnly Today = new(2026, 6, 20);

    public static Actor Supervisor { get; } = World.Who(
        "督查", [Capability.TaskRead, Capability.TaskSupervise, Capability.TaskProblem], [World.Root, World.Highways, World.Transport, World.Party, World.Group, World.Id("财务处")]);

    public static Actor Liaison(Guid unit, string name = "联络员") => World.Who(name, [Capability.TaskRead, Capability.TaskReport, Capability.TaskProblem], unit);

    /// <summary>Reads for the whole department and does nothing.</summary>
    public static Actor Auditor { get; } = World.Who("审计员", [Capability.TaskRead], [World.Root, World.Highways, World.Transport, World.Party]);

    private static string Key => Guid.NewGuid().ToString();

    public static Task<Outcome> Record(
        this World world, Actor? who = null, ProblemSource source = ProblemSource.Audit, Guid? unit = null, string text = "尾款超期未拨付", string kind = "资金管理", DateOnly? foundOn = null,
        string? basis = null, Guid? action = null) => world.Do(who ?? Supervisor, (db, once, _) => new RecordProblem.Handler(db, once, who ?? Supervisor, world.Clock)
            .Handle(new(Key, source, foundOn ?? Today.AddDays(-10), text, kind, unit ?? World.Highways, basis, action), default));

    public static Task<Outcome> Plan(
        this World world, Guid id, Actor? who = null, string measures = "按合同拨付", string person = "王处长", DateOnly? due = null, int version = 1, params Guid[] partners) =>
        world.Do(who ?? Liaison(World.Highways), (db, once, _) => new PlanProblem.Handler(db, once, who ?? Liaison(World.Highways), world.Clock)
            .Handle(new(Key, id, version, measures, person, due ?? new(2026, 7, 20), partners), default));

    public static Task<Outcome> Report(
        this World world, Guid id, Actor? who = null, Guid? unit = null, string narrative = "已报请拨付", DateOnly? mendedOn = null, string? similar = null, int? found = null, Guid[]? files = null) =>
        world.Do(who ?? Liaison(World.Highways), (db, once, store) => new ReportProblem.Handler(db, once, who ?? Liaison(World.Highways), store, world.Clock)
            .Handle(new(Key, id, unit ?? World.Highways, narrative, mendedOn, similar, found, files), default));

    /// <summary>The unit says that it is mended today, with all that belongs to it.</summary>
    public static async Task<Outcome> SayMended(this World world, Guid id, Actor? who = null, DateOnly? on = null) => await world.Report(
        id, who, mendedOn: on ?? Today, similar: "查了全部在建项目的尾款", found: 2, files: [await world.Upload(who ?? Liaison(World.Highways))]);

    public static async Task<Outcome> Review(this World world, Guid id, ProblemVerdict verdict = ProblemVerdict.Close, Actor? who = null, string? comment = null, int? version = null)
    {
        var expected = version ?? (await world.Problem(id)).Version;
        return await world.Do(who ?? Supervisor, (db, once, _) => new ReviewProblem.Handler(db, once, who ?? Supervisor, world.Clock).Handle(new(Key, id, expected, verdict, comment), default));
    }

    public static async Task<Outcome> Reopen(this World world, Guid id, string reason = "又发现同样问题", DateOnly? due = null, Actor? who = null, int? version = null)
    {
        var expected = version ?? (await world.Problem(id)).Version;
        return await world.Do(who ?? Supervisor, (db, once, _) => new ReopenProblem.Handler(db, once, who ?? Supervisor, world.Clock).Handle(new(Key, id, expected, reason, due ?? new(2026, 9, 30)), default));
    }

    public static async Task<Outcome> Recheck(
        this World world, Guid id, RecheckResult result, DateOnly? on = null, DateOnly? due = null, string text = "实地看过现场", Actor? who = null, Guid[]? files = null, int? version = null)
    {
        var expected = version ?? (await world.Problem(id)).Version;
        return await world.Do(who ?? Supervisor, (db, once, store) => new RecheckProblem.Handler(db, once, who ?? Supervisor, store, world.Clock)
            .Handle(new(Key, id, expected, on ?? Today, result, text, due, files), default));
    }

    public static Task<Outcome> AskTime(this World world, Guid id, DateOnly? to = null, string reason = "等银行手续", Actor? who = null, Guid? unit = null) =>
        world.Do(who ?? Liaison(World.Highways), (db, once, _) => new AskProblemExtension.Handler(db, once, who ?? Liaison(World.Highways), world.Clock)
            .Handle(new(Key, id, unit ?? World.Highways, to ?? new(2026, 8, 20), reason), default));

    public static async Task<Outcome> DecideTime(this World world, Guid problem, bool approve = true, string? comment = null, Actor? who = null, int version = 1)
    {
        await using var db = world.Open();
        var id = await db.ProblemExtensions.Where(e => e.ProblemId == problem).OrderByDescending(e => e.RequestedAt).Select(e => e.Id).FirstAsync();
        return await world.Do(who ?? Supervisor, (d, once, _) => new DecideProblemExtension.Handler(d, once, who ?? Supervisor, world.Clock).Handle(new(Key, id, version, approve, comment), default));
    }

    public static async Task<Outcome> Correct(
        this World world, Guid id, string reason = "原文抄错", string? text = null, string? kind = null, string? basis = null, Guid? unit = null, string? person = null, string? measures = null,
        Guid[]? partners = null, Actor? who = null, int? version = null)
    {
        var expected = version ?? (await world.Problem(id)).Version;
        return await world.Do(who ?? Supervisor, (db, once, _) => new CorrectProblem.Handler(db, once, who ?? Supervisor, world.Clock)
            .Handle(new(Key, id, expected, reason, text, kind, basis, unit, person, measures, partners), default));
    }

    public static async Task<Outcome> SaveAction(this World world, string name = "作风问题专项整治", DateOnly? due = null, int measure = 52, Guid? id = null, int? version = null, Actor? who = null)
    {
        var of = (await world.Measure(measure)).Id;
        return await world.Do(who ?? Supervisor, (db, once, _) => new SaveSpecialAction.Handler(db, once, who ?? Supervisor, world.Clock)
            .Handle(new(Key, of, name, due ?? new(2026, 10, 15), id, version), default));
    }

    public static Task<Outcome> Summarise(this World world, Guid id, Actor? who = null, Guid? unit = null, string summary = "整治全部完成，制度已修订。", int version = 1, params Guid[] files) =>
        world.Do(who ?? Liaison(World.Highways), (db, once, store) => new SummariseSpecialAction.Handler(db, once, who ?? Liaison(World.Highways), store, world.Clock)
            .Handle(new(Key, id, version, unit ?? World.Highways, summary, files), default));

    public static async Task<Problem> Problem(this World world, Guid id)
    {
        await using var db = world.Open();
        return await db.Problems.AsNoTracking().Include(p => p.Partners).SingleAsync(p => p.Id == id);
    }

    public static async Task<ProblemSheet?> Sheet(this World world, Guid id, Actor? who = null)
    {
        await using var db = world.Open();
        return await new ReadProblems(db, who ?? Supervisor, world.Options, world.Clock).Sheet(id, default);
    }

    public static async Task<ProblemRows> Page(this World world, ProblemFilter filter, Actor? who = null)
    {
        await using var db = world.Open();
        return await new ReadProblems(db, who ?? Supervisor, world.Options, world.Clock).Page(filter, null, default);
    }

    public static async Task<IReadOnlyList<SpecialActionView>> Actions(this World world, Actor? who = null)
    {
        await using var db = world.Open();
        var actor = who ?? Supervisor;
        return await new ReadSpecialActions(
            db, actor, new ReadLists(db, actor, world.Options, world.Clock), new ReadProblems(db, actor, world.Options, world.Clock), world.Options).Of(2026, default);
    }

    public static async Task<IReadOnlyList<string>> Todos(this World world, Actor who) =>
        [.. (await world.Part<ProblemTodos>(who)).Select(t => t.Chinese)];

    /// <summary>A problem of 公路局 with measures, person and a limit of 20 July.</summary>
    public static async Task<Guid> Planned(this World world, params Guid[] partners)
    {
        var id = (await world.Record()).Id!.Value;
        _ = await world.Plan(id, partners: partners);
        return id;
    }
}
