using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Filings;
using Commerce.Assistance.Ledger;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Tests.Filings;

/// <summary>A department with a bureau, a station below it, and three units that may share a canteen; and the people who file, review and approve.</summary>
internal sealed class FilingWorld : IAsyncDisposable
{
    public static readonly Guid Department = Guid.Parse("0a000000-0000-0000-0000-0000000000ff");
    public static readonly Guid Station = Guid.Parse("0a000000-0000-0000-0000-000000000003");
    public static readonly Guid Centre = Guid.Parse("0a000000-0000-0000-0000-000000000004");
    public static readonly Guid Rice = Guid.Parse("0c000000-0000-0000-0000-0000000000aa");
    private static readonly Guid[] Everywhere = [Department, World.Highways, World.Transport, Station, Centre];
    private int key;

    private FilingWorld(World ledger) => Ledger = ledger;

    public World Ledger { get; }

    public Actor Liaison { get; } = World.Person("吴联络", [Capability.AssistanceRead, Capability.AssistanceFile], Everywhere);

    public Actor Leader { get; } = World.Person("李审批", [Capability.AssistanceRead, Capability.AssistanceConfirm], World.Highways, Station);

    public Actor Officer { get; } = World.Person("周主任", [Capability.AssistanceRead, Capability.AssistanceManage, Capability.AssistanceAdjust], Everywhere);

    public Actor Supervisor { get; } = World.Person("郑督查", [Capability.AssistanceRead, Capability.AssistanceCountersign], Everywhere);

    /// <summary>The clock says 1 March 2026.</summary>
    public static async Task<FilingWorld> Create(DatabaseProvider provider)
    {
        var world = new FilingWorld(await World.Create(provider));
        world.Ledger.Clock.AdjustTime(World.On(2026, 3, 1));
        await world.Ledger.DeliverAll(
        [
            new UnitRecorded(Department, 1, "省交通运输厅", "DEPARTMENT", null, false),
            new UnitRecorded(World.Highways, 1, "公路局", "AFFILIATED_UNIT", Department, false),
            new UnitRecorded(World.Transport, 1, "运输局", "AFFILIATED_UNIT", Department, false),
            new UnitRecorded(Centre, 1, "服务中心", "AFFILIATED_UNIT", Department, false),
            new UnitRecorded(Station, 1, "收费站", "AFFILIATED_UNIT", World.Highways, false),
            new OfferPublished(
                World.Offer, 1, Rice, "大米", Guid.NewGuid(), "散装", World.Producer, "合作社", null, null, "222402", "图们市", World.Outlet, "CANTEEN_SUPPLY", Guid.NewGuid(), "DEPARTMENT_CANTEEN",
                ["CANTEEN"], "JIN", 1m, "JIN", true, 5m, 1m, 1m, null, 5.60m, "JIN", World.On(2025, 1, 1), World.On(2025, 1, 1), null, false, "直供点"),
        ]);
        return world;
    }

    public static SaveFiling.Input Own(Guid unit, decimal canteen, decimal total, decimal ratio = 0.10m) => new(
        "", 2026, unit, CanteenModel.Own, null, null, false, Yuan(canteen), Yuan(0), ratio, Yuan(total), null, true);

    public static SaveFiling.Input SharedWith(Guid unit, Guid representative) =>
        Own(unit, 0m, 0m) with { Canteen = CanteenModel.Shared, RepresentativeId = representative };

    public static MoneyInput Yuan(decimal amount) => new(amount, "CNY");

    /// <summary>10 % of what the canteen buys, by 26 March.</summary>
    public Task<Outcome> Ratio(decimal ratio = 0.10m, DateOnly? from = null, int? seen = null, ShareBase of = ShareBase.Canteen) =>
        Set(Officer, new("", Department, 2026, from ?? new(2026, 1, 1), ratio, of, "财库〔2021〕19号", new(2026, 3, 26), seen));

    public Task<Outcome> Set(Actor actor, SetShareRatio.Input input) =>
        With(db => new SetShareRatio.Handler(db, Ledger.Once(actor), actor, Ledger.Clock).Handle(input with { IdempotencyKey = Key() }, default));

    public Task<Outcome> Save(SaveFiling.Input input, Actor? actor = null) =>
        With(db => new SaveFiling.Handler(db, Ledger.Once(actor ?? Liaison), actor ?? Liaison, Ledger.Clock).Handle(input with { IdempotencyKey = Key() }, default));

    public Task<Outcome> Decide(Actor actor, Guid filingId, bool agree = true, string? reason = null, int? version = null) => With(async db =>
    {
        var seen = version ?? db.ShareFilings.Single(f => f.Id == filingId).Version;
        return await new DecideFiling.Handler(db, Ledger.Once(actor), actor, Ledger.Clock).Handle(new(Key(), filingId, seen, agree, reason), default);
    });

    /// <summary>Files, reviews by the office and approves by a second person; a later one is another version.</summary>
    public async Task<Guid> Approved(SaveFiling.Input input)
    {
        var known = await With(db => Task.FromResult(db.ShareFilings.SingleOrDefault(f => f.Year == input.Year && f.UnitId == input.UnitId)?.Version));
        var id = Good(await Save(input with { ExpectedVersion = known }));
        Good(await Decide(Officer, id));
        return Good(await Decide(Supervisor, id));
    }

    /// <summary>Rice of no assisted village, bought on the 832 platform and typed into the ledger; taken back when <paramref name="takesBack"/> says which.</summary>
    public async Task<Guid> Bought(Guid unit, decimal amount, Month month, Guid? takesBack = null) => Good(await With(db => new AdjustLedger.Handler(db, Ledger.Once(Officer), Officer, Ledger.Clock).Handle(
        new(Key(), month.Year, unit, null, Rice, month, Yuan(amount), "832 平台采购", PurchasePurpose.Canteen, takesBack, Channel.Platform832), default)));

    public Task<FilingsView> List(int year, DateOnly day, Actor? actor = null) => With(db => Read(db, actor ?? Officer).List(year, day, default));

    public async Task<ShareStanding> Standing(Guid unit, DateOnly day, int year = 2026) => (await List(year, day)).Rows.Single(r => r.UnitId == unit).Standing;

    public Task<FilingSheet?> One(Guid unit, Actor actor) => With(db => Read(db, actor).One(2026, unit, default));

    public async Task<IReadOnlyList<string>> Todos(Actor actor) => await With(async db => (IReadOnlyList<string>)[.. (await new FilingTodos(db, actor, Ledger.Clock).Read(default)).Select(t => t.Chinese)]);

    public async Task<T> With<T>(Func<AssistanceDbContext, Task<T>> act)
    {
        await using var db = Ledger.Open();
        return await act(db);
    }

    public ShareStandings Standings(AssistanceDbContext db) => new(db, World.Shown, Ledger.Clock);

    public string Key() => $"key {++key}";

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();

    public static Guid Good(Outcome outcome) => outcome.Error is null ? outcome.Id!.Value : throw new InvalidOperationException(outcome.Error.English);

    private ReadFilings Read(AssistanceDbContext db, Actor actor) => new(db, actor, Standings(db), new AssistanceOptions(), Ledger.Clock);
}
