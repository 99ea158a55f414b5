using Commerce.Assistance.Data;
using Commerce.Assistance.DaySheets;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Tests.Months;
using Commerce.Assistance.Villages;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Tests.DaySheets;

/// <summary>A company with a counter at a service area: rice of 明东村, recognised; noodles of no village, ordinary. The clock says 1 August 2026.</summary>
internal sealed class ShopWorld : IAsyncDisposable
{
    public static readonly Guid Company = Guid.Parse("0a000000-0000-0000-0000-0000000000c0");
    public static readonly Guid Counter = Guid.Parse("0e000000-0000-0000-0000-0000000000c1");
    public static readonly Guid SupplyPoint = Guid.Parse("0e000000-0000-0000-0000-0000000000c2");
    public static readonly Guid Team = Guid.Parse("0a000000-0000-0000-0000-0000000000c3");
    public static readonly Guid Noodles = Guid.Parse("0c000000-0000-0000-0000-000000000002");
    public static readonly DateOnly Day = new(2026, 6, 10);
    private static readonly Guid[] Everywhere = [MonthWorld.Department, World.Highways, World.Transport, Company];
    private int key;

    private ShopWorld(MonthWorld months) => Months = months;

    public MonthWorld Months { get; }

    public World Ledger => Months.Ledger;

    public Actor Clerk { get; } = World.Person("钱店长", [Capability.DaySheetRead, Capability.DaySheetWrite], Company);

    public Actor Leader { get; } = World.Person("赵经理", [Capability.DaySheetRead, Capability.DaySheetConfirm], Company);

    public Actor Both { get; } = World.Person("孙经理", [Capability.DaySheetRead, Capability.DaySheetWrite, Capability.DaySheetConfirm], Company);

    public Actor Stranger { get; } = World.Person("李店长", [Capability.DaySheetRead, Capability.DaySheetWrite, Capability.DaySheetConfirm], World.Transport);

    public Actor Office { get; } = World.Person("周主任", [Capability.DaySheetRead, Capability.DaySheetConfirm, Capability.AssistanceRead], Everywhere);

    public static async Task<ShopWorld> Create(DatabaseProvider provider)
    {
        var world = new ShopWorld(await MonthWorld.Create(provider));
        foreach (var fact in (object[])
        [
            new UnitRecorded(Company, 1, "吉高集团", "GROUP_COMPANY", MonthWorld.Department, false),
            Outlet(Counter, "石头口门服务区专柜", "SPECIALTY_COUNTER", Company),
            Outlet(SupplyPoint, "明东村供货点", "CANTEEN_SUPPLY", Team),
            Offered(World.Rice, "大米", World.Mingdong) with { OfferId = World.Offer, SupplyUnitId = Company },
            Offered(Noodles, "挂面", null),
            new CertificateRecorded(Guid.NewGuid(), World.Rice, "帮扶产品认定", "RD-2026-1", new(2026, 1, 1), new(2026, 12, 31), null, true),
        ])
        {
            await world.Ledger.Deliver(fact);
        }

        return world;
    }

    public static SaveDaySheet.Line Rice(decimal jin, decimal yuan, GoodsStock stock = GoodsStock.OnBehalf) => new(new(yuan, "CNY"), World.Rice, null, new(jin, MeasureUnit.Jin), stock);

    public static SaveDaySheet.Line Noodle(decimal bags, decimal yuan) => new(new(yuan, "CNY"), Noodles, null, new(bags, MeasureUnit.Bag), GoodsStock.Own);

    public static SaveDaySheet.Line Other(string goods, decimal yuan) => new(new(yuan, "CNY"), null, goods);

    public static SaveDaySheet.Line Back(Guid line, decimal yuan, decimal? jin = null, string? reason = "顾客退货") =>
        new(new(yuan, "CNY"), null, null, jin is { } j ? new(j, MeasureUnit.Jin) : null, null, line, reason);

    public Task<Outcome> Save(Actor actor, DateOnly day, int? version, params SaveDaySheet.Line[] lines) => Months.With(db =>
        new SaveDaySheet.Handler(db, Ledger.Once(actor), new ReadLines(db), new WriteSheet(db, actor, Ledger.Clock), Ledger.Clock).Handle(new(Key(), Counter, day, lines, version), default));

    public Task<Outcome> Save(DateOnly day, params SaveDaySheet.Line[] lines) => Save(Clerk, day, null, lines);

