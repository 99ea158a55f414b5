using Commerce.Assistance.Campaigns;
using Commerce.Assistance.Counting;
using Commerce.Assistance.Data;
using Commerce.Assistance.DaySheets;
using Commerce.Assistance.External;
using Commerce.Assistance.Flags;
using Commerce.Assistance.Flows;
using Commerce.Assistance.KnownCounties;
using Commerce.Assistance.KnownInvoices;
using Commerce.Assistance.KnownNames;
using Commerce.Assistance.KnownOrders;
using Commerce.Assistance.Recognitions;
using Commerce.Assistance.StatedTotals;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Commerce.Assistance.Tests;

/// <summary>A ledger of its own, fed with facts as the bus would: any order, any number of times.</summary>
internal sealed class World : IAsyncDisposable
{
    public static readonly Guid Highways = Guid.Parse("0a000000-0000-0000-0000-000000000001");
    public static readonly Guid Transport = Guid.Parse("0a000000-0000-0000-0000-000000000002");
    public static readonly Guid Mingdong = Guid.Parse("0b000000-0000-0000-0000-000000000001");
    public static readonly Guid Zhixin = Guid.Parse("0b000000-0000-0000-0000-000000000002");
    public static readonly Guid Rice = Guid.Parse("0c000000-0000-0000-0000-000000000001");
    public static readonly Guid Producer = Guid.Parse("0d000000-0000-0000-0000-000000000001");
    public static readonly Guid Outlet = Guid.Parse("0e000000-0000-0000-0000-000000000001");
    public static readonly Guid Offer = Guid.Parse("0f000000-0000-0000-0000-000000000001");

    /// <summary>A demonstration: sample goods count.</summary>
    public static readonly Demonstration Shown = new(true);

    private readonly TestDatabase<AssistanceDbContext> database;

    private World(TestDatabase<AssistanceDbContext> database) => this.database = database;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 8, 1, 1, 2, 3, TimeSpan.Zero));

    public static async Task<World> Create(DatabaseProvider provider) =>
        new(await TestDatabase<AssistanceDbContext>.Create(provider, "assistance"));

    public AssistanceDbContext Open() => database.Open();

    public async Task<Taken> Deliver(object fact, Guid? eventId = null)
    {
        await using var db = Open();
        var context = new EventContext(eventId ?? Guid.NewGuid(), Clock.GetUtcNow());
        return await db.InTransaction(
            async transaction =>
            {
                // As the platform's intake does: what isn't taken leaves no trace.
                await transaction.CreateSavepointAsync("intake");
                var taken = await Handle(db, fact, context);
                if (taken.Reason is null)
                {
                    await db.SaveChangesAsync();
                }
                else
                {
                    await transaction.RollbackToSavepointAsync("intake");
                }

                return taken;
            },
            default);
    }

    /// <summary>Delivers in this order and, like the platform, tries again what waits until nothing moves.</summary>
    public async Task DeliverAll(IEnumerable<object> facts)
    {
        var open = facts.ToList();
        for (var moved = true; moved && open.Count > 0;)
        {
            var waiting = new List<object>();
            foreach (var fact in open)
            {
                if ((await Deliver(fact)).IsWaiting)
                {
                    waiting.Add(fact);
                }
            }

            moved = waiting.Count < open.Count;
            open = waiting;
        }
    }

    public Once Once(Actor actor) => new(actor, Clock, new OutboxBell());

    public static Actor Officer(params Guid[] units) => Who([Capability.AssistanceRead, Capability.AssistanceManage, Capability.AssistanceAdjust], units);

    public static Actor Who(string[] capabilities, params Guid[] units) => new(
        Guid.Parse("01000000-0000-0000-0000-000000000001"), "测试员", units, capabilities.ToDictionary(c => c, IReadOnlyCollection<Guid> (_) => units));

    /// <summary>Somebody else, by name.</summary>
    public static Actor Person(string name, string[] capabilities, params Guid[] units) => new(
        Platform.Modules.SampleId.Of("person", name), name, units, capabilities.ToDictionary(c => c, IReadOnlyCollection<Guid> (_) => units));

    public static DateTimeOffset On(int year, int month, int day) => new(year, month, day, 4, 0, 0, TimeSpan.Zero);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Task<Taken> Handle(AssistanceDbContext db, object fact, EventContext context) => fact switch
    {
        OrderConfirmed f => new RememberOrder(db).Handle(f, context, default),
        GoodsAccepted f => new CountPurchase(db, Shown, new FindDoubles(db, new AssistanceOptions(), Clock), Clock).Handle(f, context, default),
        GoodsReturned f => new CountReturn(db, Clock).Handle(f, context, default),
        AcceptedTotalsStated f => new KeepStatement(db).Handle(f, context, default),
        OrderedAmountsStated f => new KeepOrdered(db, Shown, Clock).Handle(f, context, default),
        PaymentShared f => new KeepPaid(db, Shown, Clock).Handle(f, context, default),
        OfferPublished f => new RememberOffer(db).Handle(f, context, default),
        CertificateRecorded f => new RememberRecognition(db).Handle(f, context, default),
        CountyDesignated f => new RememberDesignation(db).Handle(f, context, default),
        InvoiceRegistered f => new RememberInvoice(db, new FindDoubles(db, new AssistanceOptions(), Clock)).Handle(f, context, default),
        OutletRecorded f => new RememberOutlet(db).Handle(f, context, default),
        RetailHandedOver f => new CountSold(new CountRetail(db, new PostSales(db, Clock))).Handle(f, context, default),
        RetailGivenBack f => new CountGivenBack(new CountRetail(db, new PostSales(db, Clock))).Handle(f, context, default),
        CampaignRecorded f => new RememberCampaign(db).Handle(f, context, default),
        BrandRecorded f => new RememberBrand(db).Handle(f, context, default),
        UnitRecorded f => new RememberUnit(db).Handle(f, context, default),
        PersonRecorded f => new RememberPerson(db).Handle(f, context, default),
        _ => throw new ArgumentException($"Nobody handles {fact.GetType()}.", nameof(fact)),
    };
}

