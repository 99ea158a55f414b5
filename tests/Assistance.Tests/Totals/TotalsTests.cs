using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.GraphQL;
using Commerce.Assistance.Rebuild;
using Commerce.Assistance.Totals;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Totals;

public sealed class TotalsTests
{
    private static readonly Guid[] Both = [World.Highways, World.Transport];

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Rows_add_up_by_unit_village_and_month_and_orders_are_counted_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = new Trade(World.Highways, World.Mingdong);
        var other = new Trade(World.Highways, null);
        await world.DeliverAll(
        [
            rice.Confirmed(), rice.Accepted(48.6m, World.On(2026, 6, 10)), rice.Returned(5m, World.On(2026, 7, 2)),
            other.Confirmed(), other.Accepted(10m, World.On(2026, 7, 3)),
        ]);
        await using var db = world.Open();
        var read = new ReadTotals(db, World.Shown);
        var question = TotalsQuestion.Of(2026, [TotalsBy.Month, TotalsBy.Village], null, Both);

        var rows = await read.Rows(question, default);
        var orders = await read.Orders(question, default);
        var all = TotalsQuestion.Of(2026, [], null, Both);

        Assert.Equal(
            [(202606, World.Mingdong, 544.32m, 48600m), (202607, Guid.Empty, 112m, 10000m), (202607, World.Mingdong, -56m, -5000m)],
            rows.Select(r => (r.Key.Month, r.Key.Village, r.Amount.Amount, r.QuantityBase!.Value)));
        Assert.All(rows, r => Assert.Equal(1, orders[r.Key]));
        Assert.Equal(2, (await read.Orders(all, default)).Values.Single());
        Assert.Equal(600.32m, (await read.Rows(all, default)).Single().Amount.Amount);
        Assert.Equal(3, (await read.Rows(all, default)).Single().Entries);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Sample_goods_enter_no_figure_once_the_demonstration_is_off(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (real, sample) = (new Trade(World.Highways, World.Mingdong), new Trade(World.Highways, World.Mingdong) { Sample = true });
        await world.DeliverAll([real.Confirmed(), real.Accepted(10m, World.On(2026, 6, 10)), sample.Confirmed(), sample.Accepted(20m, World.On(2026, 6, 11))]);
        await using var db = world.Open();
        var question = TotalsQuestion.Of(2026, [], null, Both);

        foreach (var (demonstration, amount, orders) in new[] { (World.Shown, 336m, 2), (new Demonstration(false), 112m, 1) })
        {
            var read = new ReadTotals(db, demonstration);

            Assert.Equal(amount, (await read.Rows(question, default)).Single().Amount.Amount);
            Assert.Equal(orders, (await read.Orders(question, default)).Values.Single());
            Assert.Equal(amount, (await db.Achieved(2026, Both, demonstration, default))[World.Highways].Amount);
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_way_of_grouping_adds_up_to_the_same(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Traffic(world, 20, new Random(7));
        await using var db = world.Open();
        var read = new ReadTotals(db, World.Shown);
        var sum = Money.FromFen(await db.LedgerEntries.SumAsync(e => e.AmountFen));

        foreach (var by in Enum.GetValues<TotalsBy>())
        {
            var question = TotalsQuestion.Of(2026, [by, TotalsBy.Purpose, by], null, Both);

            Assert.Equal(sum, (await read.Rows(question, default)).Sum(r => r.Amount));
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Filters_narrow_rows_orders_and_the_ledger_alike(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Traffic(world, 20, new Random(11));
        await using var db = world.Open();
        var read = new ReadTotals(db, World.Shown);
        TotalsFilter[] filters =
        [
            new(UnitIds: [World.Transport]), new(VillageIds: [World.Zhixin]), new(ProductIds: [World.Rice]), new(Months: [Month.Of(2026, 3)]),
            new(Purpose: PurchasePurpose.StaffWelfare), new(UnitIds: []),
        ];

        foreach (var filter in filters)
        {
            var question = TotalsQuestion.Of(2026, [], filter, Both);
            var entries = await question.In(db.LedgerEntries).ToListAsync();

            Assert.Equal(entries.Sum(e => e.AmountFen), (await read.Rows(question, default)).Sum(r => r.Amount).Fen);
            Assert.Equal(entries.Select(e => e.OrderId).Distinct().Count(), (await read.Orders(question, default)).Values.Sum());
            Assert.Equal(entries.MaxBy(e => e.Sequence)?.Id, await read.LastEntry(question, default));
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Other_units_rows_are_invisible(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Traffic(world, 10, new Random(3));
        await using var db = world.Open();

        var asked = TotalsQuestion.Of(2026, [TotalsBy.Unit], new TotalsFilter(UnitIds: [World.Highways, World.Transport]), [World.Transport]);
        var nobody = TotalsQuestion.Of(2026, [TotalsBy.Unit], null, []);

        Assert.Equal([World.Transport], (await new ReadTotals(db, World.Shown).Rows(asked, default)).Select(r => r.Key.Unit));
        Assert.Empty(await new ReadTotals(db, World.Shown).Rows(nobody, default));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_rollup_says_what_the_rows_say_after_random_traffic(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);

        await Traffic(world, 60, new Random(2026));

        await using var db = world.Open();
        Assert.Empty(await new CheckTotals(db).Differences(default));
        Assert.Null((await new ProveLedger(db).Read(null, default)).Fault);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_total_that_was_tampered_with_is_found(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Traffic(world, 5, new Random(1));
        await using var db = world.Open();
        var one = await db.LedgerTotals.OrderBy(t => t.AmountFen).FirstAsync();
        one.AmountFen++;
        await db.SaveChangesAsync();

        var found = Assert.Single(await new CheckTotals(db).Differences(default));

        Assert.Equal(1, found.Kept!.AmountFen - found.Summed!.AmountFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_year_before_is_found_under_the_same_keys(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (old, young) = (new Trade(World.Highways, World.Mingdong), new Trade(World.Highways, World.Mingdong));
        await world.DeliverAll(
            [old.Confirmed(), old.Accepted(1m, World.On(2025, 6, 10)), young.Confirmed(), young.Accepted(2m, World.On(2026, 6, 10))]);
        await using var db = world.Open();
        var question = TotalsQuestion.Of(2026, [TotalsBy.Month], new TotalsFilter(Months: [Month.Of(2026, 6)]), Both);

        var row = Assert.Single(await new ReadTotals(db, World.Shown).Rows(question, default));
        var before = Assert.Single(await new ReadTotals(db, World.Shown).Rows(question.YearBefore(), default));

        Assert.Equal(before.Key, row.Key.YearBefore());
        Assert.Equal(11.20m, before.Amount.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Lines_are_labelled_and_goods_of_no_village_are_other_counties(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (village, none) = (new Trade(World.Highways, World.Mingdong), new Trade(World.Highways, null));
        await world.DeliverAll([village.Confirmed(), village.Accepted(2m, World.On(2026, 6, 10)), none.Confirmed(), none.Accepted(1m, World.On(2026, 6, 10))]);
        await using var db = world.Open();
        var question = TotalsQuestion.Of(2026, [TotalsBy.Village, TotalsBy.Unit, TotalsBy.Month, TotalsBy.Purpose], null, Both);
        var read = new ReadTotals(db, World.Shown);
        var rows = await read.Rows(question, default);

        var report = new TotalsReportView(question, rows, await read.Names(rows, null, default), world.Clock.GetUtcNow());

        Assert.Equal(["明东村", "公路局", "2026-06", "食堂"], report.Rows[0].Keys(true).Select(k => k.Label));
        Assert.Equal([$"vil_{World.Mingdong:N}", $"ou_{World.Highways:N}", null, null], report.Rows[0].Keys(true).Select(k => k.Id));
        Assert.Equal(("其他县", null), (report.Rows[1].Keys(true)[0].Label, report.Rows[1].Keys(true)[0].Id));
        Assert.Equal("Other counties", report.Rows[1].Keys(false)[0].Label);
        Assert.Equal([0.6667m, 0.3333m], report.Rows.Select(r => r.Share));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Weight_is_said_in_jin(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll([trade.Confirmed(), trade.Accepted(48.6m, World.On(2026, 6, 10))]);
        await using var db = world.Open();

        var row = Assert.Single(await new ReadTotals(db, World.Shown).Rows(TotalsQuestion.Of(2026, [TotalsBy.Village, TotalsBy.Product], null, Both), default));

        Assert.Equal("97.2 斤", row.Quantity?.ToString());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_ledger_agrees_only_with_the_same_statement(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll([trade.Confirmed(), trade.Accepted(48.6m, World.On(2026, 6, 10)), trade.Returned(5m, World.On(2026, 6, 11))]);

        Assert.False(await Agrees(world, null)); // the statement is missing
        await world.Deliver(Stated("2026-06", 544.32m, 1, 1));
        Assert.False(await Agrees(world, null));
        await world.Deliver(Stated("2026-06", 488.32m, 2, 3));
        await world.Deliver(Stated("2026-06", 544.32m, 1, 2)); // late: the highest statement stays
        Assert.True(await Agrees(world, null));
        Assert.True(await Agrees(world, new(ProductIds: [World.Rice])));
        await world.Deliver(Stated("2026-07", 1m, 1, 1)); // ordering knows more than the ledger
        Assert.False(await Agrees(world, null));
        Assert.True(await Agrees(world, new(Months: [Month.Of(2026, 6)])));
        Assert.False(await Agrees(world, new(Months: [Month.Of(2026, 7)])));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_part_by_product_is_proved_by_the_whole_it_lies_in(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (rice, eggs) = (new Trade(World.Highways, World.Mingdong), new Trade(World.Highways, World.Mingdong) { ProductId = Guid.NewGuid() });
        await world.DeliverAll([rice.Confirmed(), rice.Accepted(1m, World.On(2026, 6, 10)), eggs.Confirmed(), eggs.Accepted(1m, World.On(2026, 6, 10))]);

        await world.Deliver(Stated("2026-06", 11.20m, 1, 1));
        Assert.False(await Agrees(world, new(ProductIds: [World.Rice])));
        await world.Deliver(Stated("2026-06", 22.40m, 2, 2));

        Assert.True(await Agrees(world, new(ProductIds: [World.Rice])));
        Assert.True(await Agrees(world, new(Purpose: PurchasePurpose.Canteen)));
    }

    private static AcceptedTotalsStated Stated(string month, decimal amount, int lines, long statement) =>
        new(World.Highways, World.Mingdong, month, amount, lines, statement);

    private static async Task<bool> Agrees(World world, TotalsFilter? filter)
    {
        await using var db = world.Open();
        return await Reconciliation.Agrees(db, TotalsQuestion.Of(2026, [], filter, Both), default);
    }

    private static async Task Traffic(World world, int trades, Random random)
    {
        var facts = new List<object>();
        for (var i = 0; i < trades; i++)
        {
            var trade = new Trade(Both[random.Next(2)], random.Next(3) switch { 0 => World.Mingdong, 1 => World.Zhixin, _ => null }, random.Next(1, 99999) / 1000m)
            {
                Purpose = random.Next(2) == 0 ? "CANTEEN" : "STAFF_WELFARE",
            };
            var kilos = random.Next(1000, 90000) / 1000m;
            var month = random.Next(1, 5);
            facts.Add(trade.Confirmed());
            facts.Add(trade.Accepted(kilos, World.On(2026, month, 10)));
            facts.Add(trade.Corrected(kilos + (random.Next(-300, 300) / 1000m), World.On(2026, month, 11)));
            facts.Add(trade.Returned(kilos / 2 >= 1 ? 1m : 0.1m, World.On(2026, month + 1, 2)));
        }

        var shuffled = facts.ToArray();
        random.Shuffle(shuffled);
        await world.DeliverAll(shuffled.Concat(shuffled.Take(trades)));
    }
}
