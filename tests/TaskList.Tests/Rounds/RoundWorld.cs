using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Tests.Rounds;

/// <summary>Acts of a round, in few words. Task 5 is 公路局's alone until bodies outside are named; task 3 has five leading units.</summary>
internal static class RoundWorld
{
    public static readonly Guid Builders = World.Id("高建局");
    public static readonly Guid Planners = World.Id("综规处");

    public static readonly Actor Reporter = World.Liaison(World.Highways);

    public static async Task<Guid> TaskId(this World world, int number)
    {
        await using var db = world.Open();
        return await db.Tasks.Where(t => t.Number == number).Select(t => t.Id).SingleAsync();
    }

    public static async Task<Guid> MetricId(this World world, string label)
    {
        await using var db = world.Open();
        return await db.Metrics.Where(m => m.Label == label).OrderBy(m => m.MeasureId != null).ThenByDescending(m => m.Id).Select(m => m.Id).FirstAsync();
    }

    public static async Task<Outcome> Open(this World world, Actor who, int task, Func<OpenRound.Input, OpenRound.Input>? change = null)
    {
        var input = new OpenRound.Input(Guid.NewGuid().ToString(), await world.TaskId(task), "六月调度", new(2026, 6, 1), new(2026, 6, 15), new(2026, 6, 25));
        return await world.Do(who, (db, once, _) => new OpenRound.Handler(db, once, who, world.Clock).Handle(change?.Invoke(input) ?? input, default));
    }

    public static async Task<Guid> Opened(this World world, int task, Func<OpenRound.Input, OpenRound.Input>? change = null) => (await world.Open(World.Supervisor, task, change)).Id!.Value;

    public static Task<Outcome> Answer(
        this World world, Actor who, Guid round, Guid unit, string narrative = "路基完成过半", bool handIn = true, (Guid Metric, decimal Value)[]? figures = null,
        (Guid Measure, int Percent)[]? percents = null, Guid[]? files = null, int? version = null, string? key = null) => world.Do(who, (db, once, store) => new AnswerRound.Handler(db, once, who, store, world.Clock)
        .Handle(
            new(
                key ?? Guid.NewGuid().ToString(), round, unit, handIn, narrative, version, [.. (figures ?? []).Select(f => new AnswerRound.GivenFigure(f.Metric, f.Value))],
                [.. (percents ?? []).Select(p => new AnswerRound.GivenPercent(p.Measure, p.Percent))], files), default));

    public static Task<Outcome> Return(this World world, Actor who, Guid answer, string reason = "请写明缺什么", int version = 1) => world.Do(who, (db, once, _) => new ReturnAnswer.Handler(db, once, who, world.Clock)
        .Handle(new(Guid.NewGuid().ToString(), answer, version, reason), default));

    public static Task<Outcome> Accept(this World world, Actor who, Guid answer, int version = 1) => world.Do(who, (db, once, _) => new AcceptAnswer.Handler(db, once, who, world.Clock)
        .Handle(new(Guid.NewGuid().ToString(), answer, version), default));

    public static Task<Outcome> Hold(
        this World world, Actor who, Guid round, (Guid Unit, string Reason)[]? missing = null, DateOnly? on = null, string summary = "总体符合计划", int version = 1, string? key = null) => world.Do(who, (db, once, _) => new HoldRound.Handler(db, once, who, world.Clock)
        .Handle(new(key ?? Guid.NewGuid().ToString(), round, version, on ?? new(2026, 6, 20), summary, [.. (missing ?? []).Select(m => new HoldRound.MissingUnit(m.Unit, m.Reason))]), default));

    public static Task<Outcome> Withdraw(this World world, Actor who, Guid round, string reason = "期间写错了", int version = 1) => world.Do(who, (db, once, _) => new WithdrawRound.Handler(db, once, who, world.Clock)
        .Handle(new(Guid.NewGuid().ToString(), round, version, reason), default));

    public static async Task<RoundView?> See(this World world, Actor who, Guid round)
    {
        await using var db = world.Open();
        return await new ReadRounds(db, who, new ReadLists(db, who, world.Options, world.Clock)).Round(round, default);
    }

    public static async Task<IReadOnlyList<RoundView>> SeeAll(this World world, Actor who, RoundState? state = null, Guid? task = null)
    {
        await using var db = world.Open();
        return await new ReadRounds(db, who, new ReadLists(db, who, world.Options, world.Clock)).All(World.Year, task, state, default);
    }

    public static Task<IReadOnlyList<Todo>> Inbox(this World world, Actor who) => world.Part<RoundTodos>(who);

    /// <summary>The audit trail, the oldest first: operation, who, and what changed.</summary>
    public static async Task<IReadOnlyList<string>> Trail(this World world)
    {
        await using var db = world.Open();
        var table = db.Model.GetEntityTypes().Single(t => t.ClrType.Name == "AuditEntry").GetSchemaQualifiedTableName();
        var rows = $"SELECT \"Operation\" || ' ' || \"ActorName\" || ' ' || \"Changes\" AS \"Value\" FROM {table} ORDER BY \"Sequence\"";
        return await db.Database.SqlQueryRaw<string>(rows).ToListAsync();
    }
}
