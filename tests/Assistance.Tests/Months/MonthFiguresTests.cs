using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Months;
using Commerce.Assistance.MonthTable;
using Commerce.Assistance.Reports;
using Commerce.Assistance.Totals;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.Months;

/// <summary>Every figure leads to the rows that it is made of, and to no others.</summary>
public sealed class MonthFiguresTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_rows_behind_each_figure_add_up_to_it(DatabaseProvider provider)
    {
        await using var world = await Traffic(provider);

        foreach (var month in new[] { Month.Of(2026, 12), Month.Of(2027, 1), Month.Of(2027, 2) })
        {
            var view = await world.Read(world.Officer, month);
            Assert.Equal(2, view.Lines.Count);
            var all = new LedgerAddress { Year = month.Year, Month = month, AsInMonthTable = true };
            foreach (var (line, rows) in view.Lines.Select(l => (l, all with { Unit = l.UnitId })).Append((MonthFigures.Sum(view.Lines), all)))
            {
                var figures = MonthFigures.Of(line, rows).Concat(line.Adjustments.Select(a => (a.Amount, Rows: MonthFigures.Of(a, rows))));
                foreach (var (amount, address) in figures)
                {
                    Assert.Equal(amount, (await world.With(db => new ReadRows(db, world.Officer, world.Demonstration, new(db)).Page(address, null, default))).Sum);
                }
            }
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_year_has_its_months_to_date_last_year_and_measure_47(DatabaseProvider provider)
    {
        await using var world = await Traffic(provider);

        var year = await world.With(db => new ReadYear(db, world.Officer, world.Demonstration).Read(Month.Of(2027, 2), null, default));
        var one = await world.With(db => new ReadYear(db, world.Officer, world.Demonstration).Read(Month.Of(2026, 12), World.Transport, default));

        var read = await Task.WhenAll(new[] { Month.Of(2027, 1), Month.Of(2027, 2) }.Select(m => world.Read(world.Officer, m)));
        Assert.Equal(read.Select(v => v.Lines.Sum(l => l.Total)), year.Months.Select(m => m.Amount));
        Assert.Equal(year.Months[0].Amount + year.Months[1].Amount, year.Months[1].ToDate);
        Assert.Equal(12, one.Months.Count);
        Assert.Equal(one.Months[11].ToDate, (await world.Read(world.Officer, Month.Of(2026, 12))).Lines.Single(l => l.UnitId == World.Transport).Total);

        // 10 kg at 5.60 per 斤 of January's canteen and welfare from the village; nothing personal, nothing of other counties, nothing of last year's return.
        Assert.Equal(2 * 112m, year.FromVillages.Amount);
    }

    [Fact]
    public void Measure_47_is_of_units_directly_under_the_department_and_what_stands_under_them()
    {
        var department = Unit("DEPARTMENT", null);
        KnownUnit[] counted = [Unit("AFFILIATED_UNIT", department.UnitId), Unit("GROUP_COMPANY", department.UnitId), Unit("WORK_TEAM", department.UnitId)];
        var (office, below) = (Unit("OFFICE", department.UnitId), Unit("OFFICE", counted[1].UnitId));

        var affiliated = ReadYear.Affiliated([below, department, office, .. counted]);

        Assert.Equal(counted.Select(u => u.UnitId).Append(below.UnitId).Order(), affiliated.Order());

        static KnownUnit Unit(string kind, Guid? parent) => new() { UnitId = Guid.NewGuid(), StatedVersion = 1, Kind = kind, ParentId = parent };
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Totals_and_rows_go_out_with_the_filters_of_the_page(DatabaseProvider provider)
    {
        await using var world = await Traffic(provider);
        var address = new LedgerAddress { Year = 2027, Unit = World.Highways, By = [TotalsBy.Month, TotalsBy.Purpose] };

        var (totals, rows) = await world.With(async db =>
        {
            var read = new ReadRows(db, world.Officer, world.Demonstration, new(db));
            var reports = new ReadReport(db, new ReadTotals(db, world.Demonstration), new ReadGuides(db, world.Ledger.Clock), world.Officer, world.Demonstration, world.Ledger.Clock);
            var sheet = new ReadSheet(db, reports, read, new ReadChoices(db, world.Officer, world.Demonstration), world.Officer, world.Ledger.Clock);
            return ((await sheet.Totals(address, default)).Value, await sheet.Rows(address, default));
        });

        var lines = totals.Rows.ToList();
        Assert.Equal(lines[^1].Cells[2].Number, lines[..^1].Sum(r => r.Cells[2].Number));
        Assert.Equal(rows!.Rows.Last().Cells[9].Number, lines[^1].Cells[2].Number);
        Assert.Contains(lines, r => r.Cells[0].Text == "2027-01" && r.Cells[1].Text == "食堂");
        Assert.All(rows.Rows.SkipLast(1), r => Assert.Equal("公路局", r.Cells[3].Text));
        Assert.Equal("填报单位：公路局", totals.Left);
        Assert.Contains("范围：2027年 公路局。", totals.Notes);
        Assert.All([totals.Mark, rows.Mark], m => Assert.Equal($"{world.Officer.Name} 2027-03-01 12:00 导出", m));
        Assert.DoesNotContain(rows.Columns, c => c.Title == "说明");
        Assert.DoesNotContain(rows.Rows.SelectMany(r => r.Cells), c => c.Text == "受潮");
        Assert.NotEmpty(XlsxFile.Of(rows));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Each_person_is_told_what_waits_at_a_month_and_nobody_else(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        await world.SackOfRice();
        Task<string[]> Waiting(Actor actor) => world.With(async db => (await new MonthTodos(db, actor, world.Demonstration, world.Ledger.Clock).Read(default)).Select(t => t.Chinese).ToArray());

        Assert.Equal(["确认2026年6月采购数（公路局，544.32 元）"], await Waiting(world.Leader));
        Assert.Equal(["结账签字：2026年6月"], await Waiting(world.Officer));
        Assert.Empty(await Waiting(world.Supervisor));
        (await world.Confirm(world.Leader, MonthWorld.June, World.Highways, 1)).Done();
        (await world.Sign(world.Officer, MonthWorld.June, 1)).Done();
        Assert.Empty(await Waiting(world.Leader));
        Assert.Empty(await Waiting(world.Officer));
        Assert.Equal(["第二人签字，结账：2026年6月（周主任 已签）"], await Waiting(world.Supervisor));
        await world.SackOfRice();
        Assert.Single(await Waiting(world.Leader));
        Assert.Single(await Waiting(world.Officer));
        (await world.Sign(world.Officer, MonthWorld.June, 2)).Done();
        (await world.Countersign(world.Supervisor, MonthWorld.June, 2)).Done();
        Assert.All([world.Leader, world.Officer, world.Supervisor], a => Assert.Empty(Waiting(a).GetAwaiter().GetResult()));
    }

    /// <summary>Two units, three purposes, three origins, from December to February, with returns over the month and over the year.</summary>
    private static async Task<MonthWorld> Traffic(DatabaseProvider provider)
    {
        var world = await MonthWorld.Create(provider);
        world.Ledger.Clock.SetUtcNow(World.On(2027, 3, 1));
        await world.Ledger.Deliver(new CountyDesignated(Guid.NewGuid(), "222424", "汪清县", new DateOnly(2012, 3, 19), null));
        foreach (var unit in new[] { World.Highways, World.Transport })
        {
            foreach (var (purpose, village, county) in new (string, Guid?, string)[] { ("CANTEEN", World.Mingdong, "222405"), ("STAFF_WELFARE", null, "222424"), ("PERSONAL", World.Zhixin, "222405"), ("OUTLET_TRADE", World.Mingdong, "222405"), ("CANTEEN", null, "220184") })
            {
                var december = new Trade(unit, village) { Purpose = purpose, CountyCode = county };
                var january = new Trade(unit, village) { Purpose = purpose, CountyCode = county };
                await world.Ledger.DeliverAll(
                [
                    december.Confirmed(), december.Accepted(7m, World.On(2026, 12, 20)), december.Returned(1m, World.On(2027, 1, 5)),
                    january.Confirmed(), january.Accepted(12m, World.On(2027, 1, 10)), january.Returned(2m, World.On(2027, 2, 3)),
                ]);
            }
        }

        return world;
    }
}
