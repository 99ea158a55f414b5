using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.External;
using Commerce.Assistance.Tests.Months;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Files;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Tests.External;

/// <summary>Two units that buy elsewhere too, and the office that decides on doubles. The clock says 1 August 2026.</summary>
internal sealed class ExternalWorld : IAsyncDisposable
{
    public static readonly Guid Noodles = Guid.Parse("0c000000-0000-0000-0000-000000000002");
    private static readonly Guid[] Everywhere = [MonthWorld.Department, World.Highways, World.Transport];
    private readonly TestDatabase<PlatformDbContext> platform;
    private int key;

    private ExternalWorld(MonthWorld months, TestDatabase<PlatformDbContext> platform) => (Months, this.platform) = (months, platform);

    public MonthWorld Months { get; }

    public World Ledger => Months.Ledger;

    public Actor Buyer { get; } = World.Person("王采购", [Capability.ExternalRead, Capability.ExternalRecord], World.Highways);

    public Actor Liaison { get; } = World.Person("赵联络", [Capability.ExternalRead, Capability.ExternalRecord, Capability.AssistanceRead], World.Highways);

    public Actor Stranger { get; } = World.Person("孙采购", [Capability.ExternalRead, Capability.ExternalRecord], World.Transport);

    public Actor Office { get; } = World.Person("周主任", [Capability.ExternalRead, Capability.ExternalRecord, Capability.AssistanceRead, Capability.AssistanceAdjust], Everywhere);

    public Actor Auditor { get; } = World.Person("审计", [Capability.ExternalRead, Capability.AssistanceRead], Everywhere);

