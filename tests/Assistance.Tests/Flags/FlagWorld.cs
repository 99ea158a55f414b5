using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Flags;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Tests.Months;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Tests.Flags;

/// <summary>Units that order, and the people who look at what may be made up. The clock says 1 August 2026.</summary>
internal sealed class FlagWorld : IAsyncDisposable
{
    public static readonly Guid Signs = SampleId.Of("person", "赵采购员");
    private static readonly Guid[] Everywhere = [MonthWorld.Department, World.Highways, World.Transport];
    private int key;

    private FlagWorld(MonthWorld months) => Months = months;

    public MonthWorld Months { get; }

    public World Ledger => Months.Ledger;

    public AssistanceOptions Options { get; } = new();

    public Actor Leader { get; } = World.Person("李审批", [Capability.AssistanceRead, Capability.FlagExplain], World.Highways);

    public Actor OtherLeader { get; } = World.Person("钱局长", [Capability.AssistanceRead, Capability.FlagExplain], World.Transport);

    public Actor Officer { get; } = World.Person("周主任", [Capability.AssistanceRead, Capability.AssistanceAdjust, Capability.FlagEscalate], Everywhere);

    public Actor Auditor { get; } = World.Person("冯审计", [Capability.AssistanceRead, Capability.FlagEscalate], Everywhere);

    public static async Task<FlagWorld> Create(DatabaseProvider provider)
    {
        var world = new FlagWorld(await MonthWorld.Create(provider));
        await world.Ledger.Deliver(Offered(World.Rice, World.Mingdong));
        await world.Ledger.Deliver(Offered(Grain, World.Zhixin));
        return world;
    }

    public static readonly Guid Grain = Guid.Parse("0c000000-0000-0000-0000-000000000003");

    /// <summary>An order as ordering states it; amounts by statement: the first is the confirmation, others give up.</summary>
    public async Task<Guid> Ordered(DateTimeOffset at, decimal amount, Guid? unit = null, Guid? producer = null, (DateTimeOffset At, decimal Amount)? cancelled = null, bool sample = false)
    {
        var (order, line) = (Guid.NewGuid(), Guid.NewGuid());
        var number = $"PO-2026-{Interlocked.Increment(ref key):000000}";
        await Ledger.Deliver(new OrderConfirmed(order, number, unit ?? World.Highways, unit ?? World.Highways, "CANTEEN", [new(line, World.Offer, 5.60m, "JIN")], at));
        await Ledger.Deliver(Stated(1, at, amount));
        if (cancelled is { } gone)
        {
            await Ledger.Deliver(Stated(2, gone.At, -gone.Amount));
        }

        return order;

        OrderedAmountsStated Stated(int statement, DateTimeOffset when, decimal yuan) => new(
            order, number, statement, unit ?? World.Highways, "CANTEEN", when, when.MonthInChina().ToString(), [new(line, World.Rice, producer ?? World.Producer, World.Mingdong, World.Outlet, yuan, sample)]);
    }

    /// <summary>Rice accepted at a price per 斤.</summary>
    public Task Accepted(DateTimeOffset at, decimal price, Guid? unit = null)
    {
        var trade = new Trade(unit ?? World.Highways, World.Mingdong, price);
        return Ledger.DeliverAll([trade.Confirmed(), trade.Accepted(50m, at)]);
    }

    public async Task<Guid> Typed(decimal amount, Guid village, Guid? reverses = null, Guid? product = null)
    {
        var done = await With(db => new AdjustLedger.Handler(db, Ledger.Once(Officer), Officer, Ledger.Clock).Handle(
            new(Key(), 2026, World.Highways, village, product ?? World.Rice, MonthWorld.June, new(amount, "CNY"), "系统上线前的采购", null, reverses), default));
        done.Done();
        return done.Id!.Value;
    }

    public Task<Outcome> Search(Actor actor, Guid? unit = null) => With(db => new SearchFlags.Handler(db, Ledger.Once(actor), actor, Find(db)).Handle(new(Key(), unit ?? MonthWorld.Department), default));

    public Task Daily() => With(async db =>
    {
        await new SearchDaily(db, Find(db), Ledger.Clock).Run(default);
        return 0;
    });

    public Task<Outcome> Explain(Actor actor, Guid id, string text = "当天分两次送货，合同同一份") => With(db => new ExplainFlag.Handler(db, Ledger.Once(actor), actor, Ledger.Clock).Handle(new(Key(), id, text), default));

    public Task<Outcome> Escalate(Actor actor, Guid id, string text = "请纪检核查") => With(db => new EscalateFlag.Handler(db, Ledger.Once(actor), actor, Ledger.Clock).Handle(new(Key(), id, text), default));

    /// <summary>Looks, and gives all flags of a kind as the auditor sees them.</summary>
    public async Task<IReadOnlyList<FlagView>> Found(FlagKind kind)
    {
        (await Search(Auditor)).Done();
        return await Seen(Auditor, kind);
    }

    public Task<IReadOnlyList<FlagView>> Seen(Actor actor, FlagKind? kind = null) => With(async db => (await Reader(db, actor).All(new(Kind: kind), default))!);

    public Task<string?> Todo(Actor actor) => With(async db => (await new FlagTodo(Reader(db, actor)).Read(default)).SingleOrDefault()?.Chinese);

    public Task<FlagList> Page(Actor actor) => With(db => Reader(db, actor).Page(new(), null, default));

    public Task<long> Sequence() => With(db => db.LedgerEntries.LongCountAsync());

    public Task<T> With<T>(Func<AssistanceDbContext, Task<T>> act) => Months.With(act);

    public ValueTask DisposeAsync() => Months.DisposeAsync();

    private static OfferPublished Offered(Guid product, Guid village) => new(
        Guid.NewGuid(), 1, product, "大米", Guid.NewGuid(), "散装", World.Producer, "明东合作社", village, "村", "222402", "图们市", World.Outlet, "CANTEEN_SUPPLY", Guid.NewGuid(),
        "DEPARTMENT_CANTEEN", ["CANTEEN"], "JIN", 1m, "JIN", true, 5m, 1m, 1m, null, 5.60m, "JIN", World.On(2026, 1, 1), World.On(2026, 1, 1), null, false, "公路局食堂直供点");

    private FindFlags Find(AssistanceDbContext db) => new(db, new(db, Options), new(db, Options), Ledger.Clock);

    private ReadFlags Reader(AssistanceDbContext db, Actor actor) => new(db, actor, Months.Demonstration);

    private string Key() => $"f{Interlocked.Increment(ref key)}";
}
