using Commerce.Assistance.Domain;
using Commerce.Assistance.Tests.Months;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Moves;

public sealed class MoveTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_one_unit_asks_and_the_other_agrees_to_moves_in_the_open_month_and_nets_to_nothing(DatabaseProvider provider)
    {
        await using var world = await MoveWorld.Create(provider);
        await world.SackOfRice();
        var id = (await world.Ask(world.Buyer)).Id!.Value;
        Assert.Equal("答复改计单位申请（1 项）", await world.Todo(world.OtherLeader));
        Assert.Null(await world.Todo(world.Leader));
        Assert.Null(await world.Todo(world.OtherBuyer));
        (await world.Decide(world.OtherLeader, id)).Done();

        var rows = await world.Entries();
        Assert.Equal([LedgerKind.Purchase, LedgerKind.MovedOut, LedgerKind.MovedIn], rows.Select(r => r.Kind));
        Assert.Equal([544_32L, -544_32L, 544_32L], rows.Select(r => r.AmountFen));
        Assert.Equal([48_600_000L, -48_600_000L, 48_600_000L], rows.Select(r => r.QuantityMilli));
        Assert.Equal([World.Highways, World.Highways, World.Transport], rows.Select(r => r.UnitId));
        Assert.Equal([(202606, 0), (202608, 202606), (202608, 202606)], rows.Select(r => (r.MonthNumber, r.AdjustsMonthNumber)));
        Assert.Equal(["公路局", "公路局", "运输局"], rows.Select(r => r.UnitName));
        Assert.Single(rows.Select(r => (r.VillageId, r.ProductId, r.ProducerId, r.Purpose, r.Channel, r.OutletId, r.OriginalLineId, r.OrderId, r.AcceptanceId)).Distinct());
        Assert.Equal((0L, 544_32L), (await world.Net(World.Highways), await world.Net(World.Transport)));
        Assert.Equal((0, 0, null), await world.Proved());
        Assert.Null(await world.Todo(world.OtherLeader));
        var seen = (await world.See(world.Buyer, id))!;
        Assert.Equal((MoveState.Agreed, 544.32m, "钱局长", "公路局", "运输局"), (seen.Move.State, seen.Move.Amount.Amount, seen.Move.EndedByName, seen.From, seen.To));
        Assert.Equal(rows[2].Id, Assert.Single(await world.Rows(world.OtherLeader, id)).Id);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_unit_that_should_have_it_asks_with_the_paper_in_hand_and_sees_into_it_once_the_other_agreed(DatabaseProvider provider)
    {
        await using var world = await MoveWorld.Create(provider);
        await world.SackOfRice();
        foreach (var refused in new[]
        {
            await world.Ask(world.OtherBuyer, amount: 544.31m), await world.Ask(world.OtherBuyer), await world.Ask(world.OtherBuyer, number: "AC-2026-000002", amount: 544.32m),
            await world.Ask(world.OtherBuyer, from: MoveWorld.Design, amount: 544.32m),
        })
        {
            Assert.Equal(MoveErrors.NoSuchPaper.English, refused.Error?.English);
        }

        var id = (await world.Ask(world.OtherBuyer, number: " ac-2026-000001 ", amount: 544.32m)).Id!.Value;
        Assert.Empty(await world.Lines(world.OtherBuyer, id));
        var line = Assert.Single(await world.Lines(world.Leader, id));
        Assert.Equal(("大米", "明东村", 544.32m, MonthWorld.June), (line.Product, line.Village, line.Amount.Amount, line.CountedIn));
        (await world.Decide(world.Leader, id)).Done();

        Assert.Equal((0L, 544_32L), (await world.Net(World.Highways), await world.Net(World.Transport)));
        Assert.Equal(544.32m, Assert.Single(await world.Lines(world.OtherBuyer, id)).Amount.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_went_back_before_stays_behind_and_what_goes_back_or_is_corrected_later_follows(DatabaseProvider provider)
    {
        await using var world = await MoveWorld.Create(provider);
        var rice = await world.SackOfRice();
        await world.Ledger.DeliverAll([rice.Returned(5m, World.On(2026, 6, 25))]);
        await world.State(488.32m, 2);
        var id = await world.Moved();
        Assert.Equal(488_32L, await world.Net(World.Transport));

        await world.Ledger.DeliverAll([rice.Returned(10m, World.On(2026, 8, 1))]);
        await world.Ledger.DeliverAll([rice.Corrected(34m, World.On(2026, 8, 1))]);
        await world.State(-107.52m, 2, "2026-08");

        Assert.Equal((0L, 380_80L), (await world.Net(World.Highways), await world.Net(World.Transport)));
        Assert.Equal((0, 0, null), await world.Proved());
        var rows = (await world.Entries()).Skip(4).ToList();
        Assert.Equal(
            [LedgerKind.Return, LedgerKind.MovedOut, LedgerKind.MovedIn, LedgerKind.WeightAdjustment, LedgerKind.MovedOut, LedgerKind.MovedIn], rows.Select(r => r.Kind));
        Assert.Equal([-112_00L, 112_00L, -112_00L, 4_48L, -4_48L, 4_48L], rows.Select(r => r.AmountFen));
        Assert.Equal([World.Highways, World.Highways, World.Transport], rows.Take(3).Select(r => r.UnitId));
        Assert.Equal(("RT-2026-000001", "受潮", 202608, 202606), (rows[2].DocumentNumber, rows[2].Reason, rows[2].MonthNumber, rows[2].AdjustsMonthNumber));
        Assert.Equal(3, (await world.Rows(world.OtherLeader, id)).Count);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task It_moves_on_to_a_third_unit_and_back_and_a_return_finds_it(DatabaseProvider provider)
    {
        await using var world = await MoveWorld.Create(provider);
        var rice = await world.SackOfRice();
        await world.Moved();
        Assert.Equal(MoveErrors.NothingLeft.English, (await world.Ask(world.Buyer)).Error?.English);
        var on = (await world.Ask(world.OtherLeader, World.Transport, MoveWorld.Design)).Id!.Value;
        (await world.Decide(world.ThirdLeader, on)).Done();
        Assert.Equal((0L, 0L, 544_32L), (await world.Net(World.Highways), await world.Net(World.Transport), await world.Net(MoveWorld.Design)));

        await world.Ledger.DeliverAll([rice.Returned(5m, World.On(2026, 8, 1))]);
        await world.State(-56m, 1, "2026-08");
        Assert.Equal((0L, 0L, 488_32L), (await world.Net(World.Highways), await world.Net(World.Transport), await world.Net(MoveWorld.Design)));

        var back = (await world.Ask(world.ThirdLeader, MoveWorld.Design, World.Highways)).Id!.Value;
        (await world.Decide(world.Leader, back)).Done();
        await world.Ledger.DeliverAll([rice.Returned(5m, World.On(2026, 8, 1))]);
        await world.State(-112m, 2, "2026-08");

        Assert.Equal((432_32L, 0L, 0L), (await world.Net(World.Highways), await world.Net(World.Transport), await world.Net(MoveWorld.Design)));
        Assert.Equal((0, 0, null), await world.Proved());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_closed_month_stays_byte_for_byte_and_both_units_show_the_adjustment_in_the_open_one(DatabaseProvider provider)
    {
        await using var world = await MoveWorld.Create(provider);
        await world.SackOfRice();
        await world.Months.Close(MonthWorld.June);
        var before = await world.Months.File(world.Months.Officer, MonthWorld.June);

        await world.Moved();

        Assert.Equal(before!.Content, (await world.Months.File(world.Months.Officer, MonthWorld.June))!.Content);
        var lines = (await world.Months.Read(world.Months.Officer, Month.Of(2026, 8))).Lines;
        Assert.Equal([("公路局", -544.32m), ("运输局", 544.32m)], lines.Select(l => (l.Unit, l.Total.Amount)));
        Assert.All(lines, l => Assert.Equal((MonthWorld.June, false), (Assert.Single(l.Adjustments).Month, l.Adjustments[0].CrossesYear)));
        Assert.Equal((0, 0, null), await world.Proved());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task In_the_next_year_it_stands_beside_the_figures_of_both(DatabaseProvider provider)
    {
        await using var world = await MoveWorld.Create(provider);
        await world.SackOfRice();
        world.Ledger.Clock.SetUtcNow(World.On(2027, 1, 5));
        await world.Moved();

        Assert.Equal([(202606, 0, false), (202701, 202606, true), (202701, 202606, true)], (await world.Entries()).Select(r => (r.MonthNumber, r.AdjustsMonthNumber, r.CrossesYear)));
        var lines = (await world.Months.Read(world.Months.Officer, Month.Of(2027, 1))).Lines;
        Assert.All(lines, l => Assert.Equal(0m, l.Total.Amount));
        Assert.Equal([-544.32m, 544.32m], lines.Select(l => l.EarlierYears.Amount));
    }

    [Fact]
    public async Task Ordered_and_paid_stay_with_the_unit_that_ordered_and_the_other_modules_hear_of_both_rows()
    {
        await using var world = await MoveWorld.Create(DatabaseProvider.Sqlite);
        var rice = await world.SackOfRice();
        await world.Moved();
        await world.Ledger.Deliver(new PaymentShared(Guid.NewGuid(), "PY-2026-000001", "ST-2026-000001", World.Highways, new(2026, 8, 1), World.On(2026, 8, 1), [new(rice.AcceptedLineId, 544.32m)]));

        await using var db = world.Ledger.Open();
        Assert.Equal((FlowKind.Paid, World.Highways), await db.Flows.SingleAsync() is var paid ? (paid.Kind, paid.UnitId) : default);
        var last = await db.Database.SqlQueryRaw<string>("SELECT Body AS Value FROM outbox WHERE Name LIKE '%LedgerRowsRecorded'").ToListAsync();
        var told = last.Select(b => System.Text.Json.JsonDocument.Parse(b).RootElement.GetProperty("rows")).Single(r => r.GetArrayLength() == 2);
        Assert.Equal([("MOVED_OUT", -544.32m, "2026-08"), ("MOVED_IN", 544.32m, "2026-08")], told.EnumerateArray().Select(r => (r.GetProperty("kind").GetString(), r.GetProperty("amount").GetDecimal(), r.GetProperty("month").GetString())));
    }
}
