using Commerce.Assistance.DaySheets;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Tests.Months;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Assistance.Tests.DaySheets.ShopWorld;

namespace Commerce.Assistance.Tests.DaySheets;

/// <summary>What is refused changes nothing.</summary>
public sealed class DaySheetRefusalTests
{
    [Fact]
    public async Task A_sheet_is_refused_with_the_reason_and_its_place()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        async Task Refused(Error expected, DateOnly day, params SaveDaySheet.Line[] lines)
        {
            var error = (await world.Save(day, lines)).Error;
            Assert.Equal(expected.Chinese, error?.Chinese);
            Assert.Equal(expected.Code, error!.Code);
        }

        var rice = Rice(10, 60m);
        await Refused(DaySheetErrors.DayWrong(new(2026, 8, 1)), new(2026, 8, 2), rice);
        await Refused(DaySheetErrors.DayWrong(new(2026, 8, 1)), new(2019, 12, 31), rice);
        await Refused(DaySheetErrors.LinesWrong(200), Day);
        await Refused(DaySheetErrors.LinesWrong(200), Day, [.. Enumerable.Repeat(rice, 201)]);
        await Refused(DaySheetErrors.Twice, Day, rice, rice);
        await Refused(DaySheetErrors.AmountWrong, Day, Rice(10, 0m));
        await Refused(DaySheetErrors.AmountWrong, Day, Rice(10, -1m));
        await Refused(AssistanceErrors.NotFen, Day, Rice(10, 1.005m));
        await Refused(DaySheetErrors.QuantityWrong, Day, Rice(0, 60m));
        await Refused(DaySheetErrors.QuantityWrong, Day, Rice(10, 60m) with { Quantity = null });
        await Refused(AssistanceErrors.ProductUnknown, Day, Rice(10, 60m) with { ProductId = Guid.NewGuid() });
        await Refused(DaySheetErrors.GoodsWrong, Day, Other(" ", 10m));
        await Refused(DaySheetErrors.GoodsWrong, Day, Other("矿泉水", 10m) with { Stock = GoodsStock.OnBehalf });
        await Refused(DaySheetErrors.GoodsWrong, Day, Other(new string('水', 101), 10m));
        await Refused(DaySheetErrors.RefundUnknown, Day, Back(Guid.NewGuid(), 10m));
        Assert.Equal(["lines", "1", "quantity"], (await world.Save(Day, Rice(10, 60m), Noodle(0, 1m))).Error!.Path);
        Assert.Empty(await world.Entries());
    }

    [Fact]
    public async Task A_refund_names_a_confirmed_sale_of_this_outlet_and_why_and_never_more_than_is_left()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        var waiting = (await world.Sheet(await world.HandedIn(Day.AddDays(-1), Rice(10, 60m)))).Lines.Single().Id;
        var line = (await world.Confirmed(Day, Rice(10, 60m))).Lines.Single().Id;
        var next = Day.AddDays(1);

        Assert.Equal(DaySheetErrors.RefundUnknown.Chinese, (await world.Save(next, Back(waiting, 10m))).Error!.Chinese);
        Assert.Equal(DaySheetErrors.RefundUnknown.Chinese, (await world.Save(Day.AddDays(-2), Back(line, 10m))).Error!.Chinese);
        Assert.Equal(DaySheetErrors.RefundWhy.Chinese, (await world.Save(next, Back(line, 10m, reason: " "))).Error!.Chinese);
        Assert.Contains("60.00", (await world.Save(next, Back(line, 60.01m))).Error!.Chinese, StringComparison.Ordinal);
        Assert.Contains("10", (await world.Save(next, Back(line, 10m, 10.5m))).Error!.Chinese, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.Invalid, (await world.Save(next, Back(line, 40m, 5), Back(line, 21m, 5))).Error!.Code);
        Assert.Null((await world.Save(next, Back(line, 40m, 5), Back(line, 20m, 5))).Error);
    }

    [Fact]
    public async Task Only_counters_and_own_stores_have_sheets_and_only_those_who_run_them_write()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        Assert.Equal(ErrorCode.NotFound, (await world.Save(world.Stranger, Day, null, Rice(1, 6m))).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Save(world.Leader, Day, null, Rice(1, 6m))).Error!.Code);
        var team = World.Person("孙队长", [Capability.DaySheetRead, Capability.DaySheetWrite], Team);
        var supply = await world.Months.With(db => new SaveDaySheet.Handler(db, world.Ledger.Once(team), new(db), new(db, team, world.Ledger.Clock), world.Ledger.Clock)
            .Handle(new("k", SupplyPoint, Day, [Rice(1, 6m)]), default));
        Assert.Equal(DaySheetErrors.NoShop.Chinese, supply.Error!.Chinese);
    }

    [Fact]
    public async Task Each_step_has_its_time_and_its_person()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        var sheet = (await world.Save(world.Both, Day, null, Rice(10, 60m))).Id!.Value;

        Assert.Equal(DaySheetErrors.NotSubmitted.Chinese, (await world.Decide(world.Leader, sheet, 1)).Error!.Chinese);
        Assert.Equal(DaySheetErrors.WrittenAlready(1).Chinese, (await world.Save(Day, Rice(1, 6m))).Error!.Chinese);
        Assert.Equal(ErrorCode.VersionStale, (await world.Save(world.Clerk, Day, 7, Rice(1, 6m))).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.HandIn(world.Clerk, sheet, 7)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.HandIn(world.Stranger, sheet)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.HandIn(world.Leader, sheet)).Error!.Code);
        (await world.HandIn(world.Clerk, sheet)).Done();
        Assert.Equal(DaySheetErrors.NoDraft.Chinese, (await world.HandIn(world.Clerk, sheet, 2)).Error!.Chinese);
        Assert.Equal(DaySheetErrors.NoDraft.Chinese, (await world.Save(world.Clerk, Day, 2, Rice(1, 6m))).Error!.Chinese);
        Assert.Equal(ErrorCode.NotFound, (await world.Decide(world.Stranger, sheet)).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Decide(world.Clerk, sheet)).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.Decide(world.Leader, sheet, 1)).Error!.Code);
        Assert.Equal(DaySheetErrors.WhySentBack.Chinese, (await world.Decide(world.Leader, sheet, confirm: false, reason: "错")).Error!.Chinese);

        // Who wrote it and who handed it in are both no second person.
        Assert.Equal(ErrorCode.SamePerson, (await world.Decide(world.Both, sheet)).Error!.Code);
        var other = (await world.Save(world.Clerk, Day.AddDays(1), null, Rice(1, 6m))).Id!.Value;
        (await world.HandIn(world.Both, other)).Done();
        Assert.Equal(ErrorCode.SamePerson, (await world.Decide(world.Both, other)).Error!.Code);
        Assert.Empty(await world.Entries());
    }

    [Fact]
    public async Task Help_sell_and_resale_are_not_typed_into_the_ledger()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        var officer = World.Officer(Company);
        foreach (var channel in (Channel[])[Channel.HelpSell, Channel.Resale])
        {
            var outcome = await world.Months.With(db => new AdjustLedger.Handler(db, world.Ledger.Once(officer), officer, world.Ledger.Clock).Handle(
                new($"a{channel}", 2026, Company, World.Mingdong, World.Rice, Month.Of(2026, 6), new(5m, "CNY"), "补记一笔", PurchasePurpose.Retail, null, channel), default));
            Assert.Equal(DaySheetErrors.NotTypedHere.Chinese, outcome.Error?.Chinese);
        }
    }
}
