using System.Text.Json;
using Commerce.Contracts.Assistance;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Ordering.Budgets;
using Commerce.Ordering.Cancel;
using Commerce.Ordering.Confirm;
using Commerce.Ordering.CounterSales;
using Commerce.Ordering.Create;
using Commerce.Ordering.Data;
using Commerce.Ordering.Decide;
using Commerce.Ordering.Dispatch;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Edit;
using Commerce.Ordering.KnownOffers;
using Commerce.Ordering.KnownUnits;
using Commerce.Ordering.Lapse;
using Commerce.Ordering.Lists;
using Commerce.Ordering.Policies;
using Commerce.Ordering.Propose;
using Commerce.Ordering.Return;
using Commerce.Ordering.SendBack;
using Commerce.Ordering.Sign;
using Commerce.Ordering.Stations;
using Commerce.Ordering.Stocks;
using Commerce.Ordering.Submit;
using Commerce.Ordering.Waiting;
using Commerce.Ordering.Weigh;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Inbox;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Commerce.Ordering.Tests;

/// <summary>公路局 with its people, a work team that supplies, and goods on the shelves: everything through the real slices on a real database.</summary>
internal sealed class World : IAsyncDisposable
{
    public static readonly Guid Department = Guid.Parse("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Unit = Guid.Parse("00000000-0000-0000-0000-000000000002");
    public static readonly Guid Other = Guid.Parse("00000000-0000-0000-0000-000000000003");
    public static readonly Guid Team = Guid.Parse("00000000-0000-0000-0000-000000000004");
    public static readonly Guid Village = Guid.Parse("00000000-0000-0000-0000-000000000005");
    public static readonly Guid Canteen = Guid.Parse("00000000-0000-0000-0000-000000000006");

    private readonly TestDatabase<OrderingDbContext> database;
    private int keys;

    private World(TestDatabase<OrderingDbContext> database) => this.database = database;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 10, 2, 0, 0, TimeSpan.Zero));

    public CatalogueSays Catalogue { get; } = new();

    public Actor Buyer { get; } = Someone("申请人", Unit, Capability.OrderRequest);

    public Actor Approver { get; } = Someone("审批人", Unit, Capability.OrderApprove);

    public Actor Keeper { get; } = Someone("保管员", Unit, Capability.OrderAccept);

    public Actor Purchaser { get; } = Someone("采购员", Unit, Capability.OrderAccept, Capability.OrderRequest);

    public Actor Supplier { get; } = Someone("驻村队员", Team, Capability.OrderSupply, Capability.StockWrite);

    public Actor Officer { get; } = new(
        Guid.NewGuid(), "机关党委干部", [Department],
        new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.OrderRead] = [Department, Unit, Other], [Capability.BudgetManage] = [Department, Unit, Other] });

    public static async Task<World> Create(DatabaseProvider provider)
    {
        var world = new World(await TestDatabase<OrderingDbContext>.Create(provider, "ordering"));
        await world.Learn(new UnitRecorded(Department, 1, "省交通运输厅", "DEPARTMENT", null, true));
        await world.Learn(new UnitRecorded(Unit, 1, "公路局", "AFFILIATED_UNIT", Department, true));
        await world.Learn(new UnitRecorded(Other, 1, "运输局", "AFFILIATED_UNIT", Department, true));
        await world.Learn(new UnitRecorded(Team, 1, "包保帮扶工作队", "WORK_TEAM", Department, true));
        await world.Learn(new CanteenRecorded(Canteen, 1, "公路局食堂", Unit, [Unit]));
        return world;
    }

    /// <summary>A person with a role in one unit.</summary>
    public static Actor Someone(string name, Guid unit, params string[] capabilities) => new(
        Guid.NewGuid(), name, [unit], capabilities.Append(Capability.OrderRead).ToDictionary(c => c, _ => (IReadOnlyCollection<Guid>)[unit]));

    public OrderingDbContext Open(params IInterceptor[] watched) => database.Open(watched);

    public string Key() => $"key-{Interlocked.Increment(ref keys)}";

    public async Task<Guid> Offer(Func<OfferPublished, OfferPublished>? change = null, decimal stock = 2000, Guid? id = null)
    {
        var rice = new OfferPublished(
            id ?? Guid.NewGuid(), 1, Guid.NewGuid(), "明东大米", Guid.NewGuid(), "散装", Guid.NewGuid(), "明东村合作社", Village, "明东村", "222405", "龙井市",
            Guid.NewGuid(), "CANTEEN_SUPPLY", Team, "DEPARTMENT_CANTEEN", ["CANTEEN", "WELFARE", "KIOSK"], "JIN", 1, "JIN", true, 3, 1, 1, null, 5.60m, "JIN",
            new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), null, true);
        var offer = change is null ? rice : change(rice);
        await Learn(offer);
        if (stock > 0)
        {
            Assert.Null((await Adjust(offer.OfferId, stock, GraphJson.ReadEnum<MeasureUnit>(offer.SoldBy))).Error);
        }

        return offer.OfferId;
    }

    public static OfferPublished Bags(OfferPublished o) => o with
    {
        ProductName = "小冰麦面粉",
        Specification = "5 kg/袋",
        SoldBy = "BAG",
        NominalContent = 5,
        NominalUnit = "KG",
        CatchWeight = false,
        Price = 42.5m,
        PricedBy = "BAG",
    };

    public Task<Outcome> Adjust(Guid offer, decimal delta, MeasureUnit unit = MeasureUnit.Jin, Actor? by = null) =>
        Do(by ?? Supplier, (db, once, actor) => new AdjustStock.Handler(db, once, actor, Clock).Handle(new(Key(), offer, new(delta, unit), "入库"), default));

    public Task<Outcome> Budget(decimal limit, FundingSource fund = FundingSource.CanteenBudget, int year = 2026, Actor? by = null, Guid? unit = null) =>
        Do(by ?? Officer, (db, once, actor) => new SetBudget.Handler(db, once, actor).Handle(new(Key(), unit ?? Unit, year, fund, new(limit, "CNY")), default));

    public Task<Outcome> Order(
        IReadOnlyList<(Guid Offer, decimal Quantity, MeasureUnit Unit)> lines, bool submit = true, PurchasePurpose purpose = PurchasePurpose.Canteen, Actor? by = null,
        Guid? unit = null, Guid? countsFor = null, Guid? canteen = null, Guid? copyFrom = null, string? key = null, Guid? window = null, Procurement? procurement = null) =>
        Do(by ?? Buyer, (db, once, actor) => new CreateOrder.Handler(db, once, actor, Clock).Handle(
            new(key ?? Key(), unit ?? Unit, canteen, purpose, [.. lines.Select(l => new LineAsked(l.Offer, new(l.Quantity, l.Unit)))], countsFor, copyFrom, submit, window, procurement), default));

    public Task<Outcome> Edit(Guid order, int version, params (Guid Offer, decimal Quantity, MeasureUnit Unit)[] lines) =>
        Do(Buyer, (db, once, actor) => new EditOrder.Handler(db, once, actor, Clock).Handle(
            new(Key(), order, version, [.. lines.Select(l => new LineAsked(l.Offer, new(l.Quantity, l.Unit)))]), default));

    public async Task<Outcome> Submit(Guid order, Actor? by = null, string? key = null, int? version = null, Procurement? procurement = null)
    {
        var expected = version ?? await Version(order);
        return await Do(by ?? Buyer, (db, once, actor) => new SubmitOrder.Handler(db, once, actor, Clock).Handle(new(key ?? Key(), order, expected, procurement), default));
    }

    public async Task<Outcome> Decide(Guid order, Decision decision = Decision.Approved, string? comment = null, Actor? by = null)
    {
        var version = await Version(order);
        return await Do(by ?? Approver, (db, once, actor) => new DecideOrder.Handler(db, once, actor, Clock).Handle(new(Key(), order, version, decision, comment), default));
    }

    public Task<Outcome> Policy(int expected, IReadOnlyList<SetApprovalPolicy.Rule> rules, int splitDays = 7, Guid? unit = null, Actor? by = null) =>
        Do(by ?? Officer, (db, once, actor) => new SetApprovalPolicy.Handler(db, once, actor, Clock).Handle(new(Key(), unit ?? Unit, expected, rules, splitDays), default));

    public Task<Outcome> ProcurementLimit(decimal limit, DateOnly? from = null, PurchasePurpose purpose = PurchasePurpose.Canteen, Guid? unit = null, Actor? by = null) =>
        Do(by ?? Officer, (db, once, actor) => new SetProcurementLimit.Handler(db, once, actor, Clock).Handle(new(Key(), unit ?? Unit, purpose, new(limit, "CNY"), from), default));

    public Task<Outcome> Delegate(Actor who, ApproverRole? role, string forName, DateOnly validTo, DateOnly? from = null, Guid? unit = null, Actor? by = null) =>
        Do(by ?? Officer, (db, once, actor) => new SetDelegation.Handler(db, once, actor, Clock).Handle(new(Key(), unit ?? Unit, who.Id, role, forName, from, validTo), default));

    public Task<Outcome> EndDelegation(Guid id, Actor? by = null) =>
        Do(by ?? Officer, (db, once, actor) => new EndDelegation.Handler(db, once, actor, Clock).Handle(new(Key(), id), default));

    /// <summary>From an amount on.</summary>
    public static SetApprovalPolicy.Rule From(decimal yuan, ApproverRole role, PurchasePurpose? purpose = null) => new(purpose, new(yuan, "CNY"), role);

    public async Task<Outcome> Cancel(Guid order, Actor? by = null)
    {
        var version = await Version(order);
        return await Do(by ?? Buyer, (db, once, actor) => new CancelOrder.Handler(db, once, actor, Clock).Handle(new(Key(), order, version, "不再需要"), default));
    }

    public async Task<Outcome> Confirm(Guid order, decimal? freight = null, Actor? by = null)
    {
        var version = await Version(order);
        return await Do(by ?? Supplier, (db, once, actor) => new ConfirmOrder.Handler(db, once, actor, Clock).Handle(
            new(Key(), order, version, freight is { } yuan ? new(yuan, "CNY") : null), default));
    }

    public async Task<Outcome> Propose(Guid order, decimal freight, string note = "路远", Actor? by = null)
    {
        var version = await Version(order);
        return await Do(by ?? Supplier, (db, once, actor) => new ProposeFreight.Handler(db, once, actor, Clock).Handle(new(Key(), order, version, new(freight, "CNY"), note), default));
    }

    public async Task<Outcome> TakeProposal(Guid order, Actor? by = null)
    {
        var version = await Version(order);
        return await Do(by ?? Buyer, (db, once, actor) => new TakeProposal.Handler(db, once, actor, Clock).Handle(new(Key(), order, version), default));
    }

    public async Task<Outcome> ConfirmAt(Guid order, params decimal[] prices)
    {
        var version = await Version(order);
        var ids = await LineIds(order);
        return await Do(Supplier, (db, once, actor) => new ConfirmOrder.Handler(db, once, actor, Clock).Handle(
            new(Key(), order, version, null, [.. prices.Select((p, i) => new ConfirmOrder.LowerPrice(ids[Math.Min(i, ids.Count - 1)], p))]), default));
    }

    public async Task<Outcome> AllowMore(Guid order, decimal more, MeasureUnit unit = MeasureUnit.Jin, string reason = "村里多送了一些", Actor? by = null)
    {
        var version = await Version(order);
        var line = (await LineIds(order))[0];
        return await Do(by ?? Approver, (db, once, actor) => new AllowMore.Handler(db, once, actor, Clock).Handle(new(Key(), order, version, line, new(more, unit), reason), default));
    }

    public Task<Outcome> AddToBudget(Guid order, decimal amount, string reason = "村里多送，食堂留用", Actor? by = null) =>
        Do(by ?? Officer, (db, once, actor) => new AddToBudget.Handler(db, once, actor, Clock).Handle(new(Key(), order, new(amount, "CNY"), reason), default));

    /// <summary>As the clock does it.</summary>
    public async Task ReleaseUnconfirmed()
    {
        await using var db = Open();
        await new ReleaseUnconfirmed(db, Clock, new OutboxBell(), new OrderingOptions(), NullLogger<ReleaseUnconfirmed>.Instance).Run(default);
    }

    public Task<Outcome> Station(string name, int days, decimal cost = 0, bool closed = false, Guid? id = null, int? version = null, Actor? by = null, Guid? unit = null, string place = "智新镇") =>
        Do(by ?? Supplier, (db, once, actor) => new SaveStation.Handler(db, once, actor, Clock).Handle(
            new(Key(), id, version, unit ?? Team, StationTier.TownshipStation, name, place, days, new(cost, "CNY"), true, closed), default));

    public Task<Outcome> SaveList(string name, IReadOnlyList<(Guid Offer, decimal Quantity, MeasureUnit Unit)> lines, Guid? id = null, int? version = null, Actor? by = null, Guid? unit = null, string? key = null) =>
        Do(by ?? Buyer, (db, once, actor) => new SaveList.Handler(db, once, actor, Clock).Handle(
            new(key ?? Key(), id, version, unit ?? Unit, name, [.. lines.Select(l => new LineAsked(l.Offer, new(l.Quantity, l.Unit)))]), default));

    public Task<Outcome> DropList(Guid id, int version, Actor? by = null) =>
        Do(by ?? Buyer, (db, once, actor) => new DropList.Handler(db, once, actor).Handle(new(Key(), id, version), default));

    public Task<List<PurchaseList>> Lists(Actor? by = null) => Ask(db => new ReadLists(db, by ?? Buyer).Of(null, default));

    public async Task<Outcome> DispatchThrough(Guid order, Guid station)
    {
        var version = await Version(order);
        var ids = await LineIds(order);
        return await Do(Supplier, (db, once, actor) => new DispatchDelivery.Handler(db, once, actor, Clock).Handle(
            new(Key(), order, version, [new(ids[0], new(1, MeasureUnit.Jin), null, null, null)], station), default));
    }

    public async Task<Outcome> Dispatch(Guid order, params (int Line, decimal Quantity, MeasureUnit Unit, string? Batch)[] lines)
    {
        var version = await Version(order);
        var ids = await LineIds(order);
        return await Do(Supplier, (db, once, actor) => new DispatchDelivery.Handler(db, once, actor, Clock).Handle(
            new(Key(), order, version, [.. lines.Select(l => new DispatchDelivery.Line(ids[l.Line], new(l.Quantity, l.Unit), l.Batch, null, null))]), default));
    }

    public Task<Outcome> Weigh(Guid delivery, IReadOnlyList<RecordAcceptance.Line> lines, Guid? corrects = null, Actor? by = null, string? key = null) =>
        Do(by ?? Keeper, (db, once, actor) => new RecordAcceptance.Handler(db, once, actor, Clock, null!).Handle(new(key ?? Key(), delivery, lines, corrects), default));

    public Task<Outcome> Sign(Guid acceptance, Actor? by = null, string? key = null) =>
        Do(by ?? Purchaser, (db, once, actor) => new SignAcceptance.Handler(db, once, actor, Clock, new OrderingOptions()).Handle(new(key ?? Key(), acceptance, null), default));

    public Task<Outcome> SendBack(Guid acceptance, Actor? by = null, string reason = "秤未归零") =>
        Do(by ?? Purchaser, (db, once, actor) => new SendBackAcceptance.Handler(db, once, actor, Clock).Handle(new(Key(), acceptance, reason), default));

    /// <summary>A question by somebody, as a page would ask it.</summary>
    public async Task<T> Ask<T>(Func<OrderingDbContext, Task<T>> question)
    {
        await using var db = Open();
        return await question(db);
    }

    /// <summary>What waits for somebody.</summary>
    public Task<IReadOnlyList<OpenStep>> Waiting(Actor who) => Ask(db => new ReadWaiting(db, who, Clock).Read(default));

    /// <summary>What handing in an order for the canteen would ask for.</summary>
    public async Task<Requirements> Needs(Actor who, decimal amount) =>
        (await Ask(db => new ReadPolicies(db, who, Clock).For(Unit, PurchasePurpose.Canteen, Team, [Village], Money.Of(amount), default)))!;

    public Task<Outcome> Return(Guid acceptance, Guid line, decimal quantity, MeasureUnit unit = MeasureUnit.Jin, string? key = null, bool? replace = null) =>
        Do(Keeper, (db, once, actor) => new ReturnGoods.Handler(db, once, actor, Clock).Handle(
            new(key ?? Key(), acceptance, [new(line, null, null, new(quantity, unit), null, null)], "品质不符", replace), default));

    /// <summary>Submitted, approved, confirmed.</summary>
    public async Task<Guid> Confirmed(params (Guid Offer, decimal Quantity, MeasureUnit Unit)[] lines)
    {
        var order = Done(await Order(lines));
        Done(await Decide(order));
        return Done(await Confirm(order));
    }

    /// <summary>One line ordered, sent as ordered, weighed and signed.</summary>
    public async Task<(Guid Order, Guid Delivery, Guid Acceptance, Guid Line)> Accepted(Guid offer, decimal ordered, MeasureUnit unit, decimal net, MeasureUnit netUnit)
    {
        var order = await Confirmed((offer, ordered, unit));
        var delivery = Done(await Dispatch(order, (0, ordered, unit, null)));
        var line = (await LineIds(order))[0];
        var acceptance = Done(await Weigh(delivery, [Net(line, net, netUnit)]));
        Done(await Sign(acceptance));
        return (order, delivery, acceptance, line);
    }

    public static RecordAcceptance.Line Net(Guid line, decimal net, MeasureUnit unit = MeasureUnit.Jin) => new(line, null, null, new(net, unit), null, null);

    public static Guid Done(Outcome outcome)
    {
        Assert.Null(outcome.Error);
        return outcome.Id!.Value;
    }

    public static Error Refused(ErrorCode code, Outcome outcome)
    {
        Assert.NotNull(outcome.Error);
        Assert.Equal(code, outcome.Error.Code);
        Assert.Null(outcome.Id);
        return outcome.Error;
    }

    public async Task<Order> Read(Guid order)
    {
        await using var db = Open();
        return await db.Orders.AsNoTracking().Include(o => o.Lines.OrderBy(l => l.Position)).SingleAsync(o => o.Id == order);
    }

    public async Task<List<Guid>> LineIds(Guid order) => [.. (await Read(order)).Lines.Select(l => l.Id)];

    public async Task<int> Version(Guid order) => (await Read(order)).Version;

    public async Task<(decimal Limit, decimal Reserved, decimal Spent, decimal Available)> BudgetNow(FundingSource fund = FundingSource.CanteenBudget, Guid? unit = null)
    {
        await using var db = Open();
        var id = unit ?? Unit;
        var b = await db.Budgets.AsNoTracking().SingleAsync(b => b.UnitId == id && b.Year == 2026 && b.Fund == fund);
        return (b.LimitFen / 100m, b.ReservedFen / 100m, b.SpentFen / 100m, (b.LimitFen - b.ReservedFen - b.SpentFen) / 100m);
    }

    public async Task<(decimal OnHand, decimal Reserved)> StockNow(Guid offer)
    {
        await using var db = Open();
        var s = await db.Stocks.AsNoTracking().SingleAsync(s => s.OfferId == offer);
        return (new Quantity(s.OnHandMilli, s.Unit).Value, new Quantity(s.ReservedMilli, s.Unit).Value);
    }

    /// <summary>What the audit trail says was changed, newest last.</summary>
    public async Task<List<string>> AuditTrail(string operation)
    {
        // Platform's own, like the outbox.
        await using var db = Open();
        var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!
            .MakeGenericMethod(db.Model.GetEntityTypes().Single(e => e.ClrType.Name == "AuditEntry").ClrType).Invoke(db, null)!;
        return await rows.Where(e => EF.Property<string>(e, "Operation") == operation).OrderBy(e => EF.Property<long>(e, "Sequence")).Select(e => EF.Property<string>(e, "Changes")).ToListAsync();
    }

    /// <summary>Everything that was published behind a place in the outbox.</summary>
    public async Task<List<(long Sequence, string Name, string Body)>> EventsSince(long sequence)
    {
        await using var db = Open();
        var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!
            .MakeGenericMethod(db.Model.GetEntityTypes().Single(e => e.ClrType.Name == "OutboxEvent").ClrType).Invoke(db, null)!;
        return [.. (await rows.Where(e => EF.Property<long>(e, "Sequence") > sequence).OrderBy(e => EF.Property<long>(e, "Sequence"))
            .Select(e => new { Sequence = EF.Property<long>(e, "Sequence"), Name = EF.Property<string>(e, "Name"), Body = EF.Property<string>(e, "Body") }).ToListAsync())
            .Select(e => (e.Sequence, e.Name, e.Body))];
    }

    public async Task<List<T>> Events<T>()
    {
        // The outbox is Platform's own; its rows are read by the names of their columns.
        await using var db = Open();
        var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!
            .MakeGenericMethod(db.Model.GetEntityTypes().Single(e => e.ClrType.Name == "OutboxEvent").ClrType).Invoke(db, null)!;
        var name = EventNames.Of(typeof(T));
        var bodies = await rows.Where(e => EF.Property<string>(e, "Name") == name).OrderBy(e => EF.Property<long>(e, "Sequence")).Select(e => EF.Property<string>(e, "Body")).ToListAsync();
        return [.. bodies.Select(b => JsonSerializer.Deserialize<T>(b, JsonSerializerOptions.Web)!)];
    }

    /// <summary>Lets everybody who keeps recognitions hear of one, or of another certificate.</summary>
    public async Task LearnPaper(CertificateRecorded fact)
    {
        await Learn(fact);
        await using var db = Open();
        await new LearnRecognition(db).Handle(fact, new EventContext(Guid.NewGuid(), Clock.GetUtcNow()), default);
        await db.SaveChangesAsync();
    }

    public async Task<Taken> Learn<T>(T fact)
        where T : class
    {
        await using var db = Open();
        IHandle<T> handler = (IHandle<T>)(object)(fact switch
        {
            OfferPublished => new LearnOffer(db),
            OfferPriceChanged => new LearnNewPrice(db),
            ProducerSuspended => new LearnSuspension(db),
            CertificateRecorded => new LearnCertificate(db),
            BatchRecorded => new LearnBatch(db),
            OutletRecorded => new LearnOutlet(db),
            CounterSalesPosted => new LowerStock(db, Clock),
            UnitRecorded => new LearnUnit(db),
            PersonRecorded => new LearnPerson(db),
            CanteenRecorded => new LearnCanteen(db),
            _ => throw new InvalidOperationException(typeof(T).Name),
        });
        var taken = await handler.Handle(fact, new EventContext(Guid.NewGuid(), Clock.GetUtcNow()), default);
        await db.SaveChangesAsync();
        return taken;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    public async Task<Outcome> Do(Actor actor, Func<OrderingDbContext, Once, Actor, Task<Outcome>> act)
    {
        await using var db = Open();
        return await act(db, new Once(actor, Clock, new OutboxBell()), actor);
    }
}
