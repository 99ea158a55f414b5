using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Rebuild;
using Commerce.Assistance.Totals;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Months;

/// <summary>A closed month stays closed.</summary>
public sealed class ClosedMonthTests
{
    private static readonly Month June = MonthWorld.June;
    private static readonly Month July = MonthWorld.July;

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_return_leaves_the_closed_file_byte_for_byte_and_shows_in_the_open_month(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        var rice = await world.SackOfRice();
        (await world.Confirm(world.Leader, June, World.Highways, 1)).Done();
        await world.Close(June);
        var before = await world.File(world.Officer, June);
        var own = await world.File(world.Leader, June);

        await world.Ledger.DeliverAll([rice.Returned(5m, World.On(2026, 7, 5))]);
        world.Ledger.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Ledger.DeliverAll([new UnitRecorded(World.Highways, 2, "公路管理局", "AFFILIATED_UNIT", MonthWorld.Department, false)]);
        world.Ledger.Clock.Advance(TimeSpan.FromDays(40));

        Assert.Equal(before!.Content, (await world.File(world.Officer, June))!.Content);
        Assert.Equal(own!.Content, (await world.File(world.Leader, June))!.Content);
        Assert.NotEqual(before.Content, own.Content);
        var line = Assert.Single((await world.Read(world.Officer, July)).Lines);
        Assert.Equal((-56m, -56m, 0m, "公路管理局"), (line.Total.Amount, line.Earlier.Amount, line.EarlierYears.Amount, line.Unit));
        Assert.Equal(new MonthAdjustment(June, Money.Of(-56m), 1, false), Assert.Single(line.Adjustments));
        Assert.Equal(("公路局", 544.32m), Assert.Single((await world.Read(world.Officer, June)).Lines) is var stands ? (stands.Unit, stands.Total.Amount) : default);
        await using var db = world.Ledger.Open();
        var back = await db.LedgerEntries.SingleAsync(e => e.Kind == LedgerKind.Return);
        Assert.Equal((202606, 0), (back.AdjustsMonthNumber, back.ForwardFromNumber));
        var purchase = await db.LedgerEntries.SingleAsync(e => e.Kind == LedgerKind.Purchase);
        Assert.Equal(purchase.Id, (await new ReadLedger(db, world.Officer).Originals([back.Id, purchase.Id], default)).Single().Value.Id);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_came_late_for_an_earlier_year_and_goes_back_lowers_no_figure_of_this_one(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRiceIn(2025, 12);
        await world.Close(Month.Of(2025, 12));
        var late = await world.SackOfRiceIn(2025, 12);
        await world.Ledger.DeliverAll([late.Returned(5m, World.On(2026, 1, 12)), late.Returned(5m, World.On(2026, 2, 12))]);

        await using var db = world.Ledger.Open();
        var rows = await db.LedgerEntries.Where(e => e.MonthNumber > 202600).OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal([(202601, 202512), (202601, 202512), (202602, 202512)], rows.Select(r => (r.MonthNumber, r.AdjustsMonthNumber)));
        Assert.All(rows, r => Assert.True(r.CrossesYear));
        Assert.Equal(0, await db.LedgerTotals.OfYear(2026).OfTheYearItself().SumAsync(t => t.AmountFen));
        Assert.Empty(await new CheckTotals(db).Differences(default));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_comes_late_goes_forward_to_the_open_month_and_still_agrees_with_ordering(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRice();
        await world.Close(June);
        await world.Close(July);

        var late = await world.SackOfRice();
        await world.Ledger.DeliverAll([late.Returned(5m, World.On(2026, 7, 3)), new AcceptedTotalsStated(World.Highways, World.Mingdong, "2026-06", 1088.64m, 2, 1)]);
        await world.Ledger.Deliver(new AcceptedTotalsStated(World.Highways, World.Mingdong, "2026-07", -56m, 1, 1));

        await using var db = world.Ledger.Open();
        var rows = await db.LedgerEntries.OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal([(202606, 0, 0), (202608, 202606, 202606), (202608, 202607, 202607)], rows.Select(r => (r.MonthNumber, r.AdjustsMonthNumber, r.ForwardFromNumber)));
        Assert.Equal((488.32m, 488.32m), (await world.Read(world.Officer, Month.Of(2026, 8))).Lines.Single() is var line ? (line.Total.Amount, line.Earlier.Amount) : default);
        foreach (var months in new[] { null, new[] { June }, [July], [Month.Of(2026, 8)] })
        {
            Assert.True(await Reconciliation.Agrees(db, TotalsQuestion.Of(2026, [], new(Months: months), [World.Highways]), default));
        }

        Assert.True(await Reconciliation.Agrees(db, TotalsQuestion.Of(2026, [], new(Months: [June], Purpose: PurchasePurpose.Canteen), [World.Highways]), default));
        Assert.Empty(await new CheckTotals(db).Differences(default));
        Assert.Null((await new ProveLedger(db).Read(null, default)).Fault);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nobody_types_a_row_into_a_closed_month_and_its_typed_rows_are_taken_back_in_the_open_one(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.Ledger.Deliver(Offered());
        var typed = await Type(world, June, 100m, null);
        await world.Close(June);

        var refused = await Type(world, June, 1m, null);
        var back = await Type(world, July, -100m, typed.Id);

        Assert.Equal((ErrorCode.PeriodLocked, "2026-07"), (refused.Error!.Code, refused.Error.Facts!["openMonth"]));
        Assert.Null(back.Error);
        await using var db = world.Ledger.Open();
        Assert.Equal(202606, (await db.LedgerEntries.SingleAsync(e => e.Kind == LedgerKind.Reversal)).AdjustsMonthNumber);
        Assert.Equal(-100m, (await world.Read(world.Officer, July)).Lines.Single().Earlier.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Opened_again_a_month_gets_a_second_version_beside_the_first(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRice();
        await world.Close(June);
        var first = await world.File(world.Officer, June);

        Assert.Equal(AssistanceErrors.WhyReopen.English, (await world.Reopen(world.Officer, June, " 错 ")).Error?.English);
        Assert.Equal(AssistanceErrors.NotClosed.English, (await world.Reopen(world.Officer, July, "数字有误")).Error?.English);
        (await world.Reopen(world.Officer, June, "漏记一单")).Done();
        Assert.Equal(AssistanceErrors.NotClosed.English, (await world.Reopen(world.Officer, June, "数字有误")).Error?.English);
        await world.SackOfRice();
        Assert.Equal(1088.64m, (await world.Read(world.Officer, June)).Lines.Single().Total.Amount);
        await world.Close(June);

        var now = await world.Read(world.Officer, June);
        Assert.Equal([(2, null), (1, "漏记一单")], now.Versions.Select(v => (v.Number, v.ReopenReason)));
        Assert.Equal(first!.Content, (await world.File(world.Officer, June, 1))!.Content);
        Assert.NotEqual(first.Content, (await world.File(world.Officer, June))!.Content);
        Assert.Equal((await world.File(world.Officer, June))!.Content, (await world.File(world.Officer, June, 2))!.Content);
        Assert.Null(await world.File(world.Officer, June, 3));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_return_after_new_year_stands_beside_the_new_years_figures(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        var rice = new Trade(World.Highways, World.Mingdong);
        world.Ledger.Clock.SetUtcNow(World.On(2027, 2, 1));
        await world.Ledger.DeliverAll([rice.Confirmed(), rice.Accepted(48.6m, World.On(2026, 12, 28))]);
        await world.Close(Month.Of(2026, 12));
        await world.SackOfRiceIn(2027, 1);

        await world.Ledger.DeliverAll([rice.Returned(5m, World.On(2027, 1, 5))]);

        var line = (await world.Read(world.Officer, Month.Of(2027, 1))).Lines.Single();
        Assert.Equal((544.32m, 0m, -56m, 544.32m), (line.Total.Amount, line.Earlier.Amount, line.EarlierYears.Amount, line.Villages.Amount));
        await using var db = world.Ledger.Open();
        Assert.Equal(544.32m, (await db.Achieved(2027, [World.Highways], new(false), default))[World.Highways].Amount);
        Assert.Equal(544.32m, (await db.Achieved(2026, [World.Highways], new(false), default))[World.Highways].Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Other_counties_are_those_that_stood_on_the_list_on_the_day(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        var until = new CountyDesignated(Guid.NewGuid(), "222424", "汪清县", new DateOnly(2012, 3, 19), new DateOnly(2026, 6, 20));
        await world.Ledger.Deliver(until);
        var trades = new[] { (222424, 20), (222424, 21), (220184, 20) }.Select(t => (Trade: new Trade(World.Highways, null) { CountyCode = $"{t.Item1}" }, Day: t.Item2)).ToList();
        foreach (var (trade, day) in trades)
        {
            await world.Ledger.DeliverAll([trade.Confirmed(), trade.Accepted(10m, World.On(2026, 6, day))]);
        }

        await world.Ledger.DeliverAll([trades[0].Trade.Returned(1m, World.On(2026, 6, 25))]);

        var line = (await world.Read(world.Officer, June)).Lines.Single();
        Assert.Equal((324.80m, 0m, 100.80m), (line.Total.Amount, line.Villages.Amount, line.OtherCounties.Amount));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Other_units_lines_and_files_are_not_there_and_samples_count_in_a_demonstration_only(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRice();
        await world.Close(June);
        var other = World.Person("别处", [Capability.AssistanceRead], World.Transport);

        Assert.Empty((await world.Read(other, June)).Lines);
        Assert.Null(await world.File(other, June));
        Assert.Null(await world.File(other, June, unit: World.Highways));
        Assert.Null(await world.File(World.Person("无权", []), June));

        var sample = new Trade(World.Highways, World.Mingdong);
        var accepted = sample.Accepted(10m, World.On(2026, 7, 1));
        await world.Ledger.DeliverAll([sample.Confirmed(), accepted with { Lines = [.. accepted.Lines.Select(l => l with { Sample = true })] }]);
        Assert.Equal(0m, (await world.Read(world.Officer, July)).Lines.Sum(l => l.Total).Amount);
        world.Demonstration = new(true);
        Assert.Equal(112m, (await world.Read(world.Officer, July)).Lines.Sum(l => l.Total).Amount);
    }

    private static async Task<Platform.Idempotency.Outcome> Type(MonthWorld world, Month month, decimal amount, Guid? reverses) => await world.With(async db =>
        await new AdjustLedger.Handler(db, world.Ledger.Once(world.Officer), world.Officer, world.Ledger.Clock).Handle(
            new($"t{month}{amount}", month.Year, World.Highways, World.Mingdong, World.Rice, month, new(amount, "CNY"), "线下采购补记", null, reverses), default));

    private static OfferPublished Offered() => new(
        World.Offer, 1, World.Rice, "大米", Guid.NewGuid(), "散装", World.Producer, "明东合作社", World.Mingdong, "明东村", "222405", "龙井市",
        World.Outlet, "CANTEEN_SUPPLY", World.Highways, "DEPARTMENT_CANTEEN", ["CANTEEN"], "JIN", 1m, "JIN", true, 3m, 1m, 1m, null, 5.60m, "JIN",
        World.On(2026, 1, 1), World.On(2026, 1, 1), null, false);
}
