using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Moves;
using Commerce.Assistance.Proof;
using Commerce.Assistance.Rebuild;
using Commerce.Assistance.Tests.Months;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Tests.Moves;

/// <summary>Three units that order, and the people who move purchases between them. The clock says 1 August 2026.</summary>
internal sealed class MoveWorld : IAsyncDisposable
{
    public const string Number = "AC-2026-000001";
    public static readonly Guid Design = Guid.Parse("0a000000-0000-0000-0000-000000000003");
    private static readonly string[] Buys = [Capability.MoveRead, Capability.MoveAsk];
    private static readonly string[] Leads = [.. Buys, Capability.AssistanceRead, Capability.AssistanceConfirm];
    private int key;

    private MoveWorld(MonthWorld months) => Months = months;

    public MonthWorld Months { get; }

    public World Ledger => Months.Ledger;

    public Actor Buyer { get; } = World.Person("张采购", Buys, World.Highways);

    public Actor Leader { get; } = World.Person("李审批", Leads, World.Highways);

    public Actor OtherBuyer { get; } = World.Person("刘采购", Buys, World.Transport);

    public Actor OtherLeader { get; } = World.Person("钱局长", Leads, World.Transport);

    public Actor ThirdLeader { get; } = World.Person("孙院长", Leads, Design);

    public Actor Auditor { get; } = World.Person("冯审计", [Capability.MoveRead, Capability.AssistanceRead], MonthWorld.Department, World.Highways, World.Transport, Design);

    public static async Task<MoveWorld> Create(DatabaseProvider provider)
    {
        var world = new MoveWorld(await MonthWorld.Create(provider));
        await world.Ledger.Deliver(new UnitRecorded(Design, 1, "设计院", "AFFILIATED_UNIT", MonthWorld.Department, false));
        return world;
    }

    /// <summary>97.2 斤 of rice for the highways bureau in June, 544.32, as ordering states it too.</summary>
    public async Task<Trade> SackOfRice()
    {
        var trade = await Months.SackOfRice();
        await State(544.32m, 1);
        return trade;
    }

    /// <summary>What ordering states of June: it knows nothing of moves.</summary>
    public Task State(decimal amount, int lines, string month = "2026-06") =>
        Ledger.Deliver(new AcceptedTotalsStated(World.Highways, World.Mingdong, month, amount, lines, lines));

    public Task<Outcome> Ask(Actor actor, Guid? from = null, Guid? to = null, string number = Number, decimal? amount = null, string reason = "食堂是代运输局订的") => With(db =>
        new AskMove.Handler(db, Ledger.Once(actor), actor, Ledger.Clock).Handle(
            new(Key(), number, from ?? World.Highways, to ?? World.Transport, reason, amount is { } said ? new(said, "CNY") : null), default));

    public Task<Outcome> Decide(Actor actor, Guid id, bool agree = true, string? reason = null) => With(db =>
        new DecideMove.Handler(db, Ledger.Once(actor), actor, Months.Demonstration, Ledger.Clock).Handle(new(Key(), id, agree, reason), default));

    public Task<Outcome> Withdraw(Actor actor, Guid id, string reason = "单位弄错了") => With(db =>
        new WithdrawMove.Handler(db, Ledger.Once(actor), actor, Ledger.Clock).Handle(new(Key(), id, reason), default));

    /// <summary>Asked by the unit that has it, agreed by the other.</summary>
    public async Task<Guid> Moved()
    {
        var id = (await Ask(Buyer)).Id!.Value;
        (await Decide(OtherLeader, id)).Done();
        return id;
    }

    public Task<MoveView?> See(Actor actor, Guid id) => With(async db => (await Reader(db, actor).ByIds([id], default)).GetValueOrDefault(id));

    public Task<IReadOnlyList<MoveLine>> Lines(Actor actor, Guid id) => With(async db =>
    {
        var read = Reader(db, actor);
        return await read.Lines((await read.ByIds([id], default)).Single().Value.Move, default);
    });

    public Task<IReadOnlyList<LedgerEntryView>> Rows(Actor actor, Guid id) => With(async db =>
    {
        var read = Reader(db, actor);
        return await read.Rows((await read.ByIds([id], default)).Single().Value.Move, default);
    });

    /// <summary>What the inbox says, if anything.</summary>
    public Task<string?> Todo(Actor actor) => With(async db => (await new MoveTodo(Reader(db, actor)).Read(default)).SingleOrDefault()?.Chinese);

    public Task<List<LedgerEntry>> Entries() => With(db => db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync());

    /// <summary>Net fen of a unit, by what its rows say.</summary>
    public async Task<long> Net(Guid unit) => (await Entries()).Where(e => e.UnitId == unit).Sum(e => e.AmountFen);

    /// <summary>Ledger and ordering agree, every rollup is right, and the chain is whole.</summary>
    public Task<(int Differences, int WrongTotals, string? Fault)> Proved() => With(async db => (
        (await Comparison.Of(db, default)).Differences.Count, (await new CheckTotals(db).Differences(default)).Count, (await new ProveLedger(db).Read(null, default)).Fault?.What));

    public async ValueTask DisposeAsync() => await Months.DisposeAsync();

    public Task<T> With<T>(Func<Data.AssistanceDbContext, Task<T>> act) => Months.With(act);

    private ReadMoves Reader(Data.AssistanceDbContext db, Actor actor) => new(db, actor, Ledger.Clock);

    private string Key() => $"m{Interlocked.Increment(ref key)}";
}
