using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Rebuild;
using Commerce.Assistance.Totals;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Ledger;

public sealed class AdjustLedgerTests
{
    private static readonly Guid Noodles = Guid.NewGuid();

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_typed_row_counts_once_and_is_taken_back_once(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var officer = World.Officer(World.Highways);

        var typed = await Adjust(world, officer, Input("a", 100m));
        var again = await Adjust(world, officer, Input("a", 100m));
        var back = Input("b", -100m) with { ReversesEntryId = typed.Id };
        var reversed = await Adjust(world, officer, back);
        var twice = await Adjust(world, officer, back with { IdempotencyKey = "c" });

        Assert.Null(typed.Error);
        Assert.Equal((typed.Id, true), (again.Id, again.Replayed));
        Assert.Null(reversed.Error);
        Assert.Equal(AssistanceErrors.AlreadyReversed, twice.Error, Same);
        await using var db = world.Open();
        var rows = await db.LedgerEntries.OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal([LedgerKind.Manual, LedgerKind.Reversal], rows.Select(r => r.Kind));
        Assert.Equal((typed.Id, "公路局", World.Producer, "222402"), (rows[1].ReversesId, rows[0].UnitName, rows[0].ProducerId, rows[0].CountyCode));
        Assert.Equal((0, 0, 0, 2, 2), (await db.LedgerTotals.SingleAsync()).Sums);
        Assert.Empty(await new CheckTotals(db).Differences(default));
        Assert.Null((await new ProveLedger(db).Read(null, default)).Fault);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Typed_rows_are_left_out_of_the_comparison_with_ordering(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        await Adjust(world, World.Officer(World.Highways), Input("a", 100m));
        await using var db = world.Open();
        var question = TotalsQuestion.Of(2026, [], null, [World.Highways]);

        Assert.True(await Reconciliation.Agrees(db, question, default));
        await world.Deliver(new AcceptedTotalsStated(World.Highways, World.Mingdong, "2026-06", 100m, 1, 1));
        Assert.False(await Reconciliation.Agrees(db, question, default));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_refused_writes_no_row(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var officer = World.Officer(World.Highways);

        Assert.Equal(AssistanceErrors.ReasonTooShort, (await Adjust(world, officer, Input("1", 1m) with { Reason = " 补记 " })).Error, Same);
        Assert.Equal(AssistanceErrors.NothingToRecord, (await Adjust(world, officer, Input("2", 0m))).Error, Same);
        Assert.Equal(AssistanceErrors.NotFen, (await Adjust(world, officer, Input("3", 0.001m))).Error, Same);
        Assert.Equal(AssistanceErrors.NotYuan, (await Adjust(world, officer, Input("4", 1m) with { Amount = new MoneyInput(1m, "USD") })).Error, Same);
        Assert.Equal(AssistanceErrors.MonthNotOfYear(2026), (await Adjust(world, officer, Input("5", 1m) with { Month = Month.Of(2025, 12) })).Error, Same);
        Assert.Equal(AssistanceErrors.MonthAhead, (await Adjust(world, officer, Input("6", 1m) with { Month = Month.Of(2026, 9) })).Error, Same);
        Assert.Equal(AssistanceErrors.ProductUnknown, (await Adjust(world, officer, Input("7", 1m) with { ProductId = World.Outlet })).Error, Same);
        Assert.Equal(AssistanceErrors.NotOfThisVillage, (await Adjust(world, officer, Input("8", 1m) with { VillageId = World.Zhixin })).Error, Same);
        Assert.Equal(AssistanceErrors.NotOfThisVillage, (await Adjust(world, officer, Input("8a", 1m) with { VillageId = null })).Error, Same);
        Assert.Equal(AssistanceErrors.RecordedElsewhere, (await Adjust(world, officer, Input("8b", 1m) with { Channel = Channel.Platform832 })).Error, Same);
        Assert.Equal(AssistanceErrors.RecordedElsewhere, (await Adjust(world, officer, Input("8c", 1m) with { Channel = Channel.Offline })).Error, Same);
        Assert.Equal(PlatformErrors.NotFound, (await Adjust(world, World.Officer(World.Transport), Input("9", 1m))).Error, Same);
        Assert.Equal(PlatformErrors.Forbidden, (await Adjust(world, World.Who([Capability.AssistanceRead], World.Highways), Input("10", 1m))).Error, Same);
        Assert.Equal(PlatformErrors.NotFound, (await Adjust(world, officer, Input("11", 1m) with { ReversesEntryId = Guid.NewGuid() })).Error, Same);
        await using var db = world.Open();
        Assert.Empty(await db.LedgerEntries.ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_was_bought_on_the_832_platform_stands_in_a_column_of_its_own(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        await world.Deliver(Offered(Noodles, null));
        var officer = World.Officer(World.Highways);
        await Adjust(world, officer, Input("a", 100m));

        var typed = await Adjust(world, officer, Input("b", 240m) with { VillageId = null, ProductId = Noodles, Channel = Channel.Platform832 });
        var asDirect = await Adjust(world, officer, Input("c", -240m) with { VillageId = null, ProductId = Noodles, ReversesEntryId = typed.Id, Channel = Channel.Direct });

        Assert.Null(typed.Error);
        Assert.Equal(AssistanceErrors.NotTheOpposite(Money.Of(-240m)), asDirect.Error, Same);
        await using (var db = world.Open())
        {
            var line = Assert.Single(await db.LinesOf(Month.Of(2026, 6), null, new(true), default));
            Assert.Equal((340m, 100m, 0m, 240m), (line.Total.Amount, line.Villages.Amount, line.OtherCounties.Amount, line.Platform832.Amount));
            var question = TotalsQuestion.Of(2026, [], new(Origin: GoodsOrigin.Platform832), [World.Highways]);
            Assert.Equal(240_00, await question.In(db.LedgerTotals).SumAsync(t => t.AmountFen));
            Assert.Equal(typed.Id, (await question.In(db.LedgerEntries).SingleAsync()).Id);
            Assert.Equal(100m, (await db.Achieved(2026, [World.Highways], new(true), default))[World.Highways].Amount);
        }

        Assert.Null((await Adjust(world, officer, Input("d", -240m) with { VillageId = null, ProductId = Noodles, ReversesEntryId = typed.Id })).Error);
        await using var after = world.Open();
        Assert.Equal(0m, (await after.LinesOf(Month.Of(2026, 6), null, new(true), default)).Single().Platform832.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Only_the_exact_opposite_of_a_typed_row_takes_it_back(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var officer = World.Officer(World.Highways);
        var trade = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll([trade.Confirmed(), trade.Accepted(1m, World.On(2026, 6, 10))]);
        var typed = await Adjust(world, officer, Input("a", 100m));
        var (entries, _) = await Read(world, officer);

        var wrong = await Adjust(world, officer, Input("b", -99m) with { ReversesEntryId = typed.Id });
        var otherPurpose = await Adjust(world, officer, Input("c", -100m) with { ReversesEntryId = typed.Id, Purpose = PurchasePurpose.Personal });
        var counted = await Adjust(world, officer, Input("d", -11.20m) with { ReversesEntryId = entries[0].Id });

        Assert.Equal(AssistanceErrors.NotTheOpposite(Money.Of(-100m)), wrong.Error, Same);
        Assert.Equal(AssistanceErrors.NotTheOpposite(Money.Of(-100m)), otherPurpose.Error, Same);
        Assert.Equal(AssistanceErrors.NotTyped, counted.Error, Same);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_ledger_is_read_in_order_and_other_units_rows_are_invisible(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var (mine, theirs) = (new Trade(World.Highways, World.Mingdong), new Trade(World.Transport, World.Mingdong));
        await world.DeliverAll(
        [
            mine.Confirmed(), theirs.Confirmed(), mine.Accepted(2m, World.On(2026, 6, 10)), theirs.Accepted(1m, World.On(2026, 6, 10)),
            mine.Returned(1m, World.On(2026, 7, 1)),
        ]);

        var (entries, ofAcceptance) = await Read(world, World.Officer(World.Highways), mine.AcceptanceId, theirs.AcceptanceId);

        Assert.Equal([1, 3], entries.Select(e => e.Sequence));
        Assert.Equal([LedgerKind.Purchase, LedgerKind.Return], ofAcceptance[mine.AcceptanceId].Select(e => e.Kind));
        Assert.False(ofAcceptance.ContainsKey(theirs.AcceptanceId));
        Assert.Equal((LedgerSources.ReturnLine, mine.AcceptanceId, mine.OrderId, "RT-2026-000001"), (entries[1].Source.Type, entries[1].Source.AcceptanceId, entries[1].Source.OrderId, entries[1].Source.Number));
    }

    private static async Task<(IReadOnlyList<LedgerEntryView> Entries, IReadOnlyDictionary<Guid, IReadOnlyList<LedgerEntryView>> OfAcceptances)> Read(
        World world, Actor actor, params Guid[] acceptances)
    {
        await using var db = world.Open();
        var read = new ReadLedger(db, actor);
        var question = TotalsQuestion.Of(2026, [], null, actor.UnitsWhere(Capability.AssistanceRead));
        var page = await read.Page(question, new PageRequest(100, null), new Cursors(() => new byte[32]), default);
        return ([.. page.Nodes], await read.OfAcceptances(acceptances, default));
    }

    [Fact]
    public async Task An_outlet_is_called_by_its_name()
    {
        await using var world = await Ready(DatabaseProvider.Sqlite);
        await using var db = world.Open();

        Assert.Equal("公路局食堂直供点", (await db.KnownNames.FindAsync(World.Outlet))!.Name);
    }

    private static async Task<World> Ready(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        await world.Deliver(new UnitRecorded(World.Highways, 1, "公路局", "AFFILIATED_UNIT", null, false));
        await world.Deliver(Offered(World.Rice, World.Mingdong));
        return world;
    }

    internal static OfferPublished Offered(Guid product, Guid? village) => new(
        product == World.Rice ? World.Offer : Guid.NewGuid(), 1, product, product == World.Rice ? "大米" : "挂面", Guid.NewGuid(), "散装", World.Producer, "明东合作社", village,
        village is null ? null : "明东村", "222402", "图们市", World.Outlet, "CANTEEN_SUPPLY", Guid.NewGuid(), "DEPARTMENT_CANTEEN", ["CANTEEN"], "JIN", 1m, "JIN", true, 5m, 1m, 1m, null,
        5.60m, "JIN", World.On(2026, 1, 1), World.On(2026, 1, 1), null, false, "公路局食堂直供点");

    private static AdjustLedger.Input Input(string key, decimal amount) => new(
        key, 2026, World.Highways, World.Mingdong, World.Rice, Month.Of(2026, 6), new MoneyInput(amount, "CNY"), "系统上线前的采购");

    private static async Task<Outcome> Adjust(World world, Actor actor, AdjustLedger.Input input)
    {
        await using var db = world.Open();
        return await new AdjustLedger.Handler(db, world.Once(actor), actor, world.Clock).Handle(input, default);
    }

    private static bool Same(Error? expected, Error? actual) => expected?.Code == actual?.Code && expected?.English == actual?.English;
}