    public static async Task<ExternalWorld> Create(DatabaseProvider provider)
    {
        var world = new ExternalWorld(await MonthWorld.Create(provider), await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform"));
        await world.Ledger.Deliver(Offered(World.Rice, "大米", World.Mingdong));
        await world.Ledger.Deliver(Offered(Noodles, "挂面", null));
        return world;
    }

    /// <summary>A receipt of 明东村 over 320.00 on 10 June.</summary>
    public async Task<RecordExternal.Input> Receipt(Actor actor, string number = "收00001") => new(
        Key(), ExternalKind.OfflineVillage, World.Highways, "明东村合作社", "木耳 2斤", PurchasePurpose.Canteen, new(320m, "CNY"), new(2026, 6, 10), VillageId: World.Mingdong, InvoiceNumber: number, FileId: await Evidence(actor));

    /// <summary>A line of an 832 order over 1,280.00 on 10 June, of no assisted village.</summary>
    public RecordExternal.Input Order(string number = "8320001", int line = 1) => new(
        Key(), ExternalKind.Platform832, World.Highways, "龙井某公司", "黑木耳", PurchasePurpose.Canteen, new(1280m, "CNY"), new(2026, 6, 10), OrderNumber: number, OrderLine: line);

    public async Task<Guid> Evidence(Actor actor)
    {
        await using var db = platform.Open();
        return (await Store(db, actor).Keep(RecordExternal.Files, "收据.pdf", new MemoryStream("%PDF-1.7"u8.ToArray()), default)).Value.Id;
    }

    public Task<Outcome> Record(Actor actor, RecordExternal.Input input) => With(async (db, files) =>
        await new RecordExternal.Handler(db, Ledger.Once(actor), actor, files, new(db, actor, Ledger.Clock), Keep(db)).Handle(input, default), actor);

    public Task<Outcome> Judge(Actor actor, Guid id, bool same, string reason = "核对了收据和订单") => With((db, _) =>
        new JudgeExternal.Handler(db, Ledger.Once(actor), actor, Rows(db), Ledger.Clock).Handle(new(Key(), id, same, reason), default), actor);

    public Task<Outcome> Withdraw(Actor actor, Guid id, string reason = "单位填错了") => With((db, _) =>
        new WithdrawExternal.Handler(db, Ledger.Once(actor), actor, Rows(db), Ledger.Clock).Handle(new(Key(), id, reason), default), actor);

    public async Task<Outcome> Import(Actor actor, byte[] book, string name = "订单.xlsx")
    {
        Guid file;
        await using (var db = platform.Open())
        {
            var kept = await Store(db, actor).Keep(ImportOrders.Files, name, new MemoryStream(book), default);
            if (kept.Failed)
            {
                return Outcome.Refused(kept.Error!);
            }

            file = kept.Value.Id;
        }

        return await With((db, files) => new ImportOrders.Handler(db, Ledger.Once(actor), Laying(db, actor), Rows(db), files).Handle(new(Key(), file), default), actor);
    }

    public Task<Result<LaidOrders>> Lay(Actor actor, byte[] book, string name = "订单.xlsx") => With((db, _) => Laying(db, actor).Lay(book, name, default), actor);

    public Task<ExternalView?> See(Actor actor, Guid id) => With(async (db, _) => (await new ReadExternal(db, actor).ByIds([id], default)).GetValueOrDefault(id), actor);

    public async Task<List<LedgerEntry>> Entries()
    {
        await using var db = Ledger.Open();
        return await db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
    }

    /// <summary>A row of the workbook of 832 orders.</summary>
    public static PaperRow Row(string number, int line, decimal amount, string unit = "公路局", string day = "2026-06-10", string purpose = "食堂", string village = "", string supplier = "龙井某公司") => new(
    [
        unit, number, line.ToString(System.Globalization.CultureInfo.InvariantCulture), day, supplier, "黑木耳", Money.Of(amount), purpose, village, "", "",
    ]);

    public static byte[] Book(params PaperRow[] rows) => XlsxFile.Of(new PaperTable(
        "832订单",
        [.. new[] { "单位", "订单号", "行号", "下单日期", "供应商", "商品", "金额（元）", "用途", "帮扶村", "产地县代码", "发票号码" }.Select(h => new PaperColumn(h, 16, h.StartsWith("金额", StringComparison.Ordinal) ? PaperFigure.Money : PaperFigure.Text))],
        rows));

    public async ValueTask DisposeAsync()
    {
        await Months.DisposeAsync();
        await platform.DisposeAsync();
    }

    private static OfferPublished Offered(Guid product, string name, Guid? village) => new(
        Guid.NewGuid(), 1, product, name, Guid.NewGuid(), "散装", World.Producer, "明东合作社", village, village is null ? null : "明东村", "222402", "图们市", World.Outlet, "CANTEEN_SUPPLY", Guid.NewGuid(),
        "DEPARTMENT_CANTEEN", ["CANTEEN"], "JIN", 1m, "JIN", true, 5m, 1m, 1m, null, 5.60m, "JIN", World.On(2026, 1, 1), World.On(2026, 1, 1), null, false, "公路局食堂直供点");

    private async Task<T> With<T>(Func<AssistanceDbContext, FileStore, Task<T>> act, Actor actor)
    {
        await using var db = Ledger.Open();
        await using var files = platform.Open();
        return await act(db, Store(files, actor));
    }

    private FileStore Store(PlatformDbContext db, Actor actor) => new(
        db, actor,
        [
            new FileRule(RecordExternal.Files, FileKind.Evidence, a => a.Can(Capability.ExternalRecord), (_, _, _, _) => Task.FromResult(false)),
            new FileRule(ImportOrders.Files, [FileKind.Xlsx], a => a.Can(Capability.ExternalRecord), (_, _, _, _) => Task.FromResult(false)),
        ],
        new FileStoreOptions(), null!, Ledger.Clock);

    private FindDoubles Doubles(AssistanceDbContext db) => new(db, new AssistanceOptions(), Ledger.Clock);

    private ExternalRows Rows(AssistanceDbContext db) => new(db, new Demonstration(false), Ledger.Clock);

    private KeepRecords Keep(AssistanceDbContext db) => new(db, Doubles(db), Rows(db));

    private OrderImport Laying(AssistanceDbContext db, Actor actor) => new(db, actor, new ReadPurchase(db, actor, Ledger.Clock), Keep(db));

    private string Key() => $"x{Interlocked.Increment(ref key)}";
}