    public Task<Outcome> HandIn(Actor actor, Guid sheet, int version = 1) => Months.With(db =>
        new HandInDaySheet.Handler(db, Ledger.Once(actor), actor, Ledger.Clock).Handle(new(Key(), sheet, version), default));

    public Task<Outcome> Decide(Actor actor, Guid sheet, int version = 2, bool confirm = true, string? reason = null) => Months.With(db =>
        new DecideDaySheet.Handler(db, Ledger.Once(actor), actor, new ReadLines(db), new PostSales(db, Ledger.Clock), Ledger.Clock).Handle(new(Key(), sheet, version, confirm, reason), default));

    /// <summary>Written by the clerk, confirmed by the leader.</summary>
    public async Task<DaySheet> Confirmed(DateOnly day, params SaveDaySheet.Line[] lines)
    {
        var sheet = await HandedIn(day, lines);
        (await Decide(Leader, sheet)).Done();
        return await Sheet(sheet);
    }

    public async Task<Guid> HandedIn(DateOnly day, params SaveDaySheet.Line[] lines)
    {
        var sheet = (await Save(day, lines)).Id!.Value;
        (await HandIn(Clerk, sheet)).Done();
        return sheet;
    }

    public Task<DaySheet> Sheet(Guid id) => Months.With(db => db.DaySheets.AsNoTracking().Include(s => s.Lines.OrderBy(l => l.Number)).SingleAsync(s => s.Id == id));

    public Task<DaySheetView?> See(Actor actor, Guid id) => Months.With(async db => (await new ReadDaySheets(db, new ReadLines(db), actor).ByIds([id], default)).GetValueOrDefault(id));

    public Task<List<LedgerEntry>> Entries() => Months.With(db => db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync());

    public Task<IReadOnlyList<VillageIncome>> Income(int year = 2026, Month? month = null, bool byMonth = false) =>
        Months.With(db => new ReadVillages(db, Office, new Demonstration(false)).Read(year, month, byMonth, default));

    /// <summary>Rice for a unit: 5.60 yuan a 斤, through an outlet.</summary>
    public async Task<Trade> Bought(Guid unit, decimal jin, Guid outlet, DateTimeOffset at, string purpose = "CANTEEN")
    {
        var trade = new Trade(unit, World.Mingdong) { Purpose = purpose };
        var accepted = trade.Accepted(jin / 2, at);
        await Ledger.DeliverAll([trade.Confirmed(), accepted with { Lines = [.. accepted.Lines.Select(l => l with { OutletId = outlet })] }]);
        return trade;
    }

    /// <summary>What the counter handed over for a payment by phone: bags of rice at 42.50.</summary>
    public static RetailHandedOver HandedOver(Guid line, DateTimeOffset at, decimal yuan = 85m, Guid? supply = null) => new(
        Guid.NewGuid(), "RS-2026-000001", Counter, supply ?? Team, at, at.MonthInChina().ToString(), [Sold(line, line, 2m, yuan)]);

    public static RetailGivenBack GivenBack(Guid line, DateTimeOffset at, decimal yuan) => new(
        Guid.NewGuid(), Guid.NewGuid(), "RS-2026-000001", Counter, Team, at, at.MonthInChina().ToString(), [Sold(Guid.NewGuid(), line, 0m, yuan)]);

    public ValueTask DisposeAsync() => Months.DisposeAsync();

    private static RetailLineSold Sold(Guid id, Guid original, decimal bags, decimal yuan) => new(
        id, original, World.Rice, "大米", World.Producer, "明东合作社", World.Mingdong, "明东村", "222405", bags, "BAG", yuan, false);

    private static OutletRecorded Outlet(Guid id, string name, string kind, Guid runs) => new(id, 1, name, kind, null, null, null, true, new(2026, 1, 1), false, false, runs);

    internal static OfferPublished Offered(Guid product, string name, Guid? village) => new(
        Guid.NewGuid(), 1, product, name, Guid.NewGuid(), "散装", World.Producer, "明东合作社", village, village is null ? null : "明东村", "222405", "龙井市", Counter, "SPECIALTY_COUNTER", Team,
        "PUBLIC", ["KIOSK"], "JIN", 1m, "JIN", true, 5m, 1m, 1m, null, 5.60m, "JIN", World.On(2026, 1, 1), World.On(2026, 1, 1), null, false, "石头口门服务区专柜");

    private string Key() => $"s{Interlocked.Increment(ref key)}";
}
