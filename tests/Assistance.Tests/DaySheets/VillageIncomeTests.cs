using Commerce.Assistance.Domain;
using Commerce.Assistance.Rebuild;
using Commerce.Assistance.Tests.Months;
using Commerce.Assistance.Villages;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Assistance.Tests.DaySheets.ShopWorld;

namespace Commerce.Assistance.Tests.DaySheets;

public sealed class VillageIncomeTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_that_an_outlet_bought_first_are_first_hand_income_once(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        var june = World.On(2026, 6, 12);
        await world.Bought(World.Highways, 100, SupplyPoint, june);
        await world.Bought(Company, 200, Counter, june, "OUTLET_TRADE");
        var resold = await world.Bought(World.Transport, 50, Counter, june);
        await world.Confirmed(Day, Rice(80, 520m, GoodsStock.Own), Rice(30, 195m));
        await world.Ledger.Deliver(HandedOver(Guid.NewGuid(), World.On(2026, 7, 1)));

        var year = Assert.Single(await world.Income());
        Assert.Equal(
            (560m, 0m, 1120m, 280m, 280m, 520m), (year.Direct.Amount, year.External.Amount, year.Stock.Amount, year.OnBehalf.Amount, year.Resale.Amount, year.OwnStock.Amount));
        Assert.Equal((2760m, 800m, 1960m), (year.Gross.Amount, year.Eliminated.Amount, year.FirstHand.Amount));
        Assert.Equal([(202606, 1875m), (202607, 85m)], (await world.Income(byMonth: true)).Select(r => (r.Month!.Value.Number, r.FirstHand.Amount)));
        Assert.Equal(85m, Assert.Single(await world.Income(month: MonthWorld.July)).FirstHand.Amount);

        // The unit that bought at the counter has bought: only the village isn't paid twice.
        var row = (await world.Entries()).Single(e => e.SourceId == resold.AcceptanceId);
        Assert.Equal((Channel.Resale, PurchasePurpose.Canteen, World.Transport), (row.Channel, row.Purpose, row.UnitId));
        var line = await world.Months.With(async db => (await Data.MonthQueries.LinesOf(db, MonthWorld.June, null, new(false), default)).Single(l => l.UnitId == World.Transport));
        Assert.Equal(280m, line.Total.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_the_villages_own_team_supplies_at_a_counter_is_bought_from_the_village(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Ledger.Deliver(Offered(World.Rice, "大米", World.Mingdong) with { OfferId = World.Offer, Version = 2, SupplyUnitId = Team });
        await world.Bought(World.Transport, 50, Counter, World.On(2026, 6, 12));

        var income = Assert.Single(await world.Income());
        Assert.Equal((280m, 0m, 280m), (income.Direct.Amount, income.Resale.Amount, income.FirstHand.Amount));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_goes_back_stands_in_the_channel_in_which_its_purchase_stands(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        var june = World.On(2026, 6, 12);
        var trade = await world.Bought(World.Transport, 50, Counter, june);
        var earlier = await world.Bought(World.Transport, 50, World.Outlet, june);
        await world.Ledger.Deliver(new Contracts.Catalog.OutletRecorded(World.Outlet, 1, "吉高易联超市", "OWN_STORE", null, null, null, true, null, true, false, Company));
        await world.Ledger.DeliverAll([trade.Returned(25m, World.On(2026, 6, 13)), earlier.Returned(25m, World.On(2026, 6, 13))]);

        Assert.Equal([(Channel.Resale, 0L), (Channel.Direct, 0L)], (await world.Entries()).GroupBy(e => e.Channel).Select(g => (g.Key, g.Sum(e => e.AmountFen))));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_sale_by_phone_counts_once_and_what_was_given_back_lowers_it(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        var line = Guid.NewGuid();
        var (sold, back) = (HandedOver(line, World.On(2026, 6, 10)), GivenBack(line, World.On(2026, 7, 2), -20m));
        Assert.True((await world.Ledger.Deliver(back)).IsWaiting);
        await world.Ledger.DeliverAll([sold, sold, back, back, GivenBack(line, World.On(2026, 7, 3), 5m)]);
        Assert.True((await world.Ledger.Deliver(GivenBack(line, World.On(2026, 7, 3), -70.01m))).IsWaiting);
        Assert.NotNull((await world.Ledger.Deliver(sold with { Month = "2026-07" })).Reason);

        Assert.Equal(
            [(LedgerKind.Sale, 8500L, 202606, 0), (LedgerKind.SaleRefund, -2000L, 202607, 202606), (LedgerKind.SaleRefund, 500L, 202607, 202606)],
            (await world.Entries()).Select(e => (e.Kind, e.AmountFen, e.MonthNumber, e.AdjustsMonthNumber)));
        Assert.All(await world.Entries(), e => Assert.Equal((Company, Counter, true), (e.UnitId, e.OutletId, e.OnBehalf)));
        var shown = (await world.See(world.Office, (await world.Confirmed(Day, Rice(1, 6m))).Id))!;
        Assert.Equal((85m, 85m), (shown.Phone.Total.Amount, shown.Phone.Recognised.Amount));
        await using var db = world.Ledger.Open();
        Assert.Empty(await new CheckTotals(db).Differences(default));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_counters_own_goods_sold_by_phone_are_eliminated(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Ledger.Deliver(HandedOver(Guid.NewGuid(), World.On(2026, 6, 10), supply: Company));

        var income = Assert.Single(await world.Income());
        Assert.Equal((85m, 85m, 0m), (income.OwnStock.Amount, income.Eliminated.Amount, income.FirstHand.Amount));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whose_stock_it_was_cannot_be_changed_unseen(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Confirmed(Day, Rice(10, 60m));
        await using var db = world.Ledger.Open();
        await db.LedgerEntries.ExecuteUpdateAsync(s => s.SetProperty(e => e.OnBehalf, false));

        Assert.Equal(1, (await new ProveLedger(db).Read(null, default)).Fault?.Sequence);
    }
}
