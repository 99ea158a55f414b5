using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Proof;
using Commerce.Assistance.Rebuild;
using Commerce.Assistance.Tests.Months;
using Commerce.Assistance.Totals;
using Commerce.Contracts.Assistance;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Assistance.Tests.DaySheets.ShopWorld;

namespace Commerce.Assistance.Tests.DaySheets;

public sealed class DaySheetTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_confirmed_sheet_is_help_sell_in_the_ledger_and_ordinary_goods_outside_the_catalogue_stay_on_it(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        var sheet = await world.Confirmed(Day, Rice(10, 60m), Noodle(2, 30m), Other("矿泉水", 10m));

        var rows = await world.Entries();
        Assert.Equal([(6000L, true), (3000L, false)], rows.Select(r => (r.AmountFen, r.OnBehalf)));
        Assert.All(rows, r => Assert.Equal(
            (LedgerKind.Sale, Channel.HelpSell, PurchasePurpose.Retail, Company, "吉高集团", Counter, 202606, LedgerSources.DaySheetLine, sheet.Id),
            (r.Kind, r.Channel, r.Purpose, r.UnitId, r.UnitName, r.OutletId, r.MonthNumber, r.SourceType, r.SourceId)));
        Assert.Equal((World.Mingdong, Guid.Empty), (rows[0].VillageId, rows[1].VillageId));
        var shown = (await world.See(world.Office, sheet.Id))!;
        Assert.Equal((60m, 40m, 0.6m, "赵经理"), (shown.Split.Recognised.Amount, shown.Split.Ordinary.Amount, shown.Split.Ratio, shown.Sheet.ConfirmedByName));
        await using var db = world.Ledger.Open();
        Assert.Empty(await new CheckTotals(db).Differences(default));
        Assert.Null((await new ProveLedger(db).Read(null, default)).Fault);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task No_figure_of_purchases_moves_by_a_fen_for_what_counters_sold(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Bought(Company, 100, SupplyPoint, World.On(2026, 6, 12));
        var before = await Figures(world);

        await world.Confirmed(Day, Rice(10, 60m), Noodle(2, 30m));
        await world.Ledger.Deliver(HandedOver(Guid.NewGuid(), World.On(2026, 6, 10)));

        Assert.Equal(before, await Figures(world));
        await using var db = world.Ledger.Open();
        var byChannel = await new ReadTotals(db, new(false)).Rows(TotalsQuestion.Of(2026, [TotalsBy.Channel], null, [Company]), default);
        Assert.Equal([(Channel.Direct, 560m), (Channel.HelpSell, 175m)], byChannel.Select(r => (r.Key.Channel!.Value, r.Amount.Amount)));
        var alone = await new ReadTotals(db, new(false)).Rows(TotalsQuestion.Of(2026, [], new(Channel: Channel.HelpSell), [Company]), default);
        Assert.Equal(175m, alone.Single().Amount.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_sheet_confirmed_by_many_at_once_posts_once(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        var sheet = await world.HandedIn(Day, Rice(10, 60m));

        var outcomes = await Task.WhenAll(new[] { world.Leader, world.Both, world.Office, world.Leader }.Select(a => Task.Run(() => world.Decide(a, sheet))));

        Assert.Single(outcomes, o => o.Error is null);
        Assert.Single(await world.Entries());
    }

    [Fact]
    public async Task A_confirmed_sheet_states_its_goods_of_the_catalogue_for_the_counters_stock()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        var waiting = await world.HandedIn(Day, Rice(10, 60m), Noodle(2, 30m), Other("矿泉水", 24m));
        (await world.Decide(world.Leader, waiting, confirm: false, reason: "少写了一行")).Done();
        Assert.Empty(await Posted(world));
        (await world.HandIn(world.Clerk, waiting, 3)).Done();
        (await world.Decide(world.Leader, waiting, 4)).Done();
        var sheet = await world.Sheet(waiting);
        await world.Confirmed(Day.AddDays(1), Back(sheet.Lines[0].Id, 12m, 2));

        var (first, second) = (await Posted(world)) is [var one, var two] ? (one, two) : throw new InvalidOperationException("not two");
        Assert.Equal((sheet.Id, sheet.Number, Counter, Day, world.Leader.Id), (first.SheetId, first.Number, first.OutletId, first.Day, first.ConfirmedById));
        Assert.Equal([("大米", true, 10m, "JIN", 60m), ("挂面", false, 2m, "BAG", 30m)], first.Lines.Select(l => (l.ProductName, l.OnBehalf, l.Quantity, l.Unit, l.Amount)));
        Assert.Equal([(sheet.Lines[0].Id, -2m, -12m)], second.Lines.Select(l => (l.RefundsLineId!.Value, l.Quantity, l.Amount)));
    }

    private static Task<List<CounterSalesPosted>> Posted(ShopWorld world) => world.Months.With(async db =>
        (await db.Database.SqlQueryRaw<string>("SELECT Body AS Value FROM outbox WHERE Name LIKE '%CounterSalesPosted' ORDER BY Sequence").ToListAsync())
            .ConvertAll(b => JsonSerializer.Deserialize<CounterSalesPosted>(b, JsonSerializerOptions.Web)!));

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_who_begin_the_same_day_at_once_make_one_sheet(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        var outcomes = await Task.WhenAll(new[] { world.Clerk, world.Both, world.Clerk }.Select(a => Task.Run(() => world.Save(a, Day, null, Rice(10, 60m)))));

        Assert.Single(outcomes, o => o.Error is null);
        Assert.All(outcomes.Where(o => o.Error is not null), o => Assert.Equal(ErrorCode.VersionStale, o.Error!.Code));
        Assert.Equal(1, await world.Months.With(db => db.DaySheets.CountAsync()));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Recognised_and_ordinary_are_told_apart_as_of_the_day_and_kept_when_the_sheet_is_confirmed(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        var waiting = await world.HandedIn(Day, Noodle(2, 30m));
        var paper = new CertificateRecorded(Guid.NewGuid(), Noodles, "帮扶产品认定", "RD-2026-2", Day, null, null, true);
        await world.Ledger.Deliver(paper);
        (await world.Decide(world.Leader, waiting)).Done();
        var dayBefore = await world.Confirmed(Day.AddDays(-1), Noodle(1, 15m));
        world.Ledger.Clock.Advance(TimeSpan.FromDays(1));
        await world.Ledger.Deliver(paper with { WithdrawnOn = Day });

        Assert.True((await world.Sheet(waiting)).Lines.Single().Recognised);
        Assert.False(dayBefore.Lines.Single().Recognised);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_refund_of_a_closed_month_goes_into_the_first_open_one_and_names_the_month_of_the_sale(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        var line = (await world.Confirmed(Day, Rice(10, 60m))).Lines.Single().Id;
        await world.Months.Close(MonthWorld.June);

        var back = await world.Confirmed(new(2026, 6, 20), Back(line, 12m, 2), Rice(1, 6m));

        var rows = await world.Entries();
        Assert.Equal(
            [(LedgerKind.Sale, 6000L, 202606, 0), (LedgerKind.SaleRefund, -1200L, 202607, 202606), (LedgerKind.Sale, 600L, 202607, 202606)],
            rows.Select(r => (r.Kind, r.AmountFen, r.MonthNumber, r.AdjustsMonthNumber)));
        Assert.Equal((line, true, -1000L), (rows[1].OriginalLineId, rows[1].OnBehalf, rows[1].QuantityMilli / 1000));
        Assert.True(back.Lines[0].Recognised);
        await using var db = world.Ledger.Open();
        Assert.Empty(await new CheckTotals(db).Differences(default));
        Assert.Equal(world.Entries().Result.Count, rows.Count);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task More_never_goes_back_than_was_sold_though_two_refunds_are_confirmed_at_once(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        var line = (await world.Confirmed(Day, Rice(10, 60m))).Lines.Single().Id;
        var first = await world.HandedIn(Day.AddDays(1), Back(line, 40m, 6));
        var second = await world.HandedIn(Day.AddDays(2), Back(line, 40m, 6));

        var outcomes = await Task.WhenAll(new[] { first, second }.Select(s => Task.Run(() => world.Decide(world.Leader, s))));

        Assert.Single(outcomes, o => o.Error is null);
        Assert.Equal(ErrorCode.Invalid, Assert.Single(outcomes, o => o.Error is not null).Error!.Code);
        Assert.Equal(2000, (await world.Entries()).Sum(e => e.AmountFen));
        (await world.Save(Day.AddDays(3), Back(line, 20m, 4))).Done();
        Assert.Equal(DaySheetErrors.MoreThanSold(Money.Of(20m), "4 斤").Code, (await world.Save(Day.AddDays(4), Back(line, 20.01m))).Error!.Code);
    }

    [Fact]
    public async Task Other_modules_hear_of_no_row_of_what_counters_sold_only_of_the_sheet()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        await world.Confirmed(Day, Rice(10, 60m));
        await using var db = world.Ledger.Open();
        Assert.EndsWith("CounterSalesPosted", Assert.Single(await db.Database.SqlQueryRaw<string>("SELECT Name AS Value FROM outbox").ToListAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_back_may_be_written_anew_and_somebody_else_confirms_it()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        var sheet = await world.HandedIn(Day, Rice(10, 600m));

        (await world.Decide(world.Leader, sheet, confirm: false, reason: "多打了一个零")).Done();
        (await world.Save(world.Clerk, Day, 3, Rice(10, 60m))).Done();
        Assert.Equal("多打了一个零", (await world.Sheet(sheet)).SentBackReason);
        (await world.HandIn(world.Clerk, sheet, 4)).Done();
        (await world.Decide(world.Leader, sheet, 5)).Done();

        Assert.Equal(6000, (await world.Entries()).Single().AmountFen);
        Assert.Equal((DaySheetState.Confirmed, null), ((await world.Sheet(sheet)).State, (await world.Sheet(sheet)).SentBackReason));
    }

    private static async Task<string> Figures(ShopWorld world)
    {
        await using var db = world.Ledger.Open();
        var totals = new ReadTotals(db, new(false));
        List<object?> figures = [];
        foreach (var by in (TotalsBy[][])[[], [TotalsBy.Unit], [TotalsBy.Village], [TotalsBy.Month], [TotalsBy.Product], [TotalsBy.Purpose], [TotalsBy.Outlet]])
        {
            figures.AddRange(await totals.Rows(TotalsQuestion.Of(2026, by, null, [Company, World.Highways]), default));
            figures.AddRange(await totals.Rows(TotalsQuestion.Of(2026, by, new(AsInMonthTable: true), [Company, World.Highways], new DateOnly(2026, 7, 31)).With(await db.Rules(default)), default));
        }

        figures.AddRange((await db.LinesOf(MonthWorld.June, null, new(false), default)).Select(l => $"{l.Unit} {l.Total} {l.Villages} {l.Entries}"));
        figures.AddRange((await db.Achieved(2026, [Company], new(false), default)).Select(a => $"{a}"));
        figures.AddRange((await Comparison.Of(db, default)).Differences);
        figures.Add(await Reconciliation.Agrees(db, TotalsQuestion.Of(2026, [], null, [Company]), default));
        return string.Join('\n', figures);
    }
}