/// <summary>An order of one line and what becomes of it. Rice at 5.60 yuan per 斤 unless said otherwise.</summary>
internal sealed record Trade(Guid UnitId, Guid? VillageId, decimal Price = 5.60m)
{
    private decimal posted;
    private decimal left;

    public Guid OrderId { get; } = Guid.NewGuid();

    public Guid LineId { get; } = Guid.NewGuid();

    public Guid AcceptanceId { get; } = Guid.NewGuid();

    public Guid AcceptedLineId { get; } = Guid.NewGuid();

    public Guid ProductId { get; init; } = World.Rice;

    public string Purpose { get; init; } = "CANTEEN";

    public bool Sample { get; init; }

    public string CountyCode { get; init; } = "222402";

    public OrderConfirmed Confirmed() => new(
        OrderId, "PO-2026-000001", UnitId, UnitId, Purpose, [new(LineId, World.Offer, Price, "JIN")], World.On(2026, 6, 1));

    public GoodsAccepted Accepted(decimal kilos, DateTimeOffset at)
    {
        left = kilos;
        posted = Settle(kilos);
        return Document(AcceptanceId, null, at, Line(AcceptedLineId, null, kilos, posted));
    }

    public GoodsAccepted Corrected(decimal toKilos, DateTimeOffset at)
    {
        var (kilos, amount) = Change(toKilos);
        return Document(Guid.NewGuid(), AcceptanceId, at, Line(Guid.NewGuid(), AcceptedLineId, kilos, amount));
    }

    public GoodsReturned Returned(decimal kilos, DateTimeOffset at)
    {
        var (change, amount) = Change(left - kilos);
        return new(
            Guid.NewGuid(), "RT-2026-000001", AcceptanceId, OrderId, "PO-2026-000001", UnitId, UnitId, "公路局", Purpose, "受潮", at,
            at.MonthInChina().ToString(), [Line(Guid.NewGuid(), AcceptedLineId, change, amount)]);
    }

    public CountedLine Line(Guid id, Guid? original, decimal kilos, decimal amount) => new(
        id, original, LineId, World.Offer, World.Outlet, ProductId, "大米", World.Producer, "明东合作社", VillageId, VillageId is null ? null : "明东村",
        CountyCode, "图们市", Price, "JIN", kilos, "KG", amount, Sample);

    public GoodsAccepted Document(Guid id, Guid? corrects, DateTimeOffset at, params CountedLine[] lines) => new(
        id, "AC-2026-000001", corrects, OrderId, "PO-2026-000001", UnitId, UnitId, "公路局", Purpose, at, at.MonthInChina().ToString(), lines);

    // Decision 23: a difference posts round(price × what is left) less what was posted.
    private (decimal Kilos, decimal Amount) Change(decimal toKilos)
    {
        var amount = Settle(toKilos) - posted;
        var kilos = toKilos - left;
        posted += amount;
        left = toKilos;
        return (kilos, amount);
    }

    private decimal Settle(decimal kilos) => Money.Settle(UnitPrice.Of(Price, MeasureUnit.Jin), Quantity.Of(kilos, MeasureUnit.Kg)).Amount;
}
