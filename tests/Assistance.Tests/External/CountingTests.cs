using Commerce.Assistance.Commitments;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Rebuild;
using Commerce.Assistance.Tests.Months;
using Commerce.Assistance.Totals;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.External;

public sealed class CountingTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_receipt_of_a_village_counts_in_the_month_of_its_day_and_says_where_it_comes_from(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        var recorded = await world.Record(world.Buyer, await world.Receipt(world.Buyer));

        Assert.Null(recorded.Error);
        var row = Assert.Single(await world.Entries());
        Assert.Equal((LedgerKind.External, Channel.Offline, 202606, 320_00L, World.Mingdong, "222402"), (row.Kind, row.Channel, row.MonthNumber, row.AmountFen, row.VillageId, row.CountyCode));
        Assert.Equal((LedgerSources.External, recorded.Id, recorded.Id, "收00001", "公路局"), (row.SourceType, row.SourceId, row.SourceLineId, row.DocumentNumber, row.UnitName));
        Assert.Equal(ExternalState.Counted, (await world.See(world.Auditor, recorded.Id!.Value))!.Record.State);
        await using var db = world.Ledger.Open();
        Assert.Equal((320_00, 320_00, 0, 1, 1), (await db.LedgerTotals.SingleAsync()).Sums);
        Assert.True(await Reconciliation.Agrees(db, TotalsQuestion.Of(2026, [], null, [World.Highways]), default));
        Assert.Empty(await new CheckTotals(db).Differences(default));
        Assert.Null((await new ProveLedger(db).Read(null, default)).Fault);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Village_goods_of_the_832_platform_stand_with_the_villages_and_all_others_in_the_column_832(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        (await world.Record(world.Buyer, world.Order())).Done();
        (await world.Record(world.Buyer, world.Order("8320002") with { Amount = new(500m, "CNY"), VillageId = World.Mingdong })).Done();
        (await world.Record(world.Buyer, await world.Receipt(world.Buyer))).Done();

        await using var db = world.Ledger.Open();
        var line = (await db.LinesOf(MonthWorld.June, null, new(false), default)).Single(l => l.UnitId == World.Highways);
        Assert.Equal((2100m, 820m, 0m, 1280m), (line.Total.Amount, line.Villages.Amount, line.OtherCounties.Amount, line.Platform832.Amount));
        Assert.Equal(820m, (await db.Achieved(2026, [World.Highways], new(false), default))[World.Highways].Amount);
        Assert.Equal(1780_00, await db.LedgerTotals.Where(t => t.Channel == Channel.Platform832).SumAsync(t => t.AmountFen));
        var question = TotalsQuestion.Of(2026, [], new(Origin: GoodsOrigin.Platform832), [World.Highways]);
        Assert.Equal(1280_00, await question.In(db.LedgerTotals).SumAsync(t => t.AmountFen));
        Assert.Equal(1280_00, await question.In(db.LedgerEntries).SumAsync(t => t.AmountFen));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_of_a_county_on_the_list_stand_in_one_column_alone(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        await world.Ledger.Deliver(new Contracts.Catalog.CountyDesignated(Guid.NewGuid(), "222405", "龙井市", new(2020, 1, 1), null));
        (await world.Record(world.Buyer, world.Order() with { CountyCode = "222405" })).Done();

        await using var db = world.Ledger.Open();
        Assert.True((await db.LedgerEntries.SingleAsync()).Designated);
        var line = (await db.LinesOf(MonthWorld.June, null, new(false), default)).Single(l => l.UnitId == World.Highways);
        Assert.Equal((0m, 1280m), (line.OtherCounties.Amount, line.Platform832.Amount));
        var question = TotalsQuestion.Of(2026, [], new(Origin: GoodsOrigin.OtherCounties), [World.Highways]);
        Assert.Empty(await question.In(db.LedgerTotals).ToListAsync());
        Assert.Empty(await question.In(db.LedgerEntries).ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_recorded_when_its_month_is_closed_goes_forward_and_says_so(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        await world.Months.SackOfRice();
        await world.Months.Close(MonthWorld.June);

        var recorded = await world.Record(world.Buyer, await world.Receipt(world.Buyer));

        var row = (await world.Entries())[^1];
        Assert.Null(recorded.Error);
        Assert.Equal((202607, 202606, 202606), (row.MonthNumber, row.ForwardFromNumber, row.AdjustsMonthNumber));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_withdrawn_record_is_taken_back_by_an_opposite_row_where_it_stands_or_in_the_next_open_month(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        var first = await world.Record(world.Buyer, await world.Receipt(world.Buyer, "收1"));
        (await world.Withdraw(world.Liaison, first.Id!.Value)).Done();
        var second = await world.Record(world.Buyer, await world.Receipt(world.Buyer, "收2"));
        await world.Months.Close(MonthWorld.June);
        (await world.Withdraw(world.Buyer, second.Id!.Value)).Done();
        var twice = await world.Withdraw(world.Buyer, second.Id!.Value);

        Assert.Equal(ExternalErrors.WithdrawnAlready.English, twice.Error!.English);
        var rows = await world.Entries();
        Assert.Equal([(202606, 0, 320_00), (202606, 0, -320_00), (202606, 0, 320_00), (202607, 202606, -320_00)], rows.Select(r => (r.MonthNumber, r.AdjustsMonthNumber, r.AmountFen)));
        Assert.Equal((LedgerKind.Reversal, rows[2].Id, 0, "单位填错了"), (rows[3].Kind, rows[3].ReversesId, rows[3].ForwardFromNumber, rows[3].Reason));
        await using var db = world.Ledger.Open();
        Assert.True(await Reconciliation.Agrees(db, TotalsQuestion.Of(2026, [], null, [World.Highways]), default));
        Assert.Empty(await new CheckTotals(db).Differences(default));
        Assert.Null((await new ProveLedger(db).Read(null, default)).Fault);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_832_order_line_counts_once_and_may_be_recorded_anew_after_it_was_withdrawn(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        var first = await world.Record(world.Buyer, world.Order("ab-8320001"));

        var again = await world.Record(world.Liaison, world.Order("AB-8320001") with { Amount = new(7m, "CNY") });
        var line = await world.Record(world.Liaison, world.Order("AB-8320001", 2));
        (await world.Withdraw(world.Buyer, first.Id!.Value)).Done();
        var anew = await world.Record(world.Buyer, world.Order("AB-8320001") with { Amount = new(7m, "CNY") });

        Assert.Equal(ExternalErrors.AlreadyRecorded("AB-8320001", 1).English, again.Error!.English);
        Assert.Null(line.Error);
        Assert.Equal(ExternalState.Counted, (await world.See(world.Buyer, line.Id!.Value))!.Record.State);
        Assert.Null(anew.Error);
        Assert.Equal(1287_00, (await world.Entries()).Sum(e => e.AmountFen));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_guide_figure_is_reached_by_what_was_bought_elsewhere_too(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        var officer = World.Officer(World.Highways);
        await world.Months.With(db => new SetCommitment.Handler(db, world.Ledger.Once(officer), officer, world.Ledger.Clock)
            .Handle(new("c", 2026, World.Highways, CommitmentScope.OwnGuide, CommitmentBasis.FixedAmount, new(300m, "CNY"), null, null), default));
        (await world.Record(world.Buyer, world.Order())).Done();
        Assert.Null(await world.Months.With(Reached));
        (await world.Record(world.Buyer, await world.Receipt(world.Buyer))).Done();

        Assert.NotNull(await world.Months.With(Reached));

        static Task<DateTimeOffset?> Reached(AssistanceDbContext db) => db.Commitments.Where(c => c.Scope == CommitmentScope.OwnGuide).Select(c => c.ReachedAt).SingleAsync();
    }

    [Fact]
    public async Task The_other_modules_hear_of_it_with_its_village_and_goods()
    {
        await using var world = await ExternalWorld.Create(DatabaseProvider.Sqlite);
        (await world.Record(world.Buyer, await world.Receipt(world.Buyer))).Done();

        await using var db = world.Ledger.Open();
        var payload = Assert.Single(await db.Database.SqlQueryRaw<string>("SELECT Body AS Value FROM outbox WHERE Name LIKE '%LedgerRowsRecorded'").ToListAsync());
        using var said = System.Text.Json.JsonDocument.Parse(payload);
        var row = said.RootElement.GetProperty("rows")[0];
        Assert.Equal(("EXTERNAL", "CANTEEN", "明东村", "木耳 2斤", "收00001"), (Text("kind"), Text("purpose"), Text("villageName"), Text("productName"), Text("number")));

        string? Text(string name) => row.GetProperty(name).GetString();
    }
}
